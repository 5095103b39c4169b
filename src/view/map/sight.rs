//! The view of the map: panning to bring something into view, zooming, and the view of
//! everything.

use std::cell::Cell;
use std::rc::Rc;

use leaflet::{Map, Point};
use leptos::prelude::{document, request_animation_frame};
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::bindings::{lat_lng, options};
use super::control_boxes::{Boxes, box_within, type_scale};
use super::place_mark::PlaceMark;
use crate::dataset::Dataset;
use crate::domain::great_circle::LonLat;
use crate::page_model::{FitPoint, Rect, fit};
use crate::view::loaded::Loaded;

/// The zooms that the map has.
pub(super) const ZOOMS: (f64, f64) = (2.0, 10.0);

/// A point nearer to the edge of the map than this is brought into view, in pixels.
const EDGE_PX: f64 = 36.0;

/// The margin at the edges of the view of everything, and the one at the bottom, which
/// leaves room for the credits of the relief. These are loaded later.
const MARGIN_PX: f64 = 6.0;
const CREDITS_PX: f64 = 20.0;

pub(super) struct Sight {
    map: Map,
    ground: HtmlElement,
    /// The boxes of the controls over the map.
    controls: Boxes,
    /// The box of the open card, if it lies over the map.
    card: Cell<Option<Rect>>,
    /// The places of all stays, or the corners of a dataset, each with the width of
    /// its label.
    everything: Vec<(LonLat, f64)>,
    /// What the map follows: zooming keeps it where it is on the screen.
    anchor: Cell<Option<LonLat>>,
    /// When the map was last panned, in milliseconds.
    panned: Cell<f64>,
}

impl Sight {
    pub fn new(map: &Map, ground: &HtmlElement, controls: Boxes, loaded: &Loaded) -> Self {
        Self {
            map: map.clone(),
            ground: ground.clone(),
            controls,
            card: Cell::default(),
            everything: everything(loaded),
            anchor: Cell::default(),
            panned: Cell::default(),
        }
    }

    /// Pans if a point is near or beyond the edge of the map, under the card or under a
    /// button. It pans far enough that the next pan is not needed soon, because each
    /// one redraws all lines.
    pub fn keep_in_sight(&self, at: LonLat, animate: bool) {
        let map = self.area();
        let free = self.card.get().map_or(map, |card| map.largest_beside(&card));
        let point = self.map.lat_lng_to_container_point(&lat_lng(at));
        let (x, y) = (point.x(), point.y());
        let is_covered =
            self.controls.borrow().iter().any(|rect| rect.padded(8.0).contains_point(x, y));
        if free.padded(-EDGE_PX).contains_point(x, y) && !is_covered {
            return;
        }
        let margin = 0.3 * free.height.min(free.width);
        let beyond = |end: f64, of: f64| Point::new(margin + end, margin + of);
        // Pans in quick succession are not animated.
        let now = js_sys::Date::now();
        let alone = now - self.panned.replace(now) > 500.0;
        let inside = options(&[
            ("paddingTopLeft", beyond(free.left, free.top).into()),
            (
                "paddingBottomRight",
                beyond(map.width - free.left - free.width, map.height - free.top - free.height)
                    .into(),
            ),
            ("animate", (animate && alone).into()),
            ("duration", 0.25.into()),
        ]);
        let _ = self.map.pan_inside_with_options(&lat_lng(at), &inside);
    }

    /// Brings a point into view beside the card, which appears in the next frame.
    pub fn show_beside_card(self: &Rc<Self>, at: LonLat, animate: bool) {
        let sight = Rc::clone(self);
        request_animation_frame(move || {
            // The page may have been replaced by then.
            if sight.ground.is_connected() {
                sight.measure_card();
                sight.keep_in_sight(at, animate);
            }
        });
    }

    /// Measures where the card is, if one is open.
    pub fn measure_card(&self) {
        let card = document().query_selector(".card").ok().flatten();
        let over = card.map(|card| box_within(&card, &self.ground));
        self.card.set(over.filter(|card| card.overlaps(&self.area())));
    }

    /// The card has been closed.
    pub fn forget_card(&self) {
        self.card.set(None);
    }

