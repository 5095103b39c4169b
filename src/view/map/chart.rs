//! The map itself, the only part of the page that knows Leaflet: a scene goes
//! in, clicks and movements come out.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use std::sync::Arc;

use leaflet::{
    Event, Evented, EventedHandle, LatLng, LatLngBounds, Map, MapOptions, MouseEvent, Point,
    TileLayer,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use super::bindings::{self, lat_lng, options};
use super::borders::BorderLayer;
use super::control_boxes::{Boxes, ControlBoxes};
use super::ground;
use super::person::Person;
use super::places::PlaceMarks;
use super::precision::Precision;
use super::records::RecordMarks;
use super::trail::Trail;
use crate::dataset::Dataset;
use crate::domain::formats::{Basemap, Borders};
use crate::domain::great_circle::LonLat;
use crate::domain::time::Day;
use crate::page_model::{MapView, Scene, SceneDifference};
use crate::view::loaded::Loaded;
use crate::view::state::Moment;

/// Width of the place card with its margin, in pixels (public/styles/place-card.css).
const CARD_PX: f64 = 356.0;

/// Nearer to the edge of the map than this the person is nearly out of sight.
const EDGE_PX: f64 = 36.0;

/// Further in, coasts and relief have no more to show.
const MAX_ZOOM: f64 = 10.0;

/// The events that the map reports to the page.
pub enum ChartEvent {
    /// A place was chosen.
    Selected(String),
    /// A feature of the dataset was, or none.
    Picked(Option<usize>),
    /// The map came to rest.
    Moved(MapView),
    /// The reader dragged the map: it should not run after the person now.
    TakenOver,
}

/// What is done with the records when something happens to the map.
type OnRecords = Box<dyn Fn(&RecordMarks, Event)>;

/// A map of one life.
pub struct Chart {
    map: Map,
    whole: LatLngBounds,
    streets: TileLayer,
    borders: Rc<OnceCell<BorderLayer>>,
    places: Rc<PlaceMarks>,
    trail: Trail,
    precision: Precision,
    person: Rc<Person>,
    records: Option<Rc<RecordMarks>>,
    _controls: ControlBoxes,
    shown: Option<Scene>,
    /// When the map was last panned, in milliseconds.
    panned: Cell<f64>,
    /// Movements that we make ourselves are not the reader's.
    listeners: Vec<EventedHandle<Event>>,
}

impl Chart {
    /// Draws places, or records, into an element, and looks at the whole life
    /// or where the address says.
    pub fn new(
        element: &HtmlElement,
        loaded: &Arc<Loaded>,
        view: Option<MapView>,
        events: impl Fn(ChartEvent) + Copy + 'static,
    ) -> Result<Self, String> {
        let options = MapOptions::new();
        options.set_zoom_control(false);
        options.set_attribution_control(false);
        options.set_min_zoom(2.0);
        options.set_max_zoom(MAX_ZOOM);
        options.set_zoom_snap(0.25);
        options.set_zoom_delta(0.5);
        options.set_max_bounds_viscosity(1.0);
        options.set_max_bounds(bounds([(-180.0, -85.0), (210.0, 85.0)]));
        let map = Map::new_with_element(element, &options)
            .map_err(|_| "the map could not be drawn".to_owned())?;
        let whole = whole_life(loaded);
        match view {
            Some(view) => drop(map.set_view(&LatLng::new(view.lat, view.lon), view.zoom)),
            None => drop(map.fit_bounds_with_options(&whole, &padding(48.0, false))),
        }
        bindings::add_controls(&map);
        ground::prepare(&map);
        ground::fade(&map);
        let trail = Trail::new(&map, loaded);
        let boxes = Boxes::default();
        let places = Rc::new(PlaceMarks::new(&map, loaded, Rc::clone(&boxes), move |id| {
            events(ChartEvent::Selected(id));
        }));
        let precision = Precision::new(&loaded.life.places, &trail.renderer);
        let person = Rc::new(Person::new(&map));
        let records = RecordMarks::new(&map, element, loaded, Rc::clone(&boxes)).map(Rc::new);
        let controls = {
            let (map, places, records) = (map.clone(), Rc::clone(&places), records.clone());
            ControlBoxes::observe(element, boxes, move || {
                places.declutter(&map);
                if let Some(records) = &records {
                    records.follow();
                }
            })
        };
        let mut chart = Self {
            map,
            whole,
            streets: ground::streets(),
            borders: Rc::default(),
            places,
            trail,
            precision,
            person,
            records,
            _controls: controls,
            shown: None,
            panned: Cell::new(0.0),
            listeners: Vec::new(),
        };
        chart.listen(events);
        Ok(chart)
    }

    /// Shows a scene: only what differs from the one shown is touched.
    pub fn show(&mut self, scene: Scene, follow: bool, animate: bool) {
        let difference = match &self.shown {
            Some(before) => scene.difference(before),
            None => SceneDifference::everything(&scene),
        };
        self.trail.show(&self.map, &scene, &difference);
        self.places.show(&self.map, &scene, &difference);
        if !difference.places.is_empty() || difference.position {
            self.precision.show(&self.map, &scene);
        }
        if difference.position {
            self.person.show(scene.position, layer_projection(&self.map));
        }
        let chosen = scene.places.iter().position(|place| place.selected);
        if difference.places.iter().any(|&i| Some(i) == chosen) && self.shown.is_some() {
            if let Some(at) = chosen.and_then(|i| self.places.at(i)) {
                self.keep_in_sight(at, chosen.is_some(), animate);
            }
        } else if let (true, Some(position)) = (follow, scene.position) {
            self.keep_in_sight(position.at, chosen.is_some(), animate);
        }
        self.shown = Some(scene);
    }

    /// Draws the hills.
    pub fn draw_relief(&self) {
        ground::draw_relief(&self.map);
    }

    /// Draws the land.
    pub fn draw_land(&self, basemap: &Basemap) {
        ground::draw_land(&self.map, basemap);
    }

    /// Draws rivers and lakes.
    pub fn draw_water(&self, basemap: &Basemap) {
        ground::draw_water(&self.map, basemap);
    }

    /// Takes the borders of all days; `show_borders` shows those of one.
    pub fn lay_borders(&self, borders: Borders) {
        let layer = BorderLayer::new(&self.map, borders);
        layer.reposition(layer_projection(&self.map));
        let _ = self.borders.set(layer);
    }

    /// Shows the borders of a day, or none.
    pub fn show_borders(&self, day: Option<Day>) {
        if let Some(layer) = self.borders.get() {
            layer.show(&self.map, day);
        }
    }

    /// Are the records of a dataset drawn? A browser may have no canvas.
    pub fn draws_records(&self) -> bool {
        self.records.is_some()
    }

    /// Shows records of the dataset, and has the one just chosen in sight.
    pub fn show_records(&self, moment: Moment, sight: Option<LonLat>, animate: bool) {
        if let Some(records) = &self.records {
            records.show(moment);
        }
        if let Some(at) = sight {
            self.keep_in_sight(at, true, animate);
        }
    }

    /// Looks at a part of the world, unless it is looked at already.
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

    /// Looks at everything the subject travelled.
    pub fn show_whole_life(&self) {
        let _ = self.map.fit_bounds_with_options(&self.whole, &padding(48.0, true));
    }

    /// Pans if a point is at the edge or beyond it, or under the card, which
    /// lies over the left of a wide map; then so far that it is well inside and
    /// the next pan is not due soon: each one draws all lines anew.
    fn keep_in_sight(&self, at: LonLat, card: bool, animate: bool) {
        let (size, point) =
            (self.map.get_size(), self.map.lat_lng_to_container_point(&lat_lng(at)));
        let (width, height) = (size.x(), size.y());
        let left = if card && width > 2.0 * CARD_PX { CARD_PX } else { 0.0 };
        let inside = |at: f64, from: f64, to: f64| from + EDGE_PX <= at && at <= to - EDGE_PX;
        if inside(point.x(), left, width) && inside(point.y(), 0.0, height) {
            return;
        }
        let margin = 0.3 * height.min(width - left);
        // Of pans that chase one another none is shown moving.
        let now = js_sys::Date::now();
        let alone = now - self.panned.replace(now) > 500.0;
        let inside = options(&[
            ("paddingTopLeft", Point::new(left + margin, margin).into()),
            ("paddingBottomRight", Point::new(margin, margin).into()),
            ("animate", (animate && alone).into()),
            ("duration", 0.25.into()),
        ]);
        let _ = self.map.pan_inside_with_options(&lat_lng(at), &inside);
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
                borders.get().into_iter().for_each(|borders| borders.declutter(&map));
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
        self.listeners = vec![moved, taken, zoomed];
        // Places are positioned in pixels, which change with every zoom.
        for name in ["zoom", "viewreset"] {
            let (map, places) = (self.map.clone(), Rc::clone(&self.places));
            let (person, borders) = (Rc::clone(&self.person), Rc::clone(&self.borders));
            self.listeners.push(on(
                name,
                Box::new(move || {
                    places.reposition(layer_projection(&map));
                    person.reposition(layer_projection(&map));
                    if let Some(borders) = borders.get() {
                        borders.reposition(layer_projection(&map));
                    }
                }),
            ));
        }
        let (map, places) = (self.map.clone(), Rc::clone(&self.places));
        let (person, borders) = (Rc::clone(&self.person), Rc::clone(&self.borders));
        let animated = move |event: Event| {
            if let Some(point) = bindings::animated_to(&map, &event) {
                places.reposition(&point);
                person.reposition(&point);
                if let Some(borders) = borders.get() {
                    borders.reposition(&point);
                }
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
        // With it goes what Leaflet listens to on the window.
        let _ = self.map.remove();
    }
}

/// Centre and zoom, rounded as the address writes them.
fn current_view(map: &Map) -> MapView {
    let centre = map.get_center();
    let round = |degrees: f64| (degrees * 1e4).round() / 1e4;
    MapView { zoom: map.get_zoom(), lat: round(centre.lat()), lon: round(centre.lng()) }
}

/// From the westernmost to the easternmost stay, north to south; or all that a
/// dataset has.
fn whole_life(loaded: &Loaded) -> LatLngBounds {
    if let Some([a, b]) = loaded.dataset.as_ref().and_then(Dataset::bounds) {
        return LatLngBounds::new(&lat_lng(a), &lat_lng(b));
    }
    let itinerary = &loaded.life.itinerary;
    let points: Vec<LonLat> = itinerary.main_line().filter_map(|i| loaded.life.point(i)).collect();
    let Some(first) = points.first() else { return bounds([(-30.0, -40.0), (150.0, 70.0)]) };
    let corner = lat_lng(*first);
    let bounds = LatLngBounds::new(&corner, &corner);
    for point in &points {
        let _ = bounds.extend(&lat_lng(*point));
    }
    bounds
}

fn bounds([a, b]: [(f64, f64); 2]) -> LatLngBounds {
    LatLngBounds::new(&LatLng::new(a.1, a.0), &LatLng::new(b.1, b.0))
}

/// Where points are now in the pixels of Leaflet's panes.
fn layer_projection(map: &Map) -> impl Fn(LonLat) -> Point {
    |at| map.lat_lng_to_layer_point(&lat_lng(at))
}

fn padding(pixels: f64, animate: bool) -> JsValue {
    options(&[
        ("padding", Point::new(pixels, pixels).into()),
        ("animate", animate.into()),
        ("duration", 0.25.into()),
    ])
}
