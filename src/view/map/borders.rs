//! Borders and names of states, as they were on the day shown.

use std::cell::{Cell, RefCell};

use js_sys::Array;
use leaflet::{Map, Point, Polyline, PolylineOptions, Svg, SvgOptions};
use web_sys::HtmlElement;

use super::bindings::lat_lng;
use super::elements::{element, put};
use super::places::PlaceMarks;
use crate::domain::argsort::argsort;
use crate::domain::formats::{Border, Borders, StateName, format_decimal};
use crate::domain::great_circle::LonLat;
use crate::domain::time::Day;
use crate::page_model::{Rect, text_width_em};
use crate::view::strings;
use crate::view::widgets::class_list;

/// The size of the names' font, in pixels (public/styles/map.css).
const FONT_PX: f64 = 12.0;

/// How far a name may be moved from its point to find room, in pixels: the least first.
const SHIFTS_X: [f64; 5] = [0.0, -40.0, 40.0, -80.0, 80.0];
const SHIFTS_Y: [f64; 5] = [0.0, -18.0, 18.0, -36.0, 36.0];

/// The names are in spaced capitals, which are wider than the same text in prose by
/// this factor.
const CAPITALS: f64 = 1.5;

/// From this zoom on, names of states are hidden: those of towns say more.
const NAMES_BELOW_ZOOM: f64 = 8.0;

pub(super) struct BorderLayer {
    lines: Vec<Line>,
    states: Vec<State>,
    /// The day shown; `None` where borders are switched off.
    day: Cell<Option<Day>>,
}

struct Line {
    border: Border,
    renderer: Svg,
    /// Leaflet's layer, made when it is first shown, and whether it is on the map.
    drawn: RefCell<Option<Polyline>>,
    shown: Cell<bool>,
}

struct State {
    state: StateName,
    label: HtmlElement,
}

impl BorderLayer {
    /// A layer that shows nothing yet.
    pub fn new(map: &Map, borders: &Borders) -> Self {
        let options = SvgOptions::new();
        options.set_pane("borders".to_owned());
        options.set_padding(0.4);
        let renderer = Svg::with_options(&options);
        let line = |border| Line {
            border,
            renderer: renderer.clone(),
            drawn: RefCell::default(),
            shown: Cell::default(),
        };
        let pane = map.create_pane_by_name("states");
        let _ = pane.set_attribute("role", "list");
        let _ = pane.set_attribute("aria-label", strings::STATES);
        let label = |state: StateName| {
            let label = element("span", "state-name")?;
            label.set_text_content(Some(&state.name));
            label.set_hidden(true);
            let _ = label.set_attribute("role", "listitem");
            let _ = pane.append_child(&label);
            Some(State { state, label })
        };
        // Where two names need the same room, that of the larger state stays.
        let zoom = |state: usize| borders.states[state].zoom;
        let by_size = argsort(borders.states.len(), &|a, b| zoom(a).total_cmp(&zoom(b)));
        let states = by_size.into_iter().map(|state| borders.states[state].clone());
        let states = states.filter_map(label).collect();
        Self {
            lines: borders.lines.iter().cloned().map(line).collect(),
            states,
            day: Cell::new(None),
        }
    }

    /// Shows the borders of a day, or none. Only lines whose time begins or ends between
    /// the days are touched.
    pub fn show(&self, map: &Map, day: Option<Day>, places: &PlaceMarks) {
        self.day.set(day);
        let mut changed = false;
        for line in &self.lines {
            let wanted = day.is_some_and(|day| line.border.when.contains(day));
            if line.shown.replace(wanted) != wanted {
                line.show(map, wanted);
                changed = true;
            }
        }
        if changed {
            self.declutter(map, places);
        }
    }

    /// Puts every name where it is on the map; `point` gives that in the pixels of
    /// Leaflet's panes.
    pub fn reposition(&self, point: impl Fn(LonLat) -> Point) {
        for State { state, label } in &self.states {
            put(label, &point(state.at));
        }
    }

    /// Shows the names that are valid, are meant for this zoom and have room: they lie
    /// within the view and beside places, their names and the buttons. A place that the
    /// map names already, such as a province of the text, is not named twice.
    pub fn declutter(&self, map: &Map, places: &PlaceMarks) {
        let (zoom, day) = (map.get_zoom(), self.day.get());
        let (view, mut taken) = places.view(map);
        taken.extend(places.taken());
        for State { state, label } in &self.states {
            let valid = day.is_some_and(|day| state.when.contains(day));
            let in_range = (state.zoom..NAMES_BELOW_ZOOM).contains(&zoom);
            let shown = valid && in_range && !places.names_area(&state.name);
            let place =
                shown.then(|| name_rect(map, state, places.type_scale())).and_then(|rect| {
                    let at = |(x, y): (f64, f64)| {
                        ((x, y), Rect { left: rect.left + x, top: rect.top + y, ..rect })
                    };
                    let is_free = |(_, rect): &((f64, f64), Rect)| {
                        let is_cut = rect.overlaps(&view) && !view.contains(rect);
                        !is_cut && !taken.iter().any(|other| rect.overlaps(other))
                    };
                    let shifts = SHIFTS_Y.into_iter().flat_map(|y| SHIFTS_X.map(|x| (x, y)));
                    shifts.map(at).find(is_free)
                });
            if let Some(((x, y), rect)) = place {
                taken.push(rect);
                let shift = format!("{}px {}px", format_decimal(x, 0), format_decimal(y, 0));
                let _ = label.style().set_property("translate", &shift);
            }
            label.set_hidden(place.is_none());
        }
    }
}

/// The room that a name takes around its point, in the pixels of the world.
fn name_rect(map: &Map, state: &StateName, type_scale: f64) -> Rect {
    let point = map.project(&lat_lng(state.at));
    let width = text_width_em(&state.name) * FONT_PX * CAPITALS * type_scale;
    Rect {
        left: point.x() - width / 2.0,
        top: point.y() - 10.0 * type_scale,
        width,
        height: 20.0 * type_scale,
    }
}

impl Line {
    fn show(&self, map: &Map, wanted: bool) {
        let mut drawn = self.drawn.borrow_mut();
        if wanted {
            let _ = drawn.get_or_insert_with(|| self.draw()).add_to(map);
        } else if let Some(drawn) = &*drawn {
            let _ = drawn.remove();
        }
    }

    fn draw(&self) -> Polyline {
        let points = |line: &Vec<LonLat>| line.iter().map(|&p| lat_lng(p)).collect::<Array>();
        let lines: Array = self.border.lines.iter().map(points).collect();
        let others = [(self.border.internal, "internal"), (self.border.approximate, "approximate")];
        let options = PolylineOptions::new();
        options.set_renderer((&self.renderer).into());
        options.set_pane("borders".to_owned());
        options.set_class_name(class_list("border", &others));
        options.set_interactive(false);
        options.set_fill(false);
        options.set_smooth_factor(0.8);
        Polyline::new_with_options(&lines, &options)
    }
}
