//! Formats a position for readers, in degrees.

use crate::domain::formats::format_decimal;
use crate::domain::great_circle::LonLat;
use crate::view::strings;

/// A position in degrees: "41.9842° N, 44.1137° E".
pub fn position_text(LonLat { lon, lat }: LonLat) -> String {
    let [north, south, east, west] = strings::SIDES;
    let side = |degrees: f64, [positive, negative]: [&str; 2]| {
        let direction = if degrees < 0.0 { negative } else { positive };
        format_decimal(degrees.abs(), 4) + "° " + direction
    };
    side(lat, [north, south]) + ", " + &side(lon, [east, west])
}
