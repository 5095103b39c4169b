//! Which features hold between two days, and what changes from one such span to
//! another.
//!
//! Two lists, of spans by their beginnings and by their ends. What has started by
//! the last day is a head of the first list, what was over before the first day
//! a head of the second, and within it everything has started. So what is shown
//! is a pair of counts ([`Visible`]), and what differs between two of them lies
//! between the counts: found in the time of two binary searches, and touched one
//! by one.

use crate::domain::argsort::argsort;
use crate::domain::time::Day;

/// Spans of features by their beginnings and ends.
#[derive(Clone, Debug, Default)]
pub struct RecordIndex {
    /// Beginning and feature of each span.
    begins: Vec<(Day, u32)>,
    /// End and feature of each span.
    ends: Vec<(Day, u32)>,
    /// How many features, if some of them have several spans.
    features: Option<usize>,
}

/// What is shown: spans started, and spans ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Visible {
    started: usize,
    ended: usize,
}

impl RecordIndex {
    /// Of features and their spans, feature by feature.
    #[must_use]
    pub fn of(spans: &[(u32, Day, Day)]) -> Self {
        let sorted = |day: &dyn Fn(usize) -> Day| {
            let by_day = argsort(spans.len(), &|a, b| day(a).cmp(&day(b)));
            by_day.into_iter().map(|i| (day(i), spans[i].0)).collect()
        };
        // They come in the order of their features.
        let several = spans.windows(2).any(|two| two[0].0 == two[1].0);
        let features = spans.iter().map(|span| span.0 as usize + 1).max().filter(|_| several);
        Self { begins: sorted(&|i| spans[i].1), ends: sorted(&|i| spans[i].2), features }
    }

    /// What holds on any day from `first` to `last`.
    #[must_use]
    pub fn shown(&self, first: Day, last: Day) -> Visible {
        let started = self.begins.partition_point(|span| span.0 <= last);
        let ended = self.ends.partition_point(|span| span.0 < first);
        // Of a span the wrong way round nothing is shown.
        Visible { started, ended: ended.min(started) }
    }

    /// How many features are shown.
    #[must_use]
    pub fn count(&self, shown: Visible) -> usize {
        let Some(features) = self.features else { return shown.started - shown.ended };
        let mut spans = vec![0_i32; features];
        self.diff(Visible::default(), shown, |feature, comes| {
            spans[feature] += if comes { 1 } else { -1 };
        });
        spans.into_iter().filter(|&spans| spans > 0).count()
    }

    /// The features whose spans come and go from one to the other. One that
    /// has several spans may do both.
    pub fn diff(&self, from: Visible, to: Visible, mut act: impl FnMut(usize, bool)) {
        let mut run = |list: &[(Day, u32)], from: usize, to: usize, comes: bool| {
            let (range, comes) = if from <= to { (from..to, comes) } else { (to..from, !comes) };
            for &(_, feature) in list.get(range).unwrap_or_default() {
                act(feature as usize, comes);
            }
        };
        run(&self.begins, from.started, to.started, true);
        run(&self.ends, from.ended, to.ended, false);
    }

    /// The next day after a day on which something begins, or the one before it.
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

    /// In order, the days on which something begins or ends; each as often as that.
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

    /// How often each feature is shown, as the changes have it.
    fn counts(index: &RecordIndex, steps: &[(i32, i32)], features: usize) -> Vec<i32> {
        let mut counts = vec![0; features];
        let mut now = Visible::default();
        for &(first, last) in steps {
            let next = index.shown(Day(first), Day(last));
            index.diff(now, next, |feature, comes| counts[feature] += if comes { 1 } else { -1 });
            now = next;
            assert_eq!(counts.iter().filter(|&&count| count > 0).count(), index.count(now));
        }
        counts
    }

    proptest! {
        #[test]
        fn changes_lead_to_what_holds(
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
            for (feature, count) in found.into_iter().enumerate() {
                let holds = |&&(f, begin, end): &&(u32, Day, Day)| {
                    f as usize == feature && begin.0 <= last && end.0 >= first
                };
                prop_assert_eq!(count as usize, spans.iter().filter(holds).count());
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
