use std::collections::BTreeMap;

use geojson::JsonValue;

use crate::domain::formats::{Basemap, itinerary_geojson};
use crate::domain::great_circle::LonLat;
use crate::domain::life::Life;
use crate::domain::planar::distance_to_segment;
use crate::export::escape::Escaped;
use crate::export::line::line_pieces;

/// Units of the drawing from edge to edge.
const WIDTH: f64 = 1000.0;
/// Its height is between these shares of its width.
const SHAPE: (f64, f64) = (0.5, 0.75);
/// A life in one town still shows the country around it.
const LEAST_DEGREES: f64 = 8.0;
/// What is left out of a coast: bends of less than this…
const TOLERANCE: f64 = 1.6;
/// …and islands and lakes that cover less.
const LEAST_AREA: f64 = 18.0;
/// The names written: those of the places most often stayed at.
const LABELS: usize = 16;
const LETTER: f64 = 20.0;

type Point = (f64, f64);

/// The stays as dots on the land of their time, the journeys as lines. Nothing,
/// where no place has a position.
pub(super) fn svg(life: &Life, basemap: &Basemap) -> String {
    let point = |id: &str| life.place(id).and_then(|place| place.point);
    let (mut told, mut unknown) = (Vec::new(), Vec::new());
    for feature in itinerary_geojson::to_features(&life.itinerary, point) {
        let lines = line_pieces(&feature);
        let dashed = feature.property("unknown").and_then(JsonValue::as_bool) == Some(true);
        if dashed { unknown.extend(lines) } else { told.extend(lines) }
    }
    let dots: Vec<LonLat> = (0..life.itinerary.stays.len()).filter_map(|i| life.point(i)).collect();
    let Some(window) = Window::around(dots.iter().chain(told.iter().chain(&unknown).flatten()))
    else {
        return String::new();
    };
    let (title, height) = (Escaped(&life.entry.title), window.height.round());
    let label = format!("Map of the places where the text has {title}");
    format!(
        "<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"itinerary-map\">\n\
         <title id=\"itinerary-map\">{label}</title>\n\
         <path class=\"water\" fill=\"#cbd8de\" d=\"M0 0h{WIDTH}v{height}H0z\"/>\n\
         <path class=\"land\" fill=\"#f2ecdf\" fill-rule=\"evenodd\" d=\"{}\"/>\n\
         <path class=\"water\" fill=\"#cbd8de\" fill-rule=\"evenodd\" d=\"{}\"/>\n\
         <g class=\"way\" fill=\"none\" stroke=\"#c8371b\" stroke-width=\"1.6\">\
         <path d=\"{}\"/><path stroke-dasharray=\"5 6\" d=\"{}\"/></g>\n\
         {}</svg>\n",
        window.areas(&basemap.land),
        window.areas(&basemap.lakes),
        window.lines(&told),
        window.lines(&unknown),
        dots_and_names(life, &window),
    )
}

/// A dot for every place, larger where the stays are many; names as long as
/// there is room for them.
fn dots_and_names(life: &Life, window: &Window) -> String {
    // By place: how often, the name at the first stay, and where.
    let mut places: BTreeMap<&str, (usize, &str, Point)> = BTreeMap::new();
    for (index, stay) in life.itinerary.stays.iter().enumerate() {
        if let Some(point) = life.point(index) {
            let place = places.entry(&stay.place);
            place.or_insert((0, &stay.name, window.at(point))).0 += 1;
        }
    }
    let mut places: Vec<_> = places.into_values().collect();
    places.sort_by_key(|&(stays, ..)| std::cmp::Reverse(stays));
    let mut html = String::from("<g class=\"dot\" fill=\"#c8371b\">");
    for &(stays, _, (x, y)) in &places {
        let radius = (stays as f64).sqrt().min(4.0) * 2.0 + 2.0;
        html += &format!("<circle cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"{radius:.0}\"/>");
    }
    html += &format!(
        "</g>\n<g class=\"name\" font-size=\"{LETTER}\" fill=\"#25221c\" stroke=\"#fbf8f1\" \
         stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\">"
    );
    let mut taken: Vec<(Point, Point)> = Vec::new();
    for (_, name, (x, y)) in places {
        let length = name.chars().count() as f64 * LETTER * 0.55;
        let (left, anchor) = match x + 12.0 + length > WIDTH {
            true => (x - 12.0 - length, " text-anchor=\"end\""),
            false => (x + 12.0, ""),
        };
        let of = ((left, y - LETTER * 0.6), (left + length, y + LETTER * 0.6));
        let apart = |other: &(Point, Point)| {
            of.1.0 < other.0.0 || other.1.0 < of.0.0 || of.1.1 < other.0.1 || other.1.1 < of.0.1
        };
        if taken.len() < LABELS && left > 0.0 && taken.iter().all(apart) {
            let at = if anchor.is_empty() { left } else { left + length };
            let (down, name) = (y + LETTER * 0.35, Escaped(name));
            html += &format!("<text x=\"{at:.0}\" y=\"{down:.0}\"{anchor}>{name}</text>");
            taken.push(of);
        }
    }
    html + "</g>\n"
}

