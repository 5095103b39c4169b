//! What the seeds of a life may contain: kinds of their own, events, places by name,
//! places of one life alone.

use crate::support::{Project, copy};
use serde_json::Value;

const ITINERARY: &str = "seeds/lives/marta/itinerary.toml";
const GAZETTEER: &str = "seeds/gazetteer/historical.toml";
const PLACES: &str = "seeds/lives/marta/places.toml";

fn place(id: &str, name: &str, lon: f64, part_of: &str) -> String {
    format!(
        "\n[[place]]\nid = \"{id}\"\ntitle = \"{name}\"\nkind = \"settlement\"\ntype = \"town\"\n\
         names = [{{ toponym = \"{name}\" }}]\nlat = 51.0\nlon = {lon:?}\nprecision_km = 3\n\
         part_of = [{part_of}]\nsource = \"placed by hand\"\n"
    )
}

fn add(project: &Project, file: &str, text: &str) {
    project.write(file, project.read(file) + text);
}

/// The message of `build` for a project that it refuses.
fn refused(project: &Project) -> String {
    let assert = project.chronotope(&["build"]).assert().code(1);
    String::from_utf8_lossy(&assert.get_output().stderr).into_owned()
}

#[track_caller]
fn says(project: &Project, expected: &[&str]) {
    let said = refused(project);
    for words in expected {
        assert!(said.contains(words), "`{words}` is not in:\n{said}");
    }
}

fn stays(project: &Project) -> Vec<Value> {
    project.chronotope(&["build"]).assert().success();
    let file: Value = serde_json::from_str(&project.read("data/marta/itinerary.geojson")).unwrap();
    let features = file["features"].as_array().unwrap().iter();
    features.map(|f| f["properties"].clone()).filter(|p| p["type"] == "stay").collect()
}

#[test]
fn a_kind_and_a_group_are_added_without_a_change_of_the_program() {
    let project = Project::tiny();
    let core = include_str!("../../seeds/kinds.toml");
    let own = "\n[[group]]\nword = \"faith\"\nlabel = \"Faith\"\ncolour = \"#102030\"\n\
               colour_dark = \"#aabbcc\"\nmark = \"ring\"\n\n[[kind]]\nword = \"pilgrimage\"\n\
               label = \"pilgrimage\"\ngroup = \"faith\"\nlasts = \"no\"\n";
    project.write("seeds/kinds.toml", core.to_owned() + own);
    project.edit(ITINERARY, "kind = \"residence\"", "kind = \"pilgrimage\"");
    assert_eq!(stays(&project)[1]["kind"], "pilgrimage");
    let kinds: Value = serde_json::from_str(&project.read("data/kinds.json")).unwrap();
    assert_eq!(kinds["groups"][6]["label"], "Faith");
    let kml = project.read("data/marta/downloads/marta.kml");
    assert!(kml.contains("<Style id=\"pilgrimage\">") && kml.contains("ff302010"), "{kml}");
}

#[test]
fn an_unknown_kind_and_a_wrong_table_of_kinds_are_refused() {
    let project = Project::tiny();
    project.edit(ITINERARY, "kind = \"prison\"", "kind = \"prisson\"");
    let at = ["no kind `prisson`", "itinerary.toml:18:8", "did you mean `prison`?"];
    says(&project, &at);
    project.edit(ITINERARY, "kind = \"prisson\"", "kind = \"pilgrimage\"");
    says(&project, &["no kind `pilgrimage`", "the kinds are: birth, residence"]);
    let core = include_str!("../../seeds/kinds.toml");
    project.write("seeds/kinds.toml", core.replace("\"#009e73\"", "\"green\""));
    says(&project, &["kinds.toml", "the colour `green` is not written #rrggbb"]);
}

#[test]
fn an_event_is_proved_like_a_stay() {
    let project = Project::tiny();
    project.chronotope(&["build"]).assert().success();
    let file: Value = serde_json::from_str(&project.read("data/marta/itinerary.geojson")).unwrap();
    assert_eq!(file["events"][0]["kind"], "arrest");
    assert_eq!(file["events"][0]["place"], "tower");
    assert_eq!(file["events"][1]["outcome"], "failed");
    let event = |kind: &str, date: &str, quote: &str| {
        format!("\n[[event]]\nkind = \"{kind}\"\ndate = \"{date}\"\nquote = \"{quote}\"\n")
    };
    for (wrong, said) in [
        (event("arest", "1905-03", "In March 1905"), "did you mean `arrest`?"),
        (event("arrest", "1904", "In March 1905"), "the quote does not give the date `1904`"),
        (event("arrest", "March", "In March 1905"), "`March` is not an EDTF date"),
        (event("arrest", "1905-03", "In March 1906"), "the quote is not in text.txt"),
    ] {
        let project = Project::tiny();
        add(&project, ITINERARY, &wrong);
        says(&project, &[said, "itinerary.toml:"]);
    }
}

#[test]
fn a_place_may_be_given_by_its_name() {
    let project = Project::tiny();
    project.edit(ITINERARY, "place = \"aldby\"", "place = \"Aldby\"");
    // The name of its day, in the quote; a later name, from the gazetteer.
    project.edit(ITINERARY, "place = \"brennick\"", "place = \"Newbrennick\"");
    let stays = stays(&project);
    assert_eq!((&stays[0]["place"], &stays[1]["place"]), (&"aldby".into(), &"brennick".into()));
    assert_eq!(stays[1]["name"], "Brennick");
    let project = Project::tiny();
    project.edit(ITINERARY, "place = \"brennick\"", "place = \"Brennik\"");
    says(&project, &["no place `Brennik`", "did you mean `Brennick`?", "itinerary.toml:9:9"]);
    project.edit(ITINERARY, "place = \"Brennik\"", "place = \"Serowe\"");
    let said = refused(&project);
    assert!(said.contains("no place `Serowe`") && !said.contains("did you mean"), "{said}");
}

