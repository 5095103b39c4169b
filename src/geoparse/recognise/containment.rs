//! Whether one name can mean a place that lies in what another name means.

use super::spans::NameSpan;
use crate::geoparse::gazetteer::Gazetteer;

/// Most meanings of a containing name that are tried.
const MAX_OUTER_MEANINGS: usize = 40;
/// Most meanings of a contained name that are tried.
const MAX_INNER_MEANINGS: usize = 160;

/// Can one name mean a place within what the other means?
pub(super) fn contains(gazetteer: &Gazetteer, outer: &NameSpan, inner: &NameSpan) -> bool {
    let is_area = |entry| gazetteer.facts(entry).kind.is_area();
    outer.means.iter().filter(|m| is_area(m.entry)).take(MAX_OUTER_MEANINGS).any(|area| {
        let inner = inner.means.iter().take(MAX_INNER_MEANINGS);
        inner.into_iter().any(|m| gazetteer.is_within(m.entry, area.entry))
    })
}
