use super::evidence::occurrences;
use super::place_ref::unknown_id;
use crate::compose::diagnostic::Diagnostic;
use crate::compose::life_seed::LifeSeed;
use crate::compose::life_toml::OverruleToml;
use crate::geoparse::{Finding, Gazetteer};

/// Puts the curator's decision in place of the engine's.
pub(super) fn apply(
    overrule: &OverruleToml,
    life: &LifeSeed,
    gazetteer: &Gazetteer,
    mentions: &mut Vec<Finding>,
) -> Result<(), Diagnostic> {
    let file = &life.life_file;
    let found = occurrences(&life.text, overrule.quote.get_ref());
    let [quote] = found[..] else {
        let message = format!("the quote is {} times in text.txt, it must be once", found.len());
        return Err(file.wrong(&overrule.quote, message));
    };
    let surface = overrule.surface.get_ref();
    let within = occurrences(overrule.quote.get_ref(), surface);
    let [at] = within[..] else {
        let message =
            format!("`{surface}` is {} times in the quote, it must be once", within.len());
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
