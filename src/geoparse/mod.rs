//! The geoparser: finds the places and dates that a text names, and decides
//! which place each name means. It reads English.
//!
//! 1. [`Document`] and [`tokens`] cut the text into sections, passages and tokens
//!    (`text`).
//! 2. [`find_dates`] finds expressions of time and anchors them to the text's
//!    reference time ([`dates`]).
//! 3. [`find_mentions`] finds the names of places (`recognise`), looks up what
//!    they can mean (`gazetteer`) and decides for one place each (`resolve`).
//!
//! Nothing here does input or output. No text makes it fail: a name that cannot be
//! resolved is a finding without a place.
//!
//! ```
//! use chronotope::domain::great_circle::LonLat;
//! use chronotope::geoparse::{
//!     Gazetteer, UnitKind, World, WorldPlace, WorldWriter, find_dates, find_mentions,
//! };
//!
//! // Two places called Paris, one of them in Texas.
//! let mut writer = WorldWriter::default();
//! let mut add = |geonames, title: &'static str, kind, lon, lat, population, container| {
//!     let point = LonLat { lon, lat };
//!     let geonames = Some(geonames);
//!     let place = WorldPlace { geonames, title, kind, point, population, container };
//!     let handle = writer.place(place);
//!     writer.name(title, handle, true);
//!     handle
//! };
//! add(2_988_507, "Paris", UnitKind::Town, 2.35, 48.85, 2_100_000, None);
//! let texas = add(4_736_286, "Texas", UnitKind::Province, -99.3, 31.3, 29_000_000, None);
//! add(4_717_560, "Paris", UnitKind::Town, -95.56, 33.66, 25_000, Some(texas));
//! let gazetteer = Gazetteer::new(Vec::new(), Some(World::open(writer.finish()?)?));
//!
//! let meant = |text: &str| -> Vec<Option<String>> {
//!     find_mentions(text, &gazetteer, &find_dates(text), &[])
//!         .iter()
//!         .map(|found| found.entry.map(|entry| gazetteer.place_of(entry).id.clone()))
//!         .collect()
//! };
//! assert_eq!(meant("She moved to Paris in 1901."), [Some("geonames-2988507".to_owned())]);
//! assert_eq!(meant("She was born in Paris, Texas.")[0].as_deref(), Some("geonames-4717560"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What is a mention?
//!
//! A span of the text that names a place: the bare name, without article,
//! possessive or footnote mark. "Georgian" names a people and is not a mention;
//! nor is "Stalin" where the text has a person of this name. A name within the
//! name of an organisation, event or work ("the Prague Conference"), or within a title
//! of nobility ("the Duke of Bedford"), is a mention that is *embedded*. Offsets are bytes; [`CodePoints`] turns them into code
//! points.
//!
//! Every possible name gets *clues* ([`Clue`]): the places of this name in the
//! gazetteer, what else the word can be, the words around it, and the rest of the
//! text. Each has a weight, roughly the natural logarithm of the odds. If they add up
//! to more than zero, the name is a mention.
//!
//! # How is a name placed?
//!
//! Each place that the name can mean is a [`PlaceCandidate`] with a score: how
//! prominent it is, whether the name is its preferred one and was in use at the
//! time, whether it is of the kind that the text states, and whether the text
//! names what contains it. Then *coherence* counts: places named together tend
//! to lie near one another or within the same province or country. Names that
//! are sure become anchors for those that are not. Finally, one name means one place
//! throughout a text, unless a container says otherwise.
//!
//! # When is a mention unresolved?
//!
//! When the gazetteer does not have the name ("in Kogelo"), when no candidate
//! is far enough ahead, or when the place that is said to contain it has no place of
//! this name ("Columbus, Kentucky" where only others are known).
//! [`Finding::entry`] is then `None`; the candidates are still listed.

pub mod dates;
mod gazetteer;
mod recognise;
mod resolve;
#[cfg(test)]
mod sample;
mod text;

pub use dates::{DateFinding, DateMeaning, DatePart, TimeReference, find_dates, find_dates_in};
pub use gazetteer::{
    CompiledError, EntryId, Facts, Frequency, Gazetteer, Institution, Institutions,
    InstitutionsError, Lexeme, NamedInstitution, Opened, Record, UnitKind, World, WorldError,
    WorldHandle, WorldPlace, WorldWriteError, WorldWriter, fold,
};
pub use recognise::{Clue, Clues};
pub use resolve::{Finding, PlaceCandidate, find_mentions};
pub use text::{CodePoints, Document, Paragraph, Token, TokenKind, tokens};
