//! Random changes, of text by characters and of files by bytes.

use std::ops::RangeInclusive;

use fastrand::Rng;

/// Ranges of unusual characters.
const SCRIPTS: [RangeInclusive<char>; 16] = [
    ' '..='~',
    '\0'..='\u{1f}',
    '\u{80}'..='\u{24f}',
    '\u{300}'..='\u{36f}', // combining
    '\u{590}'..='\u{6ff}', // from right to left
    '\u{900}'..='\u{97f}',
    '\u{1e00}'..='\u{1fff}',
    '\u{2000}'..='\u{206f}', // spaces, joiners, directions
    '\u{2100}'..='\u{218f}',
    '\u{3000}'..='\u{30ff}',
    '\u{4e00}'..='\u{9fff}',
    '\u{e000}'..='\u{e0ff}',
    '\u{fb00}'..='\u{ffff}',
    '\u{1d400}'..='\u{1d7ff}',
    '\u{1f300}'..='\u{1f6ff}',
    '\0'..=char::MAX,
];

/// The most characters that a text grows to.
const MOST: usize = 20_000;

/// One of the samples, mutated at most `times` times.
pub fn sample(rng: &mut Rng, samples: &[&str], pieces: &[&str], times: usize) -> Vec<u8> {
    let mut sample: Vec<char> = rng.choice(samples).copied().unwrap_or_default().chars().collect();
    for _ in 0..rng.usize(..=times) {
        text(rng, &mut sample, pieces);
    }
    sample.into_iter().collect::<String>().into_bytes()
}

/// Changes a text in one way. `pieces` may be inserted.
pub fn text(rng: &mut Rng, text: &mut Vec<char>, pieces: &[&str]) {
    let (at, end) = stretch(rng, text.len());
    let put: Vec<char> = match rng.u8(..12) {
        0 => Vec::new(),
        1 => vec![strange(rng)],
        2 => strange_run(rng),
        3 => vec![strange(rng); long(rng)],
        4 => {
            let brackets = ['(', ')', '[', ']', '"', '“', '”', '\'', '’', '«', '{'];
            (0..long(rng).min(300)).filter_map(|_| rng.choice(brackets)).collect()
        }
        5 => {
            let spaces = [' ', '\n', '\t', '\r', '\u{a0}', '\u{2028}', '\u{200b}', '\u{feff}'];
            (0..rng.usize(1..5)).filter_map(|_| rng.choice(spaces)).collect()
        }
        6 => {
            let digits = rng.u32(1..19);
            rng.u64(..10_u64.pow(digits)).to_string().chars().collect()
        }
        7 => {
            let times = long(rng);
            text[at..end].repeat(times)
        }
        8 => text[at..end].iter().flat_map(|c| c.to_uppercase()).collect(),
        9 => text[at..end].iter().flat_map(|c| c.to_lowercase()).collect(),
        _ => {
            let piece = rng.choice(pieces).copied().unwrap_or_default();
            format!(" {piece} ").chars().skip(usize::from(rng.bool())).collect()
        }
    };
    // Half of the time the piece is inserted, otherwise it replaces something.
    let end = if rng.bool() { at } else { end };
    text.splice(at..end, put.into_iter().take(MOST));
    text.truncate(MOST);
}

/// Replaces the value of a key, which is between `sign` and the next comma, bracket or
/// end of line.
pub fn value(rng: &mut Rng, text: &mut Vec<char>, sign: &str, values: &[&str]) {
    let sign: Vec<char> = sign.chars().collect();
    let keys: Vec<usize> = (0..text.len()).filter(|&at| text[at..].starts_with(&sign)).collect();
    let Some(at) = rng.choice(keys).map(|key| key + sign.len()) else { return };
    let length = text[at..].iter().position(|c| matches!(c, ',' | '}' | ']' | '\n'));
    let put = rng.choice(values).copied().unwrap_or_default();
    text.splice(at..length.map_or(text.len(), |length| at + length), put.chars());
}

fn strange(rng: &mut Rng) -> char {
    let script = rng.choice(&SCRIPTS).cloned().unwrap_or(' '..='~');
    rng.char(script)
}

/// A word in one script, mostly short.
fn strange_run(rng: &mut Rng) -> Vec<char> {
    let script = rng.choice(&SCRIPTS).cloned().unwrap_or(' '..='~');
    (0..long(rng).min(2_000)).map(|_| rng.char(script.clone())).collect()
}

/// Usually a few, sometimes thousands.
fn long(rng: &mut Rng) -> usize {
    let most = if rng.u8(..8) == 0 { 13 } else { 4 };
    1 << rng.u8(..=most)
}

/// A short range at a random position.
fn stretch(rng: &mut Rng, end: usize) -> (usize, usize) {
    let at = rng.usize(..=end);
    let most = long(rng);
    (at, (at + rng.usize(..=most)).min(end))
}

/// Changes a file in one way.
pub fn bytes(rng: &mut Rng, file: &mut Vec<u8>) {
    if file.is_empty() {
        file.push(rng.u8(..));
        return;
    }
    let (at, end) = stretch(rng, file.len() - 1);
    match rng.u8(..9) {
        0 => file[at] ^= 1 << rng.u8(..8),
        1 => file[at] = rng.u8(..),
        2 => file[at] = [0, 1, 0x7f, 0x80, 0xff][rng.usize(..5)],
        3 => file.truncate(at),
        4 => drop(file.drain(at..end)),
        5 => {
            let copy = file[at..end].to_vec();
            let to = rng.usize(..=file.len());
            file.splice(to..to, copy);
        }
        6 => {
            let copy = file[at..end].to_vec();
            let to = rng.usize(..=file.len() - copy.len());
            file[to..to + copy.len()].copy_from_slice(&copy);
        }
        7 => {
            // A number of any width, set to a limit or near its old value.
            let width = [2, 4, 8][rng.usize(..3)].min(file.len() - at);
            let number = [0, 1, u64::MAX, u64::MAX >> 1, rng.u64(..), rng.u64(..9999)];
            let number = number[rng.usize(..6)].to_le_bytes();
            file[at..at + width].copy_from_slice(&number[..width]);
        }
        _ => {
            let noise: Vec<u8> = (at..end).map(|_| rng.u8(..)).collect();
            file.splice(at..end, noise);
        }
    }
}
