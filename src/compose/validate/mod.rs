//! Validates a life: the text must support every stay and event by a quote.

mod calendar;
mod evidence;
mod order;
mod overrule;
mod place_ref;
mod records;

use super::diagnostic::Diagnostic;
use super::life_seed::LifeSeed;
use crate::domain::life::{Itinerary, KindTable, LifeEvent};
use crate::domain::time::{DateSpan, Day};
use crate::geoparse::{CodePoints, DateFinding, Finding, Gazetteer, find_dates_in, find_mentions};
pub use calendar::TextCalendars;
use evidence::Evidence;
pub(super) use evidence::occurrences;
use records::Records;

/// A life whose stays and events are all supported by quotes from its text.
pub struct Validated {
    /// All dates of the text.
    pub dates: Vec<DateFinding>,
    /// In which calendar the source counts where.
    pub calendars: TextCalendars,
    /// All mentions of places, in order of the text.
    pub mentions: Vec<Finding>,
    /// The stays in order of time.
    pub itinerary: Itinerary,
    /// What happened within the stays, in order of time.
    pub events: Vec<LifeEvent>,
    /// The span of the narrative.
    pub span: DateSpan,
    /// Its first day.
    pub first_day: Day,
    /// Its last day.
    pub last_day: Day,
}

/// Validates a life. `gazetteer` comes from [`life_gazetteer`] and includes the
/// life's own places.
///
/// # Errors
/// A diagnostic for each mistake.
pub fn validate(
    life: &LifeSeed,
    gazetteer: &Gazetteer,
    kinds: &KindTable,
) -> Result<Validated, Vec<Diagnostic>> {
    let mut wrong = Vec::new();
    let narrative = life.life.narrative(&life.life_file);
    let dates = find_dates_in(&life.text, life.life.born);
    let mentions = mentions(life, gazetteer, &dates, &mut wrong);
    let tables = life.life.calendar.iter().map(|table| calendar::table(table, life, &dates));
    let tables = all_right(tables.map(|table| table.map_err(|wrong| vec![wrong])), &mut wrong);
    let evidence = Evidence { life, gazetteer, dates: &dates, mentions: &mentions };
    let mut records = Records::new(evidence, kinds, CodePoints::new(&life.text));
    let stays = life.stays.iter().map(|stay| records.stay(stay)).collect::<Vec<_>>();
    let events = life.events.iter().map(|event| records.event(event)).collect::<Vec<_>>();
    let stays = all_right(stays.into_iter(), &mut wrong);
    let mut events = all_right(events.into_iter(), &mut wrong);
    let (span, first_day, last_day) = match narrative {
        Ok(narrative) if wrong.is_empty() => narrative,
        Ok(_) => return Err(wrong),
        Err(diagnostic) => {
            wrong.push(diagnostic);
            return Err(wrong);
        }
    };
    let itinerary = order::in_order(life, stays, last_day, gazetteer)?;
    events.sort_by_key(LifeEvent::day);
    let calendars = TextCalendars::of(tables, &itinerary.stays, &events);
    Ok(Validated { dates, calendars, mentions, itinerary, events, span, first_day, last_day })
}

/// The common gazetteer with the places of the life's own `places.toml`. `None` if
/// the life has no such file: then use the common gazetteer.
///
/// # Errors
/// The `part_of` of a place names a place that does not exist.
pub fn life_gazetteer(
    life: &LifeSeed,
    common: &Gazetteer,
) -> Result<Option<Gazetteer>, Vec<Diagnostic>> {
    let Some((file, places)) = &life.places else { return Ok(None) };
    let gazetteer = common.with_places(places);
    let outer = places.iter().flat_map(|place| &place.part_of);
    let unknown = outer.filter(|id| gazetteer.find(id).is_none());
    let wrong: Vec<Diagnostic> =
        unknown.map(|id| file.wrong_words(id, format!("there is no place `{id}`"))).collect();
    if wrong.is_empty() { Ok(Some(gazetteer)) } else { Err(wrong) }
}

/// The place mentions of the text, after the corrections by hand.
fn mentions(
    life: &LifeSeed,
    gazetteer: &Gazetteer,
    dates: &[DateFinding],
    wrong: &mut Vec<Diagnostic>,
) -> Vec<Finding> {
    let mut mentions = find_mentions(&life.text, gazetteer, dates, &life.life.names);
    if let Some((_, own)) = &life.places {
        for mention in &mut mentions {
            let surface = &life.text[mention.start..mention.end];
            let named = own.iter().find(|p| p.names.iter().any(|name| name.toponym == surface));
            if let Some(entry) = named.and_then(|place| gazetteer.find(&place.id)) {
                mention.entry = Some(entry);
            }
        }
    }
    for overrule in &life.life.overrule {
        if let Err(diagnostic) = overrule::apply(overrule, life, gazetteer, &mut mentions) {
            wrong.push(diagnostic);
        }
    }
    mentions.sort_by_key(|mention| mention.start);
    mentions
}

fn all_right<T>(
    results: impl Iterator<Item = Result<T, Vec<Diagnostic>>>,
    wrong: &mut Vec<Diagnostic>,
) -> Vec<T> {
    let mut right = Vec::new();
    for result in results {
        match result {
            Ok(value) => right.push(value),
            Err(diagnostics) => wrong.extend(diagnostics),
        }
    }
    right
}
