//! Places: a dot and a name each, as one button.

use std::cell::RefCell;

use leaflet::{Map, Point};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlElement;

use super::bindings::lat_lng;
use super::control_boxes::Boxes;
use crate::domain::formats::format_decimal;
use crate::domain::great_circle::LonLat;
use crate::domain::life::PlaceKind;
use crate::page_model::{
    LabelRequest, LabelSide, PlaceState, Rect, Scene, SceneDifference, place_labels, text_width_em,
};
use crate::view::loaded::Loaded;

/// The size of the labels' font, in pixels (public/styles/map.css).
const FONT_PX: f64 = 12.5;

/// Below this zoom the sites of a town are not distinguished from the town.
const SITES_FROM_ZOOM: f64 = 8.5;

pub(super) struct PlaceMarks {
    marks: Vec<Option<Mark>>,
    shown: RefCell<DrawnPlaces>,
    /// What lies over the map.
    controls: Boxes,
    _on_click: Closure<dyn Fn(web_sys::Event)>,
}

/// What was drawn last.
#[derive(Default)]
struct DrawnPlaces {
    places: Vec<(PlaceState, usize)>,
    /// The zoom that `spots` holds for.
    zoom: f64,
    /// Where each place is in the pixels of the world at that zoom.
    spots: Vec<Option<(f64, f64)>>,
    /// Per place: is it hidden, and where is its label?
    drawn: Vec<(bool, Option<LabelSide>)>,
}

/// From this rank on a label may cover dots: the person is there, or the reader
/// has chosen the place.
const FOREMOST: u32 = 800;

/// A place whose class holds only its state.
const AS_WRITTEN: (bool, Option<LabelSide>) = (false, Some(LabelSide::Right));

struct Mark {
    button: HtmlElement,
    label: HtmlElement,
    at: LonLat,
    kind: PlaceKind,
    /// All its names.
    names: Vec<String>,
    /// Is it a place of a stay, and how often is it named?
    stayed: bool,
    mentions: usize,
}

impl PlaceMarks {
    pub fn new(
        map: &Map,
        loaded: &Loaded,
        controls: Boxes,
        choose: impl Fn(String) + 'static,
    ) -> Self {
        // Not Leaflet's markers: it makes a layer of each, and a hundred layers
        // are put together anew with every frame.
        let pane = map.create_pane_by_name("places");
        let _ = pane.style().set_property("z-index", "620");
        let on_click: Closure<dyn Fn(web_sys::Event)> =
            Closure::new(move |event: web_sys::Event| {
                let button = event.current_target().and_then(|t| t.dyn_into::<HtmlElement>().ok());
                if let Some(id) = button.and_then(|b| b.get_attribute("data-place")) {
                    choose(id);
                }
            });
        let life = &loaded.life;
        let marks = life
            .places
            .iter()
            .map(|place| {
                let at = place.point?;
                let button = element("button", "place")?;
                let dot = element("span", "dot")?;
                let label = element("span", "label")?;
                let _ = button.set_attribute("type", "button");
                let _ = button.set_attribute("data-place", &place.id);
                let _ = button.append_child(&dot);
                let _ = button.append_child(&label);
                let _ = button
                    .add_event_listener_with_callback("click", on_click.as_ref().unchecked_ref());
                let _ = pane.append_child(&button);
                Some(Mark {
                    button,
                    label,
                    at,
                    kind: place.kind,
                    names: (0..place.names.len().max(1))
                        .map(|i| place.name(i).to_owned())
                        .collect(),
                    stayed: life.itinerary.stays.iter().any(|stay| life.is_at(place, &stay.place)),
                    mentions: place.mentions,
                })
            })
            .collect();
        let places = Self { marks, shown: RefCell::default(), controls, _on_click: on_click };
        places.reposition(|at| map.lat_lng_to_layer_point(&lat_lng(at)));
        places
    }

