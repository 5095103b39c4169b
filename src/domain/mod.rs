//! The words of the field as types. Pure: text in, values out.

mod axis;
mod day;
mod edtf;
mod geodesy;
mod itinerary;
pub mod itinerary_geojson;
mod life;
mod link;
pub mod linked_places;
mod number;
mod passage;
mod place;
mod scene;
mod schedule;
mod segment;
mod stay_kind;
mod topology;
mod whereabouts;
mod wording;

pub use axis::{Axis, Tick};
pub use day::{Day, DayError, MONTHS};
pub use edtf::{DateSpan, DateSpanError};
pub use geodesy::{
    LonLat, along_great_circle, cut_at_antimeridian, great_circle, kilometres, rounded,
};
pub use itinerary::{Calendar, Certainty, Itinerary, Journey, Stay};
pub use life::{Life, LifeEntry, LifeFiles, Source};
pub use link::{Link, MapView};
pub use number::{decimal, fixed};
pub use passage::{DateMark, MentionMark, Passage, PassageKind, Section, Text};
pub use place::{Place, PlaceKind, Toponym};
pub use scene::{PlaceState, Position, Scene, SceneDifference};
pub use schedule::{Disorder, Schedule, Timing};
pub use segment::{Segment, excerpts, segments};
pub use stay_kind::{Lasts, StayGroup, StayKind};
pub use topology::{Basemap, TopologyError};
pub use whereabouts::{Candidate, Moving, Presence, Whereabouts};
pub use wording::{age_on, day_words, old_style_words, span_words};
