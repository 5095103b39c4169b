//! The camera of told play and of the chapters.

use std::cell::Cell;

use leaflet::{LatLngBounds, Map, Point};

use super::bindings::{lat_lng, options};
use crate::domain::great_circle::LonLat;
use crate::page_model::{Frame, NARROW_PX};
use crate::view::state::Shot;

/// The part of the map's width that is kept free at either side, and of its height above
/// or below.
const MARGIN: f64 = 0.12;
/// The margin at the top of a narrow map, in pixels.
const NARROW_TOP_PX: f64 = 24.0;
/// The least height that is kept free for the card, in pixels.
const MIN_CARD_PX: f64 = 120.0;

#[derive(Default)]
pub(super) struct Camera {
    /// The frame it was last sent to.
    flown: Cell<Option<Frame>>,
}

impl Camera {
    /// Flies to the view of a shot; with reduced motion it jumps there. It rests if it
    /// was sent there before and all of it is still in sight. `card_px` is the height
    /// of the card, for which it leaves room: above the person, or at the bottom of a
    /// narrow map.
    pub fn fly(&self, map: &Map, card_px: f64, shot: Shot, animate: bool) {
        let frame = shot.frame;
        let (width, height) = (map.get_size().x(), map.get_size().y());
        let is_narrow = width < NARROW_PX;
        let (most, gap) = if is_narrow { (0.75, 60.0) } else { (0.5, 40.0) };
        let card = (card_px.max(MIN_CARD_PX) + gap).min(most * height);
        let (top, bottom) = if is_narrow { (NARROW_TOP_PX, card) } else { (card, MARGIN * height) };
        // On a narrow map the person must not be where the card lies.
        let floor = if is_narrow { height - bottom + 20.0 } else { height };
        let is_in_sight = |corner: LonLat| {
            let point = map.lat_lng_to_container_point(&lat_lng(corner));
            (0.0..=width).contains(&point.x()) && (0.0..=floor).contains(&point.y())
        };
        let is_there = is_in_sight(frame.south_west) && is_in_sight(frame.north_east);
        if self.flown.replace(Some(frame)) == Some(frame) && is_there {
            return;
        }
        let seconds = if animate { shot.seconds } else { 0.0 };
        let options = options(&[
            ("paddingTopLeft", Point::new(MARGIN * width, top).into()),
            ("paddingBottomRight", Point::new(MARGIN * width, bottom).into()),
            ("maxZoom", frame.max_zoom.into()),
            ("animate", (seconds > 0.0).into()),
            ("duration", seconds.into()),
        ]);
        let bounds = LatLngBounds::new(&lat_lng(frame.south_west), &lat_lng(frame.north_east));
        let _ = map.stop();
        let _ = map.fly_to_bounds_with_options(&bounds, &options);
    }
}
