//! Numbers that could be years and are not: `1500 men`, `No. 1483`, `more than
//! 1500`.

use crate::geoparse::dates::cursor::Cursor;
use crate::geoparse::dates::english::{Tag, word_sets};
use crate::geoparse::text::TokenKind;

/// Does the number at the cursor, which has `tokens` tokens, count things? `1500 men`,
/// `1,500-ton`, `5.3`, `12 %`.
pub(super) fn counts_things(cursor: Cursor<'_>, tokens: usize) -> bool {
    let next = cursor.text(tokens);
    let touches = |offset| cursor.touches(offset) && cursor.touches(offset + 1);
    let is_compound = cursor.tag(tokens) == Tag::Dash
        && touches(tokens)
        && cursor.token(tokens + 1).is_some_and(|t| {
            t.kind == TokenKind::Word && t.text.starts_with(|c: char| c.is_lowercase())
        })
        && !cursor.is_any(tokens + 1, word_sets::YEAR_COMPOUNDS);
    let is_fraction =
        matches!(next, "." | ":") && touches(tokens) && cursor.tag(tokens + 1) == Tag::Digits;
    // "In 1500 soldiers were few."
    let counts_noun =
        cursor.tag_before(1) != Tag::In && word_sets::COUNTED_NOUNS.binary_search(&next).is_ok();
    is_compound || is_fraction || next == "%" || counts_noun
}

/// Is the number at the cursor the name of a thing, or of a house?
/// `Resolution 1483`, `No. 1919`, `$1500`, `1600 Elm Street`.
pub(super) fn is_numbered_thing(cursor: Cursor<'_>) -> bool {
    if cursor.is_capitalised(1) && cursor.is_any(2, word_sets::THOROUGHFARES) {
        return true;
    }
    let Some(before) = cursor.token_before(1) else { return false };
    if before.text == "." {
        return cursor.touches(0) || cursor.is_any_before(2, word_sets::NUMBER_ABBREVIATIONS);
    }
    before.is_any(word_sets::NUMBERED_NOUNS) || (before.text == ":" && cursor.touches(0))
}

/// Is the number at the cursor a quantity? `some 1200 died`, `more than 1500`.
pub(super) fn is_quantity(cursor: Cursor<'_>) -> bool {
    match cursor.tag_before(1) {
        Tag::Than => true,
        Tag::Approximator => !cursor.is_any_before(1, word_sets::FOCUS_ADVERBS),
        _ => cursor.is_any_before(1, word_sets::TOTALS),
    }
}

/// Does the one token at the cursor count the object of a verb? `killed 1400
/// victims`, but not `the 1812 campaigns`, where it is a year.
pub(super) fn counts_object(cursor: Cursor<'_>) -> bool {
    precedes_plural_noun(cursor, 1)
        && !cursor.begins_sentence()
        && matches!(cursor.tag_before(1), Tag::Other | Tag::And | Tag::Or | Tag::To)
        && !cursor.is_any_before(1, word_sets::POSSESSIVE_DETERMINERS)
}

/// Does what looks like a noun in the plural follow after `tokens` tokens?
pub(super) fn precedes_plural_noun(cursor: Cursor<'_>, tokens: usize) -> bool {
    let next = cursor.text(tokens);
    matches!(cursor.tag(tokens), Tag::Unit(..))
        || (next.ends_with(word_sets::PLURAL_ENDING)
            && next.starts_with(|c: char| c.is_lowercase())
            && !cursor.is_exactly(tokens, word_sets::NOT_PLURAL_NOUNS))
}
