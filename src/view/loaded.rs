use super::words;
use crate::domain::chronicle::Chronicle;
use crate::domain::{Basemap, Clock, Life, Stage, Text, Unplaced, unplaced};

/// What was fetched, and what follows from it once and for all.
#[derive(Debug)]
pub struct Loaded {
    pub life: Life,
    pub text: Text,
    pub basemap: Basemap,
    pub stage: Stage,
    /// The reader's own data; then the life is but its frame.
    pub chronicle: Option<Chronicle>,
    /// What the text dates and does not place.
    pub unplaced: Vec<Unplaced>,
    /// One per [`Pace`](super::reading::Pace).
    pub clocks: [Clock; 2],
}

impl Loaded {
    /// A life with its text, over the base map as it was then.
    pub fn of_life(life: Life, text: Text, basemap: &str) -> Result<Self, String> {
        let (first, last) = (life.entry.first_day, life.entry.last_day);
        let clocks = [
            Clock::calendar(&life.itinerary, first, last),
            Clock::equal_stops(&life.itinerary, first, last),
        ];
        let unplaced = unplaced(&text, &life.itinerary.stays);
        Ok(Self { text, unplaced, ..Self::framed(life, None, clocks, basemap)? })
    }

    /// Somebody's own data, from a file of this name.
    pub fn of_chronicle(chronicle: Chronicle, name: &str, basemap: &str) -> Result<Self, String> {
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
        Self::framed(life, Some(chronicle), clocks, basemap)
    }

    fn framed(
        life: Life,
        chronicle: Option<Chronicle>,
        clocks: [Clock; 2],
        basemap: &str,
    ) -> Result<Self, String> {
        let year = life.entry.last_day.ymd().0;
        let basemap = Basemap::parse(basemap, year).map_err(|e| e.to_string())?;
        let stage = Stage::of(&life, &life.itinerary.journeys());
        let (text, unplaced) = (Text::default(), Vec::new());
        Ok(Self { life, text, basemap, stage, chronicle, unplaced, clocks })
    }
}