    /// Puts every place where it is on the map; `point` gives that in the
    /// pixels of Leaflet's panes.
    pub fn reposition(&self, point: impl Fn(LonLat) -> Point) {
        for mark in self.marks.iter().flatten() {
            put(&mark.button, &point(mark.at));
        }
    }

    pub fn show(&self, map: &Map, scene: &Scene, difference: &SceneDifference) {
        for &index in &difference.places {
            if let Some(Some(mark)) = self.marks.get(index) {
                mark.button.set_class_name(&mark.class(scene.places[index]));
            }
        }
        for &index in &difference.names {
            if let Some(Some(mark)) = self.marks.get(index) {
                mark.label.set_text_content(Some(&mark.names[scene.names[index]]));
            }
        }
        if !difference.places.is_empty() || !difference.names.is_empty() {
            self.shown.borrow_mut().places =
                scene.places.iter().copied().zip(scene.names.iter().copied()).collect();
            for &index in &difference.places {
                // The class was just written anew.
                if let Some(drawn) = self.shown.borrow_mut().drawn.get_mut(index) {
                    *drawn = AS_WRITTEN;
                }
            }
            self.declutter(map);
        }
    }

    /// Where a place is, by its index.
    pub fn at(&self, index: usize) -> Option<LonLat> {
        self.marks.get(index)?.as_ref().map(|mark| mark.at)
    }

    /// Hides the places and labels that have no room in this view.
    pub fn declutter(&self, map: &Map) {
        let shown = &mut *self.shown.borrow_mut();
        let zoom = map.get_zoom();
        if shown.zoom != zoom || shown.spots.len() != self.marks.len() {
            shown.zoom = zoom;
            shown.spots = self
                .marks
                .iter()
                .map(|mark| {
                    let point = map.project(&lat_lng(mark.as_ref()?.at));
                    Some((point.x(), point.y()))
                })
                .collect();
        }
        shown.drawn.resize(self.marks.len(), AS_WRITTEN);
        let requests: Vec<Option<LabelRequest>> = self
            .marks
            .iter()
            .zip(&shown.spots)
            .zip(&shown.places)
            .map(|((mark, spot), (state, name))| {
                mark.as_ref()?.label_request((*spot)?, zoom, *state, *name)
            })
            .collect();
        let sides = self.place(map, &requests);
        for (i, mark) in self.marks.iter().enumerate() {
            let (Some(mark), Some(&side)) = (mark, sides.get(i)) else { continue };
            // An area is nothing but its name; a town without room keeps its dot.
            let hidden = requests[i].is_none() || (!mark.has_dot() && side.is_none());
            if shown.drawn[i] != (hidden, side) {
                shown.drawn[i] = (hidden, side);
                let list = mark.button.class_list();
                let _ = list.toggle_with_force("hidden", hidden);
                let _ = list.toggle_with_force("nameless", side.is_none());
                for other in [LabelSide::Left, LabelSide::Above, LabelSide::Below] {
                    let _ = list.toggle_with_force(side_class(other), side == Some(other));
                }
            }
        }
    }

    /// The side of each label. Those of places in view lie wholly within it and
    /// under no control. Those of places out of view lie wholly outside, so that
    /// the reader who drags the map finds them there.
    fn place(&self, map: &Map, requests: &[Option<LabelRequest>]) -> Vec<Option<LabelSide>> {
        let (centre, size) = (map.project(&map.get_center()), map.get_size());
        let (width, height) = (size.x(), size.y());
        let (left, top) = (centre.x() - width / 2.0, centre.y() - height / 2.0);
        let view = Rect { left, top, width, height };
        let controls: Vec<Rect> = self
            .controls
            .borrow()
            .iter()
            .map(|rect| Rect { left: rect.left + left, top: rect.top + top, ..*rect })
            .collect();
        let is_in_view = |request: &LabelRequest| view.contains_point(request.x, request.y);
        let only = |in_view: bool| -> Vec<Option<LabelRequest>> {
            requests.iter().map(|r| r.filter(|r| is_in_view(r) == in_view)).collect()
        };
        let inside = place_labels(&only(true), view, &controls);
        let outside = place_labels(&only(false), Rect::PLANE, &[view]);
        inside.into_iter().zip(outside).map(|(inside, outside)| inside.or(outside)).collect()
    }
}

