//! Told play: a life as a sequence of stops, each with the sentence that tells it, the
//! time that its words take to read, and what the camera looks at.

mod beat;
mod callout;
mod frame;
mod sentence;
mod shorten;
mod stops;

pub use beat::{Beat, BeatIndex, BeatKind};
pub use callout::{Callout, NARROW_PX, callout};
pub use frame::{Frame, REGION_ZOOM};
pub use stops::{Stop, ToldChapter};

use super::resolved_stays::ResolvedStays;
use crate::domain::great_circle::LonLat;
use crate::domain::life::{Life, Text};
use crate::domain::time::Day;

/// A life as told play tells it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Telling {
    /// The chapters, in the order told.
    pub chapters: Vec<ToldChapter>,
    /// The stays of the main line that have a passage, in order of time.
    pub stops: Vec<Stop>,
    /// What happens one after the other, from the first chapter to the closing view.
    pub beats: Vec<Beat>,
}

impl Telling {
    /// Works out how a life is told.
    #[must_use]
    pub fn of(life: &Life, text: &Text, resolved_stays: &ResolvedStays) -> Self {
        let (chapters, mut stops) = stops::stops(life, text, resolved_stays);
        let mut beats = beat::beats(life, &chapters, &stops);
        if shorten::shorten(&mut stops, &beats) {
            beats = beat::beats(life, &chapters, &stops);
        }
        Self { chapters, stops, beats }
    }

    /// The length of the whole telling at normal pace, in seconds.
    #[must_use]
    pub fn duration_s(&self) -> f64 {
        self.beats.iter().map(|beat| beat.seconds).sum()
    }

    /// The current stop on a day: the last one that has begun.
    #[must_use]
    pub fn stop_at(&self, day: Day) -> usize {
        self.stops.partition_point(|stop| stop.day <= day).saturating_sub(1)
    }

    /// The index of the beat in which the words of a stop are shown.
    #[must_use]
    pub fn words_of(&self, stop: usize) -> BeatIndex {
        let is_of_stop = |beat: &Beat| beat.kind == BeatKind::Stop && beat.stop == stop;
        self.beats.iter().position(is_of_stop).map_or(BeatIndex::FIRST, BeatIndex)
    }

    /// Returns the beat with this index. `None` if there is no such beat.
    #[must_use]
    pub fn beat(&self, index: BeatIndex) -> Option<&Beat> {
        self.beats.get(index.0)
    }

    /// The index of the current beat on a day: the journey under way, or the words of
    /// the current stop.
    #[must_use]
    pub fn beat_at(&self, day: Day) -> BeatIndex {
        let is_under_way =
            |beat: &Beat| beat.kind == BeatKind::Journey && beat.from < day && day < beat.to;
        let under_way = self.beats.iter().position(is_under_way);
        under_way.map_or_else(|| self.words_of(self.stop_at(day)), BeatIndex)
    }

    /// The index of the beat that leads to a stop: its chapter's title or the way to
    /// it.
    #[must_use]
    pub fn way_to(&self, stop: usize) -> BeatIndex {
        match stop.checked_sub(1) {
            Some(before) => self.words_of(before).next(),
            None => BeatIndex::FIRST,
        }
    }
}

/// The box around the stays of the main line that begin between two days.
#[must_use]
pub fn frame_of_span(life: &Life, from: Day, to: Day) -> Option<Frame> {
    let timings = &life.itinerary.schedule.timings;
    let points: Vec<LonLat> = life
        .itinerary
        .main_line()
        .filter(|&stay| (from..=to).contains(&timings[stay].drawn_arrival))
        .filter_map(|stay| life.point(stay))
        .collect();
    Frame::around(&points, REGION_ZOOM)
}

#[cfg(test)]
mod tests;
