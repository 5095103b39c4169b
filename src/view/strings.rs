//! The strings of the page itself; a translation is another file like this one.
//! Elsewhere are: the help, the note of a new version and the loading screen
//! (index.html), the message when the program fails (public/failure.js), dates
//! and ages in English (`domain::time`), the labels of kinds and modes
//! (`domain::life`, `page_model`), the labels of downloads (`export::format_info`), and
//! why a file cannot be read (`dataset`, `domain::formats`).

/// The language whose rules the browser formats numbers by.
pub const LANGUAGE: &str = "en";

// ---- the page ----
pub const TIMELINE: &str = "Timeline";
pub const TEXT: &str = "Text";
pub const SKIP_TO: &str = "Skip to";
pub const TEXT_BY: &str = "Text: ";
pub const MENU: &str = "Menu";
pub const SHARE: &str = "Share";
pub const WHAT_IS_THIS: &str = "What is this?";
pub const LIVES: &str = "Lives";
pub const SHOWN_NOW: &str = " (shown now)";
pub const KEY: &str = "Key";
pub const HELP: &str = "Help";
pub const HELP_KEY: &str = "Help ( ? )";
pub const NOT_SHOWN: &str = "The map cannot be shown";
pub const TRY_AGAIN: &str = "Try again";
pub const FIRST_LIFE: &str = "Open the first life";
pub const CLOSE: &str = "Close";
pub const INTRODUCTION: &str = "Introduction";
pub const PICTURE: &str = "Picture in the source";
pub const NOTES_ARE_IN: &str = "The marks in brackets, such as [1], are those of the source’s notes. This copy does not \
    have the notes. They are in: ";

// ---- what could not be loaded ----
pub fn no_such_life(id: &str) -> String {
    format!("There is no life called “{id}” here.")
}
pub const NO_LIVES: &str = "The list of lives is empty (data/lives.json).";
pub fn connection_failed(path: &str) -> String {
    format!("{path} could not be fetched: the connection failed.")
}
pub fn server_answered(path: &str, status: u16) -> String {
    format!("{path} could not be fetched: the server answered {status}.")
}
pub fn broke_off(path: &str) -> String {
    format!("{path} could not be fetched completely: the connection failed.")
}
pub fn cannot_be_read(path: &str, why: &str) -> String {
    format!("{path} cannot be read: {why}.")
}

pub fn no_such_day(word: &str, first: &str, last: &str) -> String {
    format!("The address asks for the date “{word}”. This page shows days from {first} to {last}.")
}
pub fn no_such_place(id: &str) -> String {
    format!("The address asks for the place “{id}”, which is not on this map.")
}

pub const NO_GROUND: &str = "Land and water are missing from the map: ";

// ---- the map ----
pub const MAP: &str = "Map";
pub const EVERYTHING: &str = "Everything";
pub const ZOOM_MAP_IN: &str = "Zoom in";
pub const ZOOM_MAP_OUT: &str = "Zoom out";
pub const FIT: &str = "Fit";
pub const FIT_LIFE: &str = "Fit the whole life into the map";
pub const FIT_RECORDS: &str = "Fit all records into the map";
pub const FOLLOW: &str = "Follow";
pub const FOLLOW_HOW: &str = "Follow: keep the person in sight, and zoom about the person";
pub const CREDITS: &str = "Credits of the map";
pub const BORDERS: &str = "Borders";
pub const BORDERS_HOW: &str = "Borders and names of states on the day shown; dashed where they are approximate. \
     In the former Russian Empire of 1918 to 1921 most borders are approximate, and most \
     governments of the Civil War are not drawn.";
pub const STATES: &str = "States of the day";
pub const TODAYS_MAP: &str = "Today’s map";
pub const TODAYS_MAP_FROM: &str =
    "Today’s map comes from the server of OpenStreetMap, which then sees your IP address.";
pub const TODAYS_MAP_SHOW: &str = "Show today’s map";
pub const TODAYS_MAP_FAILED: &str =
    "Today’s map could not be loaded. Is this computer connected to the internet?";
