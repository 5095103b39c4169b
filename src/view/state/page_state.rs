//! The page's state by concern, with the values derived from it.

use std::sync::Arc;

use leptos::prelude::*;

use super::kind_filter::KindFilter;
use super::map::MapState;
use super::moment::Moment;
use super::panes::{Pane, PaneState};
use super::playback::PlaybackState;
use super::route::RouteState;
use super::selection::Selection;
use super::text_sync::TextSync;
use super::time::TimeState;
use crate::domain::life::Whereabouts;
use crate::page_model::{Axis, Mode, Scene, SceneFilter};
use crate::view::loaded::Loaded;

/// The state of the page, by concern. Everything shown is derived from it.
#[derive(Clone, Copy)]
pub struct PageState {
    /// What was loaded; it does not change while the page lives.
    pub loaded: StoredValue<Arc<Loaded>>,
    pub time: TimeState,
    pub playback: PlaybackState,
    pub map: MapState,
    pub panes: PaneState,
    pub kinds: KindFilter,
    pub text_sync: TextSync,
    /// Is the page shown in large type, for a projector?
    pub presenting: RwSignal<bool>,
    pub route: RouteState,
    /// The selected place or record.
    pub selected: RwSignal<Option<Selection>>,
    /// Derived: where the subject is on the day.
    pub whereabouts: Memo<Whereabouts>,
    /// Derived: what the map shows of a life.
    pub scene: Memo<Scene>,
    /// Derived: what the map shows of a dataset.
    pub moment: Memo<Moment>,
    /// Derived: the stay that is told; else the one the subject is at, or moves towards.
    pub current_stay: Memo<Option<usize>>,
}

impl PageState {
    /// The state of a page that has just been opened. `now_ms` is the clock: it
    /// gives the milliseconds since 1970.
    pub fn new(loaded: Loaded, now_ms: fn() -> f64) -> Self {
        let entry = &loaded.life.entry;
        let time =
            TimeState::at_start_of(Axis { first: entry.first_day, last: entry.last_day }, now_ms);
        let (day, mode, window) = (time.day, time.mode, time.window);
        let loaded = StoredValue::new(Arc::new(loaded));
        let playback = PlaybackState::new(loaded.with_value(|l| l.dataset.is_some()));
        let first_pane = Pane::initial(loaded.with_value(|l| l.dataset.is_some()));
        let selected = RwSignal::new(None::<Selection>);
        let whereabouts =
            Memo::new(move |_| loaded.with_value(|l| l.life.itinerary.whereabouts(day.get())));
        let (kinds, map, route) = (KindFilter::new(), MapState::new(), RouteState::new());
        let scene = Memo::new(move |_| {
            let (selected, mode, window) = (selected.get(), mode.get(), window.get());
            let (groups, mut found) = (kinds.shown_groups(), map.found.get());
            loaded.with_value(|l| {
                found.extend(route.places(&l.life));
                whereabouts.with(|w| {
                    let span = mode.range(&l.life.entry, w.day, window);
                    let selected = selected.as_ref().and_then(Selection::place);
                    let filter = SceneFilter { selected, span, groups, found: &found };
                    let mut scene = Scene::of(&l.life, &l.resolved_stays, w, filter);
                    if mode != Mode::All {
                        scene.hide_future(&l.first_told, span.1);
                    }
                    scene
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
                    selected: selected.with(|selected| selected.as_ref()?.record()),
                }
            })
        });
        let current_stay = current_stay(loaded, playback, whereabouts);
        Self {
            loaded,
            time,
            playback,
            map,
            panes: PaneState::showing(first_pane),
            kinds,
            text_sync: TextSync::new(),
            presenting: RwSignal::new(false),
            route,
            selected,
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
}

/// The stay that is told; else the one the subject is at, or moves towards.
fn current_stay(
    loaded: StoredValue<Arc<Loaded>>,
    playback: PlaybackState,
    whereabouts: Memo<Whereabouts>,
) -> Memo<Option<usize>> {
    Memo::new(move |_| {
        let told = playback.beat.get();
        if let Some(stay) = told.and_then(|beat| loaded.with_value(|l| l.stay_of_beat(beat))) {
            return Some(stay);
        }
        whereabouts.with(|w| match (w.moving, w.shown) {
            (Some(moving), None) if !moving.journey.unknown => Some(moving.journey.to),
            (Some(moving), None) => Some(moving.journey.from),
            (_, shown) => shown.map(|c| c.stay),
        })
    })
}
