//! Places: a dot and a name each, as one button.

use std::cell::{Cell, RefCell};

use leaflet::{Map, Point};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::bindings::lat_lng;
use super::control_boxes::{Boxes, type_scale};
use super::elements::put;
use super::place_mark::PlaceMark;
use crate::domain::argsort::argsort;
use crate::domain::great_circle::LonLat;
use crate::page_model::{
    ChapterPlaces, LabelRequest, LabelSide, PlaceState, Rect, Scene, SceneDifference, Towards,
    chapter_on, chapter_places, nearest, place_labels,
};
use crate::view::loaded::Loaded;

pub(super) struct PlaceMarks {
    marks: Vec<Option<PlaceMark>>,
    chapters: Vec<ChapterPlaces>,
    shown: RefCell<DrawnPlaces>,
    /// The one place that the Tab key stops at.
    stop: Cell<Option<usize>>,
    /// The boxes of the controls over the map.
    controls: Boxes,
    /// The size of the labels' type, as a factor.
    type_scale: Cell<f64>,
    _on_click: Closure<dyn Fn(web_sys::Event)>,
}

/// What was drawn last.
#[derive(Default)]
struct DrawnPlaces {
    places: Vec<(PlaceState, usize)>,
    /// The chapter of the day.
    chapter: Option<usize>,
    /// The zoom that `spots` holds for.
    zoom: f64,
    /// Where each place is in the pixels of the world at that zoom.
    spots: Vec<Option<(f64, f64)>>,
    /// Per place: is it hidden, and where is its label?
    drawn: Vec<(bool, Option<LabelSide>)>,
    /// What labels and dots cover, in the same pixels.
    taken: Vec<Rect>,
}

impl DrawnPlaces {
    fn is_drawn(&self, index: usize) -> bool {
        self.spots.get(index).is_some_and(Option::is_some)
            && self.drawn.get(index).is_some_and(|(hidden, _)| !hidden)
    }
}

/// A place whose class holds only its state.
const AS_WRITTEN: (bool, Option<LabelSide>) = (false, Some(LabelSide::Right));

