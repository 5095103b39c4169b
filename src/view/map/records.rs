//! The records of a dataset, on two canvases: lines, areas and names, and
//! over them the dots.

mod projection;
mod strokes;

use std::cell::RefCell;
use std::sync::Arc;

use leaflet::{LatLng, Map, Point};
use leptos::prelude::{document, window};
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement, ImageData};

use self::projection::{View, to_world};
use crate::dataset::Dataset;
use crate::dataset::PartKind;
use crate::domain::formats::format_decimal;
use crate::page_model::Rect;
use crate::view::loaded::Loaded;
use crate::view::map::control_boxes::Boxes;
use crate::view::map::dots::{Dots, NOWHERE};
use crate::view::state::Moment;

/// A record within this distance of the pointer counts as under it, in pixels.
const REACH_PX: f64 = 10.0;

/// The records on the map.
pub(super) struct RecordMarks {
    map: Map,
    ground: HtmlElement,
    loaded: Arc<Loaded>,
    under: Canvas,
    over: Canvas,
    /// The boxes of the controls over the map.
    controls: Boxes,
    /// Each point that is drawn as a dot.
    spots: Vec<Spot>,
    /// Where the spots of each feature begin, and of one after the last.
    spots_of: Vec<u32>,
    /// The records that are more than dots.
    shapes: Vec<u32>,
    drawn: RefCell<Drawn>,
}

/// A dot of a feature, on the map of the world, from 0 to 1.
struct Spot {
    feature: u32,
    x: f64,
    y: f64,
}

/// What is drawn now.
#[derive(Default)]
struct Drawn {
    moment: Moment,
    dots: Dots,
    /// Per spot.
    cells: Vec<u32>,
    /// Per feature: how many of its spans are visible. It is drawn if any is.
    counts: Vec<i32>,
    /// Are the canvases hidden, because the map is zooming?
    hidden: bool,
    /// Are the records in view labelled?
    named: bool,
    colours: Colours,
}

/// The colours that the style sheet gives.
#[derive(Default)]
struct Colours {
    dot: String,
    ink: String,
    paper: String,
    /// Those of the dots and of their rims, as numbers.
    pixels: [[u8; 3]; 2],
}

struct Canvas {
    element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

impl RecordMarks {
    /// Prepares the records of a dataset; `None` where the browser has no
    /// canvas, or the page shows a life.
    pub fn new(
        map: &Map,
        ground: &HtmlElement,
        loaded: &Arc<Loaded>,
        controls: Boxes,
    ) -> Option<Self> {
        let dataset = loaded.dataset.as_ref()?;
        let pane = map.create_pane_by_name("features");
        let canvas = |class: &str| {
            let element: HtmlCanvasElement =
                document().create_element("canvas").ok()?.dyn_into().ok()?;
            element.set_class_name(class);
            let _ = pane.append_child(&element);
            let context = element.get_context("2d").ok()??.dyn_into().ok()?;
            Some(Canvas { element, context })
        };
        let (under, over) = (canvas("shapes")?, canvas("dots")?);
        let mut spots = Vec::new();
        let mut spots_of = Vec::with_capacity(dataset.records.len() + 1);
        let mut shapes = Vec::new();
        for feature in 0..dataset.records.len() {
            spots_of.push(spots.len() as u32);
            let parts = dataset.shape(feature);
            if parts.iter().any(|part| part.kind != PartKind::Point) {
                shapes.push(feature as u32);
            }
            for part in parts.iter().filter(|part| part.kind == PartKind::Point) {
                for &point in dataset.vertices(part) {
                    let (x, y) = to_world(point);
                    spots.push(Spot { feature: feature as u32, x, y });
                }
            }
        }
        spots_of.push(spots.len() as u32);
        let drawn = Drawn { counts: vec![0; dataset.records.len()], ..Drawn::default() };
        let (map, ground) = (map.clone(), ground.clone());
        let (loaded, drawn) = (Arc::clone(loaded), RefCell::new(drawn));
        Some(Self { map, ground, loaded, under, over, controls, spots, spots_of, shapes, drawn })
    }

