//! Geometry on a spherical Earth: distances in kilometres, bearings in degrees,
//! lines along great circles.
//!
//! The crate `geo` is not used: it would be the largest dependency of the page.

use serde::{Deserialize, Serialize};

/// Mean radius of the Earth in kilometres (IUGG).
const EARTH_RADIUS_KM: f64 = 6371.0088;

/// A point on the Earth: WGS84 longitude and latitude in degrees, as GeoJSON
/// orders them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LonLat {
    /// Degrees east, -180 to 180.
    pub lon: f64,
    /// Degrees north, -90 to 90.
    pub lat: f64,
}

/// A point as a vector of length 1 from the Earth's centre. Distances between
/// vectors need no trigonometry, which helps when many points are compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitVector([f64; 3]);

impl LonLat {
    /// The point on the unit sphere.
    #[must_use]
    pub fn unit_vector(self) -> UnitVector {
        let (sin_lon, cos_lon) = self.lon.to_radians().sin_cos();
        let (sin_lat, cos_lat) = self.lat.to_radians().sin_cos();
        UnitVector([cos_lat * cos_lon, cos_lat * sin_lon, sin_lat])
    }
}

/// Distance in kilometres straight through the Earth. It is shorter than
/// [`distance_km`]: by a thousandth at 1,000 km, and by less for nearer points.
#[must_use]
pub fn chord_km(UnitVector(a): UnitVector, UnitVector(b): UnitVector) -> f64 {
    let square = |i: usize| (a[i] - b[i]) * (a[i] - b[i]);
    EARTH_RADIUS_KM * (square(0) + square(1) + square(2)).sqrt()
}

/// Great-circle distance in kilometres (haversine).
#[must_use]
pub fn distance_km(a: LonLat, b: LonLat) -> f64 {
    2.0 * EARTH_RADIUS_KM * half_chord(a, b).min(1.0).asin()
}

/// The point at `progress` (0 to 1) of the great circle from `a` to `b`.
#[must_use]
pub fn along_great_circle(a: LonLat, b: LonLat, progress: f64) -> LonLat {
    let angle = 2.0 * half_chord(a, b).min(1.0).asin();
    if angle < 1e-9 || progress <= 0.0 {
        return a;
    }
    // Antipodes are joined by infinitely many shortest lines: none is chosen.
    if progress >= 1.0 || angle.sin() < 1e-9 {
        return b;
    }
    let (UnitVector(from), UnitVector(to)) = (a.unit_vector(), b.unit_vector());
    let near = ((1.0 - progress) * angle).sin() / angle.sin();
    let far = (progress * angle).sin() / angle.sin();
    let [x, y, z] = [0, 1, 2].map(|i| near * from[i] + far * to[i]);
    LonLat { lon: y.atan2(x).to_degrees(), lat: z.atan2(x.hypot(y)).to_degrees() }
}

/// The initial bearing of the great circle from `a` to `b`: degrees clockwise from
/// north, -180 to 180.
#[must_use]
pub fn bearing(a: LonLat, b: LonLat) -> f64 {
    let east = (b.lon - a.lon).to_radians();
    let (from, to) = (a.lat.to_radians(), b.lat.to_radians());
    let x = from.cos() * to.sin() - from.sin() * to.cos() * east.cos();
    (east.sin() * to.cos()).atan2(x).to_degrees()
}

/// The great circle from `a` to `b` as a line with a point about every
/// `step_km` kilometres. Its first and last points are `a` and `b`.
#[must_use]
pub fn great_circle_line(a: LonLat, b: LonLat, step_km: f64) -> Vec<LonLat> {
    let pieces = (distance_km(a, b) / step_km).ceil().clamp(1.0, 512.0) as u32;
    (0..=pieces).map(|i| along_great_circle(a, b, f64::from(i) / f64::from(pieces))).collect()
}

/// A point rounded to 10⁻⁵ degrees, about a metre.
#[must_use]
pub fn rounded(LonLat { lon, lat }: LonLat) -> LonLat {
    let round = |degrees: f64| (degrees * 1e5).round() / 1e5;
    LonLat { lon: round(lon), lat: round(lat) }
}

