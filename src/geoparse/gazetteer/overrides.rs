//! Which curated entry replaces which GeoNames record.

use super::fold::fold;
use super::world::World;
use crate::domain::great_circle::distance_km;
use crate::domain::life::Place;

/// (GeoNames record, curated entry that overrides it).
///
/// A curated entry overrides the record with its GeoNames id. A state, a province or a
/// region without an id overrides the unit of the same name near it.
pub(super) fn overrides(world: &World, curated: &[Place]) -> Vec<(u32, u32)> {
    let mut pairs = Vec::new();
    for (entry, place) in (0..).zip(curated) {
        if let Some(record) = place
            .geonames
            .and_then(|id| u32::try_from(id).ok())
            .and_then(|id| world.by_geonames(id))
        {
            pairs.push((record, entry));
        }
        let Some(point) = place.point.filter(|_| place.kind.is_area()) else { continue };
        for folded in place.names.iter().filter_map(|name| fold(&name.toponym)) {
            for candidate in world.named(&folded) {
                let same = world.record(candidate.record).is_some_and(|record| {
                    candidate.preferred
                        && record.is_unit
                        && world.kind(candidate.record).could_be(place.kind)
                        && distance_km(point, record.point()) < 100.0 + place.precision_km / 2.0
                });
                if same && pairs.iter().all(|&(known, _)| known != candidate.record) {
                    pairs.push((candidate.record, entry));
                }
            }
        }
    }
    pairs
}