/// The part of the world shown: degrees as they are, but a degree of longitude
/// as long as it is in the middle of the window.
struct Window {
    west: f64,
    north: f64,
    /// Units for a degree of longitude and of latitude.
    scale: (f64, f64),
    height: f64,
}

impl Window {
    fn around<'a>(points: impl Iterator<Item = &'a LonLat>) -> Option<Self> {
        let (mut west, mut east, mut south, mut north) = (180.0_f64, -180.0_f64, 90.0_f64, -90.0);
        for point in points {
            (west, east) = (west.min(point.lon), east.max(point.lon));
            (south, north) = (south.min(point.lat), f64::max(north, point.lat));
        }
        if west > east || south > north {
            return None;
        }
        let squeeze = ((south + north) / 2.0).to_radians().cos().max(0.1);
        let width = (((east - west) * squeeze).max(LEAST_DEGREES) * 1.12)
            .max((north - south) * 1.12 / SHAPE.1);
        let height = ((north - south) * 1.12).max(width * SHAPE.0);
        let scale = WIDTH / width;
        Some(Self {
            west: (west + east) / 2.0 - width / squeeze / 2.0,
            north: (south + north) / 2.0 + height / 2.0,
            scale: (scale * squeeze, scale),
            height: height * scale,
        })
    }

    fn at(&self, point: LonLat) -> Point {
        ((point.lon - self.west) * self.scale.0, (self.north - point.lat) * self.scale.1)
    }

    fn areas(&self, polygons: &[Vec<Vec<LonLat>>]) -> String {
        let mut path = String::new();
        for ring in polygons.iter().flatten() {
            let ring: Vec<Point> = ring.iter().map(|&point| self.at(point)).collect();
            let ring = self.cut(ring);
            if area(&ring) >= LEAST_AREA {
                push_line(&mut path, &simplified(&ring));
                path.push('z');
            }
        }
        path
    }

    /// Ways there and back are drawn once.
    fn lines(&self, lines: &[Vec<LonLat>]) -> String {
        let mut drawn: Vec<Vec<Point>> = Vec::new();
        for line in lines {
            let points: Vec<Point> = line.iter().map(|&point| self.at(point)).collect();
            let (Some(first), Some(last)) = (points.first(), points.last()) else { continue };
            let ends = [(*first, *last), (*last, *first)];
            let same = |other: &Vec<Point>| {
                other.first().zip(other.last()).is_some_and(|(a, b)| ends.contains(&(*a, *b)))
            };
            if !drawn.iter().any(same) {
                drawn.push(points);
            }
        }
        let mut path = String::new();
        drawn.iter().for_each(|line| push_line(&mut path, &simplified(line)));
        path
    }

    /// The part of a ring within the window (Sutherland and Hodgman).
    fn cut(&self, ring: Vec<Point>) -> Vec<Point> {
        let along_x = |limit: f64, a: Point, b: Point| {
            (limit, a.1 + (b.1 - a.1) * (limit - a.0) / (b.0 - a.0))
        };
        let along_y = |limit: f64, a: Point, b: Point| {
            (a.0 + (b.0 - a.0) * (limit - a.1) / (b.1 - a.1), limit)
        };
        let ring = half(ring, |p| p.0 >= 0.0, |a, b| along_x(0.0, a, b));
        let ring = half(ring, |p| p.0 <= WIDTH, |a, b| along_x(WIDTH, a, b));
        let ring = half(ring, |p| p.1 >= 0.0, |a, b| along_y(0.0, a, b));
        half(ring, |p| p.1 <= self.height, |a, b| along_y(self.height, a, b))
    }
}

