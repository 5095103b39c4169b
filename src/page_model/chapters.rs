//! The sections of the text as chapters of the life, and how much the text
//! says about each part of it.

use crate::domain::life::{Life, Passage, Text};
use crate::domain::time::{Day, year_text};

/// A section of the text with the span of time that it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// The section's heading; empty before the first one.
    pub title: String,
    /// Depth of the heading, from 1; 0 before the first one.
    pub level: u8,
    /// Index of the section.
    pub section: usize,
    /// The drawn arrival of its first stay.
    pub from: Day,
    /// The drawn departure of its last stay.
    pub to: Day,
}

impl Chapter {
    /// The years it covers: those with which its heading begins ("1899–1904: …"), or
    /// else those of its span.
    #[must_use]
    pub fn years(&self) -> String {
        if let Some((years, _)) = self.dated_title() {
            return years.to_owned();
        }
        let (from, to) = (self.from.ymd().0, self.to.ymd().0);
        if from == to { year_text(from.into()) } else { format!("{from}–{to}") }
    }

    /// The heading without the years that it begins with.
    #[must_use]
    pub fn name(&self) -> &str {
        self.dated_title().map_or(&self.title, |(_, name)| name)
    }

    fn dated_title(&self) -> Option<(&str, &str)> {
        let (years, name) = self.title.split_once(": ")?;
        let is_year = |c: char| c.is_ascii_digit() || matches!(c, '–' | '-');
        (!years.is_empty() && years.chars().all(is_year)).then_some((years, name))
    }
}

/// The chapters of a life, in the order of the text. A chapter spans the stays
/// whose quotes are in its section or in the sections under its heading. A section
/// without stays is not a chapter.
#[must_use]
pub fn chapters(life: &Life, text: &Text) -> Vec<Chapter> {
    let own: Vec<Option<(Day, Day)>> = text
        .sections
        .iter()
        .map(|section| {
            section.passages.iter().filter_map(|p| stays_of(life, p, |_| true)).reduce(joined)
        })
        .collect();
    let mut chapters = Vec::new();
    for (index, section) in text.sections.iter().enumerate() {
        let after = &text.sections[index + 1..];
        // The passages before the first heading have no sections under them.
        let under = match section.level {
            0 => 0,
            level => after.iter().take_while(|section| section.level > level).count(),
        };
        let span = own[index..=index + under].iter().flatten().copied().reduce(joined);
        if let Some((from, to)) = span {
            let title = section.title.clone();
            chapters.push(Chapter { title, level: section.level, section: index, from, to });
        }
    }
    chapters
}

/// Without the chapters that a deeper one follows: these are shown by their parts.
#[must_use]
pub fn innermost(mut chapters: Vec<Chapter>) -> Vec<Chapter> {
    let levels: Vec<u8> = chapters.iter().map(|chapter| chapter.level).collect();
    let mut next = levels.iter().skip(1);
    let mut level = levels.iter();
    chapters.retain(|_| match (level.next(), next.next()) {
        (Some(own), Some(next)) => next <= own,
        _ => true,
    });
    chapters
}

/// How much the text says about each part of a span of time: characters per bin, for
/// `bins` bins of equal length from `first` to `last`.
///
/// The characters of a passage are spread evenly over the drawn days of its stays
/// that have a dated arrival or departure. Without such stays they are spread from
/// the earliest to the latest of its dates; stays come first because a passage
/// also gives dates of what was planned or long past. A passage with neither is
/// not counted, nor is the part of a passage that lies outside the bins.
#[must_use]
pub fn density(life: &Life, text: &Text, first: Day, last: Day, bins: usize) -> Vec<u32> {
    let mut density = vec![0.0; bins];
    // A day reaches up to the beginning of the next one.
    let width = f64::from(last - first + 1) / bins as f64;
    for (_, passage) in text.passages() {
        let dated = |stay: usize| {
            let stay = &life.itinerary.stays[stay];
            stay.arrive.is_some() || stay.depart.is_some()
        };
        let Some((from, to)) = stays_of(life, passage, dated).or_else(|| dates_of(passage)) else {
            continue;
        };
        if to < first || from > last || last < first || bins == 0 {
            continue;
        }
        let (from, to) = (f64::from(from - first), f64::from(to - first + 1));
        let per_day = passage.text.chars().count() as f64 / (to - from);
        let begin = (from / width).max(0.0) as usize;
        let end = (to / width).ceil().clamp(0.0, bins as f64) as usize;
        for (bin, sum) in density.iter_mut().enumerate().take(end).skip(begin) {
            let (left, right) = (bin as f64 * width, (bin + 1) as f64 * width);
            *sum += per_day * (right.min(to) - left.max(from)).max(0.0);
        }
    }
    density.into_iter().map(|sum| sum.round() as u32).collect()
}

/// The drawn span of the stays of a passage that pass `filter`.
fn stays_of(life: &Life, passage: &Passage, filter: impl Fn(usize) -> bool) -> Option<(Day, Day)> {
    let timings = &life.itinerary.schedule.timings;
    let spans = passage.stays.iter().filter(|&&stay| stay < timings.len() && filter(stay));
    spans.map(|&stay| (timings[stay].drawn_arrival, timings[stay].drawn_departure)).reduce(joined)
}

