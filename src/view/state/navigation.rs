//! Moving through time and selecting: every way the reader has, in one place.

use leptos::prelude::*;

use super::moment::record_index;
use super::page_state::PageState;
use crate::domain::time::Day;
use crate::page_model::Mode;

impl PageState {
    /// Goes to a day, kept within the life, and has the timeline show it.
    pub fn go_to(&self, day: Day) {
        self.text_sync.text_leads.set_value(false);
        self.time.moved_at_ms.set_value(js_sys::Date::now());
        self.move_to(day);
    }

    /// Goes to where a stay is drawn to begin, because the reader has scrolled
    /// to its words: the text stays where it is, and play ends.
    pub fn follow_text(&self, stay: usize) {
        self.let_text_lead(None);
        self.playback.playing.set(false);
        if self.current_stay.get_untracked() != Some(stay)
            && let Some(day) = self.begin_of(stay)
        {
            self.move_to(day);
        }
    }

    /// Until the reader moves time, time does not move the text. It goes to a
    /// day, if one is known.
    pub fn let_text_lead(&self, day: Option<Day>) {
        self.text_sync.text_leads.set_value(true);
        if let Some(day) = day {
            self.playback.playing.set(false);
            self.move_to(day);
        }
    }

    /// Does the text follow time now?
    pub fn text_follows(&self) -> bool {
        !self.text_sync.text_leads.get_value()
    }

    fn move_to(&self, day: Day) {
        let whole = self.whole();
        let day = day.clamp(whole.first, whole.last);
        if self.time.day.get_untracked() == day {
            return;
        }
        let axis = self.time.axis.get_untracked();
        let showing = axis.showing(day, whole);
        if showing != axis {
            self.time.axis.set(showing);
        }
        self.time.day.set(day);
    }

    /// Goes to the day a stay is drawn to begin.
    pub fn go_to_stay(&self, stay: usize) {
        if let Some(day) = self.begin_of(stay) {
            self.go_to(day);
        }
    }

    fn begin_of(&self, stay: usize) -> Option<Day> {
        self.loaded
            .with_value(|l| l.life.itinerary.schedule.timings.get(stay).map(|t| t.drawn_arrival))
    }

    /// Goes to the nearest stay shown that begins before (or after) the day.
    pub fn step_stay(&self, forward: bool) {
        let (loaded, day) = (self.loaded(), self.time.day.get_untracked());
        if let Some(dataset) = &loaded.dataset {
            if let Some(day) = dataset.index.next_begin(day, forward) {
                self.go_to(day);
            }
            return;
        }
        let itinerary = &loaded.life.itinerary;
        let mut begins = itinerary
            .main_line()
            .filter(|&i| self.kinds.shows_untracked(itinerary.stays[i].kind.group.id))
            .map(|i| itinerary.schedule.timings[i].drawn_arrival);
        let target = if forward { begins.find(|&b| b > day) } else { begins.rfind(|&b| b < day) };
        if let Some(target) = target {
            self.go_to(target);
        }
    }

    /// Shows so much of time; a window opens around the day.
    pub fn show_mode(&self, mode: Mode) {
        let (whole, day) = (self.whole(), self.time.day.get_untracked());
        if mode == Mode::Window && self.time.window.get_untracked() == (whole.first, whole.last) {
            let quarter = whole.days() / 8;
            let from = (day - quarter).max(whole.first);
            self.time.window.set((from, (day + quarter).min(whole.last)));
        }
        self.time.mode.set(mode);
    }

    /// Selects a feature of the dataset.
    pub fn select_feature(&self, feature: usize) {
        self.select(Some(&(feature + 1).to_string()));
    }

    /// Goes to where a feature begins, and selects it.
    pub fn go_to_feature(&self, feature: usize) {
        let span = self
            .loaded
            .with_value(|l| l.dataset.as_ref()?.records.get(feature).and_then(|f| f.span));
        if let Some((first, last)) = span {
            self.go_to(if first == Day::MIN { last } else { first });
        }
        self.select_feature(feature);
    }

    /// Selects a place of the life (a feature of the dataset), or none.
    pub fn select(&self, place: Option<&str>) {
        let loaded = self.loaded();
        let known = place.filter(|id| match &loaded.dataset {
            Some(dataset) => record_index(id, dataset).is_some(),
            None => loaded.life.place(id).is_some(),
        });
        if self.selected.with_untracked(|now| now.as_deref() != known) {
            self.selected.set(known.map(str::to_owned));
        }
    }
}
