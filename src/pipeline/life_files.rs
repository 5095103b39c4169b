//! The files of a life in `data/`.

use std::fs;
use std::path::Path;

use super::seeds::BasemapSeed;
use super::write::{File, KINDS, LIVES};
use crate::compose::Composed;
use crate::domain::life::{KindTable, LifeEntry, LifeFiles};
use crate::export::{Format, GEOJSON, LPF, document};

/// The paths of the files of a life, relative to `data/`.
pub(super) fn paths(id: &str) -> LifeFiles {
    LifeFiles {
        places: format!("{id}/places.geojson"),
        itinerary: format!("{id}/itinerary.geojson"),
        text: format!("{id}/text.json"),
        downloads: Format::downloads()
            .map(|format| format!("{id}/downloads/{id}.{}", format.info.ending))
            .collect(),
    }
}

/// The files of a life, at the paths of its entry.
pub(super) fn files(composed: &Composed, basemap: &BasemapSeed) -> Vec<File> {
    let Composed { life, text, .. } = composed;
    let LifeFiles { places, itinerary, text: text_path, downloads } = &life.entry.files;
    let basemap = basemap.in_year(life.entry.last_day.ymd().0);
    let mut files = vec![
        File::new(places, LPF.write(life)),
        File::new(itinerary, GEOJSON.write(life)),
        File::new(text_path, json_line(text)),
        File::new(
            format!("{}/itinerary.html", life.entry.id),
            document::write(life, text, &basemap),
        ),
    ];
    let written = downloads.iter().zip(Format::downloads());
    files.extend(written.map(|(path, format)| File::new(path, format.write(life))));
    files
}

/// `lives.json`, ordered by `order` in life.toml, then by id. If only some lives
/// were built, the entries of the others are taken from the present file.
pub(super) fn lives_file(root: &Path, mut entries: Vec<LifeEntry>, complete: bool) -> File {
    if !complete
        && let Ok(bytes) = fs::read(root.join("data").join(LIVES))
        && let Ok(known) = serde_json::from_slice::<Vec<LifeEntry>>(&bytes)
    {
        let others: Vec<_> =
            known.into_iter().filter(|k| entries.iter().all(|e| e.id != k.id)).collect();
        entries.extend(others);
    }
    entries.sort_by_cached_key(|entry| (order(root, &entry.id), entry.id.clone()));
    File::new(LIVES, json_line(&entries))
}

/// The position of a life in the list: `order` in its `life.toml`. It is read from
/// the seeds, because it is needed for lives that are not being built too.
fn order(root: &Path, id: &str) -> i64 {
    #[derive(serde::Deserialize)]
    struct Order {
        order: Option<i64>,
    }
    let seed = fs::read_to_string(root.join("seeds/lives").join(id).join("life.toml"));
    let order = seed.ok().and_then(|seed| toml::from_str::<Order>(&seed).ok());
    order.and_then(|order| order.order).unwrap_or(i64::MAX)
}

/// `kinds.json`: the kinds of stay and of event.
pub(super) fn kinds_file(kinds: &KindTable) -> File {
    File::new(KINDS, json_line(kinds))
}

fn json_line(value: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
