//! The stops and chapters of a told life.

use super::frame::{Frame, frames_of_stops};
use super::sentence::{Told, told, words};
use crate::domain::great_circle::LonLat;
use crate::domain::life::{Life, Text};
use crate::domain::time::Day;
use crate::page_model::chapters::{Chapter, chapters};
use crate::page_model::resolved_stays::{ResolvedStays, StayPlace};

/// The reading pace, in words a minute.
const WORDS_PER_MINUTE: f64 = 250.0;
/// No stop is shown for less than this.
const MIN_HOLD_S: f64 = 3.0;

/// A stop of the tour: the subject is somewhere, and a sentence says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// Index of the stay.
    pub stay: usize,
    /// The day shown.
    pub day: Day,
    /// Index of the chapter, in [`Telling::chapters`](super::Telling::chapters).
    pub chapter: usize,
    /// The words shown.
    pub words: String,
    /// The quote alone: for chapters that take too long.
    pub(super) quote: String,
    /// Are the words the caption of a picture?
    pub is_caption: bool,
    /// Does the text scroll to the words? It does not where it would go backward.
    pub moves_text: bool,
    /// The position; that of the stop before if this one has none.
    pub at: Option<LonLat>,
    /// What the camera looks at.
    pub frame: Option<Frame>,
}

/// A chapter as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldChapter {
    /// Index of the section.
    pub section: usize,
    /// The years it covers: "1899–1904".
    pub years: String,
    /// The heading without these years.
    pub name: String,
}

impl Stop {
    /// How long the words are shown at normal pace, in seconds: as long as they take
    /// to read.
    #[must_use]
    pub fn hold_s(&self) -> f64 {
        (words(&self.words) as f64 * 60.0 / WORDS_PER_MINUTE).max(MIN_HOLD_S)
    }
}

/// The stays of the main line that have a passage, with their chapters.
pub(super) fn stops(
    life: &Life,
    text: &Text,
    resolved_stays: &ResolvedStays,
) -> (Vec<ToldChapter>, Vec<Stop>) {
    let all = chapters(life, text);
    let line: Vec<usize> = life.itinerary.main_line().collect();
    let (mut told_chapters, mut stops) = (Vec::new(), Vec::new());
    // Where the telling has come to in the text: the next sentence begins there or later.
    let mut reached = 0;
    let mut last_words = String::new();
    for (nth, &stay) in line.iter().enumerate() {
        let next = line[nth + 1..].iter().map(|&next| life.itinerary.stays[next].start);
        let next = next.clone().find(|&start| start > reached).unwrap_or(usize::MAX);
        let Some(told) = told(life, text, stay, reached + 1..next) else { continue };
        // The text scrolls to quotes.
        let quote = life.itinerary.stays[stay].start;
        let is_onward = !told.is_caption && (quote >= reached || !told.has_quote);
        let moves_text = is_onward && told.has_quote;
        if is_onward || told_chapters.is_empty() {
            enter_chapter(&mut told_chapters, &all, told.section);
            reached = if told.has_quote { quote } else { told.at };
        }
        let at = resolved_stays.point(stay).or_else(|| stops.last().and_then(|s: &Stop| s.at));
        let stop = stop(life, stay, told, &mut last_words);
        stops.push(Stop { chapter: told_chapters.len().saturating_sub(1), moves_text, at, ..stop });
    }
    frame(resolved_stays, &mut stops);
    (told_chapters, stops)
}

/// A stop whose chapter, position and frame are not known yet. Where the
/// previous stop has already shown its sentence, it shows the quote instead.
fn stop(life: &Life, stay: usize, told: Told, last_words: &mut String) -> Stop {
    let whole = life.entry.first_day..=life.entry.last_day;
    let arrival = life.itinerary.schedule.timings[stay].drawn_arrival;
    let Told { sentence, quote, is_caption, .. } = told;
    let words = if sentence == *last_words { quote.clone() } else { sentence.clone() };
    *last_words = sentence;
    Stop {
        stay,
        day: arrival.clamp(*whole.start(), *whole.end()),
        chapter: 0,
        words,
        quote,
        is_caption,
        moves_text: false,
        at: None,
        frame: None,
    }
}

fn enter_chapter(told: &mut Vec<ToldChapter>, all: &[Chapter], section: usize) {
    if told.last().is_some_and(|chapter| chapter.section == section) {
        return;
    }
    if let Some(chapter) = all.iter().find(|chapter| chapter.section == section) {
        let (years, name) = (chapter.years(), chapter.name().to_owned());
        told.push(ToldChapter { section, years, name });
    }
}

/// Gives each stop its frame, chapter by chapter.
fn frame(resolved_stays: &ResolvedStays, stops: &mut [Stop]) {
    for chapter in stops.chunk_by_mut(|a, b| a.chapter == b.chapter) {
        let position = |stop: &Stop| {
            let StayPlace { place, town, .. } = resolved_stays.stays[stop.stay];
            Some((stop.at?, town.or(place)))
        };
        let points: Vec<(LonLat, Option<usize>)> = chapter.iter().filter_map(position).collect();
        let mut frames = frames_of_stops(&points).into_iter();
        for stop in chapter.iter_mut().filter(|stop| stop.at.is_some()) {
            stop.frame = frames.next();
        }
    }
}
