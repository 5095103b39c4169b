//! Merges tellings of one stay, orders the stays by time and judges how likely each is.

use super::propose::Proposal;
use super::subject::Subject;
use super::predicate::Effect;
use super::DraftedStay;
use crate::domain::great_circle::distance_km;
use crate::domain::life::Certainty;
use crate::domain::time::Day;
use crate::geoparse::Gazetteer;

/// A stay without a given end is drawn for at most so many days.
const LONGEST_DAYS: i32 = 4 * 365;
/// Kinds that go on until the next stay.
const LASTING: [&str; 9] =
    ["birth", "residence", "study", "work", "prison", "exile", "government", "military", "hiding"];

/// From proposals in order of the text to stays in order of time.
pub(super) fn arrange(
    found: Vec<Proposal>,
    subject: &Subject,
    gazetteer: &Gazetteer,
) -> Vec<DraftedStay> {
    let merged = merge(found, gazetteer);
    let mut stays: Vec<DraftedStay> =
        merged.iter().enumerate().map(|(i, p)| stay(&merged, i, p, subject, gazetteer)).collect();
    stays.sort_by_key(|stay| (stay.earliest, stay.quote.0));
    stays
}

/// Tellings of the same place at the same time are one stay: the surest is kept.
fn merge(found: Vec<Proposal>, gazetteer: &Gazetteer) -> Vec<Proposal> {
    let mut merged: Vec<Proposal> = Vec::new();
    for proposal in found {
        let same = merged.iter().position(|other| {
            near(other, &proposal, gazetteer)
                && other.kind == proposal.kind
                && other.time.arrive == proposal.time.arrive
        });
        match same {
            Some(index) => {
                let other = &mut merged[index];
                if confidence(&proposal) > confidence(other) {
                    *other = proposal;
                }
            }
            None => merged.push(proposal),
        }
    }
    merged
}

fn near(a: &Proposal, b: &Proposal, gazetteer: &Gazetteer) -> bool {
    if a.entry == b.entry {
        return true;
    }
    let point = |p: &Proposal| gazetteer.place_of(p.entry).point;
    match (point(a), point(b)) {
        (Some(x), Some(y)) => !a.wide && !b.wide && distance_km(x, y) < 5.0,
        _ => false,
    }
}

fn stay(
    all: &[Proposal],
    index: usize,
    proposal: &Proposal,
    subject: &Subject,
    gazetteer: &Gazetteer,
) -> DraftedStay {
    let (earliest, latest) = bounds(all, index, proposal, subject, gazetteer);
    let told = proposal.time.distance < 2 || matches!(proposal.kind, "birth" | "death");
    DraftedStay {
        entry: proposal.entry,
        surface: proposal.surface,
        quote: proposal.quote,
        arrive: proposal.time.arrive.clone().filter(|_| told),
        depart: proposal.time.depart.clone().filter(|_| told),
        earliest,
        latest,
        kind: proposal.kind,
        certainty: if proposal.strength.weak || !told { Certainty::Implied } else { Certainty::Explicit },
        confidence: confidence(proposal),
        clues: proposal.clues.clone(),
    }
}

/// From the first day of arrival to the last day of the stay.
fn bounds(
    all: &[Proposal],
    index: usize,
    proposal: &Proposal,
    subject: &Subject,
    gazetteer: &Gazetteer,
) -> (Option<Day>, Option<Day>) {
    let time = &proposal.time;
    let arrive = time.arrive.as_ref();
    let earliest = arrive.and_then(|s| s.earliest.or(s.latest)).or_else(|| time.depart.as_ref().and_then(|d| d.earliest).map(|d| Day(d.0 - 365)));
    let arrived = arrive.and_then(|s| s.latest.or(s.earliest));
    if let Some(depart) = time.depart.as_ref().and_then(|d| d.latest) {
        return (earliest, Some(depart));
    }
    let lasting = LASTING.contains(&proposal.kind) || proposal.effect == Effect::Arrives;
    if !lasting || proposal.kind == "birth" || proposal.effect == Effect::Leaves {
        return (earliest, arrived);
    }
    let Some(start) = arrived else { return (earliest, arrived) };
    let next = all[index + 1..].iter().filter(|p| !near(p, proposal, gazetteer)).filter_map(|p| p.time.arrive.as_ref());
    let next = next.filter_map(|s| s.latest).find(|&day| day > start);
    let limit = Day(start.0 + LONGEST_DAYS);
    let last = next.map_or(limit, |day| day.min(limit)).max(start);
    (earliest, Some(subject.died.map_or(last, |died| last.min(died.max(start)))))
}

/// How likely a proposal is right, from what speaks for it.
fn confidence(proposal: &Proposal) -> f64 {
    let strength = proposal.strength;
    let mut odds = 0.6;
    odds += if strength.weak { -0.6 } else { 0.6 };
    odds += if strength.named { 0.2 } else { 0.0 };
    odds += [0.5, 0.2, -0.6][usize::from(proposal.time.distance.min(2))];
    odds += (strength.resolved - 0.7) * 1.0;
    odds += if matches!(proposal.kind, "birth" | "death") { 0.8 } else { 0.0 };
    odds += if proposal.wide { -0.2 } else { 0.0 };
    let share: f64 = 1.0 / (1.0 + f64::exp(-odds));
    (share * 100.0).round() / 100.0
}
