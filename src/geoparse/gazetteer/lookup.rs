//! Looks up gazetteer entries by name, and adds the places of one life to the curated
//! layer.

use super::entry::EntryId;
use super::layered::Gazetteer;
use crate::domain::life::Place;
use crate::geoparse::text::tokens;

impl Gazetteer {
    /// The entries that have this name, each once. If it is the preferred name of some
    /// entries, only these are returned.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<EntryId> {
        let tokens = tokens(name);
        let Some(first) = tokens.first() else { return Vec::new() };
        let mut found: Vec<(bool, EntryId)> = Vec::new();
        self.names_at(self.beginning(first.text), &tokens, 0, &mut |length, key| {
            if length == tokens.len() {
                self.meanings(key, &mut |meaning| found.push((!meaning.preferred, meaning.entry)));
            }
        });
        found.sort_unstable();
        if found.first().is_some_and(|(other, _)| !other) {
            found.retain(|(other, _)| !other);
        }
        let mut entries: Vec<EntryId> = found.into_iter().map(|(_, entry)| entry).collect();
        entries.dedup();
        entries
    }

    /// The gazetteer with other places in its curated layer: those of one life.
    /// A place with the id of a curated one replaces it.
    #[must_use]
    pub fn with_places(&self, places: &[Place]) -> Self {
        let curated = self.curated_ids().filter(|id| places.iter().all(|own| own.id != **id));
        let mut all: Vec<Place> =
            curated.filter_map(|id| self.place(id).map(|place| place.into_owned())).collect();
        all.extend_from_slice(places);
        Self::new(all, self.world.clone())
    }
}