pub const FULL_SCREEN: &str = "Full screen";
pub const PRESENTATION: &str = "Presentation";
pub const PRESENTATION_HOW: &str = "Presentation: map and slider in large type ( F )";

/// The accessible name of a place on the map.
pub fn place_button(name: &str, is_here: bool, stays: usize) -> String {
    let here = if is_here { HERE_NOW } else { "" };
    match stays {
        0 => format!("{name}{here}"),
        stays => format!("{name}{here}, {}", counted(stays, STAY)),
    }
}
const HERE_NOW: &str = ", here now";

// ---- where the person is on the day ----
pub const TEXT_GOES_ON: &str = "The text goes on; its places are mapped to here";
pub const WHEREABOUTS_UNKNOWN: &str = "whereabouts unknown";
pub fn unknown_between(from: &str, to: &str) -> String {
    format!("whereabouts unknown between {from} and {to}")
}
pub fn on_the_way(from: &str, to: &str) -> String {
    format!("from {from} to {to}")
}
pub fn aged(years: i32) -> String {
    format!("aged {years}")
}
pub const LIKELY: &str = "likely";
pub const INFERRED: &str = "inferred";
pub fn time_passes(months: i32) -> String {
    match months {
        0..24 => format!("{months} months pass"),
        _ => format!("{} years pass", months / 12),
    }
}

// ---- the reader's own data ----
pub fn records_shown(count: usize, all: usize) -> String {
    format!("{} of {}", grouped(count), counted(all, RECORD))
}
pub const RECORD: [&str; 2] = ["record", "records"];
pub const RECORDS: &str = "Records";
pub const LIST_OF_RECORDS: &str = "List of records";
pub const YOUR_DATA: &str = "Your data";
pub const YOUR_DATA_IS: &str = "Any GeoJSON file with times can be shown as a map like this: Linked Places, \
    Leaflet.timeline, TimeDimension, kepler.gl trips, or fields such as date, year, start and end. \
    The file does not leave this computer. You can also drop it on the page.";
pub const OPEN_FILE: &str = "Open a file";
pub const BACK_TO_LIFE: &str = "Back to the life";
pub const FROM_FILE: &str = "Your own data: ";
pub fn every_record(name: &str) -> String {
    format!("Every record of {name}")
}
pub const RECORD_NAME: &str = "Record";
pub const NO_TIME: &str = "no time";
pub const NO_PLACE: &str = "no place";
pub const NOT_READ: &str = "Could not be read";
pub const CUT_OFF: &str = "The file is incomplete. The records before it breaks off are shown.";
pub fn rows_of(first: usize, last: usize, all: usize) -> String {
    format!("{}–{} of {}", grouped(first), grouped(last), grouped(all))
}
pub const PREVIOUS_ROWS: &str = "Previous rows";
pub const NEXT_ROWS: &str = "Next rows";
pub fn rejected(number: usize, title: &str, reason: &str) -> String {
    match title {
        "" => format!("Record {number}: {reason}"),
        title => format!("Record {number}, {title}: {reason}"),
    }
}
pub const PROPERTIES: &str = "Properties";
pub fn opening(name: &str, percent: u32) -> String {
    format!("Reading {name}: {percent} %")
}
pub const NO_TIMES: &str = "none of its records has a time that can be read";
pub fn not_utf8(at: usize) -> String {
    format!("it is not written in UTF-8 (byte {at}); save it as UTF-8 and try again")
}
pub const FILE_GONE: &str = "the browser could not read the file to its end";
pub const OTHER_SITE: &str = "the file is on another site, and this page only loads files from its \
    own. Download it and open it here";
pub const NO_CANVAS: &str = "This browser cannot draw on the map (it has no canvas). The table lists \
    every record.";

