//! Dates as people type them into a field.
//!
//! # Why is this not the reader of dates in texts?
//!
//! `geoparse::dates` finds dates in running text. It must not take "May" or "44"
//! for a date, anchors "in March" to what was told before, and needs a table of
//! words and the tokens of a sentence. Here the whole entry is one date: "44 BC",
//! "20.11.1903", "11/1903" and "1903/11/20" are dates, and no word may be left
//! over. The page carries only this reader: it is one file, where the other is a
//! module of some twenty files with its vocabulary.

use super::day::MONTHS;
use super::edtf::DateSpan;
use super::third::Third;

/// Reads a date as a person types it: `20 November 1903`, `Nov. 20, 1903`,
/// `20.11.1903`, `11/1903`, `c. 1904`, `1890s`, `spring 1905`, `early 1928`,
/// `44 BC`, or any EDTF. Case and dots do not matter. In a date of numbers alone
/// the day comes before the month, unless the second number cannot be a month.
/// `None` if the entry is not a date.
///
/// ```
/// use chronotope::domain::time::parse_typed_date;
/// assert_eq!(parse_typed_date("Nov. 20, 1903").unwrap().as_str(), "1903-11-20");
/// assert_eq!(parse_typed_date("c. 1904").unwrap().as_str(), "1904~");
/// assert_eq!(parse_typed_date("31 February 1903"), None);
/// ```
#[must_use]
pub fn parse_typed_date(entry: &str) -> Option<DateSpan> {
    let entry = entry.trim();
    let read = |text: &str| text.parse::<DateSpan>().ok();
    read(entry)
        .or_else(|| read(&entry.to_ascii_uppercase()))
        .or_else(|| read(&Entry::of(entry)?.edtf()?))
        // A span that is open at both ends is not a date to go to.
        .filter(|span| span.earliest.is_some() || span.latest.is_some())
}

/// The words and numbers of an entry, as far as they are understood.
#[derive(Default)]
struct Entry {
    /// Numbers with how many digits they have, in the order of the entry.
    numbers: Vec<(u32, usize)>,
    /// 1 to 12, or a season by its number in EDTF, 21 to 24.
    month: Option<u32>,
    /// Early, mid or late in the year.
    third: Option<Third>,
    about: bool,
    decade: bool,
    /// BC (true) or AD (false), if the entry says so.
    is_bc: Option<bool>,
}

impl Entry {
    fn of(text: &str) -> Option<Self> {
        let mut entry = Self::default();
        for word in separated(text)?.split_ascii_whitespace() {
            match word.parse() {
                Ok(number) => entry.numbers.push((number, word.len())),
                Err(_) => entry.add(word)?,
            }
        }
        Some(entry)
    }

    /// Adds a word in lower case. `None` if a date has no such word.
    fn add(&mut self, word: &str) -> Option<()> {
        match word {
            "the" | "of" | "in" | "on" | "+st" | "+nd" | "+rd" | "+th" => {}
            "c" | "ca" | "circa" | "about" | "around" | "approx" | "approximately" => {
                self.about = true;
            }
            "+s" => self.decade = true,
            "bc" | "bce" | "+bc" | "+bce" => self.is_bc = Some(true),
            "ad" | "ce" | "+ad" | "+ce" => self.is_bc = Some(false),
            "early" => self.third = Some(Third::Early),
            "mid" => self.third = Some(Third::Mid),
            "late" => self.third = Some(Third::Late),
            _ => {
                let month = match word {
                    "spring" => 21,
                    "summer" => 22,
                    "autumn" | "fall" => 23,
                    "winter" => 24,
                    _ => month_named(word.trim_start_matches('+'))?,
                };
                if self.month.replace(month).is_some() {
                    return None;
                }
            }
        }
        Some(())
    }

    fn edtf(mut self) -> Option<String> {
        // A year has three or four digits; with an era it is the last number.
        let long = self.numbers.iter().position(|&(_, digits)| digits >= 3);
        let at = long.or_else(|| self.is_bc.and(self.numbers.len().checked_sub(1)))?;
        let (year, digits) = self.numbers.remove(at);
        if digits > 4 || (year == 0 && self.is_bc.is_some()) {
            return None;
        }
        // Astronomical years: 1 BC is 0.
        let before_christ = self.is_bc == Some(true);
        let written = if before_christ { year - 1 } else { year };
        let sign = if before_christ && written > 0 { "-" } else { "" };
        let mut edtf = format!("{sign}{written:04}");

        let numbers: Vec<u32> = self.numbers.iter().map(|number| number.0).collect();
        let (month, day) = match (self.month, numbers.as_slice()) {
            (month, []) => (month, None),
            (Some(month @ ..=12), &[day]) => (Some(month), Some(day)),
            (None, &[month]) => (Some(month), None),
            (None, &[month, day]) if at == 0 => (Some(month), Some(day)),
            (None, &[month, day]) if at == 2 && day > 12 => (Some(month), Some(day)),
            (None, &[day, month]) if at == 2 => (Some(month), Some(day)),
            _ => return None,
        };
        // A number from 21 to 24 is not a season.
        if month.is_some_and(|month| self.month.is_none() && month > 12) {
            return None;
        }
        if self.decade || self.third.is_some() {
            // Only a year has thirds, and only a year ending in 0 is a decade.
            if month.is_some() || (self.decade && self.third.is_some()) {
                return None;
            }
            if let Some(third) = self.third {
                let (first, last) = third.months().into_inner();
                return (!self.about).then(|| format!("[{edtf}-{first:02}..{edtf}-{last:02}]"));
            }
            if year % 10 != 0 || before_christ {
                return None;
            }
            edtf.pop();
            edtf.push('X');
        }
        for part in [month, day].into_iter().flatten() {
            edtf += &format!("-{part:02}");
        }
        if self.about {
            edtf.push('~');
        }
        Some(edtf)
    }
}

