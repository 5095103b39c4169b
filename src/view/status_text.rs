//! Describes in words where the person is on a day, or which records are visible.
//! The caption, the slider's spoken value and the hint under the pointer share it.

use leptos::prelude::*;

use crate::dataset::Visible;
use crate::domain::life::Presence::{Inferred, Known, Likely, Unknown};
use crate::domain::life::{Calendar, Whereabouts};
use crate::domain::time::{
    Day, age_on, both_styles_spoken, both_styles_text, day_text, old_style_text,
};
use crate::page_model::Mode;
use crate::view::state::{Pace, PageState};
use crate::view::strings;

impl PageState {
    /// The day in words, for the slider and for readers of the screen:
    /// "20 November 1903, Novaya Uda, exile, aged 24 (likely)". A day that the source
    /// gives in Old Style is said in both: "7 November 1917 (25 October Old Style), …".
    pub fn in_words(&self) -> String {
        let spoken = |calendar, day| match calendar {
            Calendar::Julian => both_styles_spoken(day),
            _ => day_text(day),
        };
        let mut words = self.whereabouts.with(|w| self.in_styles(w, spoken));
        for part in [self.place_words(), self.kind_words(), self.age_words()].into_iter().flatten()
        {
            words += ", ";
            words += &part;
        }
        match self.certainty_words() {
            Some(certainty) => words + " (" + certainty + ")",
            None => words,
        }
    }

    /// The day, in both styles where both are known, or in Old Style alone if the
    /// reader wants it.
    pub fn date_words(&self) -> String {
        self.whereabouts.with(|w| self.in_styles(w, |_, day| both_styles_text(day)))
    }

    /// Another day in words, in the same styles as the slider's day.
    pub fn words_of_day(&self, day: Day) -> String {
        let whereabouts = self.loaded.with_value(|l| l.life.itinerary.whereabouts(day));
        self.in_styles(&whereabouts, |_, day| both_styles_text(day))
    }

    /// The day in Old Style if the reader wants that, otherwise as `both` writes it. A
    /// day in an unspecified calendar is written as it is, because its Old Style date
    /// is not known.
    fn in_styles(&self, whereabouts: &Whereabouts, both: fn(Calendar, Day) -> String) -> String {
        let day = whereabouts.day;
        match self.loaded.with_value(|l| l.life.calendar_of(whereabouts)) {
            Calendar::Unspecified => day_text(day),
            _ if self.time.old_style.get() => old_style_text(day),
            calendar => both(calendar, day),
        }
    }

    /// Where the subject is on the slider's day, in words. For a dataset: how many
    /// records are visible.
    pub fn place_words(&self) -> Option<String> {
        if self.is_own() {
            return self.shown_words(self.moment.get().shown);
        }
        self.whereabouts.with(|w| self.words_of(w))
    }

    /// Where the subject is on another day, in words. For a dataset: how many records
    /// are visible then.
    pub fn place_words_on(&self, day: Day) -> Option<String> {
        if let Some(shown) =
            self.loaded.with_value(|l| Some(l.dataset.as_ref()?.index.shown(day, day)))
        {
            return self.shown_words(shown);
        }
        let whereabouts = self.loaded.with_value(|l| l.life.itinerary.whereabouts(day));
        self.words_of(&whereabouts)
    }

    /// "12 of 5,000 records"
    fn shown_words(&self, shown: Visible) -> Option<String> {
        self.loaded.with_value(|l| {
            let dataset = l.dataset.as_ref()?;
            Some(strings::records_shown(dataset.index.count(shown), dataset.records.len()))
        })
    }

    /// The place and the day of a stop of the route: "Novaya Uda, 20 November 1903".
    pub fn stop_words(&self, index: usize) -> String {
        let Some(stop) = self.route.stop_at(index) else { return String::new() };
        let day = self.words_of_day(stop.day);
        let name = self.loaded.with_value(|l| {
            Some(l.life.place(stop.place.as_ref()?)?.name_on(stop.day).to_owned() + ", ")
        });
        name.unwrap_or_default() + &day
    }

    fn words_of(&self, whereabouts: &Whereabouts) -> Option<String> {
        let loaded = self.loaded();
        let life = &loaded.life;
        let named = |place: &str| {
            life.place(place).map_or(place, |p| p.name_on(whereabouts.day)).to_owned()
        };
        let name = |stay: usize| named(&life.itinerary.stays[stay].place);
        match (whereabouts.moving, whereabouts.shown) {
            (Some(moving), _) => {
                let (from, to) = (name(moving.journey.from), name(moving.journey.to));
                Some(if moving.journey.unknown {
                    strings::unknown_between(&from, &to)
                } else {
                    strings::on_the_way(&from, &to)
                })
            }
            (None, Some(shown)) if shown.over => {
                let kind = &life.itinerary.stays[shown.stay].kind;
                Some(kind.afterwards_at(&named(life.itinerary.place_of(shown))))
            }
            (None, Some(shown)) => Some(name(shown.stay)),
            (None, None) => Some(strings::WHEREABOUTS_UNKNOWN.to_owned()),
        }
    }

    /// The kind of the current stay. `None` once an instant (a birth, an arrest) is
    /// over.
    pub fn kind_words(&self) -> Option<String> {
        self.whereabouts.with(|w| {
            let stay = w.shown.filter(|shown| w.moving.is_none() && !shown.over)?.stay;
            Some(self.loaded().life.itinerary.stays[stay].kind.label.clone())
        })
    }

    /// "aged 24"
    pub fn age_words(&self) -> Option<String> {
        let born = self.loaded().life.entry.born?;
        age_on(born, self.time.day.get()).map(strings::aged)
    }

    /// How sure the place is, unless it is known.
    pub fn certainty_words(&self) -> Option<&'static str> {
        self.whereabouts.with(|w| match w.certainty(w.shown) {
            Known | Unknown => None,
            Likely => Some(strings::LIKELY),
            Inferred => Some(strings::INFERRED),
        })
    }

    /// The first and the last day of the window, if there is one:
    /// "window 8 May 1917 to 8 May 1918".
    pub fn window_words(&self) -> Option<String> {
        (self.time.mode.get() == Mode::Window).then(|| {
            let (first, last) = self.time.window.get();
            strings::window_words(&self.words_of_day(first), &self.words_of_day(last))
        })
    }

    /// While play skips a long span without events: how long the span is.
    pub fn skipping_words(&self) -> Option<String> {
        if !self.playback.playing.get() || self.playback.pace.get() != Pace::Calendar {
            return None;
        }
        let day = self.time.day.get();
        let (from, to) = self.loaded.with_value(|l| Pace::Calendar.clock(l).skipped_span(day))?;
        Some(strings::time_passes((to - from) / 30))
    }
}