// ---- the player and the timeline ----
pub const PLAYER: &str = "Player";
pub const PLAY: &str = "Play";
pub const PAUSE: &str = "Pause";
pub const PLAYING: &str = "Playing";
pub const PREVIOUS_STAY: &str = "Previous stay";
pub const PREVIOUS_STAY_KEY: &str = "Previous stay ( , )";
pub const NEXT_STAY: &str = "Next stay";
pub const NEXT_STAY_KEY: &str = "Next stay ( . )";
pub const PREVIOUS_RECORD: &str = "Previous record";
pub const PREVIOUS_RECORD_KEY: &str = "Previous record ( , )";
pub const NEXT_RECORD: &str = "Next record";
pub const NEXT_RECORD_KEY: &str = "Next record ( . )";
pub const SHOW: &str = "Show";
pub const SPEED: &str = "Speed";
pub const SPEEDS: [&str; 3] = ["Slow", "Normal", "Fast"];
pub const PACES: [&str; 3] = ["Told", "By calendar", "Equal time"];
pub const TELLING: &str = "Telling";
pub const NEXT: &str = "Next";
pub const NEXT_KEY: &str = "Next ( . )";
pub const PREVIOUS: &str = "Previous";
pub const PREVIOUS_KEY: &str = "Previous ( , )";
pub const VOICE: &str = "Voice";
pub fn stop_of(number: usize, all: usize) -> String {
    format!("Stop {number} of {all}")
}
pub const AGAIN: &str = "Play again";
pub const MORE: &str = "More";
pub const MORE_SETTINGS: &str = "More settings";
pub const PLAY_AGAIN: &str = "Play again from the start";
pub fn old_style_before(day: &str) -> String {
    format!("Old Style dates before {day}")
}
pub const GO_TO_DATE: &str = "Go to date";
pub const DATE_EXAMPLE: &str = "20 Nov 1903";
pub fn no_date(entry: &str) -> String {
    format!("“{entry}” is not a date. Try 1903, Nov 1903 or 20 November 1903.")
}
pub fn outside(first: &str, last: &str) -> String {
    format!("The timeline runs from {first} to {last}.")
}
pub const DATE: &str = "Date";
pub const WINDOW_FROM: &str = "Window from";
pub const WINDOW_TO: &str = "Window to";
pub const HINT: &str = "A life as a map: drag this slider, or press Play";
pub const HINT_OWN: &str = "Drag to travel through time";
pub fn window_words(from: &str, to: &str) -> String {
    format!("window {from} to {to}")
}
pub const CHAPTERS: &str = "Chapters and zoom of the timeline";
pub const ZOOM_OUT: &str = "Zoom out of the timeline";
pub const ZOOM_IN: &str = "Zoom into the timeline";
pub const ZOOM_ALL: &str = "The whole timeline";
pub const KINDS: &str = "Kinds of stays";
pub const KINDS_ARE_SWITCHES: &str = "Press a kind to hide or show its stays.";

// ---- beside the map ----
pub const BESIDE: &str = "Beside the map";
pub const STAYS: &str = "Stays";
pub const LIST_OF_STAYS: &str = "List of stays";
pub fn every_stay(person: &str) -> String {
    format!("Every stay of {person} in the text, with the dates that the text gives")
}
pub const WHEN: &str = "When";
pub const PLACE: &str = "Place";
pub const KIND: &str = "Kind";
pub const IMPLIED: &str = ", implied";
pub const WITHOUT_PLACE: &str = "Dated in the text, without a place";

pub const IN_FIGURES: &str = "In figures";
pub const LIFE_IN_FIGURES: &str = "The life in figures";
pub const UP_TO: &str = ", according to the text, up to ";
/// A distance, rounded already: "about 85,000 km".
pub fn about_km(km: usize) -> String {
    format!("about {} km", grouped(km))
}
pub const TRAVELLED: &str = "travelled, measured from stay to stay as the crow flies";
/// "Of this about 2 years are inferred."
pub fn inferred_of_this(figure: &str) -> String {
    format!("Of this {figure} are inferred.")
}
pub const PLACES: [&str; 2] = ["place", "places"];
pub const STAYED_AT: &str = "stayed at";
pub fn of_the_days(percent: i32) -> String {
    format!("{percent}% of the days so far. ")
}
pub const TOLD: &str = "mentioned in the text";
pub const FAILED: &str = ", failed";
/// " and 1 failed attempt"
pub fn failed_attempts(count: usize) -> String {
    match count {
        0 => String::new(),
        count => " and ".to_owned() + &counted(count, ["failed attempt", "failed attempts"]),
    }
}

