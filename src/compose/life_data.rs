//! Composes the data of a validated life: its places, itinerary and annotated text, and
//! the counts that the build prints.

use std::collections::BTreeMap;
use std::fmt;

use super::life_seed::LifeSeed;
use super::validate::Validated;
use crate::domain::life::{
    DateMark, Itinerary, KindTable, Life, LifeEntry, LifeFiles, MentionMark, Passage, Place,
    Section, Text,
};
use crate::geoparse::{CodePoints, Document, Gazetteer, Paragraph};

/// Counts of what a build found in one life.
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
    /// Mentions that could not be resolved.
    pub unresolved: usize,
    /// Mentions that the curator decided.
    pub overruled: usize,
}

/// A composed life: everything that is written to `data/` for it.
pub struct Composed {
    /// Places, stays and its entry in the list of lives.
    pub life: Life,
    /// The text with its mentions, dates and stays.
    pub text: Text,
    /// What was found.
    pub report: Report,
}

/// Builds the data of a validated life. `files` are the paths that the data will have.
pub fn compose(
    seed: &LifeSeed,
    validated: &Validated,
    gazetteer: &Gazetteer,
    kinds: &KindTable,
    files: LifeFiles,
) -> Composed {
    let places = places(validated, gazetteer);
    let report = Report {
        life: seed.id.clone(),
        stays: validated.itinerary.stays.len(),
        journeys: validated.itinerary.journeys().len(),
        places: places.len(),
        mentions: validated.mentions.len(),
        unresolved: validated.mentions.iter().filter(|m| m.entry.is_none()).count(),
        overruled: seed.life.overrule.len(),
    };
    let entry = LifeEntry {
        id: seed.id.clone(),
        title: seed.life.title.clone(),
        span: validated.span.clone(),
        first_day: validated.first_day,
        last_day: validated.last_day,
        born: seed.life.born,
        died: seed.life.died,
        language: seed.life.language.clone(),
        new_style: seed.life.new_style,
        licence: seed.life.source.licence.clone(),
        source: seed.life.source.clone(),
        files,
    };
    let text = text(seed, validated, gazetteer);
    let life = Life {
        entry,
        places,
        itinerary: validated.itinerary.clone(),
        events: validated.events.clone(),
        kinds: kinds.clone(),
    };
    Composed { life, text, report }
}

/// The places of the stays, the towns of these and the places of the mentions, with
/// how often each is named.
fn places(validated: &Validated, gazetteer: &Gazetteer) -> Vec<Place> {
    let stays = validated.itinerary.stays.iter();
    let events = validated.events.iter().filter_map(|event| event.place.as_ref());
    let towns = validated.itinerary.towns.iter().flatten();
    let visited = stays.map(|stay| &stay.place).chain(towns).chain(events);
    let mut named: BTreeMap<String, usize> = visited.map(|id| (id.clone(), 0)).collect();
    for entry in validated.mentions.iter().filter_map(|m| m.entry) {
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

fn text(life: &LifeSeed, validated: &Validated, gazetteer: &Gazetteer) -> Text {
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
                .map(|p| passage(p, life, validated, gazetteer, &mut points))
                .collect(),
        })
        .collect();
    Text { sections }
}

fn passage(
    paragraph: &Paragraph,
    life: &LifeSeed,
    validated: &Validated,
    gazetteer: &Gazetteer,
    points: &mut CodePoints<'_>,
) -> Passage {
    let within = |start: usize| start >= paragraph.start && start < paragraph.end;
    let base = points.at(paragraph.start);
    let end = points.at(paragraph.end);
    let mentions = validated
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
    let dates = validated
        .dates
        .iter()
        .filter(|d| within(d.start))
        .filter_map(|d| {
            let (start, end, span) = (points.at(d.start), points.at(d.end), d.span()?);
            let said = Some(d.calendar).filter(|calendar| !calendar.is_unspecified());
            let calendar = said.unwrap_or_else(|| validated.calendars.at(start, end));
            let edtf = calendar.read(span.as_str()).unwrap_or_else(|_| span.clone());
            Some(DateMark { start: start - base, end: end - base, edtf, calendar })
        })
        .collect();
    let Itinerary { stays, .. } = &validated.itinerary;
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
