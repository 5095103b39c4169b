//! The command line: what it prints, and how it exits.

use crate::support::{Project, chronotope};
use serde_json::Value;

fn lines(output: &[u8]) -> Vec<Value> {
    String::from_utf8_lossy(output).lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

#[test]
fn geoparse_gives_code_point_offsets_of_the_file_as_it_is() {
    let text = "Żółć! Stalin went to Tiflis,[1] then to Batum.";
    let assert = chronotope(&["geoparse"]).write_stdin(text).assert().success();
    let found = lines(&assert.get_output().stdout);
    let chars: Vec<char> = text.chars().collect();
    let surfaces: Vec<String> = found
        .iter()
        .map(|m| {
            let at = |key: &str| m[key].as_u64().unwrap() as usize;
            chars[at("start")..at("end")].iter().collect()
        })
        .collect();
    assert_eq!(surfaces, ["Tiflis", "Batum"]);
    assert_eq!(found[0]["surface"], "Tiflis");
    assert_eq!(found[0]["id"], "tiflis");
    assert!((found[0]["lat"].as_f64().unwrap() - 41.69).abs() < 0.05);
}

#[test]
fn names_of_people_organisations_and_larger_places_are_told_from_towns() {
    let check = |text: &str, expected: &[(&str, &str, bool)]| {
        let assert = chronotope(&["geoparse"]).write_stdin(text).assert().success();
        let found = lines(&assert.get_output().stdout);
        let got: Vec<(&str, &str, bool)> = found
            .iter()
            .map(|m| {
                let text = |key: &str| m[key].as_str().unwrap_or("");
                (text("surface"), text("id"), m["embedded"].as_bool().unwrap())
            })
            .collect();
        assert_eq!(got, expected, "{text}");
    };
    check(
        "He was elected to the Petrograd Soviet in March 1917.",
        &[("Petrograd", "saint-petersburg", true)],
    );
    check(
        "The Treaty of Brest-Litovsk and the Prague Conference.",
        &[("Brest-Litovsk", "brest-litovsk", true), ("Prague", "prague", true)],
    );
    check(
        "in the Tiflis Governorate, not in Tiflis's streets",
        &[("Tiflis Governorate", "tiflis-governorate", false), ("Tiflis", "tiflis", false)],
    );
    check("Stalin met Molotov and Sverdlov. Georgian wine, Vladimir Lenin.", &[]);
    check(
        "the Council of Ministers of the Soviet Union",
        &[("Soviet Union", "soviet-union", true)],
    );
}

#[test]
fn dates_are_json_lines_with_bounds() {
    let assert = chronotope(&["dates", "-"])
        .write_stdin("arriving in February 1909. In June, he escaped.")
        .assert()
        .success();
    let found = lines(&assert.get_output().stdout);
    assert_eq!(found[1]["surface"], "June");
    assert_eq!(found[1]["edtf"], "1909-06");
    assert_eq!(found[1]["earliest"], "1909-06-01");
    assert_eq!(found[1]["latest"], "1909-06-30");
    assert_eq!(found[1]["calendar"], "unspecified");
}

#[test]
fn a_time_without_a_date_is_null_and_says_how_long_it_is() {
    let assert = chronotope(&["dates", "-"])
        .write_stdin("In 1912 he stayed for two months in what is now a museum.")
        .assert()
        .success();
    let found = lines(&assert.get_output().stdout);
    assert_eq!(found[0].get("duration"), None, "a date has no `duration`");
    assert_eq!(found[1]["surface"], "two months");
    assert_eq!(found[1]["duration"], "P2M");
    assert_eq!(found[2]["surface"], "now");
    assert_eq!(found[2].get("duration"), None);
    assert_eq!(found[2]["reference"], "PRESENT_REF");
    assert_eq!(found[1].get("reference"), None, "a duration has no `reference`");
    for undated in &found[1..] {
        assert!(["edtf", "earliest", "latest"].iter().all(|key| undated[key].is_null()));
    }
}

#[test]
fn other_fields_of_a_line_are_ignored() {
    let line =
        r#"{"id": 1, "born": "about 1850", "subject": 7, "text": "He went to Baku in 1907."}"#;
    for command in ["geoparse", "dates"] {
        chronotope(&[command, "--ndjson"]).write_stdin(format!("{line}\n")).assert().success();
    }
    chronotope(&["draft", "--ndjson"]).write_stdin(format!("{line}\n")).assert().code(1);
}

#[test]
fn ndjson_keeps_order_and_ids() {
    let input = "{\"id\":\"b\",\"text\":\"In Batum\"}\n\n{\"id\":7,\"text\":\"\"}\n";
    let assert = chronotope(&["geoparse", "--ndjson", "-"]).write_stdin(input).assert().success();
    let found = lines(&assert.get_output().stdout);
    assert_eq!(found[0]["id"], "b");
    assert_eq!(found[0]["mentions"][0]["surface"], "Batum");
    assert_eq!(found[1], serde_json::json!({"id": 7, "mentions": []}));
}

#[test]
fn bad_input_is_one_clear_error() {
    let assert = chronotope(&["geoparse"]).write_stdin(&b"ok \xff"[..]).assert().code(1);
    let said = String::from_utf8_lossy(&assert.get_output().stderr).into_owned();
    assert!(said.contains("not UTF-8 at byte 3"), "{said}");
    let assert = chronotope(&["dates", "--ndjson"]).write_stdin("{}\n").assert().code(1);
    let said = String::from_utf8_lossy(&assert.get_output().stderr).into_owned();
    assert!(said.contains("-:1:") && said.contains("`id`"), "{said}");
    chronotope(&["dates", "no-such-file.txt"]).assert().code(1);
    chronotope(&["nonsense"]).assert().code(2);
    chronotope(&["where", "joseph-stalin", "1903"]).assert().code(2);
    chronotope(&["where", "nobody", "1903-12-01"]).assert().code(1);
    chronotope(&["build", "nobody"]).assert().code(2);
}

#[test]
fn where_says_place_certainty_and_way() {
    let project = Project::tiny();
    project.chronotope(&["build"]).assert().success();
    let at = |date: &str| {
        let assert = project.chronotope(&["where", "marta", date]).assert().success();
        lines(&assert.get_output().stdout).remove(0)
    };
    let birth = at("1880-05-02");
    assert_eq!((&birth["place"], &birth["certainty"]), (&"Aldby".into(), &"known".into()));
    let settled = at("1903-01-01");
    assert_eq!((&settled["place"], &settled["certainty"]), (&"Brennick".into(), &"likely".into()));
    let prison = at("1905-04-10");
    assert_eq!(prison["id"], "tower");
    assert_eq!(prison["lat"], Value::Null, "a place nobody can locate is still a place");
    let before = at("1879-01-01");
    assert_eq!((&before["place"], &before["certainty"]), (&Value::Null, &"unknown".into()));
}

#[test]
fn geoparse_and_dates_work_in_any_folder() {
    let folder = tempfile::tempdir().unwrap();
    let find = |command: &str, text: &'static str| {
        let assert = assert_cmd::Command::cargo_bin("chronotope")
            .unwrap()
            .arg(command)
            .current_dir(folder.path())
            .write_stdin(text)
            .assert()
            .success();
        lines(&assert.get_output().stdout)
    };
    let text = "He left Tiflis for Batum in November 1901.";
    let here = chronotope(&["geoparse"]).write_stdin(text).assert().success();
    assert_eq!(find("geoparse", text), lines(&here.get_output().stdout));
    assert_eq!(find("geoparse", text)[1]["surface"], "Batum");
    assert_eq!(find("dates", text)[0]["edtf"], "1901-11");
}

#[test]
fn a_root_that_is_not_there_is_wrong_usage() {
    let assert =
        chronotope(&["--root", "no-such-folder", "geoparse"]).write_stdin("x").assert().code(2);
    let said = String::from_utf8_lossy(&assert.get_output().stderr).into_owned();
    assert!(said.contains("no-such-folder"), "{said}");
}
