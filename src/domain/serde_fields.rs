//! Reads a struct from a JSON object, in less code than serde's derive.
//!
//! The derive writes a reader of its own for every struct. Here all structs share one
//! that reads the object, and one for each type of field. For places, stays and the
//! list of lives that makes the page's program 2.6 kB smaller with brotli.

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};
use serde_json::{Error, Map, Value};

use super::json;

/// Gives a struct `Deserialize`, from a table of its fields and their keys.
///
/// - `name: take("key")` must be there, unless it is an `Option`;
/// - `name: take_or_default("key")` is the default of its type if it is not there;
/// - `name = value` is not read.
///
/// Keys that are not in the table are ignored.
macro_rules! serde_fields {
    ($type:ident { $($field:ident $(: $method:ident($key:literal))? $(= $value:expr)?),+ $(,)? }) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                fn read(
                    #[allow(unused_mut)] mut fields: $crate::domain::serde_fields::Fields,
                ) -> Result<$type, serde_json::Error> {
                    Ok($type {
                        $($field: $(fields.$method($key)?)? $($value)?),+
                    })
                }
                let fields = $crate::domain::serde_fields::Fields::deserialize(deserializer)?;
                read(fields).map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use serde_fields;

/// The members of an object that have not been read yet.
pub(crate) struct Fields(Map<String, Value>);

impl Fields {
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Map::deserialize(deserializer).map(Self)
    }

    /// The value of `key`. One that is not there is read as `null`.
    pub fn take<T: DeserializeOwned>(&mut self, key: &str) -> Result<T, Error> {
        let value = self.0.get_mut(key).map(std::mem::take);
        let missing = value.is_none();
        json::from_value(value.unwrap_or_default()).map_err(|error| describe(key, missing, &error))
    }

    /// The value of `key`, or the default of its type.
    pub fn take_or_default<T: DeserializeOwned + Default>(
        &mut self,
        key: &str,
    ) -> Result<T, Error> {
        if self.0.contains_key(key) { self.take(key) } else { Ok(T::default()) }
    }
}

fn describe(key: &str, missing: bool, error: &Error) -> Error {
    if missing {
        Error::custom(format_args!("missing field `{key}`"))
    } else {
        Error::custom(format_args!("`{key}`: {error}"))
    }
}

#[cfg(test)]
mod tests {
    use super::json;

    #[derive(Debug, PartialEq)]
    struct Town {
        name: String,
        people: Option<u32>,
        names: Vec<String>,
        seen: bool,
    }
    serde_fields!(Town {
        name: take("@name"),
        people: take("people"),
        names: take_or_default("names"),
        seen = true,
    });

    fn read(text: &str) -> Result<Town, String> {
        json::from_str(text).map_err(|error| error.to_string())
    }

    #[test]
    fn fields_are_read_by_their_keys() {
        let town = read(r#"{"@name": "Gori", "people": 5, "names": ["a"], "other": {}}"#);
        let names = vec!["a".to_owned()];
        assert_eq!(town, Ok(Town { name: "Gori".into(), people: Some(5), names, seen: true }));
    }

    #[test]
    fn options_and_defaults_may_be_missing() {
        let town = read(r#"{"@name": "Gori"}"#);
        let names = Vec::new();
        assert_eq!(town, Ok(Town { name: "Gori".into(), people: None, names, seen: true }));
    }

    #[test]
    fn an_error_names_the_key() {
        assert_eq!(read("{}").unwrap_err(), "missing field `@name`");
        let error = read(r#"{"@name": 5}"#).unwrap_err();
        assert_eq!(error, "`@name`: invalid type: integer `5`, expected a string");
        let error = read("[]").unwrap_err();
        assert!(error.starts_with("invalid type: sequence, expected a map"), "{error}");
    }
}
