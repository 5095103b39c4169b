//! Which date a stay holds for.

use super::sentence::Word;
use crate::domain::time::{DateSpan, Day};
use crate::geoparse::DateFinding;

/// A date of the sentence, with how it is meant.
#[derive(Clone, Debug)]
pub(super) struct Dated<'a> {
    pub finding: &'a DateFinding,
    pub span: &'a DateSpan,
    /// Index of the word where it begins.
    pub at: usize,
    pub role: Role,
    /// Is it an age: "aged 21"?
    pub age: bool,
}

/// What the word before a date makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// "in 1903"
    At,
    /// "from 1903", "since 1903", the first of a range
    From,
    /// "until 1903", the second of a range
    Until,
    /// "before 1903"
    Before,
    /// "after 1903"
    After,
}

/// The dates of a sentence that are times on the calendar.
pub(super) fn dates_of<'a>(words: &[Word<'_>], dates: &'a [DateFinding]) -> Vec<Dated<'a>> {
    let mut found: Vec<Dated<'a>> = Vec::new();
    for finding in dates {
        let Some(span) = finding.span().filter(|s| s.earliest.is_some() || s.latest.is_some())
        else {
            continue;
        };
        let Some(at) = words.iter().position(|w| w.end > finding.start) else { continue };
        let before = |k: usize| at.checked_sub(k).map_or("", |i| words[i].lower.as_str());
        let role = match before(1) {
            "until" | "till" | "through" => Role::Until,
            "from" | "since" => Role::From,
            "before" | "by" => Role::Before,
            "after" => Role::After,
            "to" | "–" | "-" | "—" if found.last().is_some_and(|d| at - d.at <= 6) => {
                if let Some(last) =
                    found.last_mut().filter(|d| matches!(d.role, Role::At | Role::From))
                {
                    last.role = Role::From;
                }
                Role::Until
            }
            _ => Role::At,
        };
        let age = words[at..]
            .iter()
            .take_while(|w| w.dated)
            .any(|w| matches!(w.lower.as_str(), "age" | "aged" | "years" | "year-old" | "old"));
        found.push(Dated { finding, span, at, role, age });
    }
    found
}

/// When a stay begins and ends, as the text says it.
#[derive(Clone, Debug, Default)]
pub(super) struct Time {
    pub arrive: Option<DateSpan>,
    pub depart: Option<DateSpan>,
    /// The first possible day where only the departure is told.
    pub since: Option<Day>,
    /// Byte ranges of the dates.
    pub ranges: Vec<(usize, usize)>,
    /// How near the date stands: 0 in the clause, 1 in the sentence, 2 told before.
    pub distance: u8,
}

impl Time {
    /// The first day.
    pub fn first(&self) -> Option<Day> {
        self.arrive
            .as_ref()
            .and_then(|s| s.earliest.or(s.latest))
            .or_else(|| self.depart.as_ref().and_then(|d| d.earliest))
    }
}

/// The date of a place in its sentence: the nearest in the clause of its verb, else the one
/// that opens the sentence, else the nearest before it.
pub(super) fn choose(
    dates: &[Dated<'_>],
    clause: (usize, usize),
    place: usize,
    listed: bool,
) -> Option<Time> {
    let dated = dates.iter().any(|d| !d.age);
    let inside = |d: &&Dated<'_>| d.at >= clause.0 && d.at < clause.1 && !(d.age && dated);
    let distance = |d: &Dated<'_>| {
        let gap = d.at.abs_diff(place);
        // A date in front reaches over a whole list, one behind only its own place.
        if d.at < place || !listed { gap } else { gap * 2 }
    };
    let own = dates.iter().filter(inside).min_by_key(|d| distance(d));
    let (chosen, far) = match own {
        Some(own) => (own, 0),
        None => {
            let opening = dates.first().filter(|d| d.at <= 2 && d.role != Role::Until);
            let before = dates.iter().rev().find(|d| d.at < place);
            let nearest = || dates.iter().min_by_key(|d| distance(d));
            (opening.or(before).or_else(nearest)?, 1)
        }
    };
    let index = dates.iter().position(|d| d.at == chosen.at)?;
    let mut time = Time {
        distance: far,
        ranges: vec![(chosen.finding.start, chosen.finding.end)],
        ..Time::default()
    };
    let partner = match chosen.role {
        Role::From => dates.get(index + 1).filter(|d| d.role == Role::Until),
        Role::Until => {
            index.checked_sub(1).and_then(|i| dates.get(i)).filter(|d| d.role == Role::From)
        }
        _ => None,
    };
    if let Some(partner) = partner {
        time.ranges.push((partner.finding.start, partner.finding.end));
    }
    match chosen.role {
        Role::Until => {
            time.depart = Some(chosen.span.clone());
            time.arrive = partner.map(|p| p.span.clone());
        }
        Role::From => {
            time.arrive = Some(chosen.span.clone());
            time.depart = partner.map(|p| p.span.clone());
        }
        Role::At | Role::Before | Role::After => time.arrive = Some(chosen.span.clone()),
    }
    Some(time)
}