    /// From now on zooming keeps this point where it is, as long as it is in sight.
    pub fn anchor_zoom(&self, at: Option<LonLat>) {
        if self.anchor.replace(at) == at {
            return;
        }
        let anchor = at.map_or(JsValue::NULL, |at| lat_lng(at).into());
        // Read by leaflet.js for the wheel.
        if let Ok(options) = js_sys::Reflect::get(&self.map, &"options".into()) {
            let _ = js_sys::Reflect::set(&options, &"zoomAnchor".into(), &anchor);
        }
    }

    /// Changes the zoom, about what is followed or else the middle of the map.
    pub fn zoom_by(&self, by: f64, animate: bool) {
        let zoom = (self.map.get_zoom() + by).clamp(ZOOMS.0, ZOOMS.1);
        let in_sight = |at: &LonLat| {
            let point = self.map.lat_lng_to_container_point(&lat_lng(*at));
            self.area().contains_point(point.x(), point.y())
        };
        let about = match self.anchor.get().filter(in_sight) {
            Some(at) => lat_lng(at),
            None => self.map.get_center(),
        };
        let animate = options(&[("animate", animate.into())]);
        let _ = self.map.set_zoom_around_lat_lng_with_options(&about, zoom, &animate);
    }

    /// Pans the map by a number of pixels.
    pub fn pan_by(&self, right: f64, down: f64, animate: bool) {
        let animate = options(&[("animate", animate.into()), ("duration", 0.25.into())]);
        let _ = self.map.pan_by_with_options(&Point::new(right, down), &animate);
    }

    /// Shows everything: all places of the life, none under a button, each with room
    /// for its label.
    pub fn fit_everything(&self, animate: bool) {
        let points: Vec<FitPoint> = self
            .everything
            .iter()
            .map(|&(at, label_px)| {
                let point = self.map.project_with_zoom(&lat_lng(at), 0.0);
                FitPoint { x: point.x(), y: point.y(), label_px }
            })
            .collect();
        let map = self.area();
        let area = Rect { height: map.height - CREDITS_PX, ..map }.padded(-MARGIN_PX);
        let animate = options(&[("animate", animate.into()), ("duration", 0.25.into())]);
        match fit(&points, area, &self.controls.borrow(), ZOOMS.0) {
            Some((zoom, (x, y))) => {
                // The middle of the area is not that of the map.
                let below = (map.height - area.height) / 2.0 - area.top;
                let y = y + below / zoom.exp2();
                let centre = self.map.unproject_with_zoom(&Point::new(x, y), 0.0);
                let _ = self.map.set_view_with_options(&centre, zoom, &animate);
            }
            // The whole world does not fit into a small window.
            None => {
                let centre = lat_lng(self.middle());
                let _ = self.map.set_view_with_options(&centre, ZOOMS.0, &animate);
            }
        }
    }

    /// The middle of everything, or the origin if there is nothing.
    fn middle(&self) -> LonLat {
        let middle = |of: fn(&(LonLat, f64)) -> f64| {
            let (least, most) = self
                .everything
                .iter()
                .map(of)
                .fold((f64::MAX, f64::MIN), |(a, b), degrees| (a.min(degrees), b.max(degrees)));
            if least > most { 0.0 } else { f64::midpoint(least, most) }
        };
        LonLat { lon: middle(|(at, _)| at.lon), lat: middle(|(at, _)| at.lat) }
    }

    fn area(&self) -> Rect {
        let size = self.map.get_size();
        Rect { left: 0.0, top: 0.0, width: size.x(), height: size.y() }
    }
}

/// The points that the view of everything shows, with the widths of their labels.
fn everything(loaded: &Loaded) -> Vec<(LonLat, f64)> {
    if let Some(corners) = loaded.dataset.as_ref().and_then(Dataset::bounds) {
        return corners.into_iter().map(|at| (at, 24.0)).collect();
    }
    let life = &loaded.life;
    let stays = life.itinerary.main_line();
    let place = |stay: usize| life.place(&life.itinerary.stays[stay].place);
    let scale = type_scale();
    let mut everything: Vec<(LonLat, f64)> = Vec::new();
    for place in stays.filter_map(place) {
        if let Some(at) = place.point
            && !everything.iter().any(|(other, _)| *other == at)
        {
            everything.push((at, PlaceMark::widest_px(place, scale)));
        }
    }
    everything
}
