//! The map itself, the only part of the page that knows Leaflet: a scene goes
//! in, clicks and movements come out.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use std::sync::Arc;

use leaflet::{
    Event, Evented, EventedHandle, LatLng, LatLngBounds, Map, MapOptions, MouseEvent, Point,
    TileLayer,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::bindings::{self, lat_lng};
use super::borders::BorderLayer;
use super::callout::CardPlace;
use super::camera::Camera;
use super::control_boxes::{self, Boxes, ControlBoxes};
use super::ground;
use super::map_keys::{self, MapKeys};
use super::marks::Marks;
use super::person::Person;
use super::places::PlaceMarks;
use super::precision::Precision;
use super::records::RecordMarks;
use super::sight::{Sight, ZOOMS};
use super::trail::Trail;
use crate::domain::formats::{Basemap, Borders};
use crate::domain::great_circle::LonLat;
use crate::domain::time::Day;
use crate::page_model::{MapView, Scene, SceneDifference};
use crate::view::loaded::Loaded;
use crate::view::state::{Moment, Shot};

/// The events that the map reports to the page.
pub enum ChartEvent {
    /// A place was chosen.
    Selected(String),
    /// A record of the dataset was chosen, or none.
    Picked(Option<usize>),
    /// The map came to rest.
    Moved(MapView),
    /// The reader dragged the map, so it should no longer follow the person.
    TakenOver,
}

/// Updates the records on an event of the map.
type OnRecords = Box<dyn Fn(&RecordMarks, Event)>;

/// A map of one life.
pub struct Chart {
    map: Map,
    sight: Rc<Sight>,
    streets: TileLayer,
    borders: Rc<OnceCell<BorderLayer>>,
    places: Rc<PlaceMarks>,
    trail: Trail,
    precision: Precision,
    person: Rc<Person>,
    card: Rc<CardPlace>,
    records: Option<Rc<RecordMarks>>,
    _controls: ControlBoxes,
    _keys: MapKeys,
    shown: Option<Scene>,
    camera: Camera,
    /// Listeners to Leaflet's events. Each unsubscribes when it is dropped.
    listeners: Vec<EventedHandle<Event>>,
}

impl Chart {
    /// Draws places, or records, into an element, and shows the whole life or the view
    /// that the address gives.
    pub fn new(
        element: &HtmlElement,
        loaded: &Arc<Loaded>,
        view: Option<MapView>,
        events: impl Fn(ChartEvent) + Copy + 'static,
    ) -> Result<Self, String> {
        let map = empty_map(element)?;
        let boxes = Boxes::default();
        if let Some(section) = element.parent_element() {
            boxes.replace(control_boxes::measure(&section, element));
        }
        let sight = Rc::new(Sight::new(&map, element, Rc::clone(&boxes), loaded));
        match view {
            Some(view) => drop(map.set_view(&LatLng::new(view.lat, view.lon), view.zoom)),
            None => sight.fit_everything(false),
        }
        bindings::add_controls(&map);
        ground::prepare(&map);
        ground::fade(&map);
        let trail = Trail::new(&map, loaded);
        let places = Rc::new(PlaceMarks::new(&map, loaded, Rc::clone(&boxes), move |id| {
            events(ChartEvent::Selected(id));
        }));
        let person = Rc::new(Person::new(&map));
        let records = RecordMarks::new(&map, element, loaded, Rc::clone(&boxes)).map(Rc::new);
        let controls = {
            let (map, places, records) = (map.clone(), Rc::clone(&places), records.clone());
            let sight = Rc::clone(&sight);
            ControlBoxes::observe(element, boxes, move || {
                sight.measure_card();
                places.resized(&map);
                if let Some(records) = &records {
                    records.follow();
                }
            })
        };
        let keys = map_keys::listen(element, Rc::clone(&places), Rc::clone(&sight));
        let mut chart = Self {
            map,
            sight: Rc::clone(&sight),
            streets: ground::streets(),
            borders: Rc::default(),
            places,
            precision: Precision::new(&loaded.life.places, &trail.renderer),
            trail,
            person,
            card: Rc::new(CardPlace::of(element)),
            records,
            _controls: controls,
            _keys: keys,
            shown: None,
            camera: Camera::default(),
            listeners: Vec::new(),
        };
        chart.listen(events);
        Ok(chart)
    }

    /// Shows a scene: only what differs from the one shown is touched.
    pub fn show(&mut self, scene: Scene, follow: bool, animate: bool) {
        let difference = match &self.shown {
            Some(before) => SceneDifference::between(before, &scene),
            None => SceneDifference::everything(&scene),
        };
        self.trail.show(&self.map, &scene, &difference);
        self.places.show(&self.map, &scene, &difference);
        if !difference.places.is_empty() || difference.position {
            self.precision.show(&self.map, &scene);
        }
        if let (false, Some(borders)) = (difference.places.is_empty(), self.borders.get()) {
            borders.declutter(&self.map, &self.places);
        }
        if difference.position {
            self.person.show(scene.position, layer_projection(&self.map));
            self.card.place(&self.map, self.person.at());
        }
        let position = scene.position.map(|position| position.at);
        self.sight.anchor_zoom(position.filter(|_| follow));
        self.keep_in_sight(&scene, &difference, position.filter(|_| follow), animate);
        self.shown = Some(scene);
    }

    /// Brings the place that has just been selected into view, else the person, if the
    /// map follows.
    fn keep_in_sight(
        &self,
        scene: &Scene,
        difference: &SceneDifference,
        followed: Option<LonLat>,
        animate: bool,
    ) {
        let selected = scene.places.iter().position(|place| place.selected);
        let is_new = |&i: &usize| {
            let before = self.shown.as_ref().and_then(|before| before.places.get(i));
            !before.is_some_and(|before| before.selected)
        };
        if selected.is_none() && !difference.places.is_empty() && !self.draws_records() {
            self.sight.forget_card();
        }
        if let Some(at) = selected.filter(is_new).and_then(|i| self.places.at(i)) {
            self.sight.show_beside_card(at, animate && self.shown.is_some());
        } else if let Some(at) = followed {
            self.sight.keep_in_sight(at, animate);
        }
    }

    /// Draws the relief of the base map.
    pub fn draw_relief(&self) {
        ground::draw_relief(&self.map);
    }

    /// Draws the land of the base map.
    pub fn draw_land(&self, basemap: &Basemap) {
        ground::draw_land(&self.map, basemap);
    }

    /// Draws rivers and lakes.
    pub fn draw_water(&self, basemap: &Basemap) {
        ground::draw_water(&self.map, basemap);
    }

    /// Takes the borders of all days; `show_borders` shows those of one.
    pub fn lay_borders(&self, borders: &Borders) {
        let layer = BorderLayer::new(&self.map, borders);
        layer.reposition(layer_projection(&self.map));
        let _ = self.borders.set(layer);
    }

    /// Shows the borders of a day, or none.
    pub fn show_borders(&self, day: Option<Day>) {
        if let Some(layer) = self.borders.get() {
            layer.show(&self.map, day, &self.places);
        }
    }

    /// Are the records of a dataset drawn? A browser may have no canvas.
    pub fn draws_records(&self) -> bool {
        self.records.is_some()
    }

    /// Shows records of the dataset, and brings the one just chosen into view.
    pub fn show_records(&self, moment: Moment, sight: Option<LonLat>, animate: bool) {
        if let Some(records) = &self.records {
            records.show(moment);
        }
        if let Some(at) = sight {
            self.sight.show_beside_card(at, animate);
        }
    }

    /// Shows a part of the world, unless it is shown already.
    pub fn look_at(&self, view: MapView) {
        if current_view(&self.map) != view {
            let _ = self.map.set_view(&LatLng::new(view.lat, view.lon), view.zoom);
        }
    }

    /// Shows today's map of streets and borders over the ground, or takes it away.
    pub fn show_streets(&self, wanted: bool) {
        if wanted {
            let _ = self.streets.add_to(&self.map);
        } else {
            let _ = self.streets.remove();
        }
    }

    /// Calls `failed` whenever not one tile of today's map could be loaded.
    pub fn watch_streets(&mut self, failed: impl Fn() + 'static) {
        self.listeners.extend(ground::watch(&self.streets, failed));
    }

    /// Shows everything: all places of the life, or all records.
    pub fn fit_everything(&self, animate: bool) {
        self.sight.fit_everything(animate);
    }

    /// Changes the zoom, about the person if the map follows.
    pub fn zoom_by(&self, by: f64, animate: bool) {
        self.sight.zoom_by(by, animate);
    }

    /// From now on zooming keeps the person in place, or the middle of the map.
    pub fn zoom_about_person(&self, wanted: bool) {
        let position = self.shown.as_ref().and_then(|scene| scene.position);
        self.sight.anchor_zoom(position.filter(|_| wanted).map(|position| position.at));
    }

    /// Brings a place into view, by its index.
    pub fn look_for(&self, place: usize, animate: bool) {
        if let Some(at) = self.places.at(place) {
            self.sight.keep_in_sight(at, animate);
        }
    }

    /// Flies to the view of a shot. With reduced motion it jumps there.
    pub fn fly(&self, shot: Shot, animate: bool) {
        self.camera.fly(&self.map, self.card.height(), shot, animate);
    }

    /// The words of the card may have changed.
    pub fn measure_card(&self) {
        self.card.measure();
    }

    /// Puts the card beside the person.
    pub fn place_card(&self) {
        self.card.place(&self.map, self.person.at());
    }

    fn listen(&mut self, events: impl Fn(ChartEvent) + Copy + 'static) {
        let on = |name: &'static str, act: Box<dyn Fn()>| {
            Evented::on_leaflet_event::<Event, _, _, _>(&&self.map, name, move |_: Event| act())
        };
        let map = self.map.clone();
        let (places, borders) = (Rc::clone(&self.places), Rc::clone(&self.borders));
        let moved = on(
            "moveend",
            Box::new(move || {
                // A zoom and a change of the map's size end with this event too.
                places.declutter(&map);
                borders.get().into_iter().for_each(|borders| borders.declutter(&map, &places));
                events(ChartEvent::Moved(current_view(&map)));
            }),
        );
        let taken = on("dragstart", Box::new(move || events(ChartEvent::TakenOver)));
        let map = self.map.clone();
        let zoom = Cell::new(map.get_zoom());
        let zoomed = on(
            "zoomend",
            Box::new(move || {
                if zoom.replace(map.get_zoom()) != map.get_zoom() {
                    ground::fade(&map);
                }
            }),
        );
        let (map, card) = (self.map.clone(), Rc::clone(&self.card));
        let person = Rc::clone(&self.person);
        let beside = on("move", Box::new(move || card.place(&map, person.at())));
        self.listeners = vec![moved, taken, zoomed, beside];
        // Places are positioned in pixels, which change with every zoom.
        let marks = Marks {
            places: Rc::clone(&self.places),
            person: Rc::clone(&self.person),
            borders: Rc::clone(&self.borders),
        };
        for name in ["zoom", "viewreset"] {
            let (map, marks) = (self.map.clone(), marks.clone());
            let act = move || marks.reposition(layer_projection(&map));
            self.listeners.push(on(name, Box::new(act)));
        }
        let map = self.map.clone();
        let animated = move |event: Event| {
            if let Some(point) = bindings::animated_to(&map, &event) {
                marks.reposition(&point);
            }
        };
        self.listeners
            .push(Evented::on_leaflet_event::<Event, _, _, _>(&&self.map, "zoomanim", animated));
        if let Some(records) = self.records.clone() {
            self.listen_for(&records, events);
        }
    }

    fn listen_for(
        &mut self,
        records: &Rc<RecordMarks>,
        events: impl Fn(ChartEvent) + Copy + 'static,
    ) {
        let mut on = |name: &'static str, act: OnRecords| {
            let records = Rc::clone(records);
            let listener = move |event: Event| act(&records, event);
            self.listeners.push(Evented::on_leaflet_event(&&self.map, name, listener));
        };
        let point = |event: Event| event.unchecked_into::<MouseEvent>().container_point();
        on("zoomstart", Box::new(|records, _| records.hide()));
        on("move", Box::new(|records, _| records.follow()));
        on("moveend", Box::new(|records, _| records.redraw()));
        on("mousemove", Box::new(move |records, event| records.point_out(&point(event))));
        on(
            "click",
            Box::new(move |records, event| {
                events(ChartEvent::Picked(records.under(&point(event))));
            }),
        );
        records.redraw();
    }
}

