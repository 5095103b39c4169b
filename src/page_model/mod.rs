//! What the page derives from its state, without a browser, so that it can be
//! tested natively.
//!
//! - What is on the map: [`Scene`] (and the difference of two), [`Mode`],
//!   [`ResolvedStays`], [`place_labels`].
//! - Time: [`Axis`], [`Playback`], [`chapters()`] and [`density`].
//! - The text: [`segments`], [`excerpts`], [`search()`], [`unplaced()`].
//! - The rest: [`PageLink`] (state and address), [`Figures`], [`dataset_frame`].

mod axis;
mod chapters;
mod dataset_frame;
mod figures;
mod labels;
mod link;
mod mode;
mod playback;
mod resolved_stays;
mod scene;
mod search;
mod segment;
mod unplaced;

pub use axis::{Axis, Tick};
pub use chapters::{Chapter, chapters, density};
pub use dataset_frame::dataset_frame;
pub use figures::{CountFigure, DaysFigure, Figures, days_at};
pub use labels::{LabelRequest, LabelSide, Rect, place_labels, text_width_em};
pub use link::{MapView, PageLink};
pub use mode::Mode;
pub use playback::Playback;
pub use resolved_stays::{ResolvedStays, StayPlace};
pub use scene::{PersonMarker, PlaceState, Scene, SceneDifference};
pub use search::{Hit, search};
pub use segment::{Segment, excerpts, segments};
pub use unplaced::{Unplaced, unplaced};
