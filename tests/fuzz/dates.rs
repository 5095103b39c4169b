//! Mutates dates as data files have them, and as people type them.

use chronotope::domain::time::{DateSpan, old_style_text, parse_typed_date, span_text};

use crate::{driver, mutate};

const SPANS: [&str; 20] = [
    "1903-11-20",
    "1903-11",
    "1903",
    "190X",
    "19XX-12",
    "1914-12~",
    "1914?",
    "1914%",
    "/1883",
    "../1936",
    "1936/..",
    "1914-09-01/1924-01-26",
    "[1903-11-21..1903-11-30]",
    "{1903,1905..1907}",
    "[..1903-12]",
    "2001-21",
    "Y-17000",
    "Y3388E2S3",
    "-0043-03-15",
    "1985-04-12T23:20:30Z",
];

const MARKS: [&str; 30] = [
    "-",
    "/",
    "..",
    "...",
    "~",
    "?",
    "%",
    "X",
    "XX",
    "[",
    "]",
    "{",
    "}",
    ",",
    "Y",
    "E",
    "S",
    "T",
    "Z",
    "0000",
    "9999",
    "-9999",
    "02-29",
    "02-30",
    "13",
    "00",
    "24",
    "41",
    "99999999999",
    "E9",
];

pub fn spans() {
    driver::rounds("span", |rng| mutate::sample(rng, &SPANS, &MARKS, 4), &|bytes| {
        let text = String::from_utf8_lossy(bytes);
        for read in [text.parse::<DateSpan>(), DateSpan::parse_julian(&text)] {
            match read {
                Ok(span) => span_is_valid(&span)?,
                Err(error) if error.reason.trim().is_empty() => {
                    return Err("refused without a reason".to_owned());
                }
                Err(_) => {}
            }
        }
        Ok(())
    });
}

const ENTRIES: [&str; 16] = [
    "20 November 1903",
    "Nov. 20, 1903",
    "20.11.1903",
    "11/1903",
    "c. 1904",
    "the 1890s",
    "spring 1905",
    "early 1928",
    "44 BC",
    "15 March 44 BC",
    "1st of May, 1900",
    "mid-August 1920",
    "1903-11-20",
    "[1903-11-21..1903-11-30]",
    "circa Dec 31st 9999",
    "AD 1",
];

const WORDS: [&str; 28] = [
    "0",
    "00",
    "31",
    "29 February",
    "366",
    "9999",
    "99999",
    "4294967295",
    "4294967296",
    "0000",
    "BC",
    "AD",
    "BCE",
    "s",
    "th",
    "early",
    "late",
    "mid",
    "winter",
    "about",
    ",",
    ".",
    "/",
    "-",
    "of",
    "Sept",
    "ſ",
    "İ",
];

pub fn entries() {
    driver::rounds("entry", |rng| mutate::sample(rng, &ENTRIES, &WORDS, 4), &|bytes| {
        let text = String::from_utf8_lossy(bytes);
        let Some(span) = parse_typed_date(&text) else { return Ok(()) };
        span_is_valid(&span)?;
        match parse_typed_date(span.as_str()) {
            Some(again) if again == span => Ok(()),
            again => Err(format!("{span:?} is read again as {again:?}")),
        }
    });
}

fn span_is_valid(span: &DateSpan) -> Result<(), String> {
    if span.earliest.zip(span.latest).is_some_and(|(earliest, latest)| earliest > latest) {
        return Err(format!("{span:?} ends before it begins"));
    }
    if span_text(span).trim().is_empty() {
        return Err(format!("{span:?} has no words"));
    }
    for day in [span.earliest, span.latest].into_iter().flatten() {
        let _ = (old_style_text(day), span.overlaps(&DateSpan::day(day)));
        if !span.includes(day) || day.to_string().parse() != Ok(day) {
            return Err(format!("{day} of {span:?}"));
        }
    }
    Ok(())
}
