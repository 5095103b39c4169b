//! Finds the records that are visible between two days, and those that appear or
//! disappear when the days change.
//!
//! Two lists hold the spans, one sorted by beginning, one by end. The spans that
//! have started by the last visible day are a prefix of the first list, and those
//! that ended before the first visible day a prefix of the second. So two counts
//! ([`Visible`]) say what is visible, and two binary searches find them. The
//! records that differ between two such pairs lie between the counts: only they
//! are touched ([`RecordIndex::diff`]).

use crate::domain::argsort::argsort;
use crate::domain::time::Day;

/// The spans of all records, sorted by beginning and by end.
#[derive(Clone, Debug, Default)]
pub struct RecordIndex {
    /// Beginning and record of each span.
    begins: Vec<(Day, u32)>,
    /// End and record of each span.
    ends: Vec<(Day, u32)>,
    /// The number of records, if one of them has several spans.
    several_spans: Option<usize>,
}

/// The visible spans, described by two counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Visible {
    /// The spans that have started by the last visible day.
    started: usize,
    /// Those of them that ended before the first visible day.
    ended: usize,
}

impl RecordIndex {
    /// Indexes spans, given as record, first and last day in the order of the
    /// records.
    #[must_use]
    pub fn of(spans: &[(u32, Day, Day)]) -> Self {
        let sorted = |day: &dyn Fn(usize) -> Day| {
            let by_day = argsort(spans.len(), &|a, b| day(a).cmp(&day(b)));
            by_day.into_iter().map(|i| (day(i), spans[i].0)).collect()
        };
        let has_several = spans.windows(2).any(|two| two[0].0 == two[1].0);
        let records = spans.iter().map(|span| span.0 as usize + 1).max();
        Self {
            begins: sorted(&|i| spans[i].1),
            ends: sorted(&|i| spans[i].2),
            several_spans: records.filter(|_| has_several),
        }
    }

    /// The spans that are visible on any of the days from `first` to `last`.
    #[must_use]
    pub fn shown(&self, first: Day, last: Day) -> Visible {
        let started = self.begins.partition_point(|span| span.0 <= last);
        let ended = self.ends.partition_point(|span| span.0 < first);
        // Where `last` is before `first`, nothing is visible.
        Visible { started, ended: ended.min(started) }
    }

    /// The number of visible records.
    #[must_use]
    pub fn count(&self, visible: Visible) -> usize {
        let Some(records) = self.several_spans else { return visible.started - visible.ended };
        let mut spans = vec![0_i32; records];
        self.diff(Visible::default(), visible, |record, appears| {
            spans[record] += if appears { 1 } else { -1 };
        });
        spans.into_iter().filter(|&spans| spans > 0).count()
    }

    /// Calls `act` for each span that differs between `from` and `to`, with its
    /// record and whether the span appears (`true`) or disappears. A record with
    /// several spans may do both.
    pub fn diff(&self, from: Visible, to: Visible, mut act: impl FnMut(usize, bool)) {
        let mut run = |list: &[(Day, u32)], from: usize, to: usize, appears: bool| {
            let (range, appears) =
                if from <= to { (from..to, appears) } else { (to..from, !appears) };
            for &(_, record) in list.get(range).unwrap_or_default() {
                act(record as usize, appears);
            }
        };
        run(&self.begins, from.started, to.started, true);
        run(&self.ends, from.ended, to.ended, false);
    }

    /// The first day after `day` on which a span begins, or the last one before
    /// it if not `forward`.
    #[must_use]
    pub fn next_begin(&self, day: Day, forward: bool) -> Option<Day> {
        let found = if forward {
            self.begins.get(self.begins.partition_point(|span| span.0 <= day))
        } else {
            let at = self.begins.partition_point(|span| span.0 < day);
            at.checked_sub(1).and_then(|at| self.begins.get(at))
        };
        found.map(|span| span.0).filter(|&day| day != Day::MIN)
    }

    /// The days on which spans begin and end, in order. A day is listed once for
    /// each beginning and each end.
    #[must_use]
    pub fn events(&self) -> Vec<Day> {
        let both = self.begins.iter().chain(&self.ends).map(|span| span.0);
        let days: Vec<Day> = both.filter(|&day| day != Day::MIN && day != Day::MAX).collect();
        argsort(days.len(), &|a, b| days[a].cmp(&days[b])).into_iter().map(|i| days[i]).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// How many visible spans each record has, added up from the differences.
    fn counts(index: &RecordIndex, steps: &[(i32, i32)], records: usize) -> Vec<i32> {
        let mut counts = vec![0; records];
        let mut now = Visible::default();
        for &(first, last) in steps {
            let next = index.shown(Day(first), Day(last));
            index.diff(now, next, |record, appears| counts[record] += if appears { 1 } else { -1 });
            now = next;
            assert_eq!(counts.iter().filter(|&&count| count > 0).count(), index.count(now));
        }
        counts
    }

    proptest! {
        #[test]
        fn differences_lead_to_what_is_visible(
            spans in prop::collection::vec((0..8_u32, -20..20, 0..15), 0..40),
            steps in prop::collection::vec((-25..25, 0..20), 1..12),
        ) {
            let spans: Vec<_> =
                spans.iter().map(|&(f, first, days)| (f, Day(first), Day(first + days))).collect();
            let steps: Vec<_> = steps.iter().map(|&(first, days)| (first, first + days)).collect();
            let mut spans = spans;
            spans.sort_by_key(|span| span.0);
            let index = RecordIndex::of(&spans);
            let found = counts(&index, &steps, 8);
            let &(first, last) = steps.last().unwrap();
            for (record, count) in found.into_iter().enumerate() {
                let visible = |&&(f, begin, end): &&(u32, Day, Day)| {
                    f as usize == record && begin.0 <= last && end.0 >= first
                };
                prop_assert_eq!(count as usize, spans.iter().filter(visible).count());
            }
        }
    }

    #[test]
    fn beginnings_are_stepped_through() {
        let index =
            RecordIndex::of(&[(0, Day(5), Day(9)), (1, Day(7), Day(7)), (2, Day::MIN, Day(3))]);
        assert_eq!(index.next_begin(Day(5), true), Some(Day(7)));
        assert_eq!(index.next_begin(Day(7), true), None);
        assert_eq!(index.next_begin(Day(7), false), Some(Day(5)));
        assert_eq!(index.next_begin(Day(5), false), None);
        assert_eq!(index.events(), [3, 5, 7, 7, 9].map(Day));
    }
}