    /// Shows a moment. Only what differs from the previous one is redrawn.
    pub fn show(&self, moment: Moment) {
        let Some(dataset) = &self.loaded.dataset else { return };
        let drawn = &mut *self.drawn.borrow_mut();
        let before = std::mem::replace(&mut drawn.moment, moment);
        let mut shapes = before.selected != moment.selected;
        let mut turn = |drawn: &mut Drawn, feature: usize, comes: bool| {
            let Some(count) = drawn.counts.get_mut(feature) else { return };
            // The spans of one record may disappear before others appear, so that the
            // count may be negative for a moment.
            let before = *count > 0;
            *count += if comes { 1 } else { -1 };
            if before != (*count > 0) {
                let spots = self.spots_of[feature] as usize..self.spots_of[feature + 1] as usize;
                shapes |= self.shapes.binary_search(&(feature as u32)).is_ok();
                for spot in spots {
                    if let Some(&cell) = drawn.cells.get(spot).filter(|&&cell| cell != NOWHERE) {
                        drawn.dots.set(cell, comes);
                    }
                }
            }
        };
        dataset.index.diff(before.shown, moment.shown, |feature, comes| {
            turn(drawn, feature, comes);
        });
        if before.undated != moment.undated {
            for (id, feature) in dataset.records.iter().enumerate() {
                if feature.span.is_none() {
                    turn(drawn, id, moment.undated);
                }
            }
        }
        let moves = before.day != moment.day
            && self.shapes.iter().any(|&id| {
                drawn.counts[id as usize] > 0 && dataset.records[id as usize].track_start.is_some()
            });
        // Labels are redrawn if there were any: there may be no room for them now.
        let named = before.shown != moment.shown && (drawn.named || self.has_room(drawn));
        if shapes || moves || named {
            self.draw_shapes(dataset, drawn);
        }
        self.put_dots(drawn);
    }

    /// Redraws everything, for the part of the world in view.
    pub fn redraw(&self) {
        let Some(dataset) = &self.loaded.dataset else { return };
        let drawn = &mut *self.drawn.borrow_mut();
        drawn.hidden = false;
        // Read only now: reading a style forces the browser to compute it.
        let dot = self.over.colour("color");
        drawn.colours = Colours {
            pixels: [rgb(&dot), rgb(&self.over.colour("outline-color"))],
            dot,
            ink: self.under.colour("color"),
            paper: self.under.colour("outline-color"),
        };
        let view = self.view();
        let ratio = window().device_pixel_ratio().clamp(1.0, 2.0);
        drawn.dots = Dots::new((view.width, view.height), ratio);
        let corner = self.map.container_point_to_lat_lng(&Point::new(0.0, 0.0));
        let corner = self.map.lat_lng_to_layer_point(&corner);
        for canvas in [&self.under, &self.over] {
            canvas.fit(&corner, view, drawn.dots.size());
        }
        drawn.cells.clear();
        drawn.cells.extend(self.spots.iter().map(|spot| {
            let (x, y) = view.at((spot.x, spot.y));
            drawn.dots.cell_of(x * ratio, y * ratio)
        }));
        for (spot, &cell) in self.spots.iter().zip(&drawn.cells) {
            if cell != NOWHERE && drawn.counts[spot.feature as usize] > 0 {
                drawn.dots.set(cell, true);
            }
        }
        self.draw_shapes(dataset, drawn);
        self.put_dots(drawn);
    }

    /// Hides the canvases while the map zooms, because they would be in the wrong
    /// place.
    pub fn hide(&self) {
        self.drawn.borrow_mut().hidden = true;
        for canvas in [&self.under, &self.over] {
            let _ = canvas.element.style().set_property("visibility", "hidden");
        }
    }

    /// Follows a map that is dragged.
    pub fn follow(&self) {
        if !self.drawn.borrow().hidden {
            self.redraw();
        }
    }

    /// The feature under a point of the map's element: the nearest dot, else a
    /// line, else the area that was drawn last.
    pub fn under(&self, point: &Point) -> Option<usize> {
        let dataset = self.loaded.dataset.as_ref()?;
        let drawn = self.drawn.borrow();
        let (x, y, view) = (point.x(), point.y(), self.view());
        let shown = |feature: u32| drawn.counts.get(feature as usize).is_some_and(|&c| c > 0);
        let near = self
            .spots
            .iter()
            .zip(&drawn.cells)
            .filter(|(spot, cell)| **cell != NOWHERE && shown(spot.feature));
        let distance = |spot: &Spot| {
            let at = view.at((spot.x, spot.y));
            (at.0 - x).hypot(at.1 - y)
        };
        let nearest = near
            .map(|(spot, _)| (distance(spot), spot.feature))
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .filter(|nearest| nearest.0 <= REACH_PX);
        if let Some((_, feature)) = nearest {
            return Some(feature as usize);
        }
        let shapes = self.shapes.iter().rev().copied().filter(|&feature| shown(feature));
        let mut areas = None;
        for feature in shapes.map(|feature| feature as usize) {
            match strokes::hit(dataset, feature, view, (x, y), REACH_PX) {
                Some(PartKind::Ring) => areas = areas.or(Some(feature)),
                Some(_) => return Some(feature),
                None => {}
            }
        }
        areas
    }

