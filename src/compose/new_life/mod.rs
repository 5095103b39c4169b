//! A new life's folder, drafted from a text: `text.txt`, `life.toml`, `itinerary.toml`.

mod manuscript;

use std::sync::Arc;

use serde::Serialize;

use super::kinds_toml::core_kinds;
use super::validate::occurrences;
use crate::domain::life::{Calendar, Itinerary, Stay, StayEvent, StayKind, town_of};
use crate::domain::time::{DateSpan, Day};
use crate::draft::{DraftedStay, Known, draft};
use crate::geoparse::{CodePoints, Gazetteer, find_dates};
pub use manuscript::{Manuscript, read_manuscript};

/// What the curator says of a new life beside its text.
#[derive(Clone, Debug, Default)]
pub struct NewLifeOptions {
    /// Who it is about; the first sentence says it otherwise.
    pub title: Option<String>,
    /// The day of birth.
    pub born: Option<Day>,
    /// The address of the text.
    pub source: Option<String>,
    /// Its licence.
    pub licence: Option<String>,
}

/// The files of a new life's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLife {
    /// `text.txt`
    pub text: String,
    /// `life.toml`
    pub life_toml: String,
    /// `itinerary.toml`
    pub itinerary_toml: String,
    /// The number of drafted stays.
    pub stays: usize,
    /// Stays that contradict the order of time: kept as concurrent, or left out.
    pub contradictions: usize,
    /// What was recognised in the text, in words.
    pub taken: Vec<String>,
}

/// Why a text gives no life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NewLifeError {
    /// The text has no words.
    #[error("the text is empty")]
    Empty,
    /// Neither a birth nor a dated stay was found.
    #[error(
        "no stay with a date was found; say who the text is about with --title, and when they were born with --born"
    )]
    NoStay,
    /// The files could not be written as TOML.
    #[error("the drafted stays cannot be written as TOML")]
    Toml,
}

#[derive(Serialize)]
struct LifeOut {
    title: String,
    span: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    born: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    died: Option<Day>,
    language: &'static str,
    names: Vec<String>,
    source: SourceOut,
}

#[derive(Serialize)]
struct SourceOut {
    title: String,
    publisher: String,
    url: String,
    licence: String,
    licence_url: String,
}

#[derive(Serialize)]
struct ItineraryOut {
    stay: Vec<StayOut>,
}

#[derive(Serialize)]
struct StayOut {
    place: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    arrive: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    depart: Option<String>,
    kind: String,
    certainty: crate::domain::life::Certainty,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    concurrent: bool,
    quote: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    nth: Option<usize>,
    because: String,
    review: &'static str,
    confidence: f64,
}

/// Drafts a life from a text.
///
/// # Errors
/// The text is empty, or nothing in it can be dated.
pub fn new_life(
    source: &str,
    gazetteer: &Gazetteer,
    options: &NewLifeOptions,
) -> Result<NewLife, NewLifeError> {
    let Manuscript { text, taken } = read_manuscript(source);
    if text.trim().is_empty() {
        return Err(NewLifeError::Empty);
    }
    let known = Known { names: options.title.iter().cloned().collect(), born: options.born };
    let drafted = draft(&text, gazetteer, &known);
    let mut stays = stays(&text, &drafted.stays, gazetteer);
    let subject = &drafted.subject;
    let first = [subject.born, stays.iter().filter_map(first_day).min()];
    let last = [subject.died, stays.iter().filter_map(last_day).max()];
    let (Some(first), Some(last)) =
        (first.into_iter().flatten().min(), last.into_iter().flatten().max())
    else {
        return Err(NewLifeError::NoStay);
    };
    let contradictions = settle(&mut stays, last, gazetteer);
    let title = options.title.clone().or_else(|| subject.names.first().cloned());
    let title = title.unwrap_or_else(|| "unknown".to_owned());
    let dates = find_dates(&text);
    let exact = |day: Option<Day>| {
        day.filter(|_| dates.iter().any(|d| d.span().and_then(DateSpan::single_day) == day))
    };
    let unknown = || "unknown".to_owned();
    let life = LifeOut {
        span: DateSpan::between(first, last).as_str().to_owned(),
        born: options.born.or_else(|| exact(subject.born)),
        died: exact(subject.died),
        language: "en",
        names: if subject.names.is_empty() { vec![title.clone()] } else { subject.names.clone() },
        source: SourceOut {
            title: title.clone(),
            publisher: unknown(),
            url: options.source.clone().unwrap_or_else(unknown),
            licence: options.licence.clone().unwrap_or_else(unknown),
            licence_url: unknown(),
        },
        title,
    };
    let count = stays.len();
    let stay = stays.iter().map(|stay| stay_out(stay, &text)).collect();
    Ok(NewLife {
        life_toml: toml::to_string(&life).map_err(|_| NewLifeError::Toml)?,
        itinerary_toml: toml::to_string(&ItineraryOut { stay }).map_err(|_| NewLifeError::Toml)?,
        text,
        stays: count,
        contradictions,
        taken,
    })
}

