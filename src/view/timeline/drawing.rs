//! SVG paths of the strip. Their horizontal unit is a day since the first of the
//! life (or dataset), the vertical unit a pixel.

use crate::dataset::Dataset;
use crate::domain::argsort::argsort;
use crate::domain::formats::format_decimal;
use crate::domain::life::{Stay, Timing};
use crate::domain::time::Day;
use crate::page_model::{Axis, density};
use crate::view::loaded::Loaded;

/// The height of the strip.
pub const HEIGHT: i32 = 44;
/// The number of parts of the life whose density is drawn.
const BINS: usize = 160;
/// The height of the densest part, under the bars of stays.
const DENSITY_HEIGHT: f64 = 18.0;
/// The most lanes for the spans of records. If they need more, none is drawn.
const MAX_LANES: usize = 12;
/// The height of all lanes together.
const LANES_HEIGHT: i32 = 26;

/// The two paths of a stay.
pub struct Bar {
    /// Where the stay is drawn.
    pub firm: String,
    /// Where its arrival and departure may lie.
    pub soft: String,
}

impl Bar {
    pub fn of(stay: &Stay, timing: &Timing, first: Day) -> Self {
        let (y, height) = if stay.concurrent { (15, 4) } else { (2, 12) };
        let mut soft = String::new();
        let mut add = |is_dated: bool, from: Day, to: Day| {
            if is_dated && to > from {
                let (from, to) = (from - first, to - first);
                soft += &format!("M{from} {}H{to}V{}H{from}z", y + 3, y + height - 3);
            }
        };
        add(stay.arrive.is_some(), timing.arrive_earliest, timing.drawn_arrival);
        add(stay.depart.is_some(), timing.drawn_departure, timing.depart_latest);
        let (from, to) = (timing.drawn_arrival - first, timing.drawn_departure - first);
        Self { firm: format!("M{from} {y}H{to}V{}H{from}z", y + height), soft }
    }
}

/// Lines over the times for which the source does not say where the person was.
pub fn unknown_journeys(loaded: &Loaded, first: Day) -> String {
    let unknown = loaded.resolved_stays.journeys.iter().filter(|journey| journey.unknown);
    unknown
        .map(|j| format!("M{} 8H{}", j.drawn_departure - first, j.drawn_arrival - first))
        .collect()
}

/// Marks at the dates of events without a place.
pub fn unplaced_events(loaded: &Loaded, first: Day) -> String {
    let days = loaded.unplaced.iter().filter_map(|event| event.date.earliest);
    days.map(|day| format!("M{} 20V24", day - first)).collect()
}

/// An area that shows how much of the text, or how many records, are about each time.
pub fn density_area(loaded: &Loaded, whole: Axis) -> String {
    let (bins, max_height) = match &loaded.dataset {
        Some(dataset) => (records_in_bins(dataset, whole), f64::from(HEIGHT)),
        None => {
            let bins = density(&loaded.life, &loaded.text, whole.first, whole.last, BINS);
            (bins, DENSITY_HEIGHT)
        }
    };
    let most = f64::from(bins.iter().copied().max().unwrap_or(0).max(1));
    let mut path = format!("M0 {HEIGHT}");
    for (i, &bin) in (1..).zip(&bins) {
        // The square root keeps thin parts visible beside a page about one week.
        let height = (f64::from(bin) / most).sqrt() * max_height;
        let right = i * whole.days() / BINS as i32;
        path += &format!("V{}H{right}", format_decimal(f64::from(HEIGHT) - height, 1));
    }
    path + &format!("V{HEIGHT}z")
}

/// The number of records that are visible in each part of the dataset's time.
fn records_in_bins(dataset: &Dataset, whole: Axis) -> Vec<u32> {
    let day =
        |bin: usize| whole.first + (bin as f64 / BINS as f64 * f64::from(whole.days())) as i32;
    let count = |bin| dataset.index.count(dataset.index.shown(day(bin), day(bin + 1))) as u32;
    (0..BINS).map(count).collect()
}

/// The spans of records as bars. Overlapping spans lie in different lanes; empty if
/// there would be more than [`MAX_LANES`].
pub fn record_lanes(spans: &[Option<(Day, Day)>], whole: Axis) -> String {
    let begin = |i: usize| spans[i].map(|span| span.0);
    let mut lane_ends: Vec<Day> = Vec::new();
    let mut bars = Vec::new();
    for i in argsort(spans.len(), &|a, b| begin(a).cmp(&begin(b))) {
        let Some((first, last)) = spans[i] else { continue };
        let (from, to) = (first.max(whole.first), last.min(whole.last));
        let lane = lane_ends.iter().position(|&end| end < from).unwrap_or(lane_ends.len());
        if lane == MAX_LANES {
            return String::new();
        }
        lane_ends.resize(lane_ends.len().max(lane + 1), Day::MIN);
        lane_ends[lane] = to;
        bars.push((lane as i32, from - whole.first, to - whole.first + 1));
    }
    let height = LANES_HEIGHT / (lane_ends.len() as i32).max(3);
    bars.into_iter()
        .map(|(lane, from, to)| {
            let top = 2 + lane * height;
            format!("M{from} {top}H{to}v{}H{from}z", height - 1)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: Axis = Axis { first: Day(0), last: Day(100) };

    fn lanes(spans: &[(i32, i32)]) -> String {
        let spans: Vec<_> = spans.iter().map(|&(a, b)| Some((Day(a), Day(b)))).collect();
        record_lanes(&spans, WHOLE)
    }

    #[test]
    fn a_span_takes_the_first_lane_that_is_free() {
        // The third begins after the first has ended.
        assert_eq!(lanes(&[(0, 10), (5, 30), (11, 20)]), "M0 2H11v7H0zM5 10H31v7H5zM11 2H21v7H11z");
        // A span that begins on another's last day overlaps it.
        assert_eq!(lanes(&[(0, 10), (10, 20)]), "M0 2H11v7H0zM10 10H21v7H10z");
    }

    #[test]
    fn spans_are_cut_at_the_ends_of_the_axis() {
        assert_eq!(lanes(&[(-50, 200)]), "M0 2H101v7H0z");
    }

    #[test]
    fn records_without_a_time_have_no_bar() {
        assert_eq!(record_lanes(&[None], WHOLE), "");
    }

    #[test]
    fn more_spans_at_a_time_than_lanes_are_not_drawn() {
        assert_ne!(lanes(&[(0, 10); MAX_LANES]), "");
        assert_eq!(lanes(&[(0, 10); MAX_LANES + 1]), "");
    }
}
