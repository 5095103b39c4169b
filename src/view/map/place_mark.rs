//! One place of the map: its button, how it looks and what its label needs.

use web_sys::HtmlElement;

use super::elements::element;
use crate::domain::great_circle::LonLat;
use crate::domain::life::{Life, Place, PlaceKind};
use crate::page_model::{LabelRequest, PlaceState, label_rank, text_width_em};
use crate::view::strings;
use crate::view::widgets::class_list;

/// The size of the labels' font, in pixels (public/styles/map.css).
const FONT_PX: f64 = 12.5;

/// Bold type is wider by this factor.
const BOLD: f64 = 1.15;

/// The radius of the person's marker with its rim, in pixels (public/styles/map.css).
const PERSON_PX: f64 = 12.0;

/// From this zoom on the sites of a town are told from the town.
const SITES_FROM_ZOOM: f64 = 8.5;

pub(super) struct PlaceMark {
    pub button: HtmlElement,
    pub label: HtmlElement,
    pub at: LonLat,
    /// All its names.
    pub names: Vec<String>,
    place: Place,
    /// The number of stays at it, or at a site in it.
    stays: usize,
    /// Is it a site of a town that has a mark of its own?
    is_in_town: bool,
}

impl PlaceMark {
    /// The mark of a place; `None` if its position is not known.
    pub fn new(life: &Life, place: &Place) -> Option<Self> {
        let button = element("button", "place")?;
        let dot = element("span", "dot")?;
        let label = element("span", "label")?;
        let _ = button.set_attribute("type", "button");
        let _ = button.set_attribute("data-place", &place.id);
        // One stop for the Tab key: place_keys.rs.
        button.set_tab_index(-1);
        let _ = button.append_child(&dot);
        let _ = button.append_child(&label);
        let stays = life.itinerary.stays.iter().filter(|stay| life.is_at(place, &stay.place));
        let town = place.part_of.first().and_then(|id| life.place(id));
        Some(Self {
            button,
            label,
            at: place.point?,
            names: (0..place.names.len().max(1)).map(|i| place.name(i).to_owned()).collect(),
            place: place.clone(),
            stays: stays.count(),
            is_in_town: place.kind == PlaceKind::Site
                && town.is_some_and(|t| t.kind == PlaceKind::Settlement && t.point.is_some()),
        })
    }

    pub fn class(&self, state: PlaceState) -> String {
        let others = [
            (!self.has_dot(), "area"),
            (state.stayed, "stayed"),
            (state.visited, "visited"),
            (state.here, "here"),
            (state.found, "found"),
            (state.selected, "selected"),
            (state.future && self.has_dot(), "future"),
        ];
        class_list(&format!("place {}", self.place.kind.as_str()), &others)
    }

    /// Says more than the label shows: "Gori, here now, 3 stays".
    pub fn describe(&self, state: PlaceState, name: usize) {
        let words = strings::place_button(&self.names[name], state.here, self.stays);
        let _ = self.button.set_attribute("aria-label", &words);
    }

    /// An area is drawn as its name alone, unless there was a stay in it.
    pub fn has_dot(&self) -> bool {
        self.stays > 0 || !self.place.kind.is_area()
    }

    /// The room it asks for at a point on the screen; `None` where it is not to be
    /// seen at this zoom. `type_scale` is how much larger than usual its type is.
    pub fn label_request(
        &self,
        (x, y): (f64, f64),
        (zoom, type_scale): (f64, f64),
        state: PlaceState,
        name: usize,
        is_in_chapter: bool,
    ) -> Option<LabelRequest> {
        if !self.is_drawn(zoom, state) {
            return None;
        }
        let dot_radius = self.has_dot().then_some(match state {
            PlaceState { here: true, .. } => PERSON_PX,
            _ if self.stays > 0 => 5.0,
            _ => 3.0,
        });
        Some(LabelRequest {
            x,
            y,
            width: self.width_px(state, name, type_scale),
            height: 16.0 * type_scale,
            dot_radius,
            rank: label_rank(&self.place, state, is_in_chapter),
        })
    }

    /// Is it drawn at all at this zoom?
    fn is_drawn(&self, zoom: f64, state: PlaceState) -> bool {
        let in_range = match self.place.kind {
            PlaceKind::Continent => zoom < 3.5,
            // The layer of borders has the names of the states of the day.
            PlaceKind::State => false,
            PlaceKind::Region | PlaceKind::Line => (3.0..9.0).contains(&zoom),
            PlaceKind::Province | PlaceKind::District => (4.5..9.5).contains(&zoom),
            PlaceKind::Settlement | PlaceKind::Water => true,
            PlaceKind::Site => zoom >= SITES_FROM_ZOOM,
        };
        // Seen from far away, a site is named by its town.
        let is_here = state.here && !self.is_in_town;
        state.selected || state.found || is_here || (in_range && state.exists && !state.filtered)
    }

    /// The width of the label of a place with its widest name, in pixels.
    pub fn widest_px(place: &Place, type_scale: f64) -> f64 {
        let names = (0..place.names.len().max(1)).map(|i| text_width_em(place.name(i)));
        names.fold(0.0, f64::max) * FONT_PX * BOLD * type_scale + 14.0
    }

    /// The width of the label with its dot, in pixels.
    fn width_px(&self, state: PlaceState, name: usize, type_scale: f64) -> f64 {
        let text = &self.names[name];
        let letters = text.chars().count() as f64;
        let text_width = match self.place.kind {
            // In spaced capitals.
            PlaceKind::Continent | PlaceKind::State if !self.has_dot() => letters * 11.0,
            _ if !self.has_dot() => letters * 10.0,
            // In bold type.
            _ if state.here || state.visited => text_width_em(text) * FONT_PX * BOLD,
            _ => text_width_em(text) * FONT_PX,
        };
        // The person's marker is larger than a dot.
        text_width * type_scale + if state.here { 2.0 * PERSON_PX + 4.0 } else { 14.0 }
    }
}
