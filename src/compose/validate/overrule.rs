//! Applies the `[[overrule]]` tables of `life.toml`: corrections by hand of the
//! place that geoparsing found for a name, or of whether it is a place at all.

use super::evidence::occurrences;
use super::place_ref::unknown_id;
use crate::compose::diagnostic::Diagnostic;
use crate::compose::life_seed::LifeSeed;
use crate::compose::life_toml::OverruleToml;
use crate::geoparse::{Finding, Gazetteer};

/// Replaces the mentions that overlap the corrected name.
pub(super) fn apply(
    overrule: &OverruleToml,
    life: &LifeSeed,
    gazetteer: &Gazetteer,
    mentions: &mut Vec<Finding>,
) -> Result<(), Diagnostic> {
    let file = &life.life_file;
    let found = occurrences(&life.text, overrule.quote.get_ref());
    let [quote] = found[..] else {
        let message =
            format!("the quote occurs {} times in text.txt; it must occur once", found.len());
        return Err(file.wrong(&overrule.quote, message));
    };
    let surface = overrule.surface.get_ref();
    let within = occurrences(overrule.quote.get_ref(), surface);
    let [at] = within[..] else {
        let message =
            format!("`{surface}` occurs {} times in the quote; it must occur once", within.len());
        return Err(file.wrong(&overrule.surface, message));
    };
    let entry = match &overrule.place {
        None => None,
        Some(id) => {
            Some(gazetteer.find(id.get_ref()).ok_or_else(|| unknown_id(gazetteer, file, id))?)
        }
    };
    let (start, end) = (quote + at, quote + at + surface.len());
    mentions.retain(|m| m.end <= start || m.start >= end);
    if entry.is_some() {
        mentions.push(Finding::decided(start, end, entry, overrule.embedded));
    }
    Ok(())
}
