use super::words;
use crate::domain::chronicle::Chronicle;
use crate::domain::{Clock, Life, Stage, Text, Unplaced, unplaced};

/// What was fetched, and what follows from it once and for all.
#[derive(Debug)]
pub struct Loaded {
    pub life: Life,
    pub text: Text,
    pub stage: Stage,
    /// The reader's own data; then the life is but its frame.
    pub chronicle: Option<Chronicle>,
    /// What the text dates and does not place.
    pub unplaced: Vec<Unplaced>,
    /// One per [`Pace`](super::reading::Pace).
    pub clocks: [Clock; 2],
}

impl Loaded {
    /// A life with its text.
    pub fn of_life(life: Life, text: Text) -> Self {
        let (first, last) = (life.entry.first_day, life.entry.last_day);
        let clocks = [
            Clock::calendar(&life.itinerary, first, last),
            Clock::equal_stops(&life.itinerary, first, last),
        ];
        let unplaced = unplaced(&text, &life.itinerary.stays);
        Self { text, unplaced, ..Self::framed(life, None, clocks) }
    }

    /// Somebody's own data, from a file of this name.
    pub fn of_chronicle(chronicle: Chronicle, name: &str) -> Result<Self, String> {
        let refused = |why: &str| words::cannot_be_read(name, why);
        let life = Life::around(&chronicle, name).ok_or_else(|| {
            let reason = chronicle.unread.first();
            refused(&reason.map_or_else(
                || words::NO_TIMES.to_owned(),
                |u| {
                    words::NO_TIMES.to_owned()
                        + ". "
                        + &words::unread(u.number, &u.title, &u.reason)
                },
            ))
        })?;
        let (first, last) = (life.entry.first_day, life.entry.last_day);
        let events = chronicle.index.events();
        let clocks =
            [Clock::of_events(&events, first, last), Clock::equal_events(&events, first, last)];
        Ok(Self::framed(life, Some(chronicle), clocks))
    }

    fn framed(life: Life, chronicle: Option<Chronicle>, clocks: [Clock; 2]) -> Self {
        let stage = Stage::of(&life, &life.itinerary.journeys());
        let (text, unplaced) = (Text::default(), Vec::new());
        Self { life, text, stage, chronicle, unplaced, clocks }
    }
}
