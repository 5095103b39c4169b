//! The world layer's file, `world.tsv`: GeoNames id, name, latitude, longitude,
//! country, population and other names (`|` between), one place a line.

use std::ops::Range;

use crate::domain::{LonLat, Place, PlaceKind, Toponym};
use crate::geoparse::{Entry, Layer};

/// How far a town's point may be from what a text means by it.
const TOWN_PRECISION_KM: f64 = 5.0;

/// Reads the file; places whose GeoNames id is in `known` are left out.
pub(super) fn parse(source: &str, known: &[u64]) -> Result<Vec<Entry>, (Range<usize>, String)> {
    let mut entries = Vec::new();
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let row = line.trim_end_matches(['\r', '\n']);
        if !row.is_empty() && !row.starts_with('#') {
            let (id, entry) =
                parse_row(row).map_err(|message| (start..start + row.len(), message))?;
            if !known.contains(&id) {
                entries.push(entry);
            }
        }
        start += line.len();
    }
    Ok(entries)
}

fn parse_row(row: &str) -> Result<(u64, Entry), String> {
    let mut columns = row.split('\t');
    let mut column = |name: &str| columns.next().ok_or_else(|| format!("no column `{name}`"));
    let number = |name: &str, text: &str| {
        text.parse::<f64>()
            .ok()
            .filter(|n| n.is_finite())
            .ok_or_else(|| format!("`{text}` is not a number, for `{name}`"))
    };
    let id = column("id")?;
    let id: u64 = id.parse().map_err(|_| format!("`{id}` is not a GeoNames id"))?;
    let name = column("name")?.to_owned();
    let lat = number("latitude", column("latitude")?)?;
    let lon = number("longitude", column("longitude")?)?;
    if lat.abs() > 90.0 || lon.abs() > 180.0 {
        return Err(format!("{lat}, {lon} is no point on the Earth"));
    }
    let country = column("country")?;
    let population = number("population", column("population")?)? as u64;
    let others = column("names")?;
    let names = std::iter::once(name.as_str())
        .chain(others.split('|').filter(|n| !n.is_empty() && *n != name))
        .map(|toponym| Toponym { toponym: toponym.to_owned(), when: None })
        .collect();
    let place = Place {
        id: format!("geonames-{id}"),
        title: name.clone(),
        names,
        kind: PlaceKind::Settlement,
        type_label: "town".to_owned(),
        point: Some(LonLat { lon, lat }),
        precision_km: TOWN_PRECISION_KM,
        part_of: Vec::new(),
        source: format!("GeoNames {id} ({country})"),
        note: None,
        geonames: Some(id),
        wikidata: None,
        mentions: 0,
    };
    Ok((id, Entry { place, layer: Layer::World, population }))
}
