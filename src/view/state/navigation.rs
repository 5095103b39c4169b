//! Moving through time and selecting: every way the reader has, in one place.

use leptos::prelude::*;

use super::map::Shot;
use super::page_state::PageState;
use super::selection::Selection;
use crate::domain::time::Day;
use crate::page_model::{BeatIndex, Mode, frame_of_span};

/// A window is a year wide when it opens: this many days before and after the day.
const HALF_WINDOW_DAYS: i32 = 182;

impl PageState {
    /// Goes to a day, kept within the life, and has the timeline show it.
    pub fn go_to(&self, day: Day) {
        self.text_sync.text_leads.set_value(false);
        self.time.moved_at_ms.set_value((self.time.now_ms)());
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

    /// From now on time does not move the text, until the reader moves time. Goes to
    /// `day`, if there is one.
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

    /// Shows a beat of told play, and its day.
    pub fn tell(&self, beat: BeatIndex, day: Day) {
        self.text_sync.text_leads.set_value(false);
        self.time.moved_at_ms.set_value((self.time.now_ms)());
        if self.playback.beat.get_untracked() != Some(beat) {
            self.playback.beat.set(Some(beat));
        }
        self.show_day(day);
    }

    /// Moves time at the reader's request, which ends told play.
    fn move_to(&self, day: Day) {
        self.playback.end_telling();
        self.show_day(day);
    }

    fn show_day(&self, day: Day) {
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

    /// Goes to the first day of a part of the life: the text comes there, and the map
    /// shows the places of that part.
    pub fn go_to_span(&self, from: Day, to: Day) {
        self.go_to(from);
        self.text_sync.recall.update(|times| *times += 1);
        if let Some(frame) = self.loaded.with_value(|l| frame_of_span(&l.life, from, to)) {
            self.map.shot.set(Some(Shot { frame, seconds: 0.9 }));
        }
    }

    /// Goes to the day a stay is drawn to begin.
    pub fn go_to_stay(&self, stay: usize) {
        if let Some(day) = self.begin_of(stay) {
            self.go_to(day);
        }
    }

    /// Does the text scroll to the current stay? Told play never scrolls it backwards.
    pub fn moves_text(&self) -> bool {
        let beat = self.playback.beat.get_untracked();
        beat.is_none_or(|beat| self.loaded.with_value(|l| l.moves_text(beat)))
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
        let mut begins = self.shown_arrivals().into_iter();
        let target = if forward { begins.find(|&b| b > day) } else { begins.rfind(|&b| b < day) };
        if let Some(target) = target {
            self.go_to(target);
        }
    }

    /// The days on which the stays shown are drawn to begin, in order.
    pub fn shown_arrivals(&self) -> Vec<Day> {
        let loaded = self.loaded();
        let itinerary = &loaded.life.itinerary;
        itinerary
            .main_line()
            .filter(|&i| self.kinds.shows_untracked(itinerary.stays[i].kind.group.id))
            .map(|i| itinerary.schedule.timings[i].drawn_arrival)
            .collect()
    }

    /// Sets how much of time the map shows. A window opens around the day.
    pub fn show_mode(&self, mode: Mode) {
        let (whole, day) = (self.whole(), self.time.day.get_untracked());
        if mode == Mode::Window && self.time.window.get_untracked() == (whole.first, whole.last) {
            // If the data span few years, the window is a quarter of their time.
            let half = HALF_WINDOW_DAYS.min(whole.days() / 8);
            let from = (day - half).max(whole.first);
            self.time.window.set((from, (day + half).min(whole.last)));
        }
        self.time.mode.set(mode);
    }

    /// Goes to the day a record begins, and selects it. A record without a known
    /// beginning is shown on its last day.
    pub fn go_to_record(&self, index: usize) {
        let span = self
            .loaded
            .with_value(|l| l.dataset.as_ref()?.records.get(index).and_then(|record| record.span));
        if let Some((first, last)) = span {
            self.go_to(if first == Day::MIN { last } else { first });
        }
        self.select(Some(Selection::Record(index)));
    }

    /// Selects a place of the life by its id.
    pub fn select_place(&self, id: &str) {
        self.select(Some(Selection::Place(id.to_owned())));
    }

    /// Selects a place or a record, or nothing. A selection that the data do not have
    /// clears the present one.
    pub fn select(&self, selection: Option<Selection>) {
        let known = selection
            .filter(|selection| self.loaded.with_value(|loaded| selection.exists_in(loaded)));
        if self.selected.with_untracked(|now| *now != known) {
            self.selected.set(known);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::DatasetReader;
    use crate::domain::life::samples::{day, tiny_life};
    use crate::domain::life::{Life, Text};
    use crate::view::loaded::Loaded;

    /// A page of the tiny life; signals live as long as the owner.
    fn page() -> (Owner, PageState) {
        with(Loaded::of_life(tiny_life(), Text::default()))
    }

    fn with(loaded: Loaded) -> (Owner, PageState) {
        let owner = Owner::new();
        owner.set();
        (owner, PageState::new(loaded, || 1000.0))
    }

    fn arrival(life: &Life, nth: usize) -> Day {
        let stay = life.itinerary.main_line().nth(nth).unwrap();
        life.itinerary.schedule.timings[stay].drawn_arrival
    }

    #[test]
    fn steps_go_from_stay_to_stay_and_end_at_the_last() {
        let (_owner, state) = page();
        let life = tiny_life();
        let second = arrival(&life, 1);
        state.go_to(second - 1);
        state.step_stay(true);
        assert_eq!(state.time.day.get_untracked(), second);
        state.step_stay(false);
        assert_eq!(state.time.day.get_untracked(), arrival(&life, 0));
        let last = life.itinerary.main_line().count() - 1;
        for _ in 0..2 * last + 2 {
            state.step_stay(true);
        }
        assert_eq!(state.time.day.get_untracked(), arrival(&life, last));
    }

    #[test]
    fn steps_pass_over_stays_of_hidden_groups() {
        let (_owner, state) = page();
        for stay in &tiny_life().itinerary.stays {
            let group = stay.kind.group.id;
            if state.kinds.shows_untracked(group) {
                state.kinds.toggle_group(group);
            }
        }
        state.go_to(day("1890-01-01"));
        state.step_stay(true);
        assert_eq!(state.time.day.get_untracked(), day("1890-01-01"));
    }

    #[test]
    fn time_stays_within_the_life() {
        let (_owner, state) = page();
        let whole = state.whole();
        state.go_to(whole.last + 5000);
        assert_eq!(state.time.day.get_untracked(), whole.last);
        state.go_to(whole.first - 5000);
        assert_eq!(state.time.day.get_untracked(), whole.first);
    }

    #[test]
    fn a_window_opens_a_year_wide_and_is_kept_afterwards() {
        let (_owner, state) = page();
        let (whole, on) = (state.whole(), day("1900-01-01"));
        state.go_to(on);
        state.show_mode(Mode::Window);
        let window = (on - 182, on + 182);
        assert_eq!(state.time.window.get_untracked(), window);
        assert_eq!(state.time.mode.get_untracked(), Mode::Window);
        state.show_mode(Mode::Trail);
        state.go_to(whole.last);
        state.show_mode(Mode::Window);
        assert_eq!(state.time.window.get_untracked(), window, "the reader's window is kept");
    }

    #[test]
    fn only_what_exists_is_selected() {
        let (_owner, state) = page();
        state.select_place("aldby");
        assert_eq!(state.selected.get_untracked(), Some(Selection::Place("aldby".to_owned())));
        for unknown in [Selection::Place("nowhere".to_owned()), Selection::Record(0)] {
            state.select_place("aldby");
            state.select(Some(unknown));
            assert_eq!(state.selected.get_untracked(), None);
        }
    }

    #[test]
    fn addresses_count_records_from_one() {
        let text = r#"{"type": "FeatureCollection", "features": [{"type": "Feature",
            "properties": {"date": "1900"},
            "geometry": {"type": "Point", "coordinates": [12, 51]}}]}"#;
        let mut reader = DatasetReader::new(text.into()).unwrap();
        reader.read(1);
        let dataset = reader.finish();
        let (_owner, state) = with(Loaded::of_dataset(dataset, "one.geojson").unwrap());
        let parse = |word| state.loaded.with_value(|loaded| Selection::parse(word, loaded));
        assert_eq!(parse("1"), Some(Selection::Record(0)));
        assert_eq!(parse("1").unwrap().to_string(), "1");
        for word in ["0", "2", "", "aldby", "99999999999999999999"] {
            assert_eq!(parse(word), None, "{word}");
        }
        state.go_to_record(0);
        assert_eq!(state.moment.get_untracked().selected, Some(0));
        assert_eq!(state.time.day.get_untracked(), day("1900-01-01"));
    }

    #[test]
    fn text_that_the_reader_scrolls_moves_time_and_leads() {
        let (_owner, state) = page();
        state.playback.playing.set(true);
        let stay = tiny_life().itinerary.main_line().nth(1).unwrap();
        state.follow_text(stay);
        assert_eq!(state.time.day.get_untracked(), arrival(&tiny_life(), 1));
        assert!(!state.playback.playing.get_untracked(), "playback ends");
        assert!(!state.text_follows());
        assert_eq!(state.time.moved_at_ms.get_value(), 0.0, "the reader did not move time");
        // Moving time by any other way gives the lead back to time.
        state.go_to(state.whole().first);
        assert!(state.text_follows());
        assert_eq!(state.time.moved_at_ms.get_value(), 1000.0);
    }
}
