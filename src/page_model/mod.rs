//! What the page derives from its state, without a browser, so that it can be
//! tested natively.
//!
//! - What is on the map: [`Scene`] (and the difference of two), [`Mode`],
//!   [`ResolvedStays`], [`place_labels`] and [`label_rank`], [`fit`], [`nearest`].
//! - Time: [`Axis`], [`Playback`], [`Telling`], [`chapters()`] and [`density`].
//! - The text: [`segments`], [`excerpts`], [`search()`], [`unplaced()`],
//!   [`citation()`].
//! - The rest: [`PageLink`] (state and address), [`Route`], [`Figures`], [`dataset_frame`].

mod axis;
mod chapters;
mod citation;
mod dataset_frame;
mod drawn_journeys;
mod figures;
mod first_told;
mod fit;
mod label_rank;
mod labels;
mod link;
mod mode;
mod nearest;
mod playback;
mod rect;
mod resolved_stays;
mod rounded;
mod route;
mod scene;
mod scene_difference;
mod search;
mod segment;
mod telling;
mod unplaced;

pub use axis::{Axis, Tick, nearest_within};
pub use chapters::{Chapter, chapters, density, innermost};
pub use citation::{citation, quote_without_notes};
pub use dataset_frame::dataset_frame;
pub use figures::{CountFigure, DaysFigure, Figures, days_at};
pub use first_told::first_told;
pub use fit::{FitPoint, fit};
pub use label_rank::{ChapterPlaces, chapter_on, chapter_places, label_rank};
pub use labels::{HALF_LINE, LabelRequest, LabelSide, RANKS_PER_TIER, place_labels, text_width_em};
pub use link::{MapView, PageLink};
pub use mode::Mode;
pub use nearest::{Towards, nearest};
pub use playback::Playback;
pub use rect::Rect;
pub use resolved_stays::{ResolvedStays, StayPlace};
pub use rounded::{duration_text, rounded_km};
pub use route::{LONG_LINK, MAX_STOPS, Route, RouteStop};
pub use scene::{PersonMarker, PlaceState, Scene, SceneFilter};
pub use scene_difference::SceneDifference;
pub use search::{Hit, nearest_date, search};
pub use segment::{Segment, excerpts, has_footnotes, segments};
pub use telling::{
    Beat, BeatIndex, BeatKind, Callout, Frame, NARROW_PX, Stop, Telling, ToldChapter, callout,
    frame_of_span,
};
pub use unplaced::{Unplaced, unplaced};
