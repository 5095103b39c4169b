//! The data of one life: places, stays in order of time, and the text that is their
//! source.
//!
//! # What is a stay?
//!
//! The subject is at a place over a span of time, as a quote of the source says
//! ([`Stay`]). The move between two stays is a [`Journey`].
//!
//! # When did a stay begin?
//!
//! The source seldom says exactly. [`Schedule`] derives bounds from the dates and
//! the order of the stays, and chooses the days that the map shows.
//!
//! # Where was the subject on a day?
//!
//! [`Itinerary::whereabouts`] is the one answer, for the page and the command line.

mod aftermath;
mod event;
mod itinerary;
mod kind;
#[expect(clippy::module_inception, reason = "a life is what this module is about")]
mod life;
mod nominal_days;
mod passage;
mod place;
#[cfg(test)]
pub(crate) mod samples;
mod schedule;
mod stay;
mod stay_text;
mod whereabouts;

pub use event::{EventOutcome, LifeEvent};
pub use itinerary::{Itinerary, Journey};
pub use kind::{GroupId, KindError, KindTable, Lasts, Mark, StayGroup, StayKind};
pub use life::{Life, LifeEntry, LifeFiles, Source, town_of};
pub use passage::{DateMark, MentionMark, Passage, PassageKind, Section, Text};
pub use place::{Place, PlaceKind, Toponym};
pub use schedule::{DateOrderError, Schedule, StayEvent, Timing};
pub use stay::{Calendar, Certainty, Stay};
pub use stay_text::stay_dates_text;
pub use whereabouts::{Moving, PossibleStay, Presence, Whereabouts};
