//! Lines, areas and names on a canvas.

use web_sys::{CanvasRenderingContext2d, CanvasWindingRule};

use super::projection::{View, to_world};
use crate::dataset::Dataset;
use crate::dataset::{Part, PartKind};
use crate::domain::great_circle::LonLat;
use crate::domain::planar::distance_to_segment;
use crate::domain::time::Day;
use crate::page_model::{HALF_LINE, LabelRequest, LabelSide, Rect, place_labels};

/// The most names that are drawn: nobody could read more at once.
pub(super) const MOST_NAMES: usize = 120;
/// Width of a letter and height of a line, in pixels.
const LETTER: f64 = 6.8;
const LINE: f64 = 16.0;
const FONT: &str = "12px system-ui, sans-serif";
const DOT: f64 = 5.0;

/// Draws the lines and areas of features.
pub(super) fn draw(
    context: &CanvasRenderingContext2d,
    dataset: &Dataset,
    shown: impl Iterator<Item = usize>,
    selected: Option<usize>,
    day: Day,
    view: View,
    colour: &str,
) {
    context.set_fill_style_str(colour);
    context.set_stroke_style_str(colour);
    context.set_line_join("round");
    for feature in shown {
        let chosen = selected == Some(feature);
        context.set_line_width(if chosen { 4.0 } else { 2.0 });
        if let Some((points, days)) = dataset.track(feature) {
            let way = passed(points, days, day);
            context.begin_path();
            trace(context, &way, view);
            context.stroke();
            if let Some(&last) = way.last() {
                context.begin_path();
                let (x, y) = view.at(to_world(last));
                let _ = context.arc(x, y, DOT, 0.0, std::f64::consts::TAU);
                context.fill();
            }
            continue;
        }
        for (kind, fills) in [(PartKind::Ring, true), (PartKind::Line, false)] {
            let parts: Vec<&Part> =
                dataset.shape(feature).iter().filter(|part| part.kind == kind).collect();
            if parts.is_empty() {
                continue;
            }
            context.begin_path();
            for part in parts {
                trace(context, dataset.vertices(part), view);
            }
            if fills {
                context.set_global_alpha(if chosen { 0.4 } else { 0.2 });
                context.fill_with_canvas_winding_rule(CanvasWindingRule::Evenodd);
                context.set_global_alpha(1.0);
                context.set_line_width(if chosen { 3.0 } else { 1.0 });
            }
            context.stroke();
        }
    }
}

/// A ring around the chosen one.
pub(super) fn ring(context: &CanvasRenderingContext2d, (x, y): (f64, f64), colour: &str) {
    context.begin_path();
    context.set_stroke_style_str(colour);
    context.set_line_width(2.0);
    let _ = context.arc(x, y, 2.0 * DOT, 0.0, std::f64::consts::TAU);
    context.stroke();
}

/// Writes names beside their dots, as far as there is room within `bounds` and
/// beside the `controls` over the map.
pub(super) fn names(
    context: &CanvasRenderingContext2d,
    named: Vec<((f64, f64), &str)>,
    [ink, paper]: [&str; 2],
    bounds: Rect,
    controls: &[Rect],
) {
    let requests: Vec<Option<LabelRequest>> = named
        .iter()
        .map(|&((x, y), title)| {
            let width = title.chars().count() as f64 * LETTER + 14.0;
            Some(LabelRequest { x, y, width, height: LINE, dot_radius: Some(DOT), rank: 0 })
        })
        .collect();
    context.set_font(FONT);
    context.set_text_baseline("middle");
    context.set_fill_style_str(ink);
    context.set_stroke_style_str(paper);
    context.set_line_width(3.0);
    let half_line = HALF_LINE * LINE;
    let sides = place_labels(&requests, bounds, controls);
    for (side, ((x, y), title)) in sides.into_iter().zip(named) {
        let (x, y, align) = match side {
            Some(LabelSide::Right) => (x + DOT + 3.0, y, "left"),
            Some(LabelSide::Left) => (x - DOT - 3.0, y, "right"),
            Some(LabelSide::RightUp) => (x + DOT + 3.0, y - half_line, "left"),
            Some(LabelSide::RightDown) => (x + DOT + 3.0, y + half_line, "left"),
            Some(LabelSide::LeftUp) => (x - DOT - 3.0, y - half_line, "right"),
            Some(LabelSide::LeftDown) => (x - DOT - 3.0, y + half_line, "right"),
            Some(LabelSide::Above) => (x, y - LINE + 2.0, "center"),
            Some(_) => (x, y + LINE - 2.0, "center"),
            None => continue,
        };
        context.set_text_align(align);
        let _ = context.stroke_text(title, x, y);
        let _ = context.fill_text(title, x, y);
    }
}

/// The kind of a feature's part at a point of the view, if there is one.
pub(super) fn hit(
    dataset: &Dataset,
    feature: usize,
    view: View,
    (x, y): (f64, f64),
    tolerance_px: f64,
) -> Option<PartKind> {
    let mut inside = false;
    for part in dataset.shape(feature) {
        let spots: Vec<(f64, f64)> =
            dataset.vertices(part).iter().map(|&point| view.at(to_world(point))).collect();
        for pair in spots.windows(2) {
            let ((ax, ay), (bx, by)) = (pair[0], pair[1]);
            match part.kind {
                PartKind::Line if distance_to_segment((x, y), pair[0], pair[1]) <= tolerance_px => {
                    return Some(PartKind::Line);
                }
                // A ray to the east crosses the edge (the even-odd rule).
                PartKind::Ring if (ay > y) != (by > y) => {
                    inside ^= x < ax + (y - ay) / (by - ay) * (bx - ax);
                }
                _ => {}
            }
        }
    }
    inside.then_some(PartKind::Ring)
}

/// Adds a line to the path, without the steps that are too small to see.
fn trace(context: &CanvasRenderingContext2d, points: &[LonLat], view: View) {
    let mut before = None::<(f64, f64)>;
    for (nth, &point) in points.iter().enumerate() {
        let (x, y) = view.at(to_world(point));
        match before {
            None => context.move_to(x, y),
            Some((px, py)) if nth + 1 < points.len() && (px - x).abs() + (py - y).abs() < 0.8 => {
                continue;
            }
            Some(_) => context.line_to(x, y),
        }
        before = Some((x, y));
    }
}

/// The points of a track passed by a day, and then the position on that day.
fn passed(points: &[LonLat], days: &[Day], day: Day) -> Vec<LonLat> {
    let count = days.partition_point(|&passes| passes <= day);
    let mut way = points[..count].to_vec();
    if let (Some(&a), Some(&b)) = (way.last(), points.get(count)) {
        let share = f64::from(day - days[count - 1]) / f64::from(days[count] - days[count - 1]);
        let between = |a: f64, b: f64| a + share * (b - a);
        way.push(LonLat { lon: between(a.lon, b.lon), lat: between(a.lat, b.lat) });
    }
    way
}
