//! A mistake in a seed is reported with file, line and the offending words; the exit
//! code is 1, and data/ stays as it was.

use crate::support::{Project, files};

const ITINERARY: &str = "seeds/lives/marta/itinerary.toml";
const GAZETTEER: &str = "seeds/gazetteer/historical.toml";
const LIFE: &str = "seeds/lives/marta/life.toml";

/// Breaks the tiny project and checks the message of `build`.
#[track_caller]
fn check(breaking: impl FnOnce(&Project), expected: &[&str]) {
    let project = Project::tiny();
    project.chronotope(&["build"]).assert().success();
    let before = files(&project.path("data"));
    breaking(&project);
    let assert = project.chronotope(&["build"]).assert().code(1);
    let said = String::from_utf8_lossy(&assert.get_output().stderr).into_owned();
    for words in expected {
        assert!(said.contains(words), "`{words}` is not in:\n{said}");
    }
    assert_eq!(files(&project.path("data")), before, "data/ was touched");
}

#[track_caller]
fn check_edit(file: &str, from: &str, to: &str, expected: &[&str]) {
    check(|project| project.edit(file, from, to), expected);
}

#[test]
fn a_quote_that_does_not_stand_in_the_text() {
    check_edit(
        ITINERARY,
        "In June 1899, she",
        "In June 1899 she",
        &[
            "the quote is not in text.txt",
            "itinerary.toml:13:9",
            "In June 1899 she moved to Brennick",
        ],
    );
}

#[test]
fn a_quote_that_stands_twice() {
    check_edit(
        ITINERARY,
        "quote = \"in May she fled to Aldby\"",
        "quote = \"Aldby\"",
        &["occurs 2 times in text.txt", "itinerary.toml:28:9", "nth = 1"],
    );
    check_edit(
        ITINERARY,
        "quote = \"in May she fled to Aldby\"",
        "quote = \"Aldby\"\nnth = 3",
        &["`nth` cannot be 3", "itinerary.toml:29:7"],
    );
}

#[test]
fn an_unknown_place() {
    check_edit(
        ITINERARY,
        "\"brennick\"",
        "\"brenick\"",
        &["no place `brenick`", "itinerary.toml:9:9", "did you mean `brennick`?"],
    );
}

#[test]
fn an_impossible_date() {
    check_edit(
        ITINERARY,
        "1899-06",
        "1899-13",
        &["`1899-13` is not an EDTF date", "itinerary.toml:10:10"],
    );
    check_edit(ITINERARY, "1880-05-02", "1881-02-29", &["`1881-02-29`", "itinerary.toml:3:10"]);
}

#[test]
fn dates_out_of_order() {
    check_edit(
        ITINERARY,
        "arrive = \"1905-03\"",
        "arrive = \"1895-03\"\nbecause = \"x\"",
        &[
            "`arrive` of the stay at `tower` is 1895-03-31 at the latest",
            "the stay before it at `brennick` begins on 1899-06-01 at the earliest",
            "itinerary.toml:17:10",
        ],
    );
    check_edit(
        ITINERARY,
        "arrive = \"1905-03\"",
        "arrive = \"1905-03\"\ndepart = \"1904\"",
        &["departure `1904` is before arrival `1905-03`", "itinerary.toml:18:10"],
    );
}

#[test]
fn a_quote_that_proves_something_else() {
    check_edit(
        ITINERARY,
        "quote = \"born in Aldby on 2 May 1880\"",
        "quote = \"In June 1899, she\"",
        &["the quote does not name `aldby`", "because"],
    );
    check_edit(
        ITINERARY,
        "arrive = \"1899-06\"",
        "arrive = \"1901\"",
        &["the quote does not give the date `1901`", "itinerary.toml:13:9"],
    );
}

#[test]
fn broken_toml_and_unknown_keys() {
    check_edit(
        ITINERARY,
        "kind = \"birth\"",
        "kind = \"birth",
        &["itinerary.toml:4", "kind = \"birth"],
    );
    check_edit(ITINERARY, "kind = \"birth\"", "kind = \"born\"", &["`born`", "itinerary.toml:4:8"]);
    check_edit(ITINERARY, "kind = \"birth\"", "kid = \"birth\"", &["`kid`", "itinerary.toml:4:1"]);
    check_edit(
        LIFE,
        "1880-05-02/1906",
        "1880-05-02/..",
        &["first and a last date", "life.toml:2:8"],
    );
}

