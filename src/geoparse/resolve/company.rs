//! How well a place fits among the others of a text.

use super::candidate::Choice;
use crate::domain::great_circle::LonLat;
use crate::domain::life::PlaceKind;
use crate::geoparse::gazetteer::{EntryId, Gazetteer};

/// Weights of company, found by trying on texts of several kinds.
const COMPANY: f64 = 2.6;
const CONTAINED: f64 = 1.2;
const SAME_PROVINCE: f64 = 0.8;
const SAME_COUNTRY: f64 = 0.3;
const LISTED: f64 = 0.9;
const NEAR: f64 = 1.0;

/// What the candidates of a text lie in.
#[derive(Debug, Default)]
pub(super) struct Company {
    /// Each with what it says that two places lie in it.
    containers: Vec<(EntryId, f64)>,
}

/// Another name of the text whose place is thought to be known.
pub(super) struct Neighbour<'c> {
    pub anchor: &'c Choice,
    /// The nearer in the text, the more.
    pub weight: f64,
    /// Of the same list?
    pub listed: bool,
}

impl Company {
    /// Looks up where a candidate is and what it lies in.
    pub fn locate(&mut self, choice: &mut Choice, gazetteer: &Gazetteer) {
        choice.spot = choice.facts.point.map(on_sphere);
        let start = self.containers.len();
        gazetteer.containers(choice.entry(), &mut |outer| {
            let shared = match gazetteer.facts(outer).kind {
                PlaceKind::Province | PlaceKind::District => SAME_PROVINCE,
                PlaceKind::State => SAME_COUNTRY,
                _ => 0.0,
            };
            self.containers.push((outer, shared));
        });
        choice.within = start..self.containers.len();
    }

    /// How well a place fits among others: in the same province or country,
    /// near them.
    pub fn of(&self, choice: &Choice, around: &[Neighbour<'_>]) -> f64 {
        let alike = around.iter().map(|other| self.alike(choice, other) * other.weight);
        COMPANY * (1.0 + alike.sum::<f64>()).ln()
    }

    fn alike(&self, choice: &Choice, Neighbour { anchor, listed, .. }: &Neighbour<'_>) -> f64 {
        let within = &self.containers[choice.within.clone()];
        let mut alike = 0.0;
        if within.iter().any(|(outer, _)| *outer == anchor.entry()) {
            alike += CONTAINED;
        }
        let mut shared = 0.0_f64;
        for (outer, weight) in &self.containers[anchor.within.clone()] {
            if *outer == choice.entry() {
                shared = shared.max(1.0);
            } else if *weight > shared && within.iter().any(|(own, _)| own == outer) {
                shared = *weight;
            }
        }
        // "Georgia, Tennessee and Virginia": provinces are told in one breath.
        let like = choice.facts.kind == anchor.facts.kind && choice.facts.kind.is_area();
        if *listed && shared > 0.0 && like {
            shared = shared.max(LISTED);
        }
        alike += shared;
        if let (Some(a), Some(b)) = (choice.spot, anchor.spot) {
            let apart = chord_km(a, b) - anchor.facts.radius_km - choice.facts.radius_km;
            if apart < 1000.0 {
                alike += NEAR * (-(apart.max(5.0) / 120.0)).exp();
            }
        }
        alike
    }
}

fn on_sphere(LonLat { lon, lat }: LonLat) -> [f64; 3] {
    let ((sin_lon, cos_lon), (sin_lat, cos_lat)) =
        (lon.to_radians().sin_cos(), lat.to_radians().sin_cos());
    [cos_lat * cos_lon, cos_lat * sin_lon, sin_lat]
}

/// Straight through the Earth: as good as along it for what is near.
pub(super) fn chord_km(a: [f64; 3], b: [f64; 3]) -> f64 {
    const EARTH_KM: f64 = 6371.0;
    let square = |i: usize| (a[i] - b[i]) * (a[i] - b[i]);
    EARTH_KM * (square(0) + square(1) + square(2)).sqrt()
}
