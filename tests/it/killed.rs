//! A build killed at any moment leaves the old data or the new, never a mix.

use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Instant;

use crate::support::{Project, files};

const ROUNDS: usize = 40;
/// The number of tiles: enough that writing them takes a good part of a build.
const TILES: usize = 40;

type Files = Vec<(String, Vec<u8>)>;

/// Seeds with which every data file but one differs between two versions.
fn seed(project: &Project, version: usize) {
    let life = project.read("seeds/lives/marta/life.toml");
    let rest = life.split_once('\n').unwrap().1;
    let title = ["Marta Vale", "Marta Dale"][version];
    project.write("seeds/lives/marta/life.toml", format!("title = \"{title}\"\n{rest}"));
    fs::create_dir_all(project.path("seeds/basemap/relief/9")).unwrap();
    for tile in 0..TILES {
        project.write(&format!("seeds/basemap/relief/9/{tile}.webp"), [version as u8; 2000]);
    }
}

#[test]
fn a_build_killed_at_any_moment_leaves_the_old_data_or_the_new() {
    let project = Project::tiny();
    let build = || project.chronotope(&["build"]).assert().success();
    let data = || files(&project.path("data"));
    let begun = Instant::now();
    let versions: [Files; 2] = [0, 1].map(|version| {
        seed(&project, version);
        build();
        data()
    });
    let usual = begun.elapsed() / 2;
    let mut random = fastrand::Rng::with_seed(1917);
    let (mut old, mut new, mut halfway) = (0, 0, 0);
    for round in 0..ROUNDS {
        let version = round % 2;
        seed(&project, version);
        let before = if round % 5 == 4 {
            fs::remove_dir_all(project.path("data")).unwrap();
            Files::new()
        } else {
            versions[1 - version].clone()
        };
        let mut child = Command::new(assert_cmd::cargo::cargo_bin!("chronotope"))
            .current_dir(project.path(""))
            .arg("build")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        sleep(usual.mul_f64(random.f64() * 1.1));
        child.kill().unwrap();
        child.wait().unwrap();
        let left = data();
        halfway += usize::from(project.path(".data.new").exists());
        match () {
            () if left == versions[version] => new += 1,
            () if left == before => old += 1,
            () => {
                let wanted = left.iter().filter(|file| versions[version].contains(file)).count();
                panic!("round {round}: of {} files {wanted} are new", left.len());
            }
        }
        build();
        assert_eq!(data(), versions[version], "round {round}: the next build mends it");
        project.chronotope(&["build", "--check"]).assert().success();
        assert!(!project.path(".data.new").exists(), "round {round}: nothing is left beside it");
    }
    eprintln!("killed {ROUNDS} times: {old} old, {new} new; {halfway} while writing");
}

#[test]
fn builds_at_the_same_time_wait_for_each_other() {
    let project = Project::tiny();
    seed(&project, 0);
    let builds: Vec<_> = (0..4)
        .map(|_| {
            Command::new(assert_cmd::cargo::cargo_bin!("chronotope"))
                .current_dir(project.path(""))
                .arg("build")
                .stdout(Stdio::null())
                .spawn()
                .unwrap()
        })
        .collect();
    for mut build in builds {
        assert!(build.wait().unwrap().success());
    }
    project.chronotope(&["build", "--check"]).assert().success();
}