impl PlaceMarks {
    pub fn new(
        map: &Map,
        loaded: &Loaded,
        controls: Boxes,
        choose: impl Fn(String) + 'static,
    ) -> Self {
        // Not Leaflet's markers, because each is a layer, and the browser would compose
        // a hundred layers in every frame.
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
                let mark = PlaceMark::new(life, place)?;
                let _ = mark
                    .button
                    .add_event_listener_with_callback("click", on_click.as_ref().unchecked_ref());
                let _ = pane.append_child(&mark.button);
                Some(mark)
            })
            .collect();
        let chapters = chapter_places(life, &loaded.text);
        let places = Self {
            marks,
            chapters,
            shown: RefCell::default(),
            stop: Cell::default(),
            controls,
            type_scale: Cell::new(type_scale()),
            _on_click: on_click,
        };
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
        for &index in difference.places.iter().chain(&difference.names) {
            if let Some(Some(mark)) = self.marks.get(index) {
                mark.describe(scene.places[index], scene.names[index]);
            }
        }
        let chapter = chapter_on(&self.chapters, scene.day);
        let is_new_chapter = self.shown.borrow().chapter != chapter;
        if is_new_chapter || !difference.places.is_empty() || !difference.names.is_empty() {
            self.shown.borrow_mut().chapter = chapter;
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

    /// The position of a place, by its index.
    pub fn at(&self, index: usize) -> Option<LonLat> {
        self.marks.get(index)?.as_ref().map(|mark| mark.at)
    }

    /// Are there no places?
    pub fn is_empty(&self) -> bool {
        self.marks.iter().all(Option::is_none)
    }

    /// The index of the place that an element is the button of.
    pub fn index_of(&self, element: &Element) -> Option<usize> {
        self.marks.iter().position(|mark| {
            mark.as_ref().is_some_and(|mark| {
                let button: &Element = &mark.button;
                button == element
            })
        })
    }

    /// The nearest place drawn in a direction.
    pub fn nearest(&self, from: usize, towards: Towards) -> Option<usize> {
        let shown = self.shown.borrow();
        let spots = shown.spots.iter().enumerate();
        let drawn: Vec<_> = spots.map(|(i, spot)| spot.filter(|_| shown.is_drawn(i))).collect();
        nearest(&drawn, from, towards)
    }

    /// The place drawn that comes after another by name, or before it. The last is
    /// followed by the first.
    pub fn next_by_name(&self, from: usize, forward: bool) -> Option<usize> {
        let shown = self.shown.borrow();
        let name = |i: usize| {
            let (mark, &(_, name)) = (self.marks[i].as_ref()?, shown.places.get(i)?);
            Some(mark.names[name].as_str())
        };
        let order: Vec<usize> = argsort(self.marks.len(), &|a, b| name(a).cmp(&name(b)));
        let drawn: Vec<usize> =
            order.into_iter().filter(|&i| i == from || shown.is_drawn(i)).collect();
        let at = drawn.iter().position(|&i| i == from)?;
        let step = if forward { 1 } else { drawn.len() - 1 };
        drawn.get((at + step) % drawn.len()).copied()
    }

    /// The place that the Tab key stops at.
    pub fn tab_stop(&self) -> Option<usize> {
        self.stop.get()
    }

    /// Focuses a place, and has the Tab key stop at it.
    pub fn focus(&self, index: usize) {
        self.set_stop(Some(index));
        if let Some(Some(mark)) = self.marks.get(index) {
            // The browser would scroll the map, which pans by itself.
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = mark.button.focus_with_options(&options);
        }
    }

    fn set_stop(&self, index: Option<usize>) {
        let before = self.stop.replace(index);
        if before == index {
            return;
        }
        for (index, value) in [(before, -1), (index, 0)] {
            if let Some(Some(mark)) = index.and_then(|index| self.marks.get(index)) {
                mark.button.set_tab_index(value);
            }
        }
    }

    /// The Tab key stops at the person's place, unless a place has the focus. A place
    /// that is not drawn cannot be the stop.
    fn choose_stop(&self, shown: &DrawnPlaces) {
        let focused = document().active_element().and_then(|element| self.index_of(&element));
        let here =
            || shown.places.iter().enumerate().position(|(i, (s, _))| s.here && shown.is_drawn(i));
        let stop = focused
            .filter(|&i| shown.is_drawn(i))
            .or_else(here)
            .or_else(|| self.stop.get().filter(|&i| shown.is_drawn(i)))
            .or_else(|| (0..self.marks.len()).find(|&i| shown.is_drawn(i)));
        self.set_stop(stop);
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
        let chapter = shown.chapter.map(|index| &self.chapters[index]);
        let scale = self.type_scale.get();
        let requests: Vec<Option<LabelRequest>> = shown
            .places
            .iter()
            .enumerate()
            .map(|(i, &(state, name))| {
                let is_in_chapter = chapter.is_some_and(|chapter| chapter.has[i]);
                let mark = self.marks[i].as_ref()?;
                mark.label_request(shown.spots[i]?, (zoom, scale), state, name, is_in_chapter)
            })
            .collect();
        // A place that the story comes to later has no label yet, so it needs no room.
        let labels: Vec<Option<LabelRequest>> = requests
            .iter()
            .zip(&shown.places)
            .map(|(request, (state, _))| {
                request.filter(|r| !(state.future && r.dot_radius.is_some()))
            })
            .collect();
        let sides = self.place(map, &labels);
        for (i, mark) in self.marks.iter().enumerate() {
            let (Some(mark), Some(&side)) = (mark, sides.get(i)) else { continue };
            // An area is drawn as its name alone. A town whose label has no room keeps
            // its dot.
            let hidden = requests[i].is_none() || (!mark.has_dot() && side.is_none());
            if shown.drawn[i] != (hidden, side) {
                shown.drawn[i] = (hidden, side);
                let list = mark.button.class_list();
                let _ = list.toggle_with_force("hidden", hidden);
                let _ = list.toggle_with_force("nameless", side.is_none());
                for (class, sides) in SIDE_CLASSES {
                    let _ = list.toggle_with_force(class, side.is_some_and(|s| sides.contains(&s)));
                }
            }
        }
        let placed = labels.iter().zip(&sides);
        let names = placed.filter_map(|(label, side)| Some(label.as_ref()?.rect((*side)?)));
        let dots = requests.iter().flatten().filter_map(LabelRequest::dot);
        shown.taken = names.chain(dots).collect();
        self.choose_stop(shown);
    }

    /// The map, or the size of the type, has changed.
    pub fn resized(&self, map: &Map) {
        self.type_scale.set(type_scale());
        self.declutter(map);
    }

    /// How much larger than usual the labels' type is.
    pub fn type_scale(&self) -> f64 {
        self.type_scale.get()
    }

    /// Does an area stand on the map under this name?
    pub fn names_area(&self, name: &str) -> bool {
        let shown = self.shown.borrow();
        self.marks.iter().zip(&shown.places).zip(&shown.drawn).any(
            |((mark, &(_, index)), &(hidden, side))| {
                let named = mark.as_ref().filter(|mark| !mark.has_dot() && !hidden);
                side.is_some() && named.is_some_and(|mark| mark.names[index] == name)
            },
        )
    }

    /// What the labels and dots cover, in the pixels of the world at this zoom.
    pub fn taken(&self) -> Vec<Rect> {
        self.shown.borrow().taken.clone()
    }

    /// The part of the world in view and the controls over it, in pixels at this zoom.
    pub fn view(&self, map: &Map) -> (Rect, Vec<Rect>) {
        let (centre, size) = (map.project(&map.get_center()), map.get_size());
        let (width, height) = (size.x(), size.y());
        let (left, top) = (centre.x() - width / 2.0, centre.y() - height / 2.0);
        let in_world = |rect: &Rect| Rect { left: rect.left + left, top: rect.top + top, ..*rect };
        let controls = self.controls.borrow().iter().map(in_world).collect();
        (Rect { left, top, width, height }, controls)
    }

    /// The side of each label. Those of places in view lie wholly within it and
    /// under no control. Those of places out of view lie wholly outside, so that
    /// the reader who drags the map finds them there.
    fn place(&self, map: &Map, requests: &[Option<LabelRequest>]) -> Vec<Option<LabelSide>> {
        let (view, controls) = self.view(map);
        let is_in_view = |request: &LabelRequest| view.contains_point(request.x, request.y);
        let only = |in_view: bool| -> Vec<Option<LabelRequest>> {
            requests.iter().map(|r| r.filter(|r| is_in_view(r) == in_view)).collect()
        };
        let inside = place_labels(&only(true), view, &controls);
        let outside = place_labels(&only(false), Rect::PLANE, &[view]);
        inside.into_iter().zip(outside).map(|(inside, outside)| inside.or(outside)).collect()
    }
}

/// The classes of a place, by the side of its label (public/styles/map.css).
const SIDE_CLASSES: [(&str, &[LabelSide]); 5] = [
    ("left", &[LabelSide::Left, LabelSide::LeftUp, LabelSide::LeftDown]),
    ("above", &[LabelSide::Above]),
    ("below", &[LabelSide::Below]),
    ("up", &[LabelSide::LeftUp, LabelSide::RightUp]),
    ("down", &[LabelSide::LeftDown, LabelSide::RightDown]),
];
