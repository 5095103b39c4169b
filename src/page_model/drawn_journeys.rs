//! Which part of each journey the map draws, and how strongly.

use std::cmp::Ordering;

use crate::domain::life::Journey;
use crate::domain::time::Day;

/// The part of each journey that lies between two days. On a single day it is the
/// part of the journey under way that lies behind.
pub(super) fn travelled(journeys: &[Journey], (first, last): (Day, Day)) -> Vec<(f64, f64)> {
    journeys
        .iter()
        .map(|journey| {
            if journey.unknown && last < journey.drawn_arrival {
                // Of a gap no part is drawn: nobody knows how far the subject was.
                return (0.0, 0.0);
            }
            let (from, to) = match first.cmp(&last) {
                Ordering::Less => {
                    // A journey that takes no days is drawn from its own day on.
                    let started = first > journey.drawn_departure;
                    (if started { journey.progress(first) } else { 0.0 }, journey.progress(last))
                }
                Ordering::Equal if last < journey.drawn_arrival => (0.0, journey.progress(last)),
                _ => (0.0, 0.0),
            };
            if from < to { (from, to) } else { (0.0, 0.0) }
        })
        .collect()
}

/// Ages by rank among the journeys drawn, the latest first. Each age has about
/// twice as many journeys as the one before.
pub(super) fn ages(travelled: &[(f64, f64)]) -> Vec<u8> {
    let mut ages = vec![0; travelled.len()];
    let mut rank = 0;
    for (age, (from, to)) in ages.iter_mut().zip(travelled).rev() {
        if from < to {
            *age = match rank {
                0..2 => 0,
                2..5 => 1,
                5..11 => 2,
                11..23 => 3,
                _ => 4,
            };
            rank += 1;
        }
    }
    ages
}