fn half(
    ring: Vec<Point>,
    inside: impl Fn(Point) -> bool,
    edge: impl Fn(Point, Point) -> Point,
) -> Vec<Point> {
    let mut kept = Vec::with_capacity(ring.len());
    let Some(mut before) = ring.last().copied() else { return ring };
    for point in ring {
        if inside(before) != inside(point) {
            kept.push(edge(before, point));
        }
        if inside(point) {
            kept.push(point);
        }
        before = point;
    }
    kept
}

fn area(ring: &[Point]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    (ring.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>() / 2.0).abs()
}

/// Without the points that lie near the line of the others (Douglas and
/// Peucker), both ends kept.
fn simplified(line: &[Point]) -> Vec<Point> {
    let mut kept = vec![false; line.len()];
    let mut open = vec![(0, line.len().saturating_sub(1))];
    while let Some((from, to)) = open.pop() {
        if let Some(end) = kept.get_mut(from) {
            *end = true;
        }
        if let Some(end) = kept.get_mut(to) {
            *end = true;
        }
        let farthest = (from + 1..to)
            .map(|i| (distance_to_segment(line[i], line[from], line[to]), i))
            .max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, middle)) = farthest.filter(|(distance, _)| *distance > TOLERANCE) {
            open.extend([(from, middle), (middle, to)]);
        }
    }
    line.iter().zip(kept).filter(|(_, kept)| *kept).map(|(point, _)| *point).collect()
}

/// In whole units, each from the one before: short, and short when compressed.
fn push_line(path: &mut String, line: &[Point]) {
    let mut before: Option<(i64, i64)> = None;
    for &(x, y) in line {
        let (x, y) = (x.round() as i64, y.round() as i64);
        match before {
            None => *path += &format!("M{x} {y}l"),
            Some(last) if last == (x, y) => continue,
            Some((last_x, last_y)) => {
                for step in [x - last_x, y - last_y] {
                    // A minus parts it from the number before.
                    let gap = if step < 0 || path.ends_with('l') { "" } else { " " };
                    *path += &format!("{gap}{step}");
                }
            }
        }
        before = Some((x, y));
    }
    if path.ends_with('l') {
        *path += "0 0";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_is_cut_at_the_edges_and_keeps_its_bends() {
        let window = Window { west: 0.0, north: 0.0, scale: (1.0, 1.0), height: 500.0 };
        let around = vec![(-100.0, -100.0), (1100.0, -100.0), (1100.0, 600.0), (-100.0, 600.0)];
        let cut = window.cut(around);
        assert_eq!(area(&cut), WIDTH * 500.0);
        assert!(window.cut(vec![(-3.0, 0.0), (-1.0, 0.0), (-1.0, 5.0)]).is_empty());
        let bent = [(0.0, 0.0), (5.0, 0.5), (10.0, 0.0), (10.0, 9.0)];
        assert_eq!(simplified(&bent), [(0.0, 0.0), (10.0, 0.0), (10.0, 9.0)]);
        assert!(simplified(&[]).is_empty());
    }

    #[test]
    fn a_line_is_written_step_by_step() {
        let mut path = String::new();
        push_line(&mut path, &[(1.0, 2.0), (0.0, 5.4), (0.2, 5.0), (3.0, 0.0)]);
        assert_eq!(path, "M1 2l-1 3 3-5");
        push_line(&mut path, &[(7.0, 7.0)]);
        assert_eq!(path, "M1 2l-1 3 3-5M7 7l0 0");
    }

    #[test]
    fn a_life_at_one_spot_has_a_window() {
        let gori = LonLat { lon: 44.0, lat: 42.0 };
        let window = Window::around([gori].iter()).unwrap();
        let (x, y) = window.at(gori);
        assert_eq!((x.round(), y.round()), (WIDTH / 2.0, (window.height / 2.0).round()));
        assert!(Window::around([].iter()).is_none());
    }
}