#[test]
fn several_places_of_one_name_are_listed_until_one_is_told() {
    let project = Project::tiny();
    let twins = place("north", "Northland", 9.0, "")
        + &place("south", "Southland", 30.0, "")
        + &place("eastby-north", "Eastby", 9.5, "\"north\"")
        + &place("eastby-south", "Eastby", 30.5, "\"south\"");
    add(&project, GAZETTEER, &twins);
    project.edit(ITINERARY, "place = \"brennick\"", "because = \"a test\"\nplace = \"Eastby\"");
    let listed = [
        "several places are named `Eastby`",
        "`eastby-north` (Eastby, Northland; 117 km from Aldby)",
        "`eastby-south` (Eastby, Southland; 1449 km from Aldby)",
    ];
    says(&project, &listed);
    project.edit(ITINERARY, "\"Eastby\"", "\"Eastby, Westland\"");
    says(&project, &["no place named `Eastby` lies in `Westland`", "`eastby-north`"]);
    project.edit(ITINERARY, "\"Eastby, Westland\"", "\"Eastby, Southland\"");
    assert_eq!(stays(&project)[1]["place"], "eastby-south");
}

/// In a folder without a gazetteer, the one inside the program knows the world.
#[test]
fn a_town_of_the_world_is_a_place_of_a_life() {
    let project = Project::tiny();
    std::fs::remove_dir_all(project.path("seeds/gazetteer")).unwrap();
    project.write("seeds/lives/marta/text.txt", "She was born in Serowe on 1 July 1921.\n");
    project.write(
        ITINERARY,
        "[[stay]]\nplace = \"Serowe, Botswana\"\narrive = \"1921-07-01\"\nkind = \"birth\"\n\
         certainty = \"explicit\"\nquote = \"born in Serowe on 1 July 1921\"\n",
    );
    project.edit("seeds/lives/marta/life.toml", "1880-05-02/1906", "1921-07-01/1980");
    let first = &stays(&project)[0];
    assert_eq!(first["name"], "Serowe");
    assert!(first["place"].as_str().unwrap().starts_with("geonames-"), "{first}");
    project.edit(ITINERARY, "Serowe, Botswana", "Serowe");
    assert_eq!(&stays(&project)[0]["place"], &first["place"]);
}

#[test]
fn places_of_one_life_come_before_those_of_the_gazetteer() {
    let project = Project::tiny();
    copy(&project.path("seeds/lives/marta"), &project.path("seeds/lives/berta"));
    project.write(PLACES, place("aldby-mill", "Aldby", 11.0, "\"brennick\""));
    let named = project.read(ITINERARY).replace("place = \"aldby\"", "place = \"Aldby\"");
    project.write(ITINERARY, named);
    let own = stays(&project);
    assert_eq!((&own[0]["place"], &own[3]["place"]), (&"aldby-mill".into(), &"aldby-mill".into()));
    let berta = project.read("data/berta/itinerary.geojson");
    assert!(berta.contains("\"place\":\"aldby\"") && !berta.contains("aldby-mill"));
    project.write(PLACES, place("mill", "Mill", 11.0, "\"nowhere\""));
    says(&project, &["there is no place `nowhere`", "places.toml:"]);
    project.write(PLACES, place("Mill", "Mill", 11.0, ""));
    says(&project, &["`Mill` is not a valid id", "places.toml:"]);
}

#[test]
fn the_list_of_lives_follows_their_order() {
    let project = Project::tiny();
    copy(&project.path("seeds/lives/marta"), &project.path("seeds/lives/anna"));
    copy(&project.path("seeds/lives/marta"), &project.path("seeds/lives/berta"));
    project.edit(
        "seeds/lives/marta/life.toml",
        "born =",
        "order = 1\ndied = \"1906-12-31\"\nborn =",
    );
    let ids = |project: &Project| -> Vec<String> {
        let lives: Value = serde_json::from_str(&project.read("data/lives.json")).unwrap();
        lives.as_array().unwrap().iter().map(|l| l["id"].as_str().unwrap().to_owned()).collect()
    };
    project.chronotope(&["build"]).assert().success();
    assert_eq!(ids(&project), ["marta", "anna", "berta"]);
    project.chronotope(&["build", "berta"]).assert().success();
    assert_eq!(ids(&project), ["marta", "anna", "berta"], "also when one alone is built");
    let lives: Value = serde_json::from_str(&project.read("data/lives.json")).unwrap();
    assert_eq!((&lives[0]["died"], &lives[0]["language"]), (&"1906-12-31".into(), &"en".into()));
}

#[test]
fn what_a_curator_says_of_a_stay_reaches_the_data() {
    let project = Project::tiny();
    let said = "kind = \"residence\"\ncalendar_because = \"a\"\nbecause = \"b\"\n\
                review = \"drafted\"\nconfidence = 0.75";
    project.edit(ITINERARY, "kind = \"residence\"", said);
    let stay = &stays(&project)[1];
    let get = |key: &str| stay[key].clone();
    assert_eq!((get("calendar_because"), get("because")), ("a".into(), "b".into()));
    assert_eq!((get("review"), get("confidence")), ("drafted".into(), 0.75.into()));
    project.edit(ITINERARY, "confidence = 0.75", "confidence = 75");
    project.edit(ITINERARY, "review = \"drafted\"", "review = \"done\"");
    says(&project, &["`confidence` is not between 0 and 1", "`review` can only be \"drafted\""]);
}
