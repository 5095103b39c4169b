//! The map of the HTML document as an SVG: land and lakes, stays as labelled dots,
//! journeys as lines.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use geojson::JsonValue;
use maud::{Markup, html};

use super::path::Point;
use super::window::{WIDTH, Window};
use crate::domain::formats::{Basemap, itinerary_geojson};
use crate::domain::great_circle::LonLat;
use crate::domain::life::Life;
use crate::export::line::line_pieces;
use crate::page_model::{LabelRequest, LabelSide, Rect, place_labels};

/// The most labels: those of the places with the most stays.
const LABELS: usize = 16;
/// The font size of a label, in units of the drawing.
const FONT_SIZE: f64 = 20.0;
/// The mean width of a letter and the height of a line, per unit of font size.
const LETTER_WIDTH: f64 = 0.55;
const LINE_HEIGHT: f64 = 1.2;
/// How far the baseline lies below the middle of a line, per unit of font size.
const BASELINE: f64 = 0.35;
/// The gap between a dot and its label.
const GAP: f64 = 4.0;

const WATER: &str = "#cbd8de";
const LAND: &str = "#f2ecdf";
const PERSON: &str = "#c8371b";
const INK: &str = "#25221c";
const PAPER: &str = "#fbf8f1";

/// A map of the stays as dots on the land of their time, the journeys as lines.
/// Empty where no place has a position.
pub(super) fn svg(life: &Life, basemap: &Basemap) -> Markup {
    let point = |id: &str| life.place(id).and_then(|place| place.point);
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for feature in itinerary_geojson::to_features(&life.itinerary, point) {
        let is_unknown = feature.property("unknown").and_then(JsonValue::as_bool) == Some(true);
        let lines = if is_unknown { &mut unknown } else { &mut known };
        lines.extend(line_pieces(&feature));
    }
    let dots: Vec<LonLat> = (0..life.itinerary.stays.len()).filter_map(|i| life.point(i)).collect();
    let Some(window) = Window::around(dots.iter().chain(known.iter().chain(&unknown).flatten()))
    else {
        return Markup::default();
    };
    let height = window.height.round();
    html! {
        svg viewBox={ "0 0 " (WIDTH) " " (height) } role="img" aria-labelledby="itinerary-map" {
            "\n" title id="itinerary-map" {
                "Map of the places in the life of " (life.entry.title)
            }
            "\n" path class="water" fill=(WATER) d={ "M0 0h" (WIDTH) "v" (height) "H0z" } {}
            "\n" path class="land" fill=(LAND) fill-rule="evenodd"
                d=(window.areas(&basemap.land)) {}
            "\n" path class="water" fill=(WATER) fill-rule="evenodd"
                d=(window.areas(&basemap.lakes)) {}
            "\n" g class="way" fill="none" stroke=(PERSON) stroke-width="1.6" {
                path d=(window.lines(&known)) {}
                path stroke-dasharray="5 6" d=(window.lines(&unknown)) {}
            }
            "\n" (dots_and_labels(&places(life, &window), window.height))
        }
        "\n"
    }
}

/// A place of the map.
struct Dot<'a> {
    stays: u32,
    name: &'a str,
    point: Point,
}

impl Dot<'_> {
    /// Its area grows with the stays, up to sixteen.
    fn radius(&self) -> f64 {
        f64::from(self.stays).sqrt().min(4.0) * 2.0 + 2.0
    }

    fn label(&self) -> LabelRequest {
        let length = self.name.chars().count() as f64 * FONT_SIZE * LETTER_WIDTH;
        LabelRequest {
            x: self.point.0,
            y: self.point.1,
            width: 2.0 * self.radius() + GAP + length,
            height: FONT_SIZE * LINE_HEIGHT,
            dot_radius: Some(self.radius()),
            rank: self.stays,
            may_cover_dots: false,
        }
    }
}

/// The places of the stays, under the name of their first stay; those with the
/// most stays first.
fn places<'a>(life: &'a Life, window: &Window) -> Vec<Dot<'a>> {
    let mut places: BTreeMap<&str, Dot> = BTreeMap::new();
    for (index, stay) in life.itinerary.stays.iter().enumerate() {
        if let Some(point) = life.point(index) {
            let dot = || Dot { stays: 0, name: &stay.name, point: window.project(point) };
            places.entry(&stay.place).or_insert_with(dot).stays += 1;
        }
    }
    let mut places: Vec<Dot> = places.into_values().collect();
    places.sort_by_key(|place| Reverse(place.stays));
    places
}

fn dots_and_labels(places: &[Dot], height: f64) -> Markup {
    let labelled = &places[..places.len().min(LABELS)];
    let requests: Vec<_> = labelled.iter().map(|place| Some(place.label())).collect();
    let bounds = Rect { left: 0.0, top: 0.0, width: WIDTH, height };
    let sides = place_labels(&requests, bounds, &[]);
    html! {
        g class="dot" fill=(PERSON) {
            @for place in places {
                @let (x, y) = place.point;
                circle cx=(x.round()) cy=(y.round()) r=(place.radius().round()) {}
            }
        }
        "\n" g class="name" font-size=(FONT_SIZE) fill=(INK) stroke=(PAPER) stroke-width="4"
            stroke-linejoin="round" paint-order="stroke" {
            @for (place, side) in labelled.iter().zip(sides) {
                @if let Some(side) = side { (label(place, side)) }
            }
        }
        "\n"
    }
}

fn label(place: &Dot, side: LabelSide) -> Markup {
    let beside = place.radius() + GAP;
    let (x, anchor) = match side {
        LabelSide::Right => (place.point.0 + beside, None),
        LabelSide::Left => (place.point.0 - beside, Some("end")),
        LabelSide::Above | LabelSide::Below | LabelSide::Centre => (place.point.0, Some("middle")),
    };
    let rect = place.label().rect(side);
    let y = rect.top + rect.height / 2.0 + FONT_SIZE * BASELINE;
    html! { text x=(x.round()) y=(y.round()) text-anchor=[anchor] { (place.name) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(places: &[Dot]) -> String {
        dots_and_labels(places, 500.0).into_string()
    }

    #[test]
    fn a_label_at_the_edge_stands_on_the_other_side() {
        let name = "Novaya Uda";
        let east = Dot { stays: 1, name, point: (980.0, 250.0) };
        assert!(drawn(&[east]).contains(r#"<text x="972" y="257" text-anchor="end">Novaya Uda<"#));
        let west = Dot { stays: 1, name, point: (20.0, 250.0) };
        assert!(drawn(&[west]).contains(r#"<text x="28" y="257">Novaya Uda<"#));
    }

    #[test]
    fn only_the_places_with_the_most_stays_have_labels() {
        let dot = |i: usize| Dot { stays: 1, name: "A", point: (20.0 + 30.0 * i as f64, 250.0) };
        let drawn = drawn(&(0..30).map(dot).collect::<Vec<_>>());
        assert_eq!(drawn.matches("<circle").count(), 30);
        assert_eq!(drawn.matches("<text").count(), LABELS);
    }
}
