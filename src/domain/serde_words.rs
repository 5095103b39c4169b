//! Reads and writes an enum as its word, in less code than serde's derive: that
//! accepts other forms too, and its code was 1 kB of the page for each enum. Binary
//! formats have its number instead.

use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// Gives an enum `as_str`, `Serialize` and `Deserialize`, from a table of its variants
/// and their words.
macro_rules! serde_words {
    ($type:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $type {
            /// The word used in data files.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if serializer.is_human_readable() {
                    serializer.serialize_str(self.as_str())
                } else {
                    serializer.serialize_u8(*self as u8)
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                const VARIANTS: &[$type] = &[$($type::$variant),+];
                let index = $crate::domain::serde_words::word_index(deserializer, &[$($word),+])?;
                Ok(VARIANTS[index])
            }
        }
    };
}
pub(crate) use serde_words;

/// Reads a word and returns its index among `words`.
pub(crate) fn word_index<'de, D: Deserializer<'de>>(
    deserializer: D,
    words: &'static [&'static str],
) -> Result<usize, D::Error> {
    if !deserializer.is_human_readable() {
        let index = usize::from(u8::deserialize(deserializer)?);
        return if index < words.len() {
            Ok(index)
        } else {
            Err(D::Error::custom("unknown variant"))
        };
    }
    let word = String::deserialize(deserializer)?;
    let index = words.iter().position(|known| *known == word);
    index.ok_or_else(|| D::Error::unknown_variant(&word, words))
}

#[cfg(test)]
mod tests {
    #[derive(Clone, Copy, Debug, PartialEq)]
    enum Light {
        Red,
        Green,
    }
    serde_words!(Light { Red = "red", Green = "green" });

    #[test]
    fn an_enum_is_its_word() {
        assert_eq!(
            serde_json::to_string(&[Light::Red, Light::Green]).unwrap(),
            r#"["red","green"]"#
        );
        assert_eq!(serde_json::from_str::<Light>(r#""green""#).unwrap(), Light::Green);
        let error = serde_json::from_str::<Light>(r#""blue""#).unwrap_err().to_string();
        assert!(error.starts_with("unknown variant `blue`, expected `red` or `green`"), "{error}");
    }
}
