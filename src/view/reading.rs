use std::sync::Arc;

use leptos::prelude::*;

use super::loaded::Loaded;
use super::words;
use crate::dataset::Dataset;
use crate::dataset::Visible;
use crate::domain::life::{StayGroup, Whereabouts};
use crate::domain::time::Day;
use crate::page_model::{Axis, MapView, Mode, Scene};

/// What the map shows of a dataset.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    pub day: Day,
    pub shown: Visible,
    /// Are features without a time shown?
    pub undated: bool,
    pub selected: Option<usize>,
}

/// The state of the page. Everything shown is derived from it.
#[derive(Clone, Copy)]
pub struct Reading {
    pub loaded: StoredValue<Arc<Loaded>>,
    pub day: RwSignal<Day>,
    /// What of time the timeline shows.
    pub axis: RwSignal<Axis>,
    pub mode: RwSignal<Mode>,
    /// What of time the map shows in [`Mode::Window`].
    pub window: RwSignal<(Day, Day)>,
    pub playing: RwSignal<bool>,
    /// Is the slider's thumb held? Then play waits.
    pub held: RwSignal<bool>,
    pub speed: RwSignal<Speed>,
    pub pace: RwSignal<Pace>,
    /// Does play begin again at the end?
    pub again: RwSignal<bool>,
    /// Are days before the change of style told in Old Style?
    pub old_style: RwSignal<bool>,
    /// The groups of stays that are shown, a bit each.
    groups: RwSignal<u8>,
    pub selected: RwSignal<Option<String>>,
    pub map_view: RwSignal<Option<MapView>>,
    /// What stands beside the map.
    pub pane: RwSignal<Pane>,
    /// What is searched for.
    pub query: RwSignal<String>,
    /// Does the map follow the person?
    pub follow: RwSignal<bool>,
    /// Did the reader, by scrolling, move time? Then time does not move the text.
    text_leads: StoredValue<bool>,
    /// When the reader, or play, last moved time, in milliseconds.
    pub moved_at: StoredValue<f64>,
    /// Where we left the text, in pixels: a scroll that ends there is ours.
    pub text_left_at: StoredValue<i32>,
    /// Where the subject is on the day.
    pub whereabouts: Memo<Whereabouts>,
    /// What the map shows.
    pub scene: Memo<Scene>,
    /// What it shows of a dataset.
    pub moment: Memo<Moment>,
    /// The stay that holds, or towards which the subject moves.
    pub current_stay: Memo<Option<usize>>,
}

/// What stands beside the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    Text,
    Stays,
    Figures,
    Search,
}

impl Pane {
    /// Those that there is something for; the first is open at first.
    pub fn of(loaded: &Loaded) -> &'static [Self] {
        match loaded.dataset {
            Some(_) => &[Self::Stays],
            None => &[Self::Text, Self::Stays, Self::Figures],
        }
    }

    pub const ALL: [Self; 4] = [Self::Text, Self::Stays, Self::Figures, Self::Search];

    pub fn label(self) -> &'static str {
        match self {
            Self::Text => words::TEXT,
            Self::Stays => words::STAYS,
            Self::Figures => words::IN_FIGURES,
            Self::Search => words::SEARCH,
        }
    }

    /// The word in the address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Stays => "stays",
            Self::Figures => "figures",
            Self::Search => "search",
        }
    }
}

/// How fast play goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speed {
    Slow,
    Normal,
    Fast,
}

impl Speed {
    pub const ALL: [Self; 3] = [Self::Slow, Self::Normal, Self::Fast];

    pub fn times(self) -> f64 {
        match self {
            Self::Slow => 0.25,
            Self::Normal => 1.0,
            Self::Fast => 3.0,
        }
    }

    pub fn label(self) -> &'static str {
        words::SPEEDS[self as usize]
    }
}

/// By which clock play goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    Calendar,
    EqualStops,
}

impl Pace {
    pub const ALL: [Self; 2] = [Self::Calendar, Self::EqualStops];

    pub fn label(self) -> &'static str {
        words::CLOCKS[self as usize]
    }
}

