//! Numbers: in digits, as cardinals and as ordinals.

use crate::geoparse::dates::cursor::{Cursor, Matched};
use crate::geoparse::dates::english::{Tag, word_sets};

/// A whole number of at most `max_digits` digits.
pub(super) fn digits(cursor: Cursor<'_>, offset: usize, max_digits: usize) -> Option<i32> {
    if cursor.tag(offset) != Tag::Digits {
        return None;
    }
    let text = cursor.text(offset);
    (text.len() <= max_digits).then(|| text.parse().ok()).flatten()
}

/// `12`, `twelve`, `twenty-five`, `one hundred`.
pub(super) fn cardinal(cursor: Cursor<'_>, offset: usize) -> Option<Matched<i32>> {
    let (value, tokens) = match cursor.tag(offset) {
        Tag::Digits => {
            let number = digits(cursor, offset, 4)?;
            // `2.5`, `1.500`: not a whole number.
            let has_fraction = cursor.touches(offset + 1)
                && cursor.touches(offset + 2)
                && matches!(cursor.text(offset + 1), "." | ":" | "/")
                && cursor.tag(offset + 2) == Tag::Digits;
            if has_fraction {
                return None;
            }
            (number, 1)
        }
        Tag::Cardinal(tens @ 20..=90) => match (cursor.tag(offset + 1), cursor.tag(offset + 2)) {
            (Tag::Dash, Tag::Cardinal(ones @ 1..=9)) => ((tens + ones).into(), 3),
            (Tag::Cardinal(ones @ 1..=9), _) => ((tens + ones).into(), 2),
            _ => (tens.into(), 1),
        },
        Tag::Cardinal(ones @ 1..=9) if cursor.tag(offset + 1) == Tag::Cardinal(100) => {
            (i32::from(ones) * 100, 2)
        }
        Tag::Cardinal(number) => (number.into(), 1),
        Tag::IndefiniteArticle if cursor.tag(offset + 1) == Tag::Cardinal(100) => (100, 2),
        _ => return None,
    };
    Some(Matched::new(value, tokens))
}

/// `5th`, `fifth`, `twenty-first`.
pub(super) fn ordinal(cursor: Cursor<'_>, offset: usize) -> Option<Matched<u32>> {
    let (value, tokens) = match cursor.tag(offset) {
        Tag::Digits if is_ordinal_suffix(cursor, offset + 1) => {
            (digits(cursor, offset, 3)? as u32, 2)
        }
        Tag::Ordinal(number) => (number.into(), 1),
        Tag::Cardinal(tens @ (20 | 30)) => match (cursor.tag(offset + 1), cursor.tag(offset + 2)) {
            (Tag::Dash, Tag::Ordinal(ones @ 1..=9)) => ((tens + ones).into(), 3),
            (Tag::Ordinal(ones @ 1..=9), _) => ((tens + ones).into(), 2),
            _ => return None,
        },
        _ => return None,
    };
    Some(Matched::new(value, tokens))
}

/// The `th` of `5th`.
pub(super) fn is_ordinal_suffix(cursor: Cursor<'_>, offset: usize) -> bool {
    cursor.touches(offset)
        && (cursor.is_exactly(offset, word_sets::ORDINAL_SUFFIXES)
            || cursor.is_exactly(offset, word_sets::CAPITAL_ORDINAL_SUFFIXES))
}
