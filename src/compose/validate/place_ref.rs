//! Resolves the places that `itinerary.toml` refers to by id or by name.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;

use super::evidence::Evidence;
use crate::compose::diagnostic::Diagnostic;
use crate::compose::seed_file::SeedFile;
use crate::compose::suggest::nearest;
use crate::domain::great_circle::{LonLat, distance_km};
use crate::geoparse::{EntryId, Gazetteer};

/// Among several places of one name, the most prominent is chosen if its prominence
/// exceeds the next by this much. Prominence is a decimal logarithm: 1 corresponds to
/// ten times the population.
const CLEAR_LEAD: f64 = 1.0;

/// The most candidates that a message lists.
const LISTED: usize = 6;

/// Finds the places that stays and events name.
pub(super) struct PlaceRefs<'a> {
    evidence: Evidence<'a>,
    /// Title and position of the place before. Messages give the distance of each
    /// candidate from it.
    last: Option<(String, LonLat)>,
}

impl<'a> PlaceRefs<'a> {
    pub fn new(evidence: Evidence<'a>) -> Self {
        Self { evidence, last: None }
    }

    /// The id of a place: `gori`, `Gori` or `Gori, Georgia`. A name means what
    /// the engine finds under it in the quote, else the place of that name in
    /// the gazetteer.
    pub fn find(
        &mut self,
        reference: &Spanned<String>,
        quote: Option<&Range<usize>>,
    ) -> Result<String, Diagnostic> {
        let entry = self.entry(reference, quote)?;
        let place = self.evidence.gazetteer.place_of(entry);
        if let Some(point) = place.point {
            self.last = Some((place.title.clone(), point));
        }
        Ok(place.id.clone())
    }

    fn entry(
        &self,
        reference: &Spanned<String>,
        quote: Option<&Range<usize>>,
    ) -> Result<EntryId, Diagnostic> {
        let text = reference.get_ref();
        let gazetteer = self.evidence.gazetteer;
        if let Some(entry) = gazetteer.find(text) {
            return Ok(entry);
        }
        let mut parts = text.split(',').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let outer: Vec<&str> = parts.collect();
        let fits = |&entry: &EntryId| outer.iter().all(|unit| lies_in(gazetteer, entry, unit));
        if let Some(entry) = quote.and_then(|range| self.mentioned(name, range)).filter(fits) {
            return Ok(entry);
        }
        let all = gazetteer.named(name);
        if all.is_empty() {
            return Err(self.unknown(reference, name));
        }
        let mut found: Vec<EntryId> = all.iter().copied().filter(fits).collect();
        found.sort_by(|&a, &b| {
            gazetteer.facts(b).prominence.total_cmp(&gazetteer.facts(a).prominence)
        });
        match found[..] {
            [only] => Ok(only),
            [first, second, ..]
                if gazetteer.facts(first).prominence
                    >= gazetteer.facts(second).prominence + CLEAR_LEAD =>
            {
                Ok(first)
            }
            [] => {
                let message = format!("no place named `{name}` lies in `{}`", outer.join(", "));
                Err(self.wrong(reference, message).with_help(self.candidates(&all)))
            }
            _ => {
                let message = format!("several places are named `{text}`");
                Err(self.wrong(reference, message).with_help(self.candidates(&found)))
            }
        }
    }

    /// What the engine finds in the quote under this name.
    fn mentioned(&self, name: &str, range: &Range<usize>) -> Option<EntryId> {
        let text = &self.evidence.life.text;
        let mut named = self.evidence.mentions_in(range);
        named.find(|mention| text[mention.start..mention.end] == *name)?.entry
    }

    fn candidates(&self, entries: &[EntryId]) -> String {
        let listed = entries.iter().take(LISTED).map(|&entry| self.candidate(entry));
        let more = if entries.len() > LISTED { "; …" } else { "" };
        format!("write one of: {}{more}", listed.collect::<Vec<_>>().join("; "))
    }

    /// "`geonames-1234` (Brennick, Nordmark; 320 km from Aldby)"
    fn candidate(&self, entry: EntryId) -> String {
        let gazetteer = self.evidence.gazetteer;
        let place = gazetteer.place_of(entry);
        let mut about = place.title.clone();
        gazetteer.containers(entry, &mut |outer| {
            about += ", ";
            about += &gazetteer.place_of(outer).title;
        });
        if let (Some(point), Some((title, last))) = (place.point, &self.last) {
            about += &format!("; {:.0} km from {title}", distance_km(*last, point));
        }
        format!("`{}` ({about})", place.id)
    }

    fn unknown(&self, reference: &Spanned<String>, name: &str) -> Diagnostic {
        let gazetteer = self.evidence.gazetteer;
        let mentions = self.evidence.mentions.iter();
        let mentioned: BTreeSet<String> = mentions
            .map(|mention| self.evidence.life.text[mention.start..mention.end].to_owned())
            .collect();
        let message = format!("there is no place `{name}` in the gazetteer");
        let known = mentioned.iter().map(String::as_str).chain(gazetteer.curated_ids());
        let help = match nearest(name, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "add it to places.toml in the folder of this life".to_owned(),
        };
        self.wrong(reference, message).with_help(help)
    }

    fn wrong(&self, reference: &Spanned<String>, message: String) -> Diagnostic {
        self.evidence.life.itinerary_file.wrong(reference, message)
    }
}

/// Does a place lie in a unit of this name?
fn lies_in(gazetteer: &Gazetteer, entry: EntryId, unit: &str) -> bool {
    gazetteer.named(unit).iter().any(|&outer| gazetteer.is_within(entry, outer))
}

/// The diagnostic for an unknown id, where a name is not accepted.
pub(super) fn unknown_id(
    gazetteer: &Gazetteer,
    file: &SeedFile,
    id: &Spanned<String>,
) -> Diagnostic {
    let text = id.get_ref();
    let help = match nearest(text, gazetteer.curated_ids()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "add it to places.toml in the folder of this life".to_owned(),
    };
    file.wrong(id, format!("there is no place `{text}` in the gazetteer")).with_help(help)
}
