//! What has to be redrawn from one scene to the next.

use super::scene::Scene;

/// The difference of two scenes: what has to be redrawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SceneDifference {
    /// Did the marker change?
    pub position: bool,
    /// The indices of places whose state changed.
    pub places: Vec<usize>,
    /// The indices of places whose name changed.
    pub names: Vec<usize>,
    /// The indices of journeys of which another part is drawn, or whose age changed.
    pub journeys: Vec<usize>,
}

impl SceneDifference {
    /// What has to be redrawn for `scene` on a map that shows `before`.
    #[must_use]
    pub fn between(before: &Scene, scene: &Scene) -> Self {
        let journeys = |i: &usize| {
            scene.travelled.get(*i) != before.travelled.get(*i)
                || scene.ages.get(*i) != before.ages.get(*i)
        };
        let places = |i: &usize| scene.places.get(*i) != before.places.get(*i);
        let names = |i: &usize| scene.names.get(*i) != before.names.get(*i);
        Self {
            position: scene.position != before.position,
            places: (0..scene.places.len()).filter(places).collect(),
            names: (0..scene.names.len()).filter(names).collect(),
            journeys: (0..scene.travelled.len()).filter(journeys).collect(),
        }
    }

    /// The difference from an empty map: everything has to be drawn.
    #[must_use]
    pub fn everything(scene: &Scene) -> Self {
        Self {
            position: true,
            places: (0..scene.places.len()).collect(),
            names: (0..scene.names.len()).collect(),
            journeys: (0..scene.travelled.len()).collect(),
        }
    }
}