impl Reading {
    pub fn new(loaded: Loaded) -> Self {
        let entry = &loaded.life.entry;
        let (first, last) = (entry.first_day, entry.last_day);
        let loaded = StoredValue::new(Arc::new(loaded));
        let first_pane = loaded.with_value(|l| Pane::of(l)[0]);
        let day = RwSignal::new(first);
        let mode = RwSignal::new(Mode::Trail);
        let window = RwSignal::new((first, last));
        let groups = RwSignal::new(u8::MAX);
        let selected = RwSignal::new(None::<String>);
        let whereabouts =
            Memo::new(move |_| loaded.with_value(|l| l.life.itinerary.whereabouts(day.get())));
        let scene = Memo::new(move |_| {
            let (selected, mode, window) = (selected.get(), mode.get(), window.get());
            loaded.with_value(|l| {
                whereabouts.with(|w| {
                    let shown = mode.range(&l.life.entry, w.day, window);
                    Scene::of(&l.life, &l.resolved_stays, w, selected.as_deref(), shown)
                })
            })
        });
        let moment = Memo::new(move |_| {
            let (day, mode, window) = (day.get(), mode.get(), window.get());
            loaded.with_value(|l| {
                let Some(dataset) = &l.dataset else { return Moment::default() };
                let (first, last) = mode.range(&l.life.entry, day, window);
                Moment {
                    day,
                    shown: dataset.index.shown(first, last),
                    undated: mode == Mode::All,
                    selected: selected.with(|id| feature_of(id.as_deref()?, dataset)),
                }
            })
        });
        let current_stay = Memo::new(move |_| {
            whereabouts.with(|w| match (w.moving, w.shown) {
                (Some(moving), None) if !moving.journey.unknown => Some(moving.journey.to),
                (Some(moving), None) => Some(moving.journey.from),
                (_, shown) => shown.map(|c| c.stay),
            })
        });
        Self {
            loaded,
            day,
            axis: RwSignal::new(Axis { first, last }),
            mode,
            window,
            playing: RwSignal::new(false),
            held: RwSignal::new(false),
            speed: RwSignal::new(Speed::Normal),
            pace: RwSignal::new(Pace::Calendar),
            again: RwSignal::new(false),
            old_style: RwSignal::new(false),
            groups,
            selected,
            map_view: RwSignal::new(None),
            pane: RwSignal::new(first_pane),
            query: RwSignal::new(String::new()),
            follow: RwSignal::new(true),
            text_leads: StoredValue::new(false),
            moved_at: StoredValue::new(0.0),
            text_left_at: StoredValue::new(0),
            whereabouts,
            scene,
            moment,
            current_stay,
        }
    }

    pub fn loaded(&self) -> Arc<Loaded> {
        self.loaded.get_value()
    }

    /// Is it the reader's own data, and no life?
    pub fn is_own(&self) -> bool {
        self.loaded.with_value(|l| l.dataset.is_some())
    }

    /// The whole of the life, from end to end.
    pub fn whole(&self) -> Axis {
        self.loaded
            .with_value(|l| Axis { first: l.life.entry.first_day, last: l.life.entry.last_day })
    }

    /// Goes to a day, kept within the life, and has the timeline show it.
    pub fn go_to(&self, day: Day) {
        self.text_leads.set_value(false);
        self.moved_at.set_value(js_sys::Date::now());
        self.move_to(day);
    }

    /// Goes to where a stay is drawn to begin, because the reader has scrolled
    /// to its words: the text stays where it is, and play ends.
    pub fn follow_text(&self, stay: usize) {
        self.let_text_lead(None);
        self.playing.set(false);
        if self.current_stay.get_untracked() != Some(stay)
            && let Some(day) = self.begin_of(stay)
        {
            self.move_to(day);
        }
    }

    /// Until the reader moves time, time does not move the text. It goes to a
    /// day, if one is known.
    pub fn let_text_lead(&self, day: Option<Day>) {
        self.text_leads.set_value(true);
        if let Some(day) = day {
            self.playing.set(false);
            self.move_to(day);
        }
    }

    /// Does the text follow time now?
    pub fn text_follows(&self) -> bool {
        !self.text_leads.get_value()
    }

    fn move_to(&self, day: Day) {
        let whole = self.whole();
        let day = day.clamp(whole.first, whole.last);
        if self.day.get_untracked() == day {
            return;
        }
        let axis = self.axis.get_untracked();
        let showing = axis.showing(day, whole);
        if showing != axis {
            self.axis.set(showing);
        }
        self.day.set(day);
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
        let (loaded, day) = (self.loaded(), self.day.get_untracked());
        if let Some(dataset) = &loaded.dataset {
            if let Some(day) = dataset.index.next_begin(day, forward) {
                self.go_to(day);
            }
            return;
        }
        let itinerary = &loaded.life.itinerary;
        let mut begins = itinerary
            .main_line()
            .filter(|&i| self.shows_untracked(itinerary.stays[i].kind.group()))
            .map(|i| itinerary.schedule.timings[i].drawn_arrival);
        let target = if forward { begins.find(|&b| b > day) } else { begins.rfind(|&b| b < day) };
        if let Some(target) = target {
            self.go_to(target);
        }
    }

    /// Shows so much of time; a window opens around the day.
    pub fn show_mode(&self, mode: Mode) {
        let (whole, day) = (self.whole(), self.day.get_untracked());
        if mode == Mode::Window && self.window.get_untracked() == (whole.first, whole.last) {
            let quarter = whole.days() / 8;
            let from = (day - quarter).max(whole.first);
            self.window.set((from, (day + quarter).min(whole.last)));
        }
        self.mode.set(mode);
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
            Some(dataset) => feature_of(id, dataset).is_some(),
            None => loaded.life.place(id).is_some(),
        });
        if self.selected.with_untracked(|now| now.as_deref() != known) {
            self.selected.set(known.map(str::to_owned));
        }
    }

    /// Are stays of this group shown?
    pub fn shows(&self, group: StayGroup) -> bool {
        self.groups.get() & (1 << group as u8) != 0
    }

    fn shows_untracked(&self, group: StayGroup) -> bool {
        self.groups.get_untracked() & (1 << group as u8) != 0
    }

    /// Shows or hides the stays of a group.
    pub fn toggle_group(&self, group: StayGroup) {
        self.groups.update(|groups| *groups ^= 1 << group as u8);
    }
}

/// Features are known by their number, from one.
fn feature_of(id: &str, dataset: &Dataset) -> Option<usize> {
    let number: usize = id.parse().ok()?;
    number.checked_sub(1).filter(|&feature| feature < dataset.records.len())
}
