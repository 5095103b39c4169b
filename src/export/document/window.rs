//! The section of the world that the SVG map shows: projection, clipping, and the paths
//! of areas and lines.

use super::path::{Point, area, push_line, simplified};
use crate::domain::great_circle::LonLat;

/// The width of the drawing, in its units.
pub(super) const WIDTH: f64 = 1000.0;
/// The least and the greatest height, as shares of the width.
const SHAPE: (f64, f64) = (0.5, 0.75);
/// The least width, in degrees at the middle of the window: a life in one town
/// still shows the country around it.
const LEAST_DEGREES: f64 = 8.0;
/// Islands and lakes of a smaller area are left out, in square units.
const LEAST_AREA: f64 = 18.0;

/// The part of the world that the drawing shows, in the equirectangular
/// projection, true to scale along the parallel in the middle.
pub(super) struct Window {
    /// The longitude of the left edge, in degrees.
    west: f64,
    /// The latitude of the upper edge, in degrees.
    north: f64,
    /// Units of the drawing per degree of longitude and of latitude.
    scale: (f64, f64),
    /// The height of the drawing, in its units.
    pub height: f64,
}

impl Window {
    /// The window with a margin around points. `None` without points.
    pub fn around<'a>(points: impl Iterator<Item = &'a LonLat>) -> Option<Self> {
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

    /// The point of the drawing that a position has.
    pub fn project(&self, point: LonLat) -> Point {
        ((point.lon - self.west) * self.scale.0, (self.north - point.lat) * self.scale.1)
    }

    /// The path of polygons: clipped, simplified, without what is too small to see.
    pub fn areas(&self, polygons: &[Vec<Vec<LonLat>>]) -> String {
        let mut path = String::new();
        for ring in polygons.iter().flatten() {
            let ring: Vec<Point> = ring.iter().map(|&point| self.project(point)).collect();
            let ring = self.clip(ring);
            if area(&ring) >= LEAST_AREA {
                push_line(&mut path, &simplified(&ring));
                path.push('z');
            }
        }
        path
    }

    /// The path of lines. Of lines between the same two ends only the first is
    /// drawn: a journey there and back is one line.
    pub fn lines(&self, lines: &[Vec<LonLat>]) -> String {
        let mut drawn: Vec<Vec<Point>> = Vec::new();
        for line in lines {
            let points: Vec<Point> = line.iter().map(|&point| self.project(point)).collect();
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

    /// The part of a ring within the window (Sutherland–Hodgman).
    fn clip(&self, ring: Vec<Point>) -> Vec<Point> {
        let along_x = |limit: f64, a: Point, b: Point| {
            (limit, a.1 + (b.1 - a.1) * (limit - a.0) / (b.0 - a.0))
        };
        let along_y = |limit: f64, a: Point, b: Point| {
            (a.0 + (b.0 - a.0) * (limit - a.1) / (b.1 - a.1), limit)
        };
        let ring = clip_at_edge(ring, |p| p.0 >= 0.0, |a, b| along_x(0.0, a, b));
        let ring = clip_at_edge(ring, |p| p.0 <= WIDTH, |a, b| along_x(WIDTH, a, b));
        let ring = clip_at_edge(ring, |p| p.1 >= 0.0, |a, b| along_y(0.0, a, b));
        clip_at_edge(ring, |p| p.1 <= self.height, |a, b| along_y(self.height, a, b))
    }
}

/// The part of a ring on the inner side of an edge. `crossing` is where the segment
/// between two points crosses the edge.
fn clip_at_edge(
    ring: Vec<Point>,
    inside: impl Fn(Point) -> bool,
    crossing: impl Fn(Point, Point) -> Point,
) -> Vec<Point> {
    let mut kept = Vec::with_capacity(ring.len());
    let Some(mut before) = ring.last().copied() else { return ring };
    for point in ring {
        if inside(before) != inside(point) {
            kept.push(crossing(before, point));
        }
        if inside(point) {
            kept.push(point);
        }
        before = point;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_is_clipped_at_the_edges() {
        let window = Window { west: 0.0, north: 0.0, scale: (1.0, 1.0), height: 500.0 };
        let around = vec![(-100.0, -100.0), (1100.0, -100.0), (1100.0, 600.0), (-100.0, 600.0)];
        assert_eq!(area(&window.clip(around)), WIDTH * 500.0);
        assert!(window.clip(vec![(-3.0, 0.0), (-1.0, 0.0), (-1.0, 5.0)]).is_empty());
    }

    #[test]
    fn a_life_at_one_spot_has_a_window() {
        let gori = LonLat { lon: 44.0, lat: 42.0 };
        let window = Window::around([gori].iter()).unwrap();
        let (x, y) = window.project(gori);
        assert_eq!((x.round(), y.round()), (WIDTH / 2.0, (window.height / 2.0).round()));
        assert!(Window::around([].iter()).is_none());
    }
}
