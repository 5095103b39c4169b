//! The weighted centroid of towns, which serves as the position of the administrative
//! unit that they lie in.

use crate::domain::great_circle::LonLat;

/// The centroid of towns, weighted by the square root of their population.
#[derive(Default)]
pub(super) struct Centroid {
    sum: (f64, f64),
    weight: f64,
    /// The first town. Longitudes are summed as differences from it, so that
    /// the centroid of a unit across the antimeridian lies within it.
    origin: Option<LonLat>,
    /// The population of all towns.
    pub population: u64,
}

impl Centroid {
    pub fn add(&mut self, point: LonLat, population: u64) {
        // The root keeps a large city from outweighing the rest of its unit;
        // the summand lets towns of unknown population count.
        let weight = (population as f64 + 1000.0).sqrt();
        let LonLat { lon, lat } = point;
        let origin = *self.origin.get_or_insert(point);
        let east = (lon - origin.lon + 540.0).rem_euclid(360.0) - 180.0;
        self.sum.0 += weight * east;
        self.sum.1 += weight * lat;
        self.weight += weight;
        self.population += population;
    }

    /// `None` without a town.
    pub fn point(&self) -> Option<LonLat> {
        let origin = self.origin?;
        let lon = (origin.lon + self.sum.0 / self.weight + 540.0).rem_euclid(360.0) - 180.0;
        Some(LonLat { lon, lat: self.sum.1 / self.weight })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn centroid(towns: &[(f64, f64, u64)]) -> Option<(i32, i32)> {
        let mut centroid = Centroid::default();
        for &(lon, lat, population) in towns {
            centroid.add(LonLat { lon, lat }, population);
        }
        centroid.point().map(|p| (p.lon.round() as i32, p.lat.round() as i32))
    }

    #[test]
    fn towns_weigh_by_the_root_of_their_population() {
        assert_eq!(centroid(&[]), None);
        assert_eq!(centroid(&[(10.0, 50.0, 0)]), Some((10, 50)));
        assert_eq!(centroid(&[(10.0, 50.0, 500), (20.0, 60.0, 500)]), Some((15, 55)));
        // Weights 100 and 400: 1,000 is added to each population.
        assert_eq!(centroid(&[(0.0, 0.0, 9_000), (50.0, 10.0, 159_000)]), Some((40, 8)));
    }

    #[test]
    fn a_unit_across_the_antimeridian_keeps_its_centroid() {
        assert_eq!(centroid(&[(178.0, 66.0, 0), (-176.0, 66.0, 0)]), Some((-179, 66)));
    }
}