    /// Names what is under the pointer.
    pub fn point_out(&self, point: &Point) {
        let under = self.under(point);
        let title = under
            .zip(self.loaded.dataset.as_ref())
            .map_or("", |(id, dataset)| &dataset.records[id].title);
        if self.ground.title() != title {
            self.ground.set_title(title);
            let _ = self.ground.class_list().toggle_with_force("over", under.is_some());
        }
    }

    fn draw_shapes(&self, dataset: &Dataset, drawn: &mut Drawn) {
        drawn.named = self.has_room(drawn);
        let (canvas, view) = (&self.under, self.view());
        let ratio = drawn.dots.size().0 as f64 / view.width.max(1.0);
        let context = &canvas.context;
        let _ = context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
        context.clear_rect(0.0, 0.0, view.width, view.height);
        let Colours { dot, ink, paper, .. } = &drawn.colours;
        let shown = self.shapes.iter().map(|&id| id as usize).filter(|&id| drawn.counts[id] > 0);
        let mut shown = shown.peekable();
        // A visible canvas costs time in every frame, even if it is empty.
        let empty = shown.peek().is_none() && drawn.moment.selected.is_none() && !drawn.named;
        canvas.element.set_hidden(empty);
        let day = drawn.moment.day;
        strokes::draw(context, dataset, shown, drawn.moment.selected, day, view, dot);
        if let Some(at) = drawn.moment.selected.and_then(|id| dataset.at(id)) {
            let (x, y) = view.at(to_world(at));
            strokes::ring(context, (x, y), ink);
        }
        if drawn.named {
            let named = self.visible(drawn).map(|spot| {
                let title = &*dataset.records[spot.feature as usize].title;
                (view.at((spot.x, spot.y)), title)
            });
            let bounds = Rect { left: 0.0, top: 0.0, width: view.width, height: view.height };
            let controls = self.controls.borrow();
            strokes::names(context, named.collect(), [ink, paper], bounds, &controls);
        }
    }

    /// Is there room to label the records in view?
    fn has_room(&self, drawn: &Drawn) -> bool {
        self.visible(drawn).nth(strokes::MOST_NAMES).is_none()
    }

    fn visible<'a>(&'a self, drawn: &'a Drawn) -> impl Iterator<Item = &'a Spot> {
        let seen = |(spot, cell): &(&Spot, &u32)| {
            **cell != NOWHERE && drawn.counts[spot.feature as usize] > 0
        };
        self.spots.iter().zip(&drawn.cells).filter(seen).map(|(spot, _)| spot)
    }

    fn put_dots(&self, drawn: &mut Drawn) {
        let [dot, rim] = drawn.colours.pixels;
        let areas = drawn.dots.rasterise_dirty(dot, rim);
        let (width, height) = drawn.dots.size();
        let pixels = Clamped(drawn.dots.pixels.as_slice());
        let image =
            ImageData::new_with_u8_clamped_array_and_sh(pixels, width as u32, height as u32);
        // It fails only if the sizes do not match, and they do.
        let Ok(image) = image else { return };
        for area in areas {
            let [left, top, right, bottom] =
                [area.left, area.top, area.right, area.bottom].map(|side| side as f64);
            let _ = self
                .over
                .context
                .put_image_data_with_dirty_x_and_dirty_y_and_dirty_width_and_dirty_height(
                    &image,
                    0.0,
                    0.0,
                    left,
                    top,
                    right - left,
                    bottom - top,
                );
        }
    }

    fn view(&self) -> View {
        let (middle, size) =
            (self.map.lat_lng_to_container_point(&LatLng::new(0.0, 0.0)), self.map.get_size());
        let scale = 256.0 * js_sys::Math::pow(2.0, self.map.get_zoom());
        let (left, top) = (middle.x() - scale / 2.0, middle.y() - scale / 2.0);
        View { left, top, scale, width: size.x(), height: size.y() }
    }
}

impl Canvas {
    fn fit(&self, corner: &Point, view: View, (width, height): (usize, usize)) {
        self.element.set_width(width as u32);
        self.element.set_height(height as u32);
        let style = self.element.style();
        for (name, length) in [
            ("left", corner.x()),
            ("top", corner.y()),
            ("width", view.width),
            ("height", view.height),
        ] {
            let _ = style.set_property(name, &(format_decimal(length, 1) + "px"));
        }
        let _ = style.set_property("visibility", "visible");
    }

    /// A colour that the style sheet gives the canvas.
    fn colour(&self, property: &str) -> String {
        let style = window().get_computed_style(&self.element).ok().flatten();
        style.and_then(|style| style.get_property_value(property).ok()).unwrap_or_default()
    }
}

/// The numbers of `rgb(177, 58, 30)`.
fn rgb(colour: &str) -> [u8; 3] {
    let mut numbers = colour
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().unwrap_or(0));
    [(); 3].map(|()| numbers.next().unwrap_or(0))
}
