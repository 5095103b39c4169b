//! The order and the length of what told play shows.

use super::frame::Frame;
use super::stops::{Stop, ToldChapter};
use crate::domain::great_circle::{LonLat, distance_km};
use crate::domain::life::Life;
use crate::domain::time::Day;

/// How long a chapter's title is shown.
const CHAPTER_S: f64 = 3.0;
/// How long a flight of the camera takes.
const CAMERA_S: f64 = 0.9;
/// How long "4 years pass" is shown.
const PASSING_S: f64 = 2.5;
/// A stretch of fewer days than this passes without words.
const MIN_PASSING_DAYS: i32 = 365;
/// How long journeys take: at least `JOURNEY_S`, a second more for each `KM_PER_SECOND`
/// kilometres, and at most `MAX_JOURNEY_S`.
const JOURNEY_S: f64 = 1.2;
const KM_PER_SECOND: f64 = 2000.0;
const MAX_JOURNEY_S: f64 = 3.0;
/// A shorter way is not shown as a journey.
const MIN_JOURNEY_KM: f64 = 20.0;

/// One thing that told play shows for some time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beat {
    /// What it is.
    pub kind: BeatKind,
    /// Index of the stop that it belongs to: for a way, the one it leads to.
    pub stop: usize,
    /// The day shown at its beginning.
    pub from: Day,
    /// The day shown at its end.
    pub to: Day,
    /// How long the camera flies at its beginning, in seconds. The day does not change
    /// meanwhile.
    pub lead_s: f64,
    /// How long it takes at normal pace, in seconds.
    pub seconds: f64,
    /// What the camera looks at; `None` if it stays where it is.
    pub frame: Option<Frame>,
}

/// The position of a beat in [`Telling::beats`](super::Telling::beats). It has a type of
/// its own because told play has indices of beats, stops and stays side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BeatIndex(pub usize);

impl BeatIndex {
    /// The first beat: the title of the first chapter.
    pub const FIRST: Self = Self(0);

    /// The index of the beat after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// The kinds of [`Beat`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BeatKind {
    /// The title of a chapter.
    Chapter,
    /// A number of months passes at a place.
    Passing(i32),
    /// The way to a stop.
    Journey,
    /// The words of a stop.
    Stop,
    /// The closing view: the whole way and the figures.
    Closing,
}

impl Beat {
    /// The day shown after some seconds of it.
    #[must_use]
    pub fn day_at(&self, seconds: f64) -> Day {
        let moving = (self.seconds - self.lead_s).max(1e-9);
        let share = ((seconds - self.lead_s) / moving).clamp(0.0, 1.0);
        self.from + (share * f64::from(self.to - self.from)) as i32
    }

    /// Does the day change while it is shown?
    #[must_use]
    pub fn moves(&self) -> bool {
        self.to > self.from
    }
}

/// The beats of these stops, in order.
pub(super) fn beats(life: &Life, chapters: &[ToldChapter], stops: &[Stop]) -> Vec<Beat> {
    let mut beats = Vec::new();
    for (index, stop) in stops.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &stops[before]);
        let day = before.map_or(stop.day, |before| before.day);
        let rest = Beat {
            kind: BeatKind::Stop,
            stop: index,
            from: day,
            to: day,
            lead_s: CAMERA_S,
            seconds: CHAPTER_S,
            frame: stop.frame,
        };
        let is_new = before.is_none_or(|before| before.chapter != stop.chapter);
        if is_new && chapters.get(stop.chapter).is_some_and(|chapter| !chapter.name.is_empty()) {
            // The person is in sight until the way begins.
            let here = before.and_then(|before| before.at).or(stop.at);
            let frame = rest.frame.map(|frame| here.map_or(frame, |here| frame.with(here)));
            beats.push(Beat { kind: BeatKind::Chapter, frame, ..rest });
        }
        if let Some(before) = before {
            beats.extend(way(life, before, stop, rest));
        }
        let (from, to, seconds) = (stop.day, stop.day, CAMERA_S + stop.hold_s());
        beats.push(Beat { from, to, seconds, ..rest });
    }
    beats.extend(closing(life, stops));
    beats
}

/// What lies between two stops: time that passes, and the journey.
fn way(life: &Life, before: &Stop, stop: &Stop, rest: Beat) -> impl Iterator<Item = Beat> {
    let departure = life.itinerary.schedule.timings[before.stay].drawn_departure;
    let ends = before.at.zip(stop.at);
    let ends = ends.filter(|&(from, to)| distance_km(from, to) >= MIN_JOURNEY_KM);
    let leaves = if ends.is_some() { departure.clamp(before.day, stop.day) } else { stop.day };
    let passing = (leaves - before.day >= MIN_PASSING_DAYS).then_some(Beat {
        kind: BeatKind::Passing((leaves - before.day) / 30),
        to: leaves,
        lead_s: 0.0,
        seconds: PASSING_S,
        frame: None,
        ..rest
    });
    let journey = ends.map(|(from, to)| {
        // Where the stops' own frame has both ends in sight, the camera rests.
        let near = stop.frame.filter(|frame| frame.contains(from) && frame.contains(to));
        Beat {
            kind: BeatKind::Journey,
            from: leaves,
            to: stop.day,
            seconds: CAMERA_S + journey_s(from, to),
            frame: Some(near.unwrap_or_else(|| Frame::of_journey(from, to))),
            ..rest
        }
    });
    passing.into_iter().chain(journey)
}

fn journey_s(from: LonLat, to: LonLat) -> f64 {
    (JOURNEY_S + distance_km(from, to) / KM_PER_SECOND).min(MAX_JOURNEY_S)
}

fn closing(life: &Life, stops: &[Stop]) -> Option<Beat> {
    let points: Vec<LonLat> = stops.iter().filter_map(|stop| stop.at).collect();
    let last = life.entry.last_day;
    Some(Beat {
        kind: BeatKind::Closing,
        stop: stops.len().checked_sub(1)?,
        from: last,
        to: last,
        lead_s: CAMERA_S,
        seconds: CAMERA_S,
        frame: Frame::of_life(&points),
    })
}
