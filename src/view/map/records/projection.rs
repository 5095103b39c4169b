//! From coordinates to pixels of the map's element.

use crate::domain::great_circle::LonLat;

/// The northernmost latitude of a square Web Mercator map, in degrees.
const MAX_LATITUDE: f64 = 85.051_13;

/// Where the world lies in the map's element, in pixels.
#[derive(Clone, Copy)]
pub(in crate::view::map) struct View {
    /// The x of the world's western edge.
    pub left: f64,
    /// The y of the world's northern edge.
    pub top: f64,
    /// The width of the whole world.
    pub scale: f64,
    /// The width of the map's element.
    pub width: f64,
    /// The height of the map's element.
    pub height: f64,
}

impl View {
    /// From world coordinates ([`to_world`]) to pixels of the map's element.
    pub fn at(self, (x, y): (f64, f64)) -> (f64, f64) {
        (self.left + x * self.scale, self.top + y * self.scale)
    }
}

/// Web Mercator, with the world from 0 to 1 in both directions, y southwards.
pub(in crate::view::map) fn to_world(LonLat { lon, lat }: LonLat) -> (f64, f64) {
    let sine = lat.clamp(-MAX_LATITUDE, MAX_LATITUDE).to_radians().sin();
    let y = js_sys::Math::log((1.0 + sine) / (1.0 - sine)) / (4.0 * std::f64::consts::PI);
    (lon / 360.0 + 0.5, 0.5 - y)
}
