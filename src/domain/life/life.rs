//! One person's data set: its places, itinerary and events, and its entry in the list of
//! lives.

use serde::{Deserialize, Serialize};

use super::event::LifeEvent;
use super::itinerary::Itinerary;
use super::kind::KindTable;
use super::place::{Place, PlaceKind};
use super::schedule::DateOrderError;
use super::stay::{Calendar, Stay};
use super::whereabouts::Whereabouts;
use crate::domain::great_circle::LonLat;
use crate::domain::serde_fields::serde_fields;
use crate::domain::time::{DateSpan, Day, year_text};

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
        let town = |id: &str| town_of(find(&places, id)?, |id| find(&places, id));
        let itinerary = Itinerary::new(stays, entry.last_day, point, town)?;
        Ok(Self { entry, places, itinerary, events, kinds })
    }

    /// Returns the place with this id. `None` if the life does not have it.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<&Place> {
        find(&self.places, id)
    }

    /// Returns the index of the place with this id. `None` if the life does not have it.
    #[must_use]
    pub fn place_index(&self, id: &str) -> Option<usize> {
        self.places.iter().position(|place| place.id == id)
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

    /// The calendar that the source is known to count a day in, before the change of
    /// style: Julian during a stay that is dated so, Gregorian on a day that the source
    /// gives in New Style. Any other is unspecified: a day within "March 1908" may be of
    /// either calendar, so that it has no date in Old Style.
    #[must_use]
    pub fn calendar_of(&self, whereabouts: &Whereabouts) -> Calendar {
        let day = whereabouts.day;
        let shown = whereabouts.shown.and_then(|shown| self.itinerary.stays.get(shown.stay));
        let Some(stay) = shown else { return Calendar::Unspecified };
        let given = stay.arrive.as_ref().and_then(DateSpan::single_day) == Some(day);
        let known = stay.calendar == Calendar::Julian || given;
        match self.entry.new_style {
            Some(new_style) if day < new_style && known => stay.calendar,
            _ => Calendar::Unspecified,
        }
    }

    /// The names on a day of the places that a place lies in, nearest first, without
    /// those that did not exist: no empire after its end.
    pub fn containers_on(&self, place: &Place, day: Day) -> impl Iterator<Item = &str> {
        let outer = place.part_of.iter().filter_map(|id| self.place(id));
        outer.filter_map(move |outer| Some(outer.name(outer.name_in_use(day)?)))
    }

    /// The position of the place of a stay, by the index of the stay.
    #[must_use]
    pub fn point(&self, stay: usize) -> Option<LonLat> {
        self.place(&self.itinerary.stays.get(stay)?.place)?.point
    }
}

/// The id of the town that a place is a site in. `find` gives a place by its id.
pub fn town_of<P: std::borrow::Borrow<Place>>(
    site: &Place,
    find: impl Fn(&str) -> Option<P>,
) -> Option<String> {
    let town = site.part_of.first().filter(|_| site.kind == PlaceKind::Site)?;
    let is_town = find(town).is_some_and(|town| town.borrow().kind == PlaceKind::Settlement);
    is_town.then(|| town.clone())
}

impl LifeEntry {
    /// The years of the life, and where the telling ends if that is before: "1878–1953,
    /// told here to 1931". Without a day of death, the years of the narrative.
    #[must_use]
    pub fn years_text(&self) -> String {
        let year = |day: Day| year_text(i64::from(day.ymd().0));
        let (born, told_to) = (year(self.born.unwrap_or(self.first_day)), year(self.last_day));
        match self.died.map(year) {
            Some(died) if self.goes_on() && died != told_to => {
                format!("{born}–{died}, told here to {told_to}")
            }
            Some(died) => format!("{born}–{died}"),
            None => format!("{}–{told_to}", year(self.first_day)),
        }
    }

    /// Does the life go on after the narrative?
    #[must_use]
    pub fn goes_on(&self) -> bool {
        self.died.is_some_and(|died| died > self.last_day)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::Toponym;
    use crate::domain::life::samples::{day, life, place, stay};

    #[test]
    fn a_state_contains_a_place_only_in_its_time() {
        let named = |toponym: &str, when: &str| Toponym {
            toponym: toponym.to_owned(),
            when: when.parse().ok(),
        };
        let state = |id, names| Place { names, ..place(id, PlaceKind::State, None, &[]) };
        let town = place("town", PlaceKind::Settlement, Some(0.0), &["empire", "country"]);
        let places = vec![
            town.clone(),
            state("empire", vec![named("Empire", "../1917-09-14")]),
            state(
                "country",
                vec![named("Republic", "1917-09-14/1917-11-07"), named("Country", "")],
            ),
        ];
        let life = life("1900-01-01", "1930-12-31", places, vec![]);
        let containers = |on| life.containers_on(&town, day(on)).collect::<Vec<_>>().join(", ");
        assert_eq!(containers("1905-01-01"), "Empire, Country");
        assert_eq!(containers("1917-10-01"), "Republic");
        assert_eq!(containers("1917-11-08"), "Country");
    }

    #[test]
    fn the_years_say_where_the_telling_ends() {
        let mut entry = life("1878-12-18", "1931-12-31", vec![], vec![]).entry;
        entry.born = Some(day("1878-12-18"));
        let mut years = |died: &str| {
            entry.died = died.parse().ok();
            (entry.years_text(), entry.goes_on())
        };
        assert_eq!(years("1953-03-05"), ("1878–1953, told here to 1931".to_owned(), true));
        assert_eq!(years("1931-12-31"), ("1878–1931".to_owned(), false));
        assert_eq!(years("1930-01-01"), ("1878–1930".to_owned(), false));
        assert_eq!(years(""), ("1878–1931".to_owned(), false));
    }

    #[test]
    fn a_day_has_the_calendar_that_the_source_counts_in() {
        let in_calendar = |place, arrive: &str, calendar: Calendar| Stay {
            arrive: calendar.read(arrive).ok(),
            calendar,
            ..stay(place, "residence", "", "")
        };
        let stays = vec![
            in_calendar("a", "1878-12-18", Calendar::Gregorian),
            in_calendar("b", "1908-03", Calendar::Unspecified),
            in_calendar("c", "1917-10-25", Calendar::Julian),
        ];
        use Calendar::{Gregorian, Julian, Unspecified};
        let mut life = life("1878-12-18", "1930-12-31", vec![], stays);
        let calendar = |life: &Life, on| life.calendar_of(&life.itinerary.whereabouts(day(on)));
        let unchanged = calendar(&life, "1917-11-07");
        assert_eq!(unchanged, Unspecified, "a country that never changed its calendar");
        life.entry.new_style = Some(day("1918-02-14"));
        for (on, expected) in [
            ("1878-12-18", Gregorian),
            ("1878-12-19", Unspecified),
            ("1908-03-20", Unspecified),
            ("1917-11-07", Julian),
            ("1918-02-13", Julian),
            ("1918-02-14", Unspecified),
        ] {
            assert_eq!(calendar(&life, on), expected, "{on}");
        }
    }
}
