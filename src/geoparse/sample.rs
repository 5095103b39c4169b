//! A small gazetteer for tests.

use super::gazetteer::{
    Frequency, Gazetteer, Lexeme, UnitKind, World, WorldHandle, WorldPlace, WorldWriter,
};
use crate::domain::great_circle::LonLat;
use crate::domain::life::{Place, PlaceKind, Toponym};

/// Two countries, a few towns, a river, and two curated places that had other
/// names once.
pub(super) fn sample_gazetteer() -> Gazetteer {
    let curated = vec![
        curated("tiflis", &[("Tiflis", None)], 44.8, 41.7),
        curated("yuzovka", &[("Yuzovka", None), ("Stalin", Some("1924/1961"))], 37.8, 48.0),
    ];
    Gazetteer::new(curated, World::open(sample_world()).ok())
}

fn sample_world() -> Vec<u8> {
    let mut writer = WorldWriter::default();
    let mut number = 0;
    let mut add = |title: &str, kind, (lon, lat): (f64, f64), population, container| {
        number += 1;
        let (geonames, point) = (Some(number), LonLat { lon, lat });
        let handle =
            writer.place(WorldPlace { geonames, title, kind, point, population, container });
        writer.name(title, handle, true);
        handle
    };
    let france = add("France", UnitKind::Country, (2.0, 47.0), 67_000_000, None);
    let america = add("America", UnitKind::Country, (-98.0, 39.0), 330_000_000, None);
    let texas = add("Texas", UnitKind::Province, (-99.0, 31.0), 29_000_000, Some(america));
    let town = UnitKind::Town;
    add("Paris", town, (2.35, 48.85), 2_100_000, Some(france));
    add("Paris", town, (-95.56, 33.66), 25_000, Some(texas));
    add("Lyon", town, (4.83, 45.76), 500_000, Some(france));
    add("New Lyon", town, (4.9, 45.7), 9_000, Some(france));
    add("Austin", town, (-97.74, 30.27), 960_000, Some(texas));
    let berlin = add("Berlin", town, (13.4, 52.5), 3_600_000, None);
    add("Bath", town, (-2.36, 51.38), 90_000, None);
    add("Reading", town, (-0.97, 51.45), 230_000, None);
    add("Elm", town, (4.0, 45.0), 800, Some(france));
    add("Iskra", town, (27.0, 43.0), 900, None);
    add("Salem", town, (-123.0, 44.9), 9_000, None);
    add("Victoria", town, (-123.4, 48.4), 80_000, None);
    add("Smith", town, (-100.0, 30.0), 20_000, Some(texas));
    add("Brown", town, (-101.0, 31.0), 20_000, Some(texas));
    add("May", town, (-99.0, 32.0), 900, Some(texas));
    // Two towns of the same size, so that neither is preferred.
    add("Newtown", town, (10.0, 50.0), 5_000, None);
    add("Newtown", town, (-70.0, -30.0), 5_000, None);
    writer.name("Berlino", berlin, false);
    writer.country(*b"FR", france, None);
    writer.country(*b"US", america, None);
    words(&mut writer, france);
    writer.finish().expect("the sample fits the format")
}

fn words(writer: &mut WorldWriter, france: WorldHandle) {
    let none = Lexeme::default();
    for (word, common) in
        [("bath", Frequency::High), ("reading", Frequency::Middle), ("elm", Frequency::Low)]
    {
        writer.word(word, Lexeme { common, ..none });
    }
    for given_name in ["john", "victoria"] {
        writer.word(given_name, Lexeme { given_name: Frequency::High, ..none });
    }
    writer.word("smith", Lexeme { surname: Frequency::Middle, ..none });
    writer.word("brown", Lexeme { surname: Frequency::High, ..none });
    writer.word("french", Lexeme { demonym: Some(france), ..none });
}

fn curated(id: &str, names: &[(&str, Option<&str>)], lon: f64, lat: f64) -> Place {
    let toponym = |(name, when): &(&str, Option<&str>)| Toponym {
        toponym: (*name).to_owned(),
        when: when.map(|when| when.parse().expect("a span of EDTF")),
    };
    Place {
        id: id.to_owned(),
        title: names[0].0.to_owned(),
        names: names.iter().map(toponym).collect(),
        kind: PlaceKind::Settlement,
        type_label: "town".to_owned(),
        point: Some(LonLat { lon, lat }),
        precision_km: 5.0,
        part_of: Vec::new(),
        source: "a test".to_owned(),
        note: None,
        geonames: None,
        wikidata: None,
        mentions: 0,
    }
}
