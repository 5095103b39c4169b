//! Lists that state at their end the kind of all their names: "Brown and
//! Hamilton counties".

use std::collections::HashSet;

use super::name_span::NameSpan;
use crate::geoparse::gazetteer::Gazetteer;
use crate::geoparse::recognise::annotated::AnnotatedTokens;
use crate::geoparse::recognise::vocabulary::{WordClass, classes};

/// "Brown, Clermont and Hamilton counties": each is a county.
pub(super) fn several(
    words: &AnnotatedTokens<'_, '_>,
    gazetteer: &Gazetteer,
    spans: &mut Vec<NameSpan>,
) {
    let mut named: Vec<NameSpan> = Vec::new();
    for span in spans.iter() {
        let plural = span.end;
        if !words.is(plural, WordClass::Several) || !words.is_joined(plural) {
            continue;
        }
        let Some(kind) = singular(words.text(plural)) else { continue };
        let mut last = Some(plural - 1);
        while let Some(at) = last.filter(|&at| words.is_capitalised(at)) {
            let mut means = Vec::new();
            gazetteer.named_with(words.beginning(at), &kind, &mut |meaning| means.push(meaning));
            let nth = spans.partition_point(|span| span.end <= at);
            let within = spans.get(nth).is_some_and(|s| s.start <= at && s.end - s.start > 1);
            if means.is_empty() || within {
                break;
            }
            let generic = classes(kind.trim_start());
            let mut span = NameSpan { generic, means, ..NameSpan::new(at, at + 1) };
            span.weigh(gazetteer);
            named.push(span);
            let mut before = [2, 3].into_iter().filter_map(|back| at.checked_sub(back));
            last = before.rfind(|&before| words.is_list(before + 1, at));
        }
    }
    if named.is_empty() {
        return;
    }
    let starts: HashSet<usize> = named.iter().map(|span| span.start).collect();
    spans.retain(|span| !starts.contains(&span.start));
    spans.extend(named);
    spans.sort_by_key(|span| span.start);
}

/// `counties` → ` county`
fn singular(plural: &str) -> Option<String> {
    let plural = plural.to_ascii_lowercase();
    let stem = plural.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let singular = stem.or_else(|| plural.strip_suffix('s').map(str::to_owned))?;
    Some(format!(" {singular}"))
}
