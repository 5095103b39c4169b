//! What the verb that governs a place says of it: the kind of stay and its effect.

use super::governed::Place;
use super::predicate::{Effect, Flag, Predicate};
use super::refusal::Refusal;
use super::sentence::Word;
use super::verb::{Governor, Use, Verb};
use crate::geoparse::Finding;

/// Is the mention used as the name of a place at all?
pub(super) fn named_as_place(here: &Place, mention: &Finding) -> Result<(), Refusal> {
    if here.not_place || mention.embedded && here.institution.is_none() {
        return Err(Refusal::Embedded);
    }
    if here.attribute {
        return Err(Refusal::Attribute);
    }
    let topic = [
        "about",
        "against",
        "with",
        "between",
        "by",
        "like",
        "over",
        "concerning",
        "regarding",
        "among",
        "versus",
        "including",
        "unlike",
        "beyond",
    ];
    if topic.contains(&here.preposition.as_str()) {
        return Err(Refusal::Topic);
    }
    Ok(())
}

/// What the verb says of the place: kind, effect, and whether it says it weakly.
pub(super) fn frame(
    verb: &Verb,
    here: &Place,
    words: &[Word<'_>],
) -> Result<(&'static str, Effect, bool), Refusal> {
    let preposition = here.preposition.as_str();
    let at = AT.contains(&preposition);
    let opened = here.words.end <= verb.at;
    let direct = preposition.is_empty() && !opened;
    let mut best: Option<(&'static str, Effect, bool)> = None;
    for reading in verb.reading() {
        let p = reading.predicate;
        let Some(effect) = effect_at(p, here, direct) else { continue };
        if !suits(p, verb, words) {
            continue;
        }
        let weak = p.flags.contains(Flag::Weak);
        if best.is_none_or(|(_, _, was_weak)| was_weak && !weak) {
            best = Some((p.kind, effect, weak));
        }
    }
    if let Some(best) = best {
        return Ok(best);
    }
    // Any act of the subject at a place puts the subject there.
    if at && verb.used != Use::Noun {
        return Ok(("visit", Effect::There, true));
    }
    Err(match preposition {
        "from" | "of" | "for" => Refusal::Attribute,
        "" if direct => Refusal::NoPredicate,
        "to" if verb.readings.is_empty() => Refusal::NoPredicate,
        _ => Refusal::MovesOthers,
    })
}

/// Prepositions that put somebody at a place.
const AT: [&str; 13] = [
    "in",
    "at",
    "near",
    "on",
    "outside",
    "inside",
    "around",
    "off",
    "throughout",
    "within",
    "across",
    "round",
    "aboard",
];

/// Is the subject in the part that the predicate moves or leaves there?
fn suits(predicate: &Predicate, verb: &Verb, words: &[Word<'_>]) -> bool {
    if predicate.flags.contains(Flag::Patient) {
        verb.passive
            || verb.object
            || verb.used != Use::Finite
            || matches!(verb.governor, Governor::Unknown)
            || words[verb.at].lower == "born"
    } else {
        !verb.passive && (!verb.object || predicate.effect == Effect::There)
    }
}

/// The effect of a predicate on a place with this preposition; `None` if they do not go
/// together.
fn effect_at(predicate: &Predicate, here: &Place, direct: bool) -> Option<Effect> {
    let has = |flag: Flag| predicate.flags.contains(flag);
    let kind = predicate.kind;
    let institution = here.institution.is_some();
    let preposition = here.preposition.as_str();
    let at = AT.contains(&preposition);
    Some(match (predicate.effect, preposition) {
        (
            Effect::Arrives | Effect::Leaves,
            "to" | "into" | "for" | "toward" | "towards" | "onto",
        ) => Effect::Arrives,
        (Effect::There, "from") if kind != "study" => return None,
        (_, "from") => Effect::Leaves,
        (_, "via" | "through" | "across" | "along" | "past") => Effect::Passes,
        (effect, "") if direct && (has(Flag::Object) || institution && kind == "study") => effect,
        (Effect::There | Effect::Leaves, _) if at => Effect::There,
        (Effect::There, "to")
            if has(Flag::Patient) || matches!(kind, "study" | "exile" | "congress") =>
        {
            Effect::Arrives
        }
        (Effect::There, "of" | "for" | "with")
            if has(Flag::Noun)
                && (institution
                    || matches!(kind, "government" | "work") && preposition == "of") =>
        {
            Effect::There
        }
        (effect, _) if at => effect,
        _ => return None,
    })
}

/// A verb that says little takes the kind of the verb or noun before it: "was appointed
/// professor and lectured".
pub(super) fn stronger(verbs: &[Verb], chosen: usize, kind: &'static str) -> &'static str {
    let governor = verbs[chosen].governor;
    let before = verbs[..=chosen].iter().rev().take_while(|v| v.governor == governor);
    let strong = before.flat_map(|v| v.reading().map(move |r| (v, r.predicate))).find(|(v, p)| {
        let suits = !p.flags.contains(Flag::Patient) || v.passive || v.used != Use::Finite;
        !p.flags.contains(Flag::Weak)
            && suits
            && matches!(
                p.kind,
                "work"
                    | "study"
                    | "performance"
                    | "government"
                    | "military"
                    | "ceremony"
                    | "congress"
                    | "political"
            )
    });
    strong.map_or(kind, |(_, p)| p.kind)
}

/// Does the verb move its object?
pub(super) fn effect_moves(verb: &Verb) -> bool {
    verb.readings
        .iter()
        .any(|r| r.predicate.flags.contains(Flag::Patient) || matches!(r.predicate.kind, "visit"))
}

/// An institution says more than a general verb.
pub(super) fn kind_at(kind: &'static str, here: &Place, verb: &str) -> &'static str {
    let Some(institution) = here.institution.as_deref() else { return kind };
    match (kind, institution) {
        ("visit", "prison" | "jail" | "gaol" | "penitentiary") => "prison",
        (
            "visit",
            "university" | "college" | "school" | "academy" | "gymnasium" | "seminary"
            | "conservatory",
        ) if matches!(verb, "sent" | "went" | "admitted" | "moved") => "study",
        (
            "congress",
            "university" | "college" | "school" | "academy" | "gymnasium" | "seminary"
            | "conservatory" | "institute",
        ) => "study",
        _ => kind,
    }
}

/// Birth or death, if the place stands in the brackets after the subject's name.
pub(super) fn in_brackets(words: &[Word<'_>], here: &Place, first: bool) -> Option<&'static str> {
    let at = here.words.start;
    let open = words[..at].iter().rposition(|w| w.mark("("))?;
    let near = open < 12
        && words[..open].iter().all(|w| w.capital() || !w.mark("."))
        && words[..open].iter().any(Word::capital);
    let inside = &words[open..at];
    let plain = !inside.iter().any(|w| w.mark(")")) && inside.iter().any(|w| w.dated);
    let lettered = inside.iter().filter(|w| w.mention.is_none() && !w.dated && w.capital()).count();
    if !(near && plain) || lettered > 1 || inside.len() > 30 {
        return None;
    }
    let dash = inside.iter().any(|w| w.mark("–—-") || matches!(w.lower.as_str(), "died" | "d"));
    let alive = words[open..].iter().take_while(|w| !w.mark(")")).filter(|w| w.dated).count() > 0;
    (alive && (first || dash)).then_some(if dash { "death" } else { "birth" })
}
