//! One person's data set: its places, itinerary and events, and its entry in the list of
//! lives.

use serde::{Deserialize, Serialize};

use super::event::LifeEvent;
use super::itinerary::Itinerary;
use super::kind::KindTable;
use super::place::{Place, PlaceKind};
use super::schedule::DateOrderError;
use super::stay::Stay;
use crate::domain::great_circle::LonLat;
use crate::domain::serde_fields::serde_fields;
use crate::domain::time::{DateSpan, Day};

/// One person's data set, as the build writes it and the page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Life {
    /// Its entry in the list of lives.
    pub entry: LifeEntry,
    /// Its places.
    pub places: Vec<Place>,
    /// Its stays.
    pub itinerary: Itinerary,
    /// What happened within the stays, in order of time.
    pub events: Vec<LifeEvent>,
    /// The kinds that stays and events can have.
    pub kinds: KindTable,
}

impl Life {
    /// Puts a life together from its parts, the stays in order of time.
    ///
    /// # Errors
    /// A date contradicts the order of the stays.
    pub fn new(
        entry: LifeEntry,
        places: Vec<Place>,
        stays: Vec<Stay>,
        events: Vec<LifeEvent>,
        kinds: KindTable,
    ) -> Result<Self, DateOrderError> {
        let point = |id: &str| find(&places, id).and_then(|place| place.point);
        let itinerary = Itinerary::new(stays, entry.last_day, point)?;
        Ok(Self { entry, places, itinerary, events, kinds })
    }

    /// A place by its id.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<&Place> {
        find(&self.places, id)
    }

    /// Is the subject at `place` during a stay at the place with the id `stayed`? A
    /// stay at a site (a prison, a school) is also one in its town.
    #[must_use]
    pub fn is_at(&self, place: &Place, stayed: &str) -> bool {
        place.id == stayed
            || (place.kind == PlaceKind::Settlement
                && self.place(stayed).is_some_and(|site| {
                    site.kind == PlaceKind::Site && site.part_of.first() == Some(&place.id)
                }))
    }

    /// The position of the place of a stay, by the index of the stay.
    #[must_use]
    pub fn point(&self, stay: usize) -> Option<LonLat> {
        self.place(&self.itinerary.stays.get(stay)?.place)?.point
    }
}

fn find<'a>(places: &'a [Place], id: &str) -> Option<&'a Place> {
    places.iter().find(|place| place.id == id)
}

/// One life in `data/lives.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LifeEntry {
    /// The name of its folder.
    pub id: String,
    /// Who it is about.
    pub title: String,
    /// The span of the narrative.
    pub span: DateSpan,
    /// The first day of the slider.
    pub first_day: Day,
    /// The last day of the slider.
    pub last_day: Day,
    /// The day of birth, if it is known. Ages are counted from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub born: Option<Day>,
    /// The day of death, if it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub died: Option<Day>,
    /// The first day on which the subject's country used the Gregorian calendar, if
    /// that is within the life. Before it the page also gives Old Style dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_style: Option<Day>,
    /// The language of the text, as BCP 47 writes it: "en".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Where the text comes from.
    pub source: Source,
    /// Licence of the text.
    pub licence: String,
    /// Paths of its files, relative to lives.json.
    pub files: LifeFiles,
}

serde_fields!(LifeEntry {
    id: take("id"),
    title: take("title"),
    span: take("span"),
    first_day: take("first_day"),
    last_day: take("last_day"),
    born: take("born"),
    died: take("died"),
    new_style: take("new_style"),
    language: take("language"),
    source: take("source"),
    licence: take("licence"),
    files: take("files"),
});

/// Where a text comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Title of the text.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its address.
    pub url: String,
    /// Name of its licence.
    pub licence: String,
    /// The licence's address.
    pub licence_url: String,
    /// What a reader should know about this copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Paths relative to lives.json.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LifeFiles {
    /// Linked Places.
    pub places: String,
    /// Stays and journeys.
    pub itinerary: String,
    /// Sections, passages, mentions.
    pub text: String,
    /// The same life in the formats of other tools.
    pub downloads: Vec<String>,
}

serde_fields!(LifeFiles {
    places: take("places"),
    itinerary: take("itinerary"),
    text: take("text"),
    downloads: take_or_default("downloads"),
});
