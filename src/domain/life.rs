use serde::{Deserialize, Serialize};

use super::chronicle::Chronicle;
use super::collection::collection;
use super::{DateSpan, Day, Itinerary, LonLat, Place, PlaceKind, itinerary_geojson, linked_places};

/// A built life, read back from its files.
#[derive(Clone, Debug, PartialEq)]
pub struct Life {
    /// Its entry in the list of lives.
    pub entry: LifeEntry,
    /// Its places.
    pub places: Vec<Place>,
    /// Its stays.
    pub itinerary: Itinerary,
}

impl Life {
    /// Reads the contents of a life's two GeoJSON files. The error names the
    /// file and what is wrong with it.
    pub fn parse(entry: LifeEntry, places: &str, itinerary: &str) -> Result<Self, String> {
        let places = collection(places)
            .and_then(|places| linked_places::from_collection(&places))
            .map_err(|e| format!("{}: {e}", entry.files.places))?;
        let itinerary = collection(itinerary)
            .and_then(|stays| itinerary_geojson::stays_from_collection(&stays))
            .and_then(|stays| {
                let point = |id: &str| find(&places, id).and_then(|p| p.point);
                Itinerary::new(stays, entry.last_day, point).map_err(|e| e.to_string())
            })
            .map_err(|e| format!("{}: {e}", entry.files.itinerary))?;
        Ok(Self { entry, places, itinerary })
    }

    /// The frame of a chronicle: its title and its days, and nobody in it. `None`
    /// if nothing in it has a time.
    #[must_use]
    pub fn around(chronicle: &Chronicle, name: &str) -> Option<Self> {
        let (first_day, last) = chronicle.span()?;
        // A timeline has two ends.
        let last_day = last.max(first_day + 1);
        let entry = LifeEntry {
            id: String::new(),
            title: chronicle.title.clone().unwrap_or_else(|| name.to_owned()),
            span: DateSpan::between(first_day, last_day),
            first_day,
            last_day,
            born: None,
            new_style: None,
            source: Source::default(),
            licence: String::new(),
            files: LifeFiles::default(),
        };
        let itinerary = Itinerary::new(Vec::new(), last_day, |_| None).ok()?;
        Some(Self { entry, places: Vec::new(), itinerary })
    }

    /// A place by its id.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<&Place> {
        find(&self.places, id)
    }

    /// Is the subject at a place while staying at another? So it is for a town
    /// while the stay is at a site in it.
    #[must_use]
    pub fn is_at(&self, place: &Place, stayed: &str) -> bool {
        place.id == stayed
            || (place.kind == PlaceKind::Settlement
                && self.place(stayed).is_some_and(|site| {
                    site.kind == PlaceKind::Site && site.part_of.first() == Some(&place.id)
                }))
    }

    /// The position of a stay.
    #[must_use]
    pub fn point(&self, stay: usize) -> Option<LonLat> {
        self.place(&self.itinerary.stays.get(stay)?.place)?.point
    }
}

fn find<'a>(places: &'a [Place], id: &str) -> Option<&'a Place> {
    places.iter().find(|place| place.id == id)
}

/// One life in `data/lives.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LifeEntry {
    /// The folder's name.
    pub id: String,
    /// Who it is about.
    pub title: String,
    /// The span of the narrative.
    pub span: DateSpan,
    /// The first day of the slider.
    pub first_day: Day,
    /// The last day of the slider.
    pub last_day: Day,
    /// Day of birth, where known: ages are counted from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub born: Option<Day>,
    /// The first day the subject's country counted in New Style, where that
    /// falls into the life: before it readers may want Old Style dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_style: Option<Day>,
    /// Where the text comes from.
    pub source: Source,
    /// Licence of the text.
    pub licence: String,
    /// Paths of its files, relative to lives.json.
    pub files: LifeFiles,
}

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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LifeFiles {
    /// Linked Places.
    pub places: String,
    /// Stays and journeys.
    pub itinerary: String,
    /// Sections, passages, mentions.
    pub text: String,
    /// The same life in the formats of other tools.
    #[serde(default)]
    pub downloads: Vec<String>,
}
