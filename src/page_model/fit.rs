//! The view that shows all of some places: none under a button, each with room for
//! its name.

use super::rect::Rect;
use crate::domain::argsort::argsort;

/// The largest zoom that a view is fitted to, and the step of the zooms tried.
const MAX_ZOOM: f64 = 9.0;
const ZOOM_STEP: f64 = 0.25;

/// Half the height of a label, in pixels.
const HALF_LABEL_PX: f64 = 10.0;

/// The room around a dot that no button may cover, in pixels.
const DOT_PX: f64 = 14.0;

/// The number of positions that are tried at each zoom, on each side of the middle.
const POSITIONS: i32 = 8;

/// A place that the view is to show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FitPoint {
    /// Its position on the Mercator map of the world at zoom 0, in pixels.
    pub x: f64,
    /// Its position on the Mercator map of the world at zoom 0, in pixels.
    pub y: f64,
    /// The width of its label with the dot, in pixels on the screen.
    pub label_px: f64,
}

/// The zoom, and the centre on the map of zoom 0, of the closest view in which
/// every place lies within `area`, under none of the `obstacles`, and with its label
/// beside it, left or right. The place in the middle of the area is preferred.
/// `None` if there is no place, or not enough room at any zoom from `min_zoom` on.
#[must_use]
pub fn fit(
    points: &[FitPoint],
    area: Rect,
    obstacles: &[Rect],
    min_zoom: f64,
) -> Option<(f64, (f64, f64))> {
    let first = points.first()?;
    let fold = |least: fn(f64, f64) -> f64, of: fn(&FitPoint) -> f64| {
        points.iter().map(of).fold(of(first), least)
    };
    let (left, right) = (fold(f64::min, |p| p.x), fold(f64::max, |p| p.x));
    let (top, bottom) = (fold(f64::min, |p| p.y), fold(f64::max, |p| p.y));
    let middle = ((left + right) / 2.0, (top + bottom) / 2.0);
    let positions = positions();
    let mut zoom = MAX_ZOOM;
    while zoom >= min_zoom {
        let scale = zoom.exp2();
        let slack_x = area.width - (right - left) * scale - 2.0 * DOT_PX;
        let slack_y = area.height - (bottom - top) * scale - 2.0 * DOT_PX;
        if slack_x >= 0.0 && slack_y >= 0.0 {
            for &(across, down) in &positions {
                // Where the middle of the points is put on the screen.
                let x = area.left + area.width / 2.0 + across * slack_x / 2.0;
                let y = area.top + area.height / 2.0 + down * slack_y / 2.0;
                let on_screen =
                    |p: &FitPoint| (x + (p.x - middle.0) * scale, y + (p.y - middle.1) * scale);
                if points.iter().all(|p| has_room(p, on_screen(p), area, obstacles)) {
                    let centre_x = area.left + area.width / 2.0;
                    let centre_y = area.top + area.height / 2.0;
                    let centre =
                        (middle.0 + (centre_x - x) / scale, middle.1 + (centre_y - y) / scale);
                    return Some((zoom, centre));
                }
            }
        }
        zoom -= ZOOM_STEP;
    }
    None
}

/// Positions from -1 to 1 in both directions, those nearest to the middle first.
fn positions() -> Vec<(f64, f64)> {
    let steps = || (-POSITIONS..=POSITIONS).map(|step| f64::from(step) / f64::from(POSITIONS));
    let all: Vec<(f64, f64)> = steps().flat_map(|x| steps().map(move |y| (x, y))).collect();
    let from_middle = |i: usize| all[i].0.hypot(all[i].1);
    let order = argsort(all.len(), &|a, b| from_middle(a).total_cmp(&from_middle(b)));
    order.into_iter().map(|i| all[i]).collect()
}

/// Is the dot free, and its label on one side of it at least?
fn has_room(point: &FitPoint, (x, y): (f64, f64), area: Rect, obstacles: &[Rect]) -> bool {
    let is_free =
        |rect: Rect| area.contains(&rect) && !obstacles.iter().any(|other| rect.overlaps(other));
    let (top, height) = (y - HALF_LABEL_PX, 2.0 * HALF_LABEL_PX);
    let width = DOT_PX + point.label_px;
    let dot = Rect { left: x - DOT_PX, top, width: 2.0 * DOT_PX, height };
    is_free(dot)
        && (is_free(Rect { left: x - DOT_PX, top, width, height })
            || is_free(Rect { left: x + DOT_PX - width, top, width, height }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Rect = Rect { left: 0.0, top: 0.0, width: 400.0, height: 300.0 };

    fn at(x: f64, y: f64) -> FitPoint {
        FitPoint { x, y, label_px: 80.0 }
    }

    /// Where a point is on the screen in a view of `AREA`.
    fn seen((zoom, centre): (f64, (f64, f64)), point: FitPoint) -> (f64, f64) {
        let scale = zoom.exp2();
        (200.0 + (point.x - centre.0) * scale, 150.0 + (point.y - centre.1) * scale)
    }

    #[test]
    fn without_buttons_the_places_are_in_the_middle() {
        let points = [at(10.0, 10.0), at(30.0, 20.0)];
        let view = fit(&points, AREA, &[], 2.0).unwrap();
        assert!((view.1.0 - 20.0).abs() < 1e-9 && (view.1.1 - 15.0).abs() < 1e-9);
        let (x, _) = seen(view, points[1]);
        assert!(x > 300.0, "as close as there is room: {x}");
    }

    #[test]
    fn no_place_lies_under_a_button_and_each_has_room_for_its_name() {
        let column = Rect { left: 350.0, top: 0.0, width: 50.0, height: 300.0 };
        let points = [at(10.0, 10.0), at(30.0, 20.0)];
        let free = fit(&points, AREA, &[], 2.0).unwrap();
        let view = fit(&points, AREA, &[column], 2.0).unwrap();
        assert!(view.0 <= free.0);
        let (right, _) = seen(view, points[1]);
        assert!(right + 10.0 <= 350.0, "{right}");
        // The western one has its name to the right, the eastern to the left.
        let (left, _) = seen(view, points[0]);
        assert!(left >= 10.0 && left + 80.0 <= 350.0);
    }

    #[test]
    fn what_has_no_room_at_any_zoom_has_no_view() {
        assert_eq!(fit(&[], AREA, &[], 2.0), None);
        assert_eq!(fit(&[at(0.0, 0.0), at(256.0, 0.0)], AREA, &[], 2.0), None);
        assert_eq!(fit(&[at(0.0, 0.0)], AREA, &[AREA], 2.0), None);
        let one = fit(&[at(5.0, 5.0)], AREA, &[], 2.0);
        assert_eq!(one, Some((MAX_ZOOM, (5.0, 5.0))));
    }
}
