//! Names followed by the name of what contains them, with no comma between: "Lyon France",
//! "HARRISBURG PA."

use std::collections::HashSet;

use super::annotated::AnnotatedTokens;
use super::containment::contains;
use super::spans::NameSpan;
use crate::geoparse::gazetteer::{Frequency, Gazetteer};

/// The first tokens of such names, and of those that contain them.
#[derive(Debug, Default)]
pub(super) struct Apposed {
    contained: HashSet<usize>,
    containing: HashSet<usize>,
}

impl Apposed {
    /// Finds them among the possible names.
    pub fn find(
        words: &AnnotatedTokens<'_, '_>,
        gazetteer: &Gazetteer,
        spans: &[NameSpan],
    ) -> Self {
        let mut apposed = Self::default();
        for pair in spans.windows(2) {
            let [inner, outer] = pair else { continue };
            if is_apposed(words, inner, outer) && contains(gazetteer, outer, inner) {
                apposed.contained.insert(inner.start);
                apposed.containing.insert(outer.start);
            }
        }
        apposed
    }

    /// Does the name of what contains it follow the name that begins here?
    pub fn is_contained(&self, start: usize) -> bool {
        self.contained.contains(&start)
    }

    /// Does the name that begins here contain the one before it?
    pub fn is_containing(&self, start: usize) -> bool {
        self.containing.contains(&start)
    }
}

fn is_apposed(words: &AnnotatedTokens<'_, '_>, inner: &NameSpan, outer: &NameSpan) -> bool {
    if inner.end != outer.start || !words.is_joined(outer.start) {
        return false;
    }
    let last = if words.text(outer.end - 1) == "." { outer.end - 2 } else { outer.end - 1 };
    // "Virginia Woolf" is a person, and so may "Virginia Washington" be.
    let is_given_name = words.lexeme(inner.start).given_name >= Frequency::Middle
        && inner.prominence < 5.0
        && inner.is_single();
    words.next_of_run(last).is_none()
        && !words.continues_run(inner.start)
        && (outer.abbreviated || outer.country || (outer.major_admin && outer.preferred))
        && !inner.country
        && !is_given_name
}
