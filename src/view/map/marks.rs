//! The marks that are positioned in pixels and move with every zoom: places, person,
//! and names of states.

use std::cell::OnceCell;
use std::rc::Rc;

use leaflet::Point;

use super::borders::BorderLayer;
use super::person::Person;
use super::places::PlaceMarks;
use crate::domain::great_circle::LonLat;

/// Places, person and names of states. They are positioned in pixels.
#[derive(Clone)]
pub(super) struct Marks {
    pub places: Rc<PlaceMarks>,
    pub person: Rc<Person>,
    pub borders: Rc<OnceCell<BorderLayer>>,
}

impl Marks {
    /// Moves all to their points in pixels.
    pub fn reposition(&self, point: impl Fn(LonLat) -> Point) {
        self.places.reposition(&point);
        self.person.reposition(&point);
        if let Some(borders) = self.borders.get() {
            borders.reposition(&point);
        }
    }
}
