//! Dates against TIMEX2 annotations, as in the WikiWars corpus: one JSON object
//! a line, `{"id","text","dates":[{"start","end","surface","val"}]}`.

use chronotope::domain::time::{DateSpan, Day};
use chronotope::geoparse::{CodePoints, DateFinding, DateMeaning, TimeReference, find_dates};
use serde::Deserialize;

#[derive(Deserialize)]
struct Document {
    text: String,
    dates: Vec<Gold>,
}

#[derive(Deserialize)]
struct Gold {
    start: usize,
    end: usize,
    surface: String,
    val: String,
}

/// A gold value in the terms of our findings.
#[derive(Debug, PartialEq)]
enum Value {
    Days(Day, Day),
    Duration(String),
    Reference(TimeReference),
    Undatable,
}

/// How a predicted value is compared with the gold one.
#[derive(Clone, Copy)]
enum Rule {
    /// The same first and last day.
    Exact,
    /// The same first and last day without the part ("early", "late"): TIMEX2 gives it
    /// beside the value, as `MOD`.
    WithoutPart,
    /// Within the gold days, and not shorter than a quarter of them.
    Within,
}

/// What was counted.
#[derive(Default)]
struct Tally {
    gold: usize,
    found: usize,
    overlapping: usize,
    strict: usize,
    exact: usize,
    without_part: usize,
    /// As `without_part`, but a reference must be the very one.
    references: usize,
    within: usize,
}

/// Prints precision, recall and F1; with `errors` what was missed and wrong.
pub fn run(lines: &str, title: &str, errors: bool) -> Result<(), String> {
    let mut all = Tally::default();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let document: Document = serde_json::from_str(line).map_err(|e| e.to_string())?;
        all.add(&score(&document, errors));
    }
    println!("| dates: {title} | precision | recall | F1 |");
    println!("|---|--:|--:|--:|");
    for (name, right) in [
        ("found (overlapping)", all.overlapping),
        ("found, the same span", all.strict),
        ("value, within the gold unit", all.within),
        ("value, the very days", all.exact),
        ("value, part apart (TIMEX2: MOD)", all.without_part),
        ("the same, references compared", all.references),
    ] {
        let (precision, recall, f1) = all.rates(right);
        println!("| {name} | {precision:.3} | {recall:.3} | {f1:.3} |");
    }
    Ok(())
}

fn score(document: &Document, errors: bool) -> Tally {
    let mut points = CodePoints::new(&document.text);
    let found: Vec<(usize, usize, DateFinding)> = find_dates(&document.text)
        .into_iter()
        .map(|date| (points.at(date.start), points.at(date.end), date))
        .collect();
    let mut tally = Tally { gold: document.dates.len(), found: found.len(), ..Tally::default() };
    let mut taken = vec![false; found.len()];
    for gold in &document.dates {
        let hit = (0..found.len())
            .find(|&i| !taken[i] && found[i].0 < gold.end && gold.start < found[i].1);
        let Some(hit) = hit else {
            if errors {
                println!("MISS  {:12} {}", gold.val, context(&document.text, gold.start, gold.end));
            }
            continue;
        };
        taken[hit] = true;
        let (start, end, date) = &found[hit];
        tally.overlapping += 1;
        tally.strict += usize::from((*start, *end) == (gold.start, gold.end));
        let value = value(&gold.val);
        tally.exact += usize::from(agrees(&value, date, Rule::Exact));
        let right = agrees(&value, date, Rule::WithoutPart);
        let same_reference = match value {
            Value::Reference(reference) => date.reference == Some(reference),
            _ => date.reference.is_none(),
        };
        tally.without_part += usize::from(right);
        tally.references += usize::from(right && same_reference);
        tally.within += usize::from(agrees(&value, date, Rule::Within));
        if errors && !(right && same_reference) {
            let said = match &date.meaning {
                DateMeaning::Date(span) => span.to_string(),
                DateMeaning::Duration(length) => length.clone(),
                DateMeaning::Vague => date.reference.map_or("-", TimeReference::as_str).to_owned(),
            };
            println!(
                "VALUE {:12} {said:24} «{}» {}",
                gold.val,
                gold.surface.replace('\n', "/"),
                context(&document.text, *start, *end)
            );
        }
    }
    if errors {
        for ((start, end, _), _) in found.iter().zip(&taken).filter(|(_, taken)| !**taken) {
            println!("EXTRA              {}", context(&document.text, *start, *end));
        }
    }
    tally
}

