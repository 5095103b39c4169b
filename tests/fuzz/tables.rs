//! Mutates tables of the gazetteer: some places of the real tables, with a small world
//! layer.

use std::fs;

use chronotope::geoparse::{Gazetteer, Opened};
use chronotope::pipeline::render;
use chronotope::pipeline::{WORLD, read_gazetteer};
use fastrand::Rng;

use crate::support::findings::mentions_are_valid;
use crate::support::{files, repository};
use crate::{driver, index, mutate};

/// Parts of TOML, right and wrong.
const PIECES: [&str; 40] = [
    "[[place]]",
    "[place]",
    "[",
    "]",
    "{",
    "}",
    "=",
    "\"",
    "\"\"\"",
    "'",
    "#",
    ",",
    "\n",
    "\\u0000",
    "\\uD800",
    "\\UFFFFFFFF",
    "nan",
    "inf",
    "-inf",
    "1e999",
    "-0.0",
    "1e-320",
    "90.1",
    "180.0",
    "9223372036854775808",
    "-1",
    "0",
    "true",
    "1917-11-07",
    "lat = nan",
    "lon = 1e308",
    "precision_km = -1",
    "precision_km = inf",
    "geonames = 1",
    "when = \"1917/1918\"",
    "when = \"../9999\"",
    "kind = \"water\"",
    "id = \"europe\"",
    "part_of = [\"europe\"]",
    "names = [{ toponym = \"\" }]",
];

/// Values for a key, most of them wrong.
const VALUES: [&str; 24] = [
    "nan",
    "-nan",
    "inf",
    "-inf",
    "1e308",
    "-1e308",
    "0.0",
    "-0.0",
    "-1",
    "0",
    "90",
    "-180.0",
    "9223372036854775807",
    "4294967296",
    "2950159",
    "\"\"",
    "\"water\"",
    "\"state\"",
    "[]",
    "{}",
    "[{ toponym = \"Berlin\" }]",
    "[{ toponym = \"  \" }, { toponym = \"St.\" }]",
    "[{ toponym = \"Paris\", when = \"2000/1900\" }]",
    "[{ toponym = \"Paris\", when = \"0000/9999\" }, { toponym = \"Paris\", when = \"../1900\" }]",
];

pub fn fuzz() {
    let places = places();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(WORLD), index::small_world()).unwrap();
    let table = folder.path().join("places.toml");
    let make = |rng: &mut Rng| {
        let chosen: Vec<&str> =
            (0..rng.usize(1..9)).filter_map(|_| rng.choice(&places)).map(String::as_str).collect();
        let mut text: Vec<char> = within_each_other(rng, &chosen).chars().collect();
        for _ in 0..rng.usize(..6) {
            mutate::text(rng, &mut text, &PIECES);
        }
        let mut bytes = text.into_iter().collect::<String>().into_bytes();
        for _ in 0..rng.usize(..2) {
            mutate::bytes(rng, &mut bytes);
        }
        bytes
    };
    driver::rounds("tables", make, &|bytes| {
        fs::write(&table, bytes).unwrap();
        match read_gazetteer(folder.path()) {
            Ok(gazetteer) => is_sound(&gazetteer),
            Err(diagnostics) if render(&diagnostics).trim().is_empty() => {
                Err("refused without a word".to_owned())
            }
            Err(_) => Ok(()),
        }
    });
}

/// The places of the tables, each as its TOML text.
fn places() -> Vec<String> {
    let tables = files(&repository().join("seeds/gazetteer"));
    tables
        .into_iter()
        .filter(|(name, _)| name.ends_with(".toml"))
        .flat_map(|(_, table)| {
            let table = String::from_utf8(table).unwrap();
            table.split("[[place]]").skip(1).map(str::to_owned).collect::<Vec<_>>()
        })
        .collect()
}

/// Makes places lie in each other or in themselves, because the places that they lie in
/// are missing here.
fn within_each_other(rng: &mut Rng, places: &[&str]) -> String {
    let ids: Vec<&str> =
        places.iter().flat_map(|p| p.lines()).filter_map(|row| row.strip_prefix("id = ")).collect();
    let mut table = String::new();
    for place in places {
        table += "[[place]]";
        for row in place.lines() {
            if row.starts_with("part_of") {
                let outer: Vec<&str> =
                    (0..rng.usize(..3)).filter_map(|_| rng.choice(&ids)).copied().collect();
                table += &format!("part_of = [{}]", outer.join(", "));
            } else if let Some((key, _)) = row.split_once(" = ").filter(|_| rng.u8(..20) == 0) {
                table += &format!("{key} = {}", rng.choice(VALUES).unwrap_or_default());
            } else {
                table += row;
            }
            table.push('\n');
        }
    }
    table
}

/// Can every place be looked up, also after compiling?
fn is_sound(gazetteer: &Gazetteer) -> Result<(), String> {
    let opened = match Gazetteer::open(gazetteer.compile(1), 1, None) {
        Ok(Opened::Fresh(gazetteer)) => gazetteer,
        Ok(Opened::Stale(_)) => return Err("of other sources".to_owned()),
        Err(error) => return Err(error.to_string()),
    };
    let mut text = String::new();
    for id in gazetteer.curated_ids() {
        let place = gazetteer.place(id).ok_or("a place is lost")?;
        if opened.place(id).as_ref() != Some(&place) {
            return Err(format!("{id} is another when compiled"));
        }
        let entry = gazetteer.find(id).ok_or("an entry is lost")?;
        gazetteer.containers(entry, &mut |outer| _ = gazetteer.facts(outer));
        for name in &place.names {
            text += &format!("In 1917 he was in {}, near Berlin. ", name.toponym);
        }
    }
    mentions_are_valid(&text, gazetteer, &[])?;
    mentions_are_valid(&text, &opened, &[])
}