/// Separates words and numbers by spaces. Letters that follow a number (`20th`,
/// `1890s`, `1890's`) get a plus before them. A dot after a letter is left out:
/// `b.c.` is one word. `None` if a character occurs in no date.
fn separated(text: &str) -> Option<String> {
    let mut words = String::with_capacity(2 * text.len());
    let mut before = ' ';
    for c in text.chars() {
        let c = c.to_ascii_lowercase();
        match c {
            '.' if before.is_ascii_alphabetic() => continue,
            '\'' | '’' => continue,
            'a'..='z' if before.is_ascii_digit() => words.push_str(" +"),
            '0'..='9' if before.is_ascii_alphabetic() => words.push(' '),
            'a'..='z' | '0'..='9' => {}
            ' ' | '.' | ',' | '/' | '-' | '\u{a0}' => {
                words.push(' ');
                before = ' ';
                continue;
            }
            _ => return None,
        }
        words.push(c);
        before = c;
    }
    Some(words)
}

/// The number of a month, by at least the first three letters of its name.
fn month_named(word: &str) -> Option<u32> {
    let named = |month: &&str| {
        word.len() >= 3 && month.get(..word.len()).is_some_and(|m| m.eq_ignore_ascii_case(word))
    };
    MONTHS.iter().position(named).map(|index| index as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_dates_are_read() {
        for (entry, edtf) in [
            ("1903", "1903"),
            ("  1903 ", "1903"),
            ("Nov 1903", "1903-11"),
            ("November 1903", "1903-11"),
            ("NOV. 1903", "1903-11"),
            ("Nov.1903", "1903-11"),
            ("Sept. 1903", "1903-09"),
            ("november, 1903", "1903-11"),
            ("20 November 1903", "1903-11-20"),
            ("November 20, 1903", "1903-11-20"),
            ("20 Nov. 1903", "1903-11-20"),
            ("20nov1903", "1903-11-20"),
            ("the 20th of November, 1903", "1903-11-20"),
            ("1903 November 2", "1903-11-02"),
            ("20.11.1903", "1903-11-20"),
            ("20. 11. 1903", "1903-11-20"),
            ("20/11/1903", "1903-11-20"),
            ("11/20/1903", "1903-11-20"),
            ("2/11/1903", "1903-11-02"),
            ("11.1903", "1903-11"),
            ("1903-11", "1903-11"),
            ("1903-11-20", "1903-11-20"),
            ("1903/11/20", "1903-11-20"),
            ("1903-1-2", "1903-01-02"),
            ("c. 1904", "1904~"),
            ("c.1904", "1904~"),
            ("ca 1904", "1904~"),
            ("About 1904", "1904~"),
            ("about November 1904", "1904-11~"),
            ("1890s", "189X"),
            ("the 1890's", "189X"),
            ("189x", "189X"),
            ("spring 1905", "1905-21"),
            ("Fall 1905", "1905-23"),
            ("early 1928", "[1928-01..1928-04]"),
            ("mid-1928", "[1928-05..1928-08]"),
            ("44 BC", "-0043"),
            ("44 BCE", "-0043"),
            ("44bc", "-0043"),
            ("44 B.C.", "-0043"),
            ("1 BC", "0000"),
            ("15 March 44 BC", "-0043-03-15"),
            ("March 15, 44 BC", "-0043-03-15"),
            ("AD 79", "0079"),
            ("24 August 79 CE", "0079-08-24"),
            ("1903-11/1904-01", "1903-11/1904-01"),
            ("1903-11-20~", "1903-11-20~"),
            ("/1883", "/1883"),
        ] {
            let span = parse_typed_date(entry);
            assert_eq!(span.as_ref().map(DateSpan::as_str), Some(edtf), "{entry}");
        }
    }

    #[test]
    fn other_entries_are_not_dates() {
        for entry in [
            "",
            " ",
            "Gori",
            "No 1903",
            "Novembrist 1903",
            "November",
            "20 November",
            "31 February 1903",
            "29.2.1903",
            "13/13/1903",
            "21/1903",
            "0/1903",
            "20.11.03",
            "44",
            "1903 1904",
            "20 21 22 1903",
            "11 1903 20",
            "May June 1903",
            "20 spring 1903",
            "0 BC",
            "12345",
            "99999999999999",
            "1895s",
            "early 1890s",
            "early May 1903",
            "c.",
            "../..",
            "осень 1903",
            "1903; 1904",
            "+s",
        ] {
            assert_eq!(parse_typed_date(entry), None, "{entry}");
        }
    }
}
