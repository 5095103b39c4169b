use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::{
    Basemap, Day, Journey, Life, MapView, Scene, Text, Whereabouts, age_on, day_words,
};

/// What was fetched, and what follows from it once and for all.
#[derive(Debug)]
pub struct Loaded {
    pub life: Life,
    pub text: Text,
    pub basemap: Basemap,
    pub journeys: Vec<Journey>,
}

/// The state of the page. Everything shown is derived from it.
#[derive(Clone, Copy)]
pub struct Reading {
    pub loaded: StoredValue<Arc<Loaded>>,
    pub day: RwSignal<Day>,
    pub playing: RwSignal<bool>,
    pub speed: RwSignal<Speed>,
    pub selected: RwSignal<Option<String>>,
    pub map_view: RwSignal<Option<MapView>>,
    /// What stands beside the map.
    pub pane: RwSignal<Pane>,
    /// Does the map follow the person?
    pub follow: RwSignal<bool>,
    /// Where the subject is on the day.
    pub whereabouts: Memo<Whereabouts>,
    /// What the map shows.
    pub scene: Memo<Scene>,
    /// The stay that holds, or towards which the subject moves.
    pub current_stay: Memo<Option<usize>>,
}

/// What stands beside the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    Text,
    Stays,
}

impl Pane {
    pub fn label(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::Stays => "Stays",
        }
    }
}

/// Days of the life that pass in a second of play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speed {
    Slow,
    Normal,
    Fast,
}

impl Speed {
    pub const ALL: [Self; 3] = [Self::Slow, Self::Normal, Self::Fast];

    pub fn days_per_second(self) -> f64 {
        match self {
            Self::Slow => 30.0,
            Self::Normal => 120.0,
            Self::Fast => 365.0,
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Slow => "1 month a second",
            Self::Normal => "4 months a second",
            Self::Fast => "1 year a second",
        }
    }
}

impl Reading {
    pub fn new(loaded: Loaded) -> Self {
        let first = loaded.life.entry.first_day;
        let loaded = StoredValue::new(Arc::new(loaded));
        let day = RwSignal::new(first);
        let selected = RwSignal::new(None::<String>);
        let whereabouts =
            Memo::new(move |_| loaded.with_value(|l| l.life.itinerary.whereabouts(day.get())));
        let scene = Memo::new(move |_| {
            let selected = selected.get();
            loaded.with_value(|l| {
                whereabouts.with(|w| Scene::of(&l.life, &l.journeys, w, selected.as_deref()))
            })
        });
        let current_stay = Memo::new(move |_| {
            whereabouts.with(|w| match (w.moving, w.best()) {
                (Some(moving), None) if !moving.journey.unknown => Some(moving.journey.to),
                (Some(moving), None) => Some(moving.journey.from),
                (_, best) => best.map(|c| c.stay),
            })
        });
        Self {
            loaded,
            day,
            playing: RwSignal::new(false),
            speed: RwSignal::new(Speed::Normal),
            selected,
            map_view: RwSignal::new(None),
            pane: RwSignal::new(Pane::Text),
            follow: RwSignal::new(true),
            whereabouts,
            scene,
            current_stay,
        }
    }

    pub fn loaded(&self) -> Arc<Loaded> {
        self.loaded.get_value()
    }

    /// Goes to a day, kept within the life.
    pub fn go_to(&self, day: Day) {
        let entry = &self.loaded().life.entry;
        let day = day.clamp(entry.first_day, entry.last_day);
        if self.day.get_untracked() != day {
            self.day.set(day);
        }
    }

    /// Goes to the day a stay is drawn to begin.
    pub fn go_to_stay(&self, stay: usize) {
        if let Some(timing) = self.loaded().life.itinerary.schedule.timings.get(stay) {
            self.go_to(timing.reach);
        }
    }

    /// Goes to the nearest stay that begins before (or after) the day.
    pub fn step_stay(&self, forward: bool) {
        let (loaded, day) = (self.loaded(), self.day.get_untracked());
        let itinerary = &loaded.life.itinerary;
        let mut begins = itinerary.main_line().map(|i| itinerary.schedule.timings[i].reach);
        let target = if forward { begins.find(|&b| b > day) } else { begins.rfind(|&b| b < day) };
        if let Some(target) = target {
            self.go_to(target);
        }
    }

    /// Selects a place of the life, or none.
    pub fn select(&self, place: Option<&str>) {
        let known = place.filter(|id| self.loaded().life.place(id).is_some());
        if self.selected.with_untracked(|now| now.as_deref() != known) {
            self.selected.set(known.map(str::to_owned));
        }
    }

    /// The day in words, for the slider and for readers of the screen:
    /// "20 November 1903, Novaya Uda, exile, aged 24 (likely)".
    pub fn in_words(&self) -> String {
        let mut words = day_words(self.day.get());
        for part in [self.place_words(), self.kind_words(), self.age_words()].into_iter().flatten()
        {
            words += ", ";
            words += &part;
        }
        match self.certainty_words() {
            Some(certainty) => format!("{words} ({certainty})"),
            None => words,
        }
    }

    /// Where, in words.
    pub fn place_words(&self) -> Option<String> {
        let loaded = self.loaded();
        let life = &loaded.life;
        let day = self.day.get();
        let name = |stay: usize| {
            let place = &life.itinerary.stays[stay].place;
            life.place(place).map_or(place.as_str(), |p| p.name_on(day)).to_owned()
        };
        self.whereabouts.with(|w| match (w.moving, w.best()) {
            (Some(moving), _) if moving.journey.unknown => Some(format!(
                "whereabouts unknown between {} and {}",
                name(moving.journey.from),
                name(moving.journey.to)
            )),
            (Some(moving), _) => {
                Some(format!("from {} to {}", name(moving.journey.from), name(moving.journey.to)))
            }
            (None, Some(best)) => Some(name(best.stay)),
            (None, None) => Some("whereabouts unknown".to_owned()),
        })
    }

    /// The kind of the stay that holds.
    pub fn kind_words(&self) -> Option<String> {
        self.whereabouts.with(|w| {
            let stay = w.moving.is_none().then(|| w.best()).flatten()?.stay;
            Some(self.loaded().life.itinerary.stays[stay].kind.as_str().to_owned())
        })
    }

    /// "aged 24"
    pub fn age_words(&self) -> Option<String> {
        let born = self.loaded().life.entry.born?;
        age_on(born, self.day.get()).map(|age| format!("aged {age}"))
    }

    /// How sure the place is, unless it is known.
    pub fn certainty_words(&self) -> Option<&'static str> {
        use crate::domain::Presence::{Inferred, Known, Likely, Unknown};
        self.whereabouts.with(|w| match w.certainty() {
            Known | Unknown => None,
            Likely => Some("likely"),
            Inferred => Some("inferred"),
        })
    }
}
