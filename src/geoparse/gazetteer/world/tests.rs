//! Tests of the world layer: what a writer writes is read back, and damaged files are
//! refused.

use super::record::FIRST_UNIT;
use super::*;
use crate::domain::great_circle::LonLat;
use crate::geoparse::gazetteer::fold::fold;

fn small() -> Vec<u8> {
    let mut writer = WorldWriter::default();
    let town = |geonames: u32, lon: f64, lat: f64, population: u64| WorldPlace {
        geonames: Some(geonames),
        title: "Berlin",
        kind: UnitKind::Town,
        point: LonLat { lon, lat },
        population,
        container: None,
    };
    let de = writer.place(WorldPlace {
        geonames: None,
        title: "Germany",
        kind: UnitKind::Country,
        ..town(0, 10.0, 51.0, 83_000_000)
    });
    let berlin =
        writer.place(WorldPlace { container: Some(de), ..town(2950159, 13.41, 52.524, 3_426_354) });
    writer.country(*b"DE", de, Some(berlin));
    let other = writer.place(town(5245497, -88.943, 43.968, 5_420));
    writer.name("Berlin", berlin, true);
    writer.name("Berlin", other, true);
    writer.name("Berlino", berlin, false);
    writer.name("Germany", de, true);
    writer.word("reading", Lexeme { common: Frequency::High, ..Lexeme::default() });
    writer.word("german", Lexeme { demonym: Some(de), ..Lexeme::default() });
    writer.finish().unwrap()
}

#[test]
fn what_is_written_is_read() {
    let world = World::open(small()).unwrap();
    assert_eq!(world.len(), 3);
    let both = world.named(&fold("BERLIN").unwrap());
    assert_eq!(both.len(), 2);
    assert!(both.iter().all(|c| c.preferred));
    let berlin = world.by_geonames(2950159).unwrap();
    assert_eq!(world.named("berlino"), [NamedRecord { record: berlin, preferred: false }]);
    let record = world.record(berlin).unwrap();
    assert_eq!(world.title(berlin), "Berlin");
    assert_eq!(record.point(), LonLat { lon: 13.41, lat: 52.524 });
    assert!((3_250_000..3_600_000).contains(&record.population()), "{}", record.population());
    let within: Vec<&str> = world.within(berlin).map(|i| world.title(i)).collect();
    assert_eq!(within, ["Berlin", "Germany"]);
    let de = world.country(*b"DE").unwrap();
    assert_eq!(world.country_code(de), Some("DE"));
    assert!(world.is_capital(berlin) && !world.is_capital(de));
    assert_eq!(world.lexeme("German").demonym, Some(de));
    assert_eq!(world.lexeme("Reading").common, Frequency::High);
    assert_eq!(world.lexeme("Berlin"), Lexeme::default());
}

#[test]
fn a_file_that_is_not_whole_is_refused() {
    let good = small();
    for length in 0..good.len() {
        let error = World::open(good[..length].to_vec()).unwrap_err();
        assert_eq!(error, WorldError::Truncated, "{length}");
    }
    assert_eq!(World::open(b"id\tname\n".repeat(20)).unwrap_err(), WorldError::Foreign);
    let body = MAGIC.len() + 4 + 8 * 7;
    for at in body..good.len() {
        let mut bad = good.clone();
        bad[at] ^= 0x10;
        assert_eq!(World::open(bad).unwrap_err(), WorldError::Damaged, "{at}");
    }
    let long = [good, vec![0]].concat();
    assert_eq!(World::open(long).unwrap_err(), WorldError::Truncated);
}

#[test]
fn geonames_ids_that_reach_our_own_numbers_are_refused() {
    let town = |geonames| WorldPlace {
        geonames: Some(geonames),
        title: "Newtown",
        kind: UnitKind::Town,
        point: LonLat { lon: 0.0, lat: 0.0 },
        population: 500,
        container: None,
    };
    let mut writer = WorldWriter::default();
    writer.place(town(FIRST_UNIT - 1));
    assert!(writer.finish().is_ok());
    let mut writer = WorldWriter::default();
    writer.place(town(FIRST_UNIT));
    let error = writer.finish().unwrap_err().to_string();
    assert!(error.contains("14680064") && error.contains("Newtown"), "{error}");
}

/// Names are folded when the index is imported and again when a text is read. A change of
/// folding therefore needs a new import: `script/import-gazetteer`.
#[test]
fn towns_of_the_committed_index_are_found_under_their_folded_titles() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/gazetteer/world.index");
    let world = World::open(std::fs::read(path).unwrap()).unwrap();
    let is_lost = |&record: &u32| {
        world.kind(record) == UnitKind::Town
            && fold(world.title(record)).is_some_and(|folded| {
                !world.named(&folded).contains(&NamedRecord { record, preferred: true })
            })
    };
    let lost: Vec<u32> = (0..world.len() as u32).filter(is_lost).collect();
    let titles: Vec<&str> = lost.iter().map(|&record| world.title(record)).collect();
    assert!(titles.is_empty(), "import the index anew: {titles:?}");
}
