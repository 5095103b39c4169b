use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use super::document;
use super::export::Format;
use super::prove::Proved;
use super::seeds::{BasemapSeed, LifeSeed};
use super::write::{File, LIVES};
use crate::domain::life::{
    DateMark, Itinerary, Life, LifeEntry, LifeFiles, MentionMark, Passage, Place, Section, Text,
};
use crate::geoparse::{CodePoints, Document, Gazetteer, Paragraph};

/// What was found in one life.
#[derive(Debug)]
pub struct Report {
    /// Id of the life.
    pub life: String,
    /// Stays recorded.
    pub stays: usize,
    /// Moves between them.
    pub journeys: usize,
    /// Places named or visited.
    pub places: usize,
    /// Mentions of places.
    pub mentions: usize,
    /// Mentions no place could be found for.
    pub unresolved: usize,
    /// Mentions decided by a person.
    pub overruled: usize,
}

/// The files of one life.
pub(super) struct Composed {
    pub entry: LifeEntry,
    pub files: Vec<File>,
    pub report: Report,
}

/// Writes a proved life out as data.
pub(super) fn compose(
    life: &LifeSeed,
    proved: &Proved,
    gazetteer: &Gazetteer,
    basemap: &BasemapSeed,
) -> Composed {
    let places = places(proved, gazetteer);
    let id = &life.id;
    let download = |format: Format| format!("{id}/downloads/{id}.{}", format.ending());
    let files = LifeFiles {
        places: format!("{id}/places.geojson"),
        itinerary: format!("{id}/itinerary.geojson"),
        text: format!("{id}/text.json"),
        downloads: Format::DOWNLOADS.map(download).into(),
    };
    let report = Report {
        life: id.clone(),
        stays: proved.itinerary.stays.len(),
        journeys: proved.itinerary.journeys().len(),
        places: places.len(),
        mentions: proved.mentions.len(),
        unresolved: proved.mentions.iter().filter(|m| m.entry.is_none()).count(),
        overruled: life.life.overrule.len(),
    };
    let entry = LifeEntry {
        id: id.clone(),
        title: life.life.title.clone(),
        span: proved.span.clone(),
        first_day: proved.first_day,
        last_day: proved.last_day,
        born: life.life.born,
        new_style: life.life.new_style,
        licence: life.life.source.licence.clone(),
        source: life.life.source.clone(),
        files,
    };
    let text = text(life, proved, gazetteer);
    let basemap = basemap.in_year(entry.last_day.ymd().0);
    let built = Life { entry, places, itinerary: proved.itinerary.clone() };
    let LifeFiles { places, itinerary, text: text_path, downloads } = &built.entry.files;
    let file = |path: &String, format: Format| File::new(path, format.write(&built));
    let mut files = vec![
        file(places, Format::Lpf),
        file(itinerary, Format::GeoJson),
        File::new(text_path, line(&text)),
        File::new(format!("{id}/itinerary.html"), document::write(&built, &text, &basemap)),
    ];
    files.extend(downloads.iter().zip(Format::DOWNLOADS).map(|(path, f)| file(path, f)));
    Composed { report, files, entry: built.entry }
}

/// `lives.json`: the lives just built; where not all were, the others as they
/// stand in the file now.
pub(super) fn lives_file(data: &Path, mut entries: Vec<LifeEntry>, complete: bool) -> File {
    if !complete
        && let Ok(bytes) = fs::read(data.join(LIVES))
        && let Ok(known) = serde_json::from_slice::<Vec<LifeEntry>>(&bytes)
    {
        let others: Vec<_> =
            known.into_iter().filter(|k| entries.iter().all(|e| e.id != k.id)).collect();
        entries.extend(others);
    }
    entries.sort_by(|a, b| a.id.cmp(&b.id));
    File::new(LIVES, line(&entries))
}

/// The places of the stays and the mentions, with how often each is named.
fn places(proved: &Proved, gazetteer: &Gazetteer) -> Vec<Place> {
    let stays = proved.itinerary.stays.iter();
    let mut named: BTreeMap<String, usize> = stays.map(|stay| (stay.place.clone(), 0)).collect();
    for entry in proved.mentions.iter().filter_map(|m| m.entry) {
        *named.entry(gazetteer.place_of(entry).id.clone()).or_default() += 1;
    }
    named
        .iter()
        .filter_map(|(id, &mentions)| {
            let place = gazetteer.place(id)?;
            let part_of =
                place.part_of.iter().filter(|p| named.contains_key(*p)).cloned().collect();
            Some(Place { mentions, part_of, ..place.into_owned() })
        })
        .collect()
}

fn text(life: &LifeSeed, proved: &Proved, gazetteer: &Gazetteer) -> Text {
    let mut points = CodePoints::new(&life.text);
    let document = Document::parse(&life.text);
    let sections = document
        .sections
        .iter()
        .map(|section| Section {
            title: section.title.clone(),
            level: section.level,
            passages: section
                .paragraphs
                .iter()
                .map(|p| passage(p, life, proved, gazetteer, &mut points))
                .collect(),
        })
        .collect();
    Text { sections }
}

fn passage(
    paragraph: &Paragraph,
    life: &LifeSeed,
    proved: &Proved,
    gazetteer: &Gazetteer,
    points: &mut CodePoints<'_>,
) -> Passage {
    let within = |start: usize| start >= paragraph.start && start < paragraph.end;
    let base = points.at(paragraph.start);
    let end = points.at(paragraph.end);
    let mentions = proved
        .mentions
        .iter()
        .filter(|m| within(m.start))
        .filter_map(|m| {
            Some(MentionMark {
                start: points.at(m.start) - base,
                end: points.at(m.end) - base,
                place: gazetteer.place_of(m.entry?).id.clone(),
                embedded: m.embedded,
            })
        })
        .collect();
    let dates = proved
        .dates
        .iter()
        .filter(|d| within(d.start))
        .filter_map(|d| {
            Some(DateMark {
                start: points.at(d.start) - base,
                end: points.at(d.end) - base,
                edtf: d.span()?.clone(),
            })
        })
        .collect();
    let Itinerary { stays, .. } = &proved.itinerary;
    let stays =
        (0..stays.len()).filter(|&i| stays[i].start >= base && stays[i].start < end).collect();
    Passage {
        kind: paragraph.kind,
        start: base,
        text: life.text[paragraph.start..paragraph.end].to_owned(),
        mentions,
        dates,
        stays,
    }
}

fn line(value: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = 100.0 * self.overruled as f64 / self.mentions.max(1) as f64;
        write!(
            f,
            "{}: {} stays, {} journeys, {} places, {} mentions ({} unresolved, {} overruled by hand: {share:.1} %)",
            self.life,
            self.stays,
            self.journeys,
            self.places,
            self.mentions,
            self.unresolved,
            self.overruled
        )
    }
}
