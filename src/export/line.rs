//! The lines of features, and the line of a journey with a time for every point.

use geojson::{Feature, GeometryValue, Position};

use super::entry::Entry;
use crate::domain::great_circle::{LonLat, along_great_circle, distance_km, rounded};

/// A point and the Unix time at which it is reached, in seconds.
pub(super) type Timed = (LonLat, i64);

/// The pieces of a journey's line (more than one, if the antimeridian cuts it).
/// None for a stay, or where an end of the journey has no position. Each piece
/// has at least `points` points.
pub(super) fn timed_pieces(entry: &Entry, points: usize) -> Vec<Vec<Timed>> {
    let Some(moves) = entry.moves else { return Vec::new() };
    let mut pieces = line_pieces(&entry.feature);
    for piece in &mut pieces {
        while let &mut [first, second, ..] = piece.as_mut_slice()
            && piece.len() < points
        {
            piece.insert(1, rounded(along_great_circle(first, second, 0.5)));
        }
    }
    let length = |line: &[LonLat]| line.windows(2).map(|w| distance_km(w[0], w[1])).sum::<f64>();
    let steps: usize = pieces.iter().map(|piece| piece.len() - 1).sum();
    let whole: f64 = pieces.iter().map(|piece| length(piece)).sum();
    let seconds = (moves.end() - moves.begin()) as f64;
    let (mut way, mut step) = (0.0, 0);
    let mut timed = Vec::new();
    for piece in &pieces {
        let mut before = None;
        let mut at = |&point: &LonLat| {
            if let Some(before) = before {
                way += distance_km(before, point);
                step += 1;
            }
            before = Some(point);
            // A journey of length 0 is divided by the number of steps instead.
            let share = if whole > 0.0 { way / whole } else { step as f64 / steps as f64 };
            (point, moves.begin() + (share.min(1.0) * seconds).round() as i64)
        };
        timed.push(piece.iter().map(&mut at).collect());
    }
    timed
}

/// The lines of a feature: one for a line string, several for a multi line
/// string, none for any other geometry.
pub(super) fn line_pieces(feature: &Feature) -> Vec<Vec<LonLat>> {
    match feature.geometry.as_ref().map(|geometry| &geometry.value) {
        Some(GeometryValue::LineString { coordinates }) => vec![points(coordinates)],
        Some(GeometryValue::MultiLineString { coordinates }) => {
            coordinates.iter().map(|piece| points(piece)).collect()
        }
        _ => Vec::new(),
    }
}

fn points(positions: &[Position]) -> Vec<LonLat> {
    let point = |position: &Position| match position.as_slice() {
        [lon, lat, ..] => Some(LonLat { lon: *lon, lat: *lat }),
        _ => None,
    };
    positions.iter().filter_map(point).collect()
}