/// A drafted stay with what the itinerary's schedule needs, and where its quote begins.
type Drafted = (Stay, usize);

fn first_day((stay, _): &Drafted) -> Option<Day> {
    stay.arrive.as_ref().or(stay.depart.as_ref()).and_then(|s| s.earliest)
}

fn last_day((stay, _): &Drafted) -> Option<Day> {
    stay.depart.as_ref().or(stay.arrive.as_ref()).and_then(|s| s.latest)
}

fn stays(text: &str, drafted: &[DraftedStay], gazetteer: &Gazetteer) -> Vec<Drafted> {
    let kinds = core_kinds().unwrap_or_default();
    let mut points = CodePoints::new(text);
    let one = |stay: &DraftedStay| {
        let kind: Arc<StayKind> = kinds.get(stay.kind)?.clone();
        let place = gazetteer.place_of(stay.entry);
        let (start, end) = stay.quote;
        Some((
            Stay {
                place: place.id.clone(),
                name: place.title.clone(),
                kind,
                arrive: stay.arrive.clone(),
                depart: stay.depart.clone(),
                calendar: Calendar::Unspecified,
                calendar_because: None,
                certainty: stay.certainty,
                quote: text[start..end].to_owned(),
                start: points.at(start),
                end: points.at(end),
                note: None,
                because: Some(format!("Drafted, not reviewed: {}.", stay.clues.join("; "))),
                concurrent: false,
                review: Some("drafted".to_owned()),
                confidence: Some(stay.confidence),
            },
            start,
        ))
    };
    drafted.iter().filter_map(one).collect()
}

/// Makes the stays agree with the order of time: a departure that contradicts it is left
/// out, then the stay is told as concurrent, then it is left out. Says how many.
fn settle(stays: &mut Vec<Drafted>, end: Day, gazetteer: &Gazetteer) -> usize {
    let point = |id: &str| gazetteer.place(id).and_then(|p| p.point);
    let town = |id: &str| town_of(&*gazetteer.place(id)?, |id| gazetteer.place(id));
    let mut contradictions = 0;
    loop {
        let plain: Vec<Stay> = stays.iter().map(|(stay, _)| stay.clone()).collect();
        let Err(error) = Itinerary::new(plain, end, point, town) else { return contradictions };
        let Some((stay, _)) = stays.get_mut(error.stay) else { return contradictions };
        match error.event {
            StayEvent::Departure if stay.depart.is_some() => stay.depart = None,
            _ if !stay.concurrent => {
                contradictions += 1;
                stay.concurrent = true;
            }
            _ => {
                stays.remove(error.stay);
            }
        }
    }
}

fn stay_out((stay, start): &Drafted, text: &str) -> StayOut {
    let found = occurrences(text, &stay.quote);
    let nth = found.iter().position(|at| at == start).filter(|_| found.len() > 1).map(|i| i + 1);
    let edtf = |span: &Option<DateSpan>| span.as_ref().map(|s| s.as_str().to_owned());
    StayOut {
        place: stay.place.clone(),
        arrive: edtf(&stay.arrive),
        depart: edtf(&stay.depart),
        kind: stay.kind.word.clone(),
        certainty: stay.certainty,
        concurrent: stay.concurrent,
        quote: stay.quote.clone(),
        nth,
        because: stay.because.clone().unwrap_or_default(),
        review: "drafted",
        confidence: stay.confidence.unwrap_or_default(),
    }
}
