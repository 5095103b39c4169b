use geojson::{
    Feature, FeatureCollection, Geometry, GeometryValue, JsonObject, JsonValue, Position,
};

/// Reads a life's GeoJSON into the types of the crate `geojson`: points and lines,
/// which is what lives have.
///
/// Not by the crate's own reading, which takes any geometry apart by trial: that
/// would be a fortieth of the page's program.
pub fn collection(text: &str) -> Result<FeatureCollection, String> {
    let value: JsonValue = serde_json::from_str(text).map_err(|e| e.to_string())?;
    let JsonValue::Object(mut members) = value else { return Err("no object".to_owned()) };
    let Some(JsonValue::Array(features)) = members.remove("features") else {
        return Err("no list of features".to_owned());
    };
    members.remove("type");
    Ok(FeatureCollection {
        bbox: None,
        features: features.into_iter().map(feature).collect::<Result<_, _>>()?,
        foreign_members: Some(members),
    })
}

fn feature(value: JsonValue) -> Result<Feature, String> {
    let JsonValue::Object(mut members) = value else { return Err("no feature".to_owned()) };
    let geometry = members.remove("geometry").unwrap_or_default();
    members.remove("type");
    let properties = match members.remove("properties") {
        Some(JsonValue::Object(properties)) => properties,
        _ => JsonObject::new(),
    };
    let geometry = if geometry.is_null() { None } else { Some(Geometry::new(read(&geometry)?)) };
    let (properties, foreign_members) = (Some(properties), Some(members));
    Ok(Feature { bbox: None, id: None, geometry, properties, foreign_members })
}

fn read(geometry: &JsonValue) -> Result<GeometryValue, String> {
    let coordinates = &geometry["coordinates"];
    let list = |value: &JsonValue| value.as_array().cloned().ok_or("coordinates without a list");
    let line = |value: &JsonValue| -> Result<Vec<Position>, String> {
        list(value)?.iter().map(position).collect()
    };
    Ok(match geometry["type"].as_str().unwrap_or_default() {
        "Point" => GeometryValue::Point { coordinates: position(coordinates)? },
        "LineString" => GeometryValue::LineString { coordinates: line(coordinates)? },
        "MultiLineString" => GeometryValue::MultiLineString {
            coordinates: list(coordinates)?.iter().map(line).collect::<Result<_, _>>()?,
        },
        other => return Err(format!("a geometry that lives do not have: “{other}”")),
    })
}

fn position(value: &JsonValue) -> Result<Position, String> {
    let number = |i: usize| value.get(i).and_then(JsonValue::as_f64);
    let (lon, lat) = number(0).zip(number(1)).ok_or("coordinates without two numbers")?;
    Ok(Position::from((lon, lat)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lives_have_is_read_as_the_crate_reads_it() {
        let text = r#"{"type":"FeatureCollection","@context":"x","features":[
            {"type":"Feature","@id":"a","properties":{"n":1},"geometry":{"type":"Point","coordinates":[1.5,2]}},
            {"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}},
            {"type":"Feature","properties":{},"geometry":{"type":"MultiLineString","coordinates":[[[1,2],[3,4]]]}},
            {"type":"Feature","properties":{},"geometry":null}]}"#;
        let (ours, theirs) =
            (collection(text).unwrap(), text.parse::<FeatureCollection>().unwrap());
        for (ours, theirs) in ours.features.iter().zip(&theirs.features) {
            assert_eq!((&ours.geometry, &ours.properties), (&theirs.geometry, &theirs.properties));
        }
        assert_eq!(ours.features[0].foreign_members, theirs.features[0].foreign_members);
        assert_eq!(ours.features.len(), 4);
    }

    #[test]
    fn what_is_none_is_said() {
        for (text, reason) in [
            ("{", "EOF while parsing an object at line 1 column 1"),
            ("[]", "no object"),
            ("{}", "no list of features"),
            (r#"{"features":[7]}"#, "no feature"),
            (
                r#"{"features":[{"geometry":{"type":"Point","coordinates":[1]}}]}"#,
                "coordinates without two numbers",
            ),
            (
                r#"{"features":[{"geometry":{"type":"Polygon"}}]}"#,
                "a geometry that lives do not have: “Polygon”",
            ),
        ] {
            assert_eq!(collection(text).unwrap_err(), reason);
        }
    }
}