/// The span of the dates of a passage. A date that is open at one end counts by
/// its other end.
fn dates_of(passage: &Passage) -> Option<(Day, Day)> {
    let spans = passage.dates.iter().filter_map(|date| {
        let (earliest, latest) = (date.edtf.earliest, date.edtf.latest);
        Some((earliest.or(latest)?, latest.or(earliest)?))
    });
    spans.reduce(joined)
}

fn joined(a: (Day, Day), b: (Day, Day)) -> (Day, Day) {
    (a.0.min(b.0), a.1.max(b.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::samples::{day, tiny_life, tiny_text};
    use crate::domain::life::{Calendar, DateMark, PassageKind, Section};

    fn passage(length: usize, dates: &[&str], stays: &[usize]) -> Passage {
        let mark = |edtf: &&str| DateMark {
            start: 0,
            end: 1,
            edtf: edtf.parse().unwrap(),
            calendar: Calendar::Unspecified,
        };
        Passage {
            kind: PassageKind::Paragraph,
            start: 0,
            text: "ж".repeat(length),
            mentions: vec![],
            dates: dates.iter().map(mark).collect(),
            stays: stays.to_vec(),
        }
    }

    fn section(level: u8, passages: Vec<Passage>) -> Section {
        Section { title: format!("level {level}"), level, passages }
    }

    #[test]
    fn a_section_spans_its_stays() {
        let (life, text) = (tiny_life(), tiny_text());
        let timings = &life.itinerary.schedule.timings;
        let chapters = chapters(&life, &text);
        assert_eq!(chapters.len(), 2);
        assert_eq!(
            (chapters[0].from, chapters[0].to),
            (timings[0].drawn_arrival, timings[1].drawn_departure)
        );
        assert_eq!(
            (chapters[1].from, chapters[1].to),
            (timings[2].drawn_arrival, timings[3].drawn_departure)
        );
        assert_eq!((chapters[1].title.as_str(), chapters[1].level), ("Later years", 1));
    }

    #[test]
    fn a_chapter_has_years_and_a_name() {
        let chapter = |title: &str, to: &str| {
            let (title, from, to) = (title.to_owned(), day("1903-05-01"), day(to));
            let chapter = Chapter { title, level: 1, section: 0, from, to };
            (chapter.years(), chapter.name().to_owned())
        };
        let of = |years: &str, name: &str| (years.to_owned(), name.to_owned());
        assert_eq!(chapter("1899–1904: Party", "1904-01-01"), of("1899–1904", "Party"));
        assert_eq!(chapter("Party: 1899", "1904-01-01"), of("1903–1904", "Party: 1899"));
        assert_eq!(chapter("Economic policy", "1903-06-01"), of("1903", "Economic policy"));
    }

    #[test]
    fn a_heading_spans_what_stands_under_it() {
        let life = tiny_life();
        let timings = &life.itinerary.schedule.timings;
        let text = Text {
            sections: vec![
                section(0, vec![passage(1, &[], &[3])]),
                section(1, vec![]),
                section(2, vec![passage(1, &["1700"], &[0])]),
                section(2, vec![passage(1, &["1700"], &[])]),
                section(3, vec![passage(1, &[], &[1, 99])]),
                section(1, vec![passage(1, &[], &[2])]),
                section(1, vec![]),
            ],
        };
        let spans: Vec<(usize, Day, Day)> =
            chapters(&life, &text).iter().map(|p| (p.section, p.from, p.to)).collect();
        let span = |section: usize, a: usize, b: usize| {
            (section, timings[a].drawn_arrival, timings[b].drawn_departure)
        };
        let expected = [
            span(0, 3, 3),
            span(1, 0, 1),
            span(2, 0, 0),
            span(3, 1, 1),
            span(4, 1, 1),
            span(5, 2, 2),
        ];
        assert_eq!(spans, expected);
    }

    #[test]
    fn characters_are_spread_over_their_time() {
        let life = tiny_life();
        let (first, last) = (day("1901-01-01"), day("1901-12-31"));
        let of = |passages: Vec<Passage>, bins: usize| {
            density(&life, &Text { sections: vec![section(1, passages)] }, first, last, bins)
        };
        // A year in five bins of 73 days.
        assert_eq!(of(vec![passage(1000, &["1901"], &[])], 5), [200; 5]);
        assert_eq!(of(vec![passage(7, &["1901-01-01"], &[])], 365)[..2], [7, 0]);
        assert_eq!(of(vec![passage(7, &["1901-12-31"], &[])], 365)[363..], [0, 7]);
        // Of its 730 days half lie before the bins.
        assert_eq!(of(vec![passage(1000, &["1900", "1901-12-31"], &[])], 5), [100; 5]);
        // Open at one end; outside the bins; without a date.
        assert_eq!(of(vec![passage(9, &["/1901-01-01"], &[])], 5), [9, 0, 0, 0, 0]);
        assert_eq!(of(vec![passage(9, &["1899"], &[]), passage(9, &[], &[])], 5), [0; 5]);
        assert!(of(vec![passage(9, &["1901"], &[])], 0).is_empty());
        // A dated stay comes before the dates: Brennick, 1899 to 1905, has all of 1901.
        let stay = life.itinerary.schedule.timings[1];
        let days = f64::from(stay.drawn_departure - stay.drawn_arrival + 1);
        let share = (73.0 * 10_000.0 / days).round() as u32;
        assert_eq!(of(vec![passage(10_000, &["1901-01-01"], &[1])], 5), [share; 5]);
    }
}
