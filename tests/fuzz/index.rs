//! Mutates the two compiled files of the gazetteer. Each must be refused or work as an
//! intact one. Forged files with a valid checksum are not tested.

use chronotope::domain::great_circle::LonLat;
use chronotope::domain::life::{Place, PlaceKind, Toponym};
use chronotope::geoparse::{
    Frequency, Gazetteer, Lexeme, Opened, UnitKind, World, WorldPlace, WorldWriter,
};
use fastrand::Rng;

use crate::support::findings::mentions_are_valid;
use crate::{driver, mutate};

const SOURCES: u32 = 7;

const TEXT: &str = "In 1917 he went from Berlin to Atown, Germany, and to Germany's Berlin County. \
    The Germans of Xtown, 4town and the Berlin river met Reading in Zprovince near Berlino. \
    John Reading was in Tiflis and in Saint Otown by 1918.";

pub fn fuzz() {
    let world = small_world();
    let compiled = small_gazetteer(World::open(world.clone()).ok()).compile(SOURCES);
    let make = |rng: &mut Rng| {
        let mut file = if rng.bool() { world.clone() } else { compiled.clone() };
        for _ in 0..rng.usize(1..4) {
            mutate::bytes(rng, &mut file);
        }
        file
    };
    driver::rounds("index", make, &open);
}

fn open(file: &[u8]) -> Result<(), String> {
    if let Ok(world) = World::open(file.to_vec()) {
        for record in (0..world.len() as u32).chain([u32::MAX]) {
            let _ = (world.record(record), world.title(record), world.kind(record));
            let _ = (world.country_code(record), world.is_capital(record));
            let _ = world.within(record).count();
        }
        for word in TEXT.split(' ') {
            let _ = world.lexeme(word);
        }
        let _ = (world.by_geonames(2_950_159), world.by_geonames(u32::MAX), world.country(*b"DE"));
        ask(&small_gazetteer(Some(world)))?;
    }
    for world in [None, World::open(small_world()).ok()] {
        if let Ok(Opened::Fresh(gazetteer)) = Gazetteer::open(file.to_vec(), SOURCES, world) {
            ask(&gazetteer)?;
        }
    }
    Ok(())
}

fn ask(gazetteer: &Gazetteer) -> Result<(), String> {
    for id in ["tiflis", "geonames-2950159", "germany", "germany-zprovince", ""] {
        let _ = gazetteer.place(id);
        let _ = gazetteer.lies_in(id, "germany");
    }
    let _ = gazetteer.curated_ids().count();
    mentions_are_valid(TEXT, gazetteer, &["John".to_owned()])
}

/// A world layer with every feature of the format: lists of candidates, several blocks
/// of titles, nodes with many transitions.
pub fn small_world() -> Vec<u8> {
    let mut writer = WorldWriter::default();
    let point = |n: u32| LonLat { lon: f64::from(n % 30), lat: 40.0 + f64::from(n % 20) };
    let mut add = |geonames, title: &str, kind, n: u32, container| {
        let place = WorldPlace {
            geonames,
            title,
            kind,
            point: point(n),
            population: u64::from(n) * 997,
            container,
        };
        let handle = writer.place(place);
        writer.name(title, handle, true);
        handle
    };
    let germany = add(Some(2_921_044), "Germany", UnitKind::Country, 83_000, None);
    let province = add(None, "Zprovince", UnitKind::Province, 900, Some(germany));
    let county = add(None, "Berlin County", UnitKind::District, 9, Some(province));
    let berlin = add(Some(2_950_159), "Berlin", UnitKind::Town, 3_426, Some(province));
    let mut towns = Vec::new();
    for (n, first) in (0..).zip(('a'..='z').chain('0'..='9')) {
        let title = format!("{}town", first.to_ascii_uppercase());
        let town = add(Some(100 + n), &title, UnitKind::Town, n, Some(county));
        towns.push((n, title, town));
    }
    writer.name("Berlino", berlin, false);
    for (n, title, town) in towns {
        writer.name(&format!("Saint {title}"), town, false);
        if n % 5 == 0 {
            writer.name("Berlin", town, n % 2 == 0);
        }
    }
    writer.country(*b"DE", germany, Some(berlin));
    writer.word("germans", Lexeme { demonym: Some(germany), ..Lexeme::default() });
    writer.word("reading", Lexeme { common: Frequency::High, ..Lexeme::default() });
    writer.word("john", Lexeme { given_name: Frequency::High, ..Lexeme::default() });
    writer.finish().unwrap()
}

fn small_gazetteer(world: Option<World>) -> Gazetteer {
    let place = |id: &str, names: &[&str], kind: PlaceKind, part_of: &[&str]| Place {
        id: id.to_owned(),
        title: names[0].to_owned(),
        names: names
            .iter()
            .map(|name| Toponym {
                toponym: (*name).to_owned(),
                when: Some("1878/1936".parse().unwrap()),
            })
            .collect(),
        kind,
        type_label: String::new(),
        point: Some(LonLat { lon: 9.0, lat: 49.0 }),
        precision_km: 100.0,
        part_of: part_of.iter().map(|id| (*id).to_owned()).collect(),
        source: "by hand".to_owned(),
        note: None,
        geonames: Some(105),
        wikidata: None,
        mentions: 0,
    };
    let places = vec![
        place("germany", &["Germany", "German Empire"], PlaceKind::State, &[]),
        place("tiflis", &["Tiflis", "Tbilisi"], PlaceKind::Settlement, &["germany"]),
        place("berlin-river", &["Berlin River", "Atown River"], PlaceKind::Water, &["germany"]),
    ];
    Gazetteer::new(places, world)
}
