//! Merges tellings of one stay, orders the stays by time and judges how likely each is.

use super::drafted::DraftedStay;
use super::predicate::Effect;
use super::proposal::Proposal;
use super::subject::Subject;
use crate::domain::great_circle::distance_km;
use crate::domain::life::Certainty;
use crate::domain::time::Day;
use crate::geoparse::Gazetteer;

/// A stay without a given end is drawn for at most this many days.
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
    let merged = without_wider(without_summaries(merge(found, gazetteer), gazetteer), gazetteer);
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
            None if retold(&merged, &proposal, gazetteer) => {}
            None => merged.push(proposal),
        }
    }
    merged
}

/// Is an undated telling about the place that was told last?
fn retold(merged: &[Proposal], proposal: &Proposal, gazetteer: &Gazetteer) -> bool {
    let again = proposal.time.distance == 2 && !matches!(proposal.kind, "birth" | "death");
    again
        && merged.last().is_some_and(|last| {
            !last.lead
                && near(last, proposal, gazetteer)
                && last.time.arrive == proposal.time.arrive
        })
}

/// A country holds only where nothing finer within it is told beside it.
fn without_wider(found: Vec<Proposal>, gazetteer: &Gazetteer) -> Vec<Proposal> {
    let told = |p: &Proposal| p.time.distance < 2;
    let finer = |index: usize| {
        let wide = &found[index];
        let from = index.saturating_sub(2);
        found[from..found.len().min(index + 3)].iter().any(|p| {
            !p.wide
                && gazetteer.is_within(p.entry, wide.entry)
                && (p.time.arrive == wide.time.arrive || !told(wide) || !told(p))
        })
    };
    let dropped: Vec<bool> = (0..found.len()).map(|i| found[i].wide && finer(i)).collect();
    without(found, &dropped)
}

/// Leaves out what the summary of the life says where the text tells it in detail.
fn without_summaries(found: Vec<Proposal>, gazetteer: &Gazetteer) -> Vec<Proposal> {
    let undated = |p: &Proposal| p.time.first().is_none();
    let detailed = found.iter().any(|p| !p.lead);
    let is_told_again = |p: &Proposal| {
        let vague = undated(p) || p.lead && p.time.distance == 2;
        detailed
            && (vague || p.lead)
            && found.iter().any(|other| {
                !other.lead
                    && !undated(other)
                    && near(other, p, gazetteer)
                    && (vague || other.kind == p.kind && close(other, p))
            })
    };
    let dropped: Vec<bool> = found.iter().map(is_told_again).collect();
    without(found, &dropped)
}

fn without(found: Vec<Proposal>, dropped: &[bool]) -> Vec<Proposal> {
    found.into_iter().zip(dropped).filter(|(_, dropped)| !**dropped).map(|(p, _)| p).collect()
}

/// Do two tellings begin within a year of one another?
fn close(a: &Proposal, b: &Proposal) -> bool {
    match (a.time.first(), b.time.first()) {
        (Some(a), Some(b)) => a.0.abs_diff(b.0) < 366,
        _ => false,
    }
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
        certainty: if proposal.strength.weak || !told {
            Certainty::Implied
        } else {
            Certainty::Explicit
        },
        confidence: confidence(proposal),
        clues: proposal.clues.clone(),
    }
}

/// The first and the last day on which the subject may be there.
fn bounds(
    all: &[Proposal],
    index: usize,
    proposal: &Proposal,
    subject: &Subject,
    gazetteer: &Gazetteer,
) -> (Option<Day>, Option<Day>) {
    let time = &proposal.time;
    let within_life = |day: Day| subject.died.map_or(day, |died| day.min(died));
    let leaving = time.depart.as_ref().and_then(|d| d.latest.or(d.earliest));
    let arrive = time.arrive.as_ref();
    let Some(first) = arrive.and_then(|s| s.earliest.or(s.latest)).or(time.since) else {
        return (leaving.map(|day| Day(day.0 - 60)), leaving);
    };
    if let Some(leaving) = leaving {
        return (Some(first), Some(leaving.max(first)));
    }
    let arrived = arrive.and_then(|s| s.latest.or(s.earliest)).unwrap_or(first);
    let later =
        all[index + 1..].iter().filter(|p| p.time.distance < 2 && !near(p, proposal, gazetteer));
    let next = later
        .filter_map(|p| p.time.arrive.as_ref().and_then(|s| s.latest))
        .find(|&day| day > arrived);
    if time.distance == 2 && !matches!(proposal.kind, "birth" | "death") {
        let lasting = LASTING.contains(&proposal.kind) || proposal.effect == Effect::Arrives;
        let next = if lasting { next } else { next.map(|day| day.min(Day(arrived.0 + 730))) };
        return undated(first, arrived, next, proposal.kind, subject);
    }
    // "Between 1962 and 1965" and "in the 1960s" say the whole of it.
    if arrived.0 - first.0 > 500 {
        return (Some(first), Some(within_life(arrived).max(first)));
    }
    let lasting = LASTING.contains(&proposal.kind);
    let most = match proposal.effect {
        Effect::Leaves => 0,
        _ if proposal.kind == "death" => 30,
        _ if lasting => LONGEST_DAYS,
        Effect::Arrives => 2 * 365,
        Effect::There | Effect::Passes => 30,
    };
    let limit = Day(arrived.0.saturating_add(most));
    let last = next.map_or(limit, |day| day.min(limit)).max(arrived);
    let last = if proposal.kind == "death" { last } else { within_life(last) };
    (Some(first), Some(last.max(first)))
}

/// Bounds of a stay without a date: between the date told before it and the next one.
/// Where years pass between the birth and the next date, it lies before that.
fn undated(
    first: Day,
    arrived: Day,
    next: Option<Day>,
    kind: &str,
    subject: &Subject,
) -> (Option<Day>, Option<Day>) {
    let Some(next) = next else { return (Some(first), Some(Day(arrived.0 + 365).max(first))) };
    let far = next.0 - first.0 > LONGEST_DAYS + 365;
    if !far {
        return (Some(first), Some(next));
    }
    if subject.born == Some(first) && kind != "residence" {
        return (Some(Day(next.0 - LONGEST_DAYS)), Some(next));
    }
    (Some(first), Some(Day(first.0 + LONGEST_DAYS).max(arrived)))
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
