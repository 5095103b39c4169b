//! The fields of a record as their file writes them.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use super::json_text::json_as_text;

/// The most characters of a value that a message quotes.
const EXCERPT_CHARS: usize = 60;

/// A named value of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    /// Its name: the key of a property, the head of a column.
    pub name: String,
    /// Its value.
    pub value: FieldValue<'a>,
}

/// A value as the file writes it, so that numbers keep all their digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldValue<'a> {
    /// Valid JSON.
    Json(&'a str),
    /// Text, such as the cell of a table.
    Text(&'a str),
}

impl<'a> Field<'a> {
    /// The value as JSON; `null` if it is text.
    pub(super) fn json(&self) -> &'a str {
        match self.value {
            FieldValue::Json(json) => json,
            FieldValue::Text(_) => "null",
        }
    }
}

impl FieldValue<'_> {
    /// The value for calculations: numbers as `f64`. `None` if it is JSON that
    /// cannot be held: a number beyond `f64`, lists nested more than 127 deep.
    #[must_use]
    pub fn value(&self) -> Option<Value> {
        match self {
            Self::Json(json) => serde_json::from_str(json).ok(),
            Self::Text(text) => Some(Value::from(*text)),
        }
    }

    /// Is the value missing? `null` and empty text count as missing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Json("null" | "\"\"") | Self::Text(""))
    }

    /// The value for people: text without quotes, lists as `[1, 2]`, objects as
    /// `{a: 1}`, numbers as the file writes them.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Json(json) => json_as_text(json),
            Self::Text(text) => (*text).to_owned(),
        }
    }

    /// The value for messages: its first characters, text in quotes.
    pub(super) fn excerpt(&self) -> String {
        shortened(self.as_text().map_or_else(|| self.text(), |text| format!("“{text}”")))
    }

    /// Is it a JSON number?
    pub(super) fn is_number(&self) -> bool {
        matches!(self.first_byte(), Some(b'-' | b'0'..=b'9'))
    }

    /// The text, if it is text.
    pub(super) fn as_text(&self) -> Option<String> {
        matches!(self.first_byte(), None | Some(b'"')).then(|| self.text())
    }

    /// The first byte of JSON, which determines its type.
    fn first_byte(&self) -> Option<u8> {
        match self {
            Self::Json(json) => json.bytes().next(),
            Self::Text(_) => None,
        }
    }
}

impl<'a> FieldValue<'a> {
    /// The members of a JSON object, in order; none for any other value.
    #[must_use]
    pub fn members(&self) -> Vec<Field<'a>> {
        match self {
            Self::Json(json) => members(json).unwrap_or_default(),
            Self::Text(_) => Vec::new(),
        }
    }
}

/// The members of a JSON object, in order.
///
/// # Errors
/// The text is not valid JSON (a syntax error), or not an object (a data error).
pub(super) fn members(json: &str) -> serde_json::Result<Vec<Field<'_>>> {
    serde_json::from_str::<Members<'_>>(json).map(|members| members.0)
}

/// Cuts a text for a message.
pub(super) fn shortened(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(EXCERPT_CHARS) {
        text.truncate(end);
        text.push('…');
    }
    text
}

struct Members<'a>(Vec<Field<'a>>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor).map(Self)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Vec<Field<'de>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some((name, value)) = map.next_entry::<String, &'de RawValue>()? {
            fields.push(Field { name, value: FieldValue::Json(value.get()) });
        }
        Ok(fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_keep_their_order_and_their_digits() {
        let fields = members(r#"{"z": 1.50, "a\u0062": [1e-7, {"k": "v"}], "t": "x"}"#).unwrap();
        let texts: Vec<(&str, String)> =
            fields.iter().map(|field| (field.name.as_str(), field.value.text())).collect();
        assert_eq!(
            texts,
            [("z", "1.50".into()), ("ab", "[1e-7, {k: v}]".into()), ("t", "x".into())]
        );
    }

    #[test]
    fn broken_json_and_other_values_are_told_apart() {
        assert!(members(r#"{"a" 1}"#).unwrap_err().is_syntax());
        assert!(members("[1]").unwrap_err().is_data());
        assert!(FieldValue::Json("[1]").members().is_empty());
        assert!(FieldValue::Text("{}").members().is_empty());
    }

    #[test]
    fn an_excerpt_quotes_text_and_is_short() {
        assert_eq!(FieldValue::Json("\"soon\"").excerpt(), "“soon”");
        assert_eq!(FieldValue::Text("soon").excerpt(), "“soon”");
        assert_eq!(FieldValue::Json("[622000,5200000]").excerpt(), "[622000, 5200000]");
        let long = format!("[{}]", "1,".repeat(100) + "1");
        assert_eq!(FieldValue::Json(&long).excerpt().chars().count(), 61);
    }

    #[test]
    fn what_cannot_be_held_is_still_shown() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(FieldValue::Json(&deep).value(), None);
        assert_eq!(FieldValue::Json(&deep).text().len(), 200_000);
        assert_eq!(
            (FieldValue::Json("1e400").value(), FieldValue::Json("1e400").text()),
            (None, "1e400".into())
        );
    }
}