impl Mark {
    fn class(&self, state: PlaceState) -> String {
        let mut class = format!("place {}", self.kind.as_str());
        for (holds, word) in [
            (!self.has_dot(), "area"),
            (self.stayed, "stayed"),
            (state.visited, "visited"),
            (state.here, "here"),
            (state.selected, "selected"),
        ] {
            if holds {
                class.push(' ');
                class.push_str(word);
            }
        }
        class
    }

    /// An area is drawn as its name alone, unless there was a stay in it.
    fn has_dot(&self) -> bool {
        self.stayed || !self.kind.is_area()
    }

    /// The room it asks for; `None` where it is not to be seen at this zoom.
    fn label_request(
        &self,
        (x, y): (f64, f64),
        zoom: f64,
        state: PlaceState,
        name: usize,
    ) -> Option<LabelRequest> {
        let forced = state.selected || state.here;
        let in_range = match self.kind {
            PlaceKind::Continent => zoom < 3.5,
            // The layer of borders has the names of the states of the day.
            PlaceKind::State => false,
            PlaceKind::Region | PlaceKind::Line => (3.0..9.0).contains(&zoom),
            PlaceKind::Province | PlaceKind::District => (4.5..9.5).contains(&zoom),
            PlaceKind::Settlement | PlaceKind::Water => true,
            PlaceKind::Site => zoom >= SITES_FROM_ZOOM,
        };
        if (!in_range || !state.exists) && !forced {
            return None;
        }
        let rank = u32::from(state.here) * 2 * FOREMOST
            + u32::from(state.selected) * FOREMOST
            + u32::from(state.visited) * 200
            + u32::from(self.stayed) * 100
            + u32::from(!self.kind.is_area()) * 10
            + self.mentions.min(40) as u32;
        let text = &self.names[name];
        let letters = text.chars().count() as f64;
        let dot_radius = self.has_dot().then_some(if self.stayed { 5.0 } else { 3.0 });
        let text_width = match self.kind {
            // In spaced capitals.
            PlaceKind::Continent | PlaceKind::State if !self.has_dot() => letters * 11.0,
            _ if !self.has_dot() => letters * 10.0,
            // In bold type.
            _ if state.here || state.visited => text_width_em(text) * FONT_PX * 1.15,
            _ => text_width_em(text) * FONT_PX,
        };
        // The label of the person's place is further from its dot.
        let gap = if state.here { 20.0 } else { 14.0 };
        Some(LabelRequest {
            x,
            y,
            width: text_width + gap,
            height: 16.0,
            dot_radius,
            rank,
            may_cover_dots: rank >= FOREMOST,
        })
    }
}

/// The class of a place whose label is on a side other than the right.
fn side_class(side: LabelSide) -> &'static str {
    match side {
        LabelSide::Left => "left",
        LabelSide::Above => "above",
        LabelSide::Below => "below",
        LabelSide::Right | LabelSide::Centre => "",
    }
}

/// Puts an element to a point of Leaflet's panes.
pub(super) fn put(element: &HtmlElement, point: &Point) {
    let style = element.style();
    let _ = style.set_property("left", &(format_decimal(point.x(), 1) + "px"));
    let _ = style.set_property("top", &(format_decimal(point.y(), 1) + "px"));
}

/// A fresh element of the page with a class.
pub(super) fn element(tag: &str, class: &str) -> Option<HtmlElement> {
    let element: HtmlElement = document().create_element(tag).ok()?.dyn_into().ok()?;
    element.set_class_name(class);
    Some(element)
}
