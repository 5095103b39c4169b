//! The words of the field as types. Pure: text in, values out.

mod axis;
pub mod chronicle;
mod clock;
mod collection;
mod date_entry;
mod day;
mod edtf;
mod figures;
mod geodesy;
mod itinerary;
pub mod itinerary_geojson;
mod life;
mod link;
pub mod linked_places;
mod mode;
mod number;
mod order;
mod passage;
mod periods;
mod place;
#[cfg(test)]
mod samples;
mod scene;
mod schedule;
mod search;
mod segment;
mod stage;
mod stay_kind;
mod topology;
mod unplaced;
mod whereabouts;
mod wording;

pub use axis::{Axis, Tick};
pub use clock::Clock;
pub use date_entry::read_date;
pub use day::{Day, DayError, MONTHS};
pub use edtf::{DateSpan, DateSpanError};
pub use figures::{Figures, days_at};
pub use geodesy::{
    LonLat, along_great_circle, bearing, cut_at_antimeridian, great_circle, kilometres, rounded,
};
pub use itinerary::{Calendar, Certainty, Itinerary, Journey, Stay};
pub use life::{Life, LifeEntry, LifeFiles, Source};
pub use link::{Link, MapView};
pub use mode::Mode;
pub use number::{decimal, fixed};
pub use order::order;
pub use passage::{DateMark, MentionMark, Passage, PassageKind, Section, Text};
pub use periods::{Period, density, periods};
pub use place::{Place, PlaceKind, Toponym};
pub use scene::{PlaceState, Position, Scene, SceneDifference};
pub use schedule::{Disorder, Schedule, Timing};
pub use search::{Hit, search};
pub use segment::{Segment, excerpts, segments};
pub use stage::{Footing, Stage};
pub use stay_kind::{Lasts, StayGroup, StayKind};
pub use topology::{Basemap, TopologyError};
pub use unplaced::{Unplaced, unplaced};
pub use whereabouts::{Candidate, Moving, Presence, Whereabouts};
pub use wording::{age_on, day_words, old_style_words, span_words, stay_when, year_words};