fn agrees(gold: &Value, found: &DateFinding, rule: Rule) -> bool {
    match (gold, &found.meaning) {
        (Value::Undatable | Value::Reference(_), DateMeaning::Vague) => true,
        // "for days" tells no number: PXD.
        (Value::Duration(a), DateMeaning::Duration(b)) => a == b,
        (Value::Days(first, last), DateMeaning::Date(span)) => {
            let rule = match rule {
                Rule::WithoutPart if found.part.is_none() => Rule::Exact,
                rule => rule,
            };
            within(*first, *last, span, rule)
        }
        _ => false,
    }
}

fn within(first: Day, last: Day, span: &DateSpan, rule: Rule) -> bool {
    let (Some(earliest), Some(latest)) = (span.earliest, span.latest) else { return false };
    match rule {
        Rule::Exact => (earliest, latest) == (first, last),
        Rule::WithoutPart => earliest >= first && latest <= last,
        Rule::Within => {
            let (length, whole) = (latest - earliest + 1, last - first + 1);
            earliest >= first && latest <= last && 4 * length >= whole
        }
    }
}

/// A TIMEX2 value.
fn value(val: &str) -> Value {
    if let Some(length) = val.strip_prefix('P')
        && length.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'X' | 'T' | '.'))
    {
        return Value::Duration(duration(length));
    }
    let references = [TimeReference::Present, TimeReference::Past, TimeReference::Future];
    if let Some(reference) = references.into_iter().find(|reference| reference.as_str() == val) {
        return Value::Reference(reference);
    }
    // A time of the day is its day.
    let date = val.split('T').next().unwrap_or_default();
    days(date).map_or(Value::Undatable, |(first, last)| Value::Days(first, last))
}

fn duration(length: &str) -> String {
    let (digits, unit) = length.split_at(length.trim_end_matches(char::is_alphabetic).len());
    match (unit, digits.parse::<u32>()) {
        ("DE", Ok(decades)) => format!("P{}Y", decades * 10),
        ("CE", Ok(centuries)) => format!("P{}Y", centuries * 100),
        _ => format!("P{length}"),
    }
}

fn days(date: &str) -> Option<(Day, Day)> {
    let edtf = |text: &str| -> Option<(Day, Day)> {
        let span: DateSpan = text.parse().ok()?;
        span.earliest.zip(span.latest)
    };
    if let Some(before_christ) = date.strip_prefix("BC") {
        let (year, rest) = before_christ.split_at_checked(4)?;
        let year: i32 = year.parse().ok()?;
        return days(&format!("-{:04}{rest}", year - 1)).or_else(|| {
            edtf(&format!("{}{:04}{rest}", if year > 1 { "-" } else { "" }, year - 1))
        });
    }
    // A value that says nothing below the year or month is that year or month.
    let date = date.trim_end_matches("-XX").trim_end_matches("-WXX");
    let date = date.trim_end_matches("-XX");
    if date.len() < 2 || date.starts_with('X') {
        return None;
    }
    if let Some((year, week)) = date.split_once("-W").filter(|(_, week)| *week != "I") {
        let fourth: Day = format!("{year}-01-04").parse().ok()?;
        let week: i32 = week.parse().ok()?;
        let monday = fourth - (fourth.0 + 3).rem_euclid(7) + 7 * (week - 1);
        return Some((monday, monday + 6));
    }
    let seasons =
        [("SP", "21"), ("SU", "22"), ("FA", "23"), ("WI", "24"), ("H1", "40"), ("H2", "41")];
    let coded = seasons.iter().fold(date.to_owned(), |date, (name, code)| date.replace(name, code));
    match coded.len() {
        2 => edtf(&format!("{coded}XX")),
        3 => edtf(&format!("{coded}X")),
        _ => edtf(&coded),
    }
}

/// A finding with its context, on one line.
fn context(text: &str, start: usize, end: usize) -> String {
    let part = |from: usize, to: usize| -> String {
        text.chars().skip(from).take(to - from).map(|c| if c == '\n' { '/' } else { c }).collect()
    };
    format!(
        "{}[{}]{}",
        part(start.saturating_sub(40), start),
        part(start, end),
        part(end, end + 24)
    )
}

impl Tally {
    /// Precision, recall and F1.
    fn rates(&self, right: usize) -> (f64, f64, f64) {
        let share = |of: usize| right as f64 / of.max(1) as f64;
        let f1 = 2.0 * right as f64 / (self.gold + self.found).max(1) as f64;
        (share(self.found), share(self.gold), f1)
    }

    fn add(&mut self, other: &Self) {
        self.gold += other.gold;
        self.found += other.found;
        self.overlapping += other.overlapping;
        self.strict += other.strict;
        self.exact += other.exact;
        self.without_part += other.without_part;
        self.references += other.references;
        self.within += other.within;
    }
}
