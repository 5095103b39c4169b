//! What the page has loaded, a life or a dataset, with what is derived from it once.

use std::sync::OnceLock;

use crate::dataset::Dataset;
use crate::domain::life::{Life, LifeEntry, Text};
use crate::domain::time::Day;
use crate::page_model::{
    BeatIndex, Playback, ResolvedStays, Telling, Unplaced, dataset_frame, first_told, unplaced,
};
use crate::view::strings;

/// The data that was fetched, with what is derived from it once.
#[derive(Debug)]
pub struct Loaded {
    pub life: Life,
    pub text: Text,
    /// All lives of this site.
    pub lives: Vec<LifeEntry>,
    pub resolved_stays: ResolvedStays,
    /// The reader's own data. The life is then only its frame.
    pub dataset: Option<Dataset>,
    /// The sentences with a date but without a place.
    pub unplaced: Vec<Unplaced>,
    /// For each place, the day from which the map shows it.
    pub first_told: Vec<Day>,
    /// By the calendar, and with equal time for every stop.
    pub clocks: [Playback; 2],
    /// How the life is told; worked out when it is first asked for.
    telling: OnceLock<Telling>,
}

impl Loaded {
    /// A life with its text.
    pub fn of_life(life: Life, text: Text) -> Self {
        let (first, last) = (life.entry.first_day, life.entry.last_day);
        let clocks = [
            Playback::calendar(&life.itinerary, first, last),
            Playback::equal_stops(&life.itinerary, first, last),
        ];
        let unplaced = unplaced(&text, &life.itinerary.stays);
        let framed = Self::framed(life, None, clocks);
        let first_told = first_told(&framed.life, &text, &framed.resolved_stays);
        Self { text, unplaced, first_told, ..framed }
    }

    /// The reader's own data, from a file of this name.
    pub fn of_dataset(dataset: Dataset, name: &str) -> Result<Self, String> {
        let refused = |why: &str| strings::cannot_be_read(name, why);
        let life = dataset_frame(&dataset, name).ok_or_else(|| {
            let reason = dataset.rejected.first();
            refused(&reason.map_or_else(
                || strings::NO_TIMES.to_owned(),
                |u| {
                    strings::NO_TIMES.to_owned()
                        + ". "
                        + &strings::rejected(u.number, &u.title, &u.reason.to_string())
                },
            ))
        })?;
        let (first, last) = (life.entry.first_day, life.entry.last_day);
        let events = dataset.index.events();
        let clocks = [
            Playback::of_events(&events, first, last),
            Playback::equal_events(&events, first, last),
        ];
        Ok(Self::framed(life, Some(dataset), clocks))
    }

    /// How the life is told. Empty for a dataset.
    pub fn telling(&self) -> &Telling {
        self.telling.get_or_init(|| Telling::of(&self.life, &self.text, &self.resolved_stays))
    }

    /// The stay whose words a beat of told play shows, or leads to.
    pub fn stay_of_beat(&self, beat: BeatIndex) -> Option<usize> {
        let telling = self.telling();
        Some(telling.stops.get(telling.beat(beat)?.stop)?.stay)
    }

    /// Does the text scroll to the words of a beat?
    pub fn moves_text(&self, beat: BeatIndex) -> bool {
        let telling = self.telling();
        let stop = telling.beat(beat).and_then(|beat| telling.stops.get(beat.stop));
        stop.is_none_or(|stop| stop.moves_text)
    }

    /// The language of the text.
    pub fn language(&self) -> &str {
        self.life.entry.language.as_deref().unwrap_or(strings::LANGUAGE)
    }

    fn framed(life: Life, dataset: Option<Dataset>, clocks: [Playback; 2]) -> Self {
        let resolved_stays = ResolvedStays::of(&life, &life.itinerary.journeys());
        let (text, unplaced, first_told) = (Text::default(), Vec::new(), Vec::new());
        Self {
            life,
            text,
            lives: Vec::new(),
            resolved_stays,
            dataset,
            unplaced,
            first_told,
            clocks,
            telling: OnceLock::new(),
        }
    }
}