#[test]
fn a_wrong_gazetteer() {
    check_edit(GAZETTEER, "lat = 50.0", "lat = 95.0", &["95", "±90", "historical.toml:7:7"]);
    check_edit(
        GAZETTEER,
        "part_of = [\"brennick\"]",
        "part_of = [\"nowhere\"]",
        &["no place `nowhere`"],
    );
    check_edit(
        GAZETTEER,
        "id = \"tower\"",
        "id = \"aldby\"",
        &["`aldby` is defined twice", "historical.toml:27:6"],
    );
    check(
        |project| project.write("seeds/gazetteer/world.index", "1\tX\tnorth\t2\tDE\t5\t\n"),
        &["world.index", "not a gazetteer index"],
    );
    check(
        |project| project.write("seeds/gazetteer/world.index", "CHRTOPE1 and then nothing"),
        &["world.index", "cut off"],
    );
    check(
        |project| project.write("seeds/gazetteer/historical.index", "something else"),
        &["historical.index", "not a compiled gazetteer", "gazetteer compile"],
    );
}

#[test]
fn files_that_are_missing_or_not_text() {
    check(
        |project| std::fs::remove_file(project.path("seeds/lives/marta/text.txt")).unwrap(),
        &["text.txt", "cannot be read"],
    );
    check(
        |project| project.write("seeds/lives/marta/text.txt", b"First line\nGori \xff"),
        &["text.txt", "line 2 is not UTF-8", "0xFF"],
    );
    check(
        |project| project.write("seeds/basemap/natural-earth.topojson", "{\"type\":"),
        &["natural-earth.topojson", "base map cannot be read"],
    );
}

#[test]
fn an_overrule_must_find_its_words() {
    let overrule = |quote: &str, surface: &str| {
        format!(
            "\n[[overrule]]\nquote = \"{quote}\"\nsurface = \"{surface}\"\nbecause = \"test\"\n"
        )
    };
    check(
        |p| p.write(LIFE, p.read(LIFE) + &overrule("not there", "there")),
        &["the quote occurs 0 times in text.txt", "life.toml:15:9"],
    );
    check(
        |p| p.write(LIFE, p.read(LIFE) + &overrule("fled to Aldby", "Bald")),
        &["`Bald` occurs 0 times in the quote", "life.toml:16:11"],
    );
}

#[test]
fn a_calendar_must_find_a_date() {
    let table = |quote: &str| {
        format!("\n[[calendar]]\nquote = \"{quote}\"\ncalendar = \"julian\"\nbecause = \"test\"\n")
    };
    check(
        |p| p.write(LIFE, p.read(LIFE) + &table("not there")),
        &["the quote occurs 0 times in text.txt", "life.toml:15:9"],
    );
    check(
        |p| p.write(LIFE, p.read(LIFE) + &table("fled to Aldby")),
        &["the quote gives no date", "life.toml:15:9"],
    );
}

#[test]
fn all_mistakes_are_said_at_once() {
    check(
        |project| {
            project.edit(ITINERARY, "\"brennick\"", "\"nowhere-at-all\"");
            project.edit(ITINERARY, "1905-05", "1905-99");
        },
        &["no place `nowhere-at-all`", "`1905-99`", "errors: 2; nothing was written"],
    );
}

#[test]
fn a_place_that_is_nowhere() {
    check_edit(GAZETTEER, "lat = 50.0", "lat = nan", &["NaN is not within ±90", "toml:7:7"]);
    check_edit(GAZETTEER, "lon = 10.0", "lon = -inf", &["-inf is not within ±180", "toml:8:7"]);
    for precision in ["nan", "inf", "-1"] {
        let line = format!("precision_km = {precision}");
        check_edit(
            GAZETTEER,
            "precision_km = 3",
            &line,
            &["the `precision_km` of `aldby` must be a distance in kilometres"],
        );
    }
}
