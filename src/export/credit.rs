//! The attribution that every export carries: source and licence of the text and of the
//! coordinates.

use crate::domain::life::Life;

/// Does any coordinate come from GeoNames?
pub fn credits_geonames(life: &Life) -> bool {
    life.places.iter().any(|place| place.geonames.is_some())
}

/// Source and licence of the text and the coordinates, in one line.
pub fn credit(life: &Life) -> String {
    let source = &life.entry.source;
    let mut credit = format!(
        "Text: “{}”, {}, {}, {} ({}).",
        source.title, source.publisher, source.url, source.licence, source.licence_url
    );
    if credits_geonames(life) {
        credit += " Coordinates in part: GeoNames, https://www.geonames.org, \
                   CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).";
    }
    credit
}
