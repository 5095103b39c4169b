//! What the page has loaded, a life or a dataset, with what is derived from it once.

use crate::dataset::Dataset;
use crate::domain::life::{Life, Text};
use crate::page_model::{Playback, ResolvedStays, Unplaced, dataset_frame, unplaced};
use crate::view::strings;

/// What was fetched, and what follows from it once and for all.
#[derive(Debug)]
pub struct Loaded {
    pub life: Life,
    pub text: Text,
    pub resolved_stays: ResolvedStays,
    /// The reader's own data; then the life is but its frame.
    pub dataset: Option<Dataset>,
    /// What the text dates and does not place.
    pub unplaced: Vec<Unplaced>,
    /// One per [`Pace`](super::state::Pace).
    pub clocks: [Playback; 2],
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
        Self { text, unplaced, ..Self::framed(life, None, clocks) }
    }

    /// Somebody's own data, from a file of this name.
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

    fn framed(life: Life, dataset: Option<Dataset>, clocks: [Playback; 2]) -> Self {
        let resolved_stays = ResolvedStays::of(&life, &life.itinerary.journeys());
        let (text, unplaced) = (Text::default(), Vec::new());
        Self { life, text, resolved_stays, dataset, unplaced, clocks }
    }
}
