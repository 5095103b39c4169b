//! `chronotope draft` and `chronotope new`.

use crate::support::{Project, chronotope};
use serde_json::Value;

const LIFE: &str = "Anna Berg (3 May 1850 – 9 June 1911) was a painter.\n\n\
    Berg was born in Bergen. In 1870 she moved to Paris to study painting. Her brother lived in \
    London. She was invited to Vienna, but declined. In 1880 she returned to Oslo and taught \
    there until 1890. She died in Oslo.\n";

fn draft(arguments: &[&str], input: &str) -> Vec<Value> {
    let all: Vec<&str> = ["draft"].iter().chain(arguments).copied().collect();
    let assert = chronotope(&all).write_stdin(input.to_owned()).assert().success();
    let output = String::from_utf8_lossy(&assert.get_output().stdout).into_owned();
    output.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_subjects_stays_are_drafted_and_others_are_refused_with_a_reason() {
    let lines = draft(&["--explain"], LIFE);
    let stays: Vec<(&str, &str)> =
        lines.iter().filter_map(|l| Some((l["name"].as_str()?, l["kind"].as_str()?))).collect();
    for stay in [("Bergen", "birth"), ("Kristiania", "death")] {
        assert!(stays.contains(&stay), "{stays:?}");
    }
    assert!(stays.iter().any(|(name, _)| *name == "Paris"), "{stays:?}");
    let refused: Vec<(&str, &str)> =
        lines.iter().filter_map(|l| Some((l["refused"].as_str()?, l["quote"].as_str()?))).collect();
    assert!(refused.contains(&("other-subject", "London")), "{refused:?}");
    assert!(!stays.iter().any(|(name, _)| *name == "Vienna"), "{stays:?}");
}

#[test]
fn the_fields_of_a_drafted_stay_are_those_of_the_contract() {
    let lines = draft(&[], LIFE);
    let chars: Vec<char> = LIFE.chars().collect();
    for line in &lines {
        for key in [
            "place",
            "name",
            "lat",
            "lon",
            "precision_km",
            "arrive",
            "depart",
            "earliest",
            "latest",
            "kind",
            "certainty",
            "confidence",
            "quote",
            "start",
            "end",
        ] {
            assert!(line.get(key).is_some(), "{key} is missing in {line}");
        }
        let at = |key: &str| line[key].as_u64().unwrap() as usize;
        let quote: String = chars[at("start")..at("end")].iter().collect();
        assert_eq!(line["quote"], quote);
    }
}

#[test]
fn nothing_found_is_no_failure() {
    assert!(draft(&[], "Nothing happens here.").is_empty());
    assert!(draft(&[], "").is_empty());
}

#[test]
fn a_new_life_is_built_as_it_is_and_an_existing_one_is_refused() {
    let project = Project::tiny();
    // Without a gazetteer of its own, the project has the one inside the program.
    std::fs::remove_dir_all(project.path("seeds/gazetteer")).unwrap();
    project.write("life.txt", LIFE);
    project.chronotope(&["new", "anna-berg", "life.txt"]).assert().success();
    let itinerary = project.read("seeds/lives/anna-berg/itinerary.toml");
    assert!(itinerary.contains("review = \"drafted\""), "{itinerary}");
    assert!(project.read("seeds/lives/anna-berg/life.toml").contains("born = \"1850-05-03\""));
    project.chronotope(&["new", "anna-berg", "life.txt"]).assert().code(1);
    project.chronotope(&["new", "Anna Berg", "life.txt"]).assert().code(2);
    project.chronotope(&["build", "anna-berg"]).assert().success();
}