pub const SEARCH: &str = "Search";
pub const SEARCH_FOR: &str = "Search places and text";
pub const SEARCH_RESULTS: &str = "Search results";
pub const SEARCH_HOW: &str =
    "Type at least two letters: any name of a place, or words from the text.";
pub fn nothing_found(query: &str) -> String {
    format!("Nothing found for “{query}”.")
}
pub const RESULTS: [&str; 2] = ["result", "results"];
pub fn today(name: &str) -> String {
    format!("today {name}")
}

// ---- a route (the rest of its panel is in index.html) ----
pub const ROUTE: &str = "Route";
pub const ROUTE_TITLE: &str = "Title";
pub const ROUTE_NOTE: &str = "Note or question";
pub const COPY_ROUTE: &str = "Copy link to the route";
pub const STOP: &str = "Stop";
pub fn stops_left_out(count: usize) -> String {
    format!(
        "{} of the route cannot be read, or not in full, or lies outside this life.",
        counted(count, ["part", "parts"])
    )
}

// ---- the card of a place ----
pub const ABOUT_PLACE: &str = "About this place";
pub const NAMES: &str = "Names";
pub fn not_stayed(person: &str) -> String {
    format!("The text names this place, but mentions no stay of {person} here.")
}
pub const STAY: [&str; 2] = ["stay", "stays"];
pub fn in_all(days: i32) -> String {
    match days {
        0 => String::new(),
        1 => ", one day in all".to_owned(),
        2..90 => format!(", about {days} days in all"),
        90..730 => format!(", about {} months in all", days / 30),
        _ => format!(", about {} years in all", days / 365),
    }
}
pub const PREVIOUS_HERE: &str = "Previous stay here";
pub const NEXT_HERE: &str = "Next stay here";
pub const NO_PASSAGE: &str = "No passage names this place.";
pub const PASSAGE: [&str; 2] = ["passage", "passages"];
pub const POSITION: &str = "Position";
pub const POSITION_UNKNOWN: &str = "The position is not known.";
pub const SOURCE: &str = "Source: ";
/// North, south, east, west.
pub const SIDES: [&str; 4] = ["N", "S", "E", "W"];
pub fn within_km(km: &str) -> String {
    format!(", within about {km} km")
}

// ---- sharing ----
pub const COPY_LINK: &str = "Copy link to this view";
pub const COPY_CODE: &str = "Copy code";
pub const LINK_COPIED: &str = "The link is copied.";
pub const CODE_COPIED: &str = "The code is copied.";
pub const COPY_CITATION: &str = "Copy as citation";
pub const CITATION_COPIED: &str = "The citation is copied.";
pub const NO_COPYING: &str = "The browser does not allow copying.";
pub const EMBED: &str = "Embed in another page";
pub const WIDTH: &str = "Width";
pub const HEIGHT: &str = "Height";
pub const CODE: &str = "Code to paste";
pub const FILES: &str = "Files";
pub const PRINT: &str = "Print map and stays";
pub const PRINT_BLANK: &str = "Print a blank map";
pub const PRINT_OWN: &str = "Print map and records";

/// A number of things: "1 stay", "3 stays".
pub fn counted(count: usize, [one, many]: [&str; 2]) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

/// A number by the rules of [`LANGUAGE`]: "5,000".
pub fn grouped(count: usize) -> String {
    js_sys::Number::from(count as f64).to_locale_string(LANGUAGE).into()
}