/// Cuts a line wherever it crosses the antimeridian (RFC 7946 §3.1.9), so that
/// no piece is drawn across the whole map.
#[must_use]
pub fn cut_at_antimeridian(line: &[LonLat]) -> Vec<Vec<LonLat>> {
    let mut pieces: Vec<Vec<LonLat>> = vec![Vec::new()];
    for (i, &point) in line.iter().enumerate() {
        if let Some(&before) = i.checked_sub(1).and_then(|i| line.get(i))
            && (point.lon - before.lon).abs() > 180.0
        {
            let side = 180.0_f64.copysign(before.lon);
            let unwrapped = point.lon + 2.0 * side;
            let run = unwrapped - before.lon;
            let share = if run == 0.0 { 0.0 } else { (side - before.lon) / run };
            let lat = before.lat + share * (point.lat - before.lat);
            if let Some(piece) = pieces.last_mut() {
                piece.push(LonLat { lon: side, lat });
            }
            pieces.push(vec![LonLat { lon: -side, lat }]);
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(point);
        }
    }
    pieces
}

fn half_chord(a: LonLat, b: LonLat) -> f64 {
    let sin_lat = ((b.lat - a.lat).to_radians() / 2.0).sin();
    let sin_lon = ((b.lon - a.lon).to_radians() / 2.0).sin();
    (sin_lat * sin_lat + a.lat.to_radians().cos() * b.lat.to_radians().cos() * sin_lon * sin_lon)
        .sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GORI: LonLat = LonLat { lon: 44.1137, lat: 41.9842 };
    const NOVAYA_UDA: LonLat = LonLat { lon: 103.5, lat: 54.0 };

    #[test]
    fn bearings_are_clockwise_from_north() {
        let at = |lon, lat| LonLat { lon, lat };
        for (to, degrees) in [
            (at(0.0, 10.0), 0.0),
            (at(10.0, 0.0), 90.0),
            (at(0.0, -10.0), 180.0),
            (at(-10.0, 0.0), -90.0),
        ] {
            assert!((bearing(at(0.0, 0.0), to) - degrees).abs() < 1e-9, "{to:?}");
        }
        // Over the antimeridian it is still a short way east.
        assert!((bearing(at(170.0, 0.0), at(-170.0, 0.0)) - 90.0).abs() < 1e-9);
    }

    #[test]
    fn a_degree_of_latitude_is_111_km() {
        let km = distance_km(LonLat { lon: 10.0, lat: 0.0 }, LonLat { lon: 10.0, lat: 1.0 });
        assert!((km - 111.195).abs() < 0.01, "{km}");
    }

    #[test]
    fn a_chord_is_hardly_shorter_than_the_arc_above_it() {
        let tiflis = LonLat { lon: 44.8, lat: 41.7 };
        let (arc, chord) =
            (distance_km(GORI, tiflis), chord_km(GORI.unit_vector(), tiflis.unit_vector()));
        assert!(chord < arc && arc - chord < 1e-3, "{chord} km, {arc} km");
        let far = LonLat { lon: GORI.lon, lat: GORI.lat - 9.0 };
        let (arc, chord) =
            (distance_km(GORI, far), chord_km(GORI.unit_vector(), far.unit_vector()));
        assert!(chord < arc && chord > 0.9989 * arc, "{chord} km, {arc} km");
    }

    #[test]
    fn halfway_is_as_far_from_both_ends() {
        let half = along_great_circle(GORI, NOVAYA_UDA, 0.5);
        assert!((distance_km(GORI, half) - distance_km(half, NOVAYA_UDA)).abs() < 1e-6);
        assert!(half.lat > 49.0, "a great circle bows towards the pole: {half:?}");
    }

    #[test]
    fn a_line_over_the_antimeridian_is_cut_on_it() {
        let line = [LonLat { lon: 170.0, lat: 10.0 }, LonLat { lon: -170.0, lat: 20.0 }];
        let pieces = cut_at_antimeridian(&line);
        assert_eq!(pieces.len(), 2);
        assert_eq!(pieces[0][1], LonLat { lon: 180.0, lat: 15.0 });
        assert_eq!(pieces[1][0], LonLat { lon: -180.0, lat: 15.0 });
        let west = [line[1], line[0]];
        assert_eq!(cut_at_antimeridian(&west)[0][1], LonLat { lon: -180.0, lat: 15.0 });
    }
}
