//! The baseline for finding dates: regular expressions for the usual forms, the
//! common approach. They find the position of a date, but do not anchor it, and do
//! not cover ranges, durations or seasons.

use regex::{Regex, RegexSet};

const MONTH: &str = "(?:January|February|March|April|May|June|July|August|September|October\
    |November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?";

/// The set says which patterns occur in a line; only these are searched for.
pub struct DatePatterns {
    set: RegexSet,
    each: Vec<Regex>,
}

impl DatePatterns {
    pub fn new() -> Self {
        let patterns = [
            // 18 December 1878, 18th of December
            format!(r"(?-u:\b)\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}(?:,? \d{{4}})?(?-u:\b)"),
            // December 18, 1878
            format!(r"(?-u:\b){MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, \d{{4}})?(?-u:\b)"),
            // December 1878
            format!(r"(?-u:\b)(?:(?:early|mid|late)[- ])?{MONTH} (?:of )?\d{{4}}(?-u:\b)"),
            // In December
            format!(r"(?-u:\b)(?i:in|by|since|until|late|early) {MONTH}(?-u:\b)"),
            // in 1878
            r"(?-u:\b)(?i:in|by|since|until|from|of|about) (?:early |late |mid-)?1\d{3}(?-u:\b)"
                .to_owned(),
            // 1878
            r"(?-u:\b)(?:1[0-9]|20)\d{2}(?-u:\b)".to_owned(),
            // 1878–1953, 1936–38
            r"(?-u:\b)1\d{3}[-–](?:1\d)?\d{2}(?-u:\b)".to_owned(),
            // the 1930s
            r"(?-u:\b)1\d{2}0s(?-u:\b)".to_owned(),
            // 1878-12-18
            r"(?-u:\b)\d{4}-\d{2}-\d{2}(?-u:\b)".to_owned(),
            // the summer of 1918
            r"(?-u:\b)(?:spring|summer|autumn|winter|end|beginning) of (?:1\d{3})(?-u:\b)"
                .to_owned(),
            // the 19th century
            r"(?-u:\b)(?:\d{1,2}(?:st|nd|rd|th)|nineteenth|twentieth)[- ]century(?-u:\b)"
                .to_owned(),
        ];
        let each = patterns.iter().map(|p| Regex::new(p).expect("a valid pattern")).collect();
        Self { set: RegexSet::new(&patterns).expect("valid patterns"), each }
    }

    /// The positions of dates, line by line; the longest where several begin.
    pub fn find(&self, text: &str) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            for pattern in self.set.matches(line).iter().map(|nth| &self.each[nth]) {
                found.extend(pattern.find_iter(line).map(|m| (start + m.start(), start + m.end())));
            }
            start += line.len();
        }
        found.sort_unstable_by_key(|&(start, end)| (start, std::cmp::Reverse(end)));
        let mut covered = 0;
        found.retain(|&(start, end)| {
            let apart = start >= covered;
            covered = covered.max(end);
            apart
        });
        found
    }
}
