//! How many units: `two`, `a few`, `nearly three`, `two and a half`.

use super::number::{cardinal, digits};
use crate::geoparse::dates::cursor::{Cursor, Matched};
use crate::geoparse::dates::english::{Tag, word_sets};
use crate::geoparse::dates::iso_duration::Quantity;

/// The tokens of `nearly`, `more than`, `at least`; 0 without any.
pub(super) fn approximator_tokens(cursor: Cursor<'_>) -> usize {
    match cursor.tag(0) {
        Tag::Approximator | Tag::Circa | Tag::About => 1,
        _ if cursor.tag(1) == Tag::Than && cursor.is_any(0, word_sets::MORE_OR_LESS) => 2,
        Tag::Preposition
            if cursor.is_any(0, word_sets::AT) && cursor.is_any(1, word_sets::LEAST_OR_MOST) =>
        {
            2
        }
        _ => 0,
    }
}

/// `two`, `a`, `a few`, `two and a half`, `several`.
pub(super) fn quantity(cursor: Cursor<'_>, offset: usize) -> Option<Matched<Quantity>> {
    match cursor.tag(offset) {
        Tag::Quantifier => {
            let of = usize::from(cursor.tag(offset + 1) == Tag::Of);
            Some(Matched::new(Quantity::Unspecified, 1 + of))
        }
        article @ (Tag::IndefiniteArticle | Tag::Another | Tag::DefiniteArticle) => {
            match cursor.tag(offset + 1) {
                // "a couple of weeks", "the few days", "another two"
                Tag::Quantifier | Tag::Cardinal(_) | Tag::Digits => {
                    let inner = quantity(cursor, offset + 1)?;
                    Some(Matched::new(inner.value, inner.tokens + 1))
                }
                _ if article == Tag::DefiniteArticle => None,
                _ => Some(Matched::new(Quantity::Whole(1), 1)),
            }
        }
        Tag::Digits
            if cursor.text(offset + 1) == "."
                && cursor.touches(offset + 1)
                && cursor.touches(offset + 2) =>
        {
            let (whole, tenths) = (digits(cursor, offset, 4)?, digits(cursor, offset + 2, 4)?);
            Some(Matched::new(Quantity::Decimal(whole, tenths), 3))
        }
        Tag::Digits | Tag::Cardinal(_) => {
            let number = cardinal(cursor, offset)?;
            let end = offset + number.tokens;
            // "two and a half years"
            if cursor.tag(end) == Tag::And {
                let a = usize::from(cursor.tag(end + 1) == Tag::IndefiniteArticle);
                if cursor.tag(end + 1 + a) == Tag::Half {
                    let value = Quantity::AndAHalf(number.value);
                    return Some(Matched::new(value, number.tokens + 2 + a));
                }
            }
            Some(Matched::new(Quantity::Whole(number.value), number.tokens))
        }
        _ => None,
    }
}
