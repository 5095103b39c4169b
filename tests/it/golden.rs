//! Building two projects gives exactly the files that are committed beside their seeds:
//! tests/tiny, and tests/second-life, which the browser tests show. `UPDATE_GOLDEN=1
//! cargo test --all-features --test it golden` writes them anew; read the difference
//! before you commit it.

use std::fs;

use crate::support::{Project, copy, files, repository};

#[test]
fn the_tiny_project_builds_to_the_byte() {
    builds_to_the_byte("tests/tiny");
}

#[test]
fn the_second_life_builds_to_the_byte() {
    builds_to_the_byte("tests/second-life");
}

/// Builds a copy of a project and compares it with the project's data folder.
#[track_caller]
fn builds_to_the_byte(folder: &str) {
    let project = Project::copy_of(folder);
    project.chronotope(&["build"]).assert().success();
    let golden = repository().join(folder).join("data");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let _ = fs::remove_dir_all(&golden);
        copy(&project.path("data"), &golden);
    }
    let text = |files: Vec<(String, Vec<u8>)>| -> Vec<(String, String)> {
        files.into_iter().map(|(name, b)| (name, String::from_utf8_lossy(&b).into())).collect()
    };
    let (built, expected) = (text(files(&project.path("data"))), text(files(&golden)));
    let names = |files: &[(String, String)]| files.iter().map(|f| f.0.clone()).collect::<Vec<_>>();
    assert_eq!(names(&built), names(&expected));
    for ((name, built), (_, expected)) in built.iter().zip(&expected) {
        assert_eq!(built, expected, "{name}");
    }
}

#[test]
fn building_again_changes_nothing_and_check_agrees() {
    let project = Project::tiny();
    project.chronotope(&["build", "--check"]).assert().code(1);
    assert!(!project.path("data").exists(), "--check writes nothing");
    project.chronotope(&["build"]).assert().success();
    let first = files(&project.path("data"));
    let second = project.chronotope(&["build"]).assert().success();
    assert!(String::from_utf8_lossy(&second.get_output().stdout).contains("up to date"));
    assert_eq!(files(&project.path("data")), first);
    project.chronotope(&["build", "--check"]).assert().success();
}

#[test]
fn check_names_what_is_stale_and_build_removes_what_no_seed_accounts_for() {
    let project = Project::tiny();
    project.chronotope(&["build"]).assert().success();
    project.write("data/marta/text.json", "{}");
    project.write("data/old.json", "{}");
    let check = project.chronotope(&["build", "--check"]).assert().code(1);
    let said = String::from_utf8_lossy(&check.get_output().stderr).into_owned();
    assert!(said.contains("data/marta/text.json") && said.contains("data/old.json"), "{said}");
    project.chronotope(&["build"]).assert().success();
    assert!(!project.path("data/old.json").exists());
    project.chronotope(&["build", "--check"]).assert().success();
}

#[test]
fn a_second_life_needs_only_a_folder() {
    let project = Project::tiny();
    project.chronotope(&["build"]).assert().success();
    copy(&project.path("seeds/lives/marta"), &project.path("seeds/lives/berta"));
    project.edit("seeds/lives/berta/life.toml", "title = \"Marta Vale\"", "title = \"Berta Vale\"");
    project.chronotope(&["build", "berta"]).assert().success();
    let lives: serde_json::Value = serde_json::from_str(&project.read("data/lives.json")).unwrap();
    let ids: Vec<&str> =
        lives.as_array().unwrap().iter().map(|l| l["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["berta", "marta"], "building one life leaves the other in the list");
}
