//! Chapters that would take too long.

use super::beat::Beat;
use super::stops::Stop;

/// A chapter longer than this shows quotes instead of whole sentences.
const MAX_CHAPTER_S: f64 = 240.0;

/// Shows the quote in place of the longest sentences in chapters that take too long.
/// Was anything shortened?
pub(super) fn shorten(stops: &mut [Stop], beats: &[Beat]) -> bool {
    let mut is_shortened = false;
    let chapter_of = |stops: &[Stop], beat: &Beat| stops.get(beat.stop).map(|stop| stop.chapter);
    for chapter in 0..stops.last().map_or(0, |stop| stop.chapter + 1) {
        let own = beats.iter().filter(|beat| chapter_of(stops, beat) == Some(chapter));
        let mut excess = own.map(|beat| beat.seconds).sum::<f64>() - MAX_CHAPTER_S;
        while excess > 0.0 {
            let longest = stops
                .iter_mut()
                .filter(|stop| stop.chapter == chapter && stop.words != stop.quote)
                .max_by(|a, b| a.hold_s().total_cmp(&b.hold_s()));
            let Some(longest) = longest else { break };
            let before = longest.hold_s();
            longest.words = longest.quote.clone();
            excess -= before - longest.hold_s();
            is_shortened = true;
        }
    }
    is_shortened
}