impl Drop for Chart {
    fn drop(&mut self) {
        self.listeners.clear();
        // This also removes Leaflet's listeners on the window.
        let _ = self.map.remove();
    }
}

/// A map without controls, and without a view yet.
fn empty_map(element: &HtmlElement) -> Result<Map, String> {
    let options = MapOptions::new();
    options.set_zoom_control(false);
    options.set_attribution_control(false);
    options.set_min_zoom(ZOOMS.0);
    options.set_max_zoom(ZOOMS.1);
    options.set_zoom_snap(0.25);
    options.set_zoom_delta(0.5);
    options.set_max_bounds_viscosity(1.0);
    options.set_max_bounds(bounds([(-180.0, -85.0), (210.0, 85.0)]));
    Map::new_with_element(element, &options).map_err(|_| "the map could not be drawn".to_owned())
}

/// Centre and zoom, rounded as the address writes them.
fn current_view(map: &Map) -> MapView {
    let centre = map.get_center();
    let round = |degrees: f64| (degrees * 1e4).round() / 1e4;
    MapView { zoom: map.get_zoom(), lat: round(centre.lat()), lon: round(centre.lng()) }
}

fn bounds([a, b]: [(f64, f64); 2]) -> LatLngBounds {
    LatLngBounds::new(&LatLng::new(a.1, a.0), &LatLng::new(b.1, b.0))
}

/// Where points are now in the pixels of Leaflet's panes.
fn layer_projection(map: &Map) -> impl Fn(LonLat) -> Point {
    |at| map.lat_lng_to_layer_point(&lat_lng(at))
}
