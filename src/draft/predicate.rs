//! The table of predicates (`predicates.tsv`): what a verb or noun says of somebody's
//! presence at a place. Inflected forms are derived.

use std::sync::LazyLock;

use enumset::{EnumSet, EnumSetType};
use rustc_hash::FxHashMap;

/// What a predicate does to presence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// The place is the goal.
    Arrives,
    /// The place is where the movement begins.
    Leaves,
    /// The person is there.
    There,
    /// The place is on the way.
    Passes,
}

/// What else the table says of a predicate.
#[derive(EnumSetType, Debug)]
pub(super) enum Flag {
    /// The place may be its object.
    Object,
    /// The person is its object.
    Patient,
    /// It is a noun.
    Noun,
    /// It says little of presence by itself.
    Weak,
    /// What depends on it did not happen.
    Unreal,
}

/// A row of the table.
#[derive(Debug, PartialEq)]
pub(super) struct Predicate {
    /// A word of `seeds/kinds.toml`.
    pub kind: &'static str,
    pub effect: Effect,
    pub flags: EnumSet<Flag>,
}

/// How an inflected form may be used.
#[derive(EnumSetType, Debug)]
pub(super) enum Form {
    Base,
    Third,
    Past,
    Participle,
    Ing,
    Noun,
}

/// A reading of a word as a predicate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    pub predicate: &'static Predicate,
    pub forms: EnumSet<Form>,
}

struct Table {
    forms: FxHashMap<String, Vec<Reading>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("predicates.tsv")));

/// The readings of a word in lower case.
pub(super) fn readings(word: &str) -> &'static [Reading] {
    TABLE.forms.get(word).map_or(&[], Vec::as_slice)
}

impl Table {
    fn parse(table: &'static str) -> Self {
        let mut forms: FxHashMap<String, Vec<Reading>> = FxHashMap::default();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let (Some(kind), Some(words), Some(effect)) =
                (cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            let flags = cells.next().unwrap_or_default().split(' ').filter_map(flag).collect();
            let predicate: &'static Predicate =
                Box::leak(Box::new(Predicate { kind, effect: effect_of(effect), flags }));
            for word in words.split(' ') {
                for (form, text) in inflect(word, predicate.flags.contains(Flag::Noun)) {
                    let readings = forms.entry(text).or_default();
                    match readings.iter_mut().find(|r| std::ptr::eq(r.predicate, predicate)) {
                        Some(reading) => reading.forms |= form,
                        None => readings.push(Reading { predicate, forms: form.into() }),
                    }
                }
            }
        }
        Self { forms }
    }
}

fn flag(word: &str) -> Option<Flag> {
    Some(match word {
        "object" => Flag::Object,
        "patient" => Flag::Patient,
        "noun" => Flag::Noun,
        "weak" => Flag::Weak,
        "unreal" => Flag::Unreal,
        _ => return None,
    })
}

fn effect_of(word: &str) -> Effect {
    match word {
        "arrives" => Effect::Arrives,
        "leaves" => Effect::Leaves,
        "passes" => Effect::Passes,
        _ => Effect::There,
    }
}

/// The first part of a verb in two parts: "set" of "set-out".
fn head(verb: &str) -> &str {
    match verb.split_once('-') {
        Some((head, _)) if !matches!(head, "co" | "court") => head,
        _ => verb,
    }
}

/// The forms of a word. A verb in two parts is found by its first.
fn inflect(word: &str, noun: bool) -> Vec<(Form, String)> {
    if noun {
        let plural = format!("{word}s");
        return vec![(Form::Noun, word.to_owned()), (Form::Noun, plural)];
    }
    let mut parts = word.split('/').map(head);
    let base = parts.next().unwrap_or_default();
    if base == "born" {
        return vec![(Form::Participle, "born".to_owned())];
    }
    let (stem, regular) = regular_past(base);
    let past = parts.next().map_or(regular, str::to_owned);
    let participle = parts.next().map_or_else(|| past.clone(), str::to_owned);
    let third = if base.ends_with(['s', 'x']) || base.ends_with("ch") || base.ends_with("sh") {
        format!("{base}es")
    } else if stem != base && base.ends_with('y') {
        format!("{stem}ies")
    } else {
        format!("{base}s")
    };
    let american = base.ends_with("el") && doubles(base);
    let spelt = |end: &str, form: Form| american.then(|| (form, format!("{base}{end}")));
    let mut forms = vec![
        (Form::Base, base.to_owned()),
        (Form::Third, third),
        (Form::Past, past),
        (Form::Participle, participle),
        (Form::Ing, present_participle(base)),
    ];
    forms.extend(spelt("ed", Form::Past).into_iter().chain(spelt("ing", Form::Ing)));
    forms
}

fn doubles(base: &str) -> bool {
    let letters: Vec<char> = base.chars().collect();
    let vowel = |c: &char| "aeiou".contains(*c);
    match letters[..] {
        [.., a, b, c] => {
            !vowel(&c)
                && !"wxy".contains(c)
                && vowel(&b)
                && !vowel(&a)
                && (letters.len() <= 4
                    || matches!(
                        base,
                        "transfer" | "commit" | "expel" | "enrol" | "patrol" | "travel" | "admit"
                    ))
                && base != "visit"
        }
        _ => false,
    }
}

fn regular_past(base: &str) -> (String, String) {
    if let Some(stem) = base.strip_suffix('e') {
        return (base.to_owned(), format!("{stem}ed"));
    }
    if let Some(stem) = base.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
    {
        return (stem.to_owned(), format!("{stem}ied"));
    }
    match base.chars().last().filter(|_| doubles(base)) {
        Some(last) => (base.to_owned(), format!("{base}{last}ed")),
        None => (base.to_owned(), format!("{base}ed")),
    }
}

fn present_participle(base: &str) -> String {
    if let Some(stem) = base.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    if let Some(stem) = base.strip_suffix('e').filter(|stem| !stem.ends_with('e')) {
        return format!("{stem}ing");
    }
    match base.chars().last().filter(|_| doubles(base)) {
        Some(last) => format!("{base}{last}ing"),
        None => format!("{base}ing"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_derived() {
        for word in [
            "lived",
            "studying",
            "travelled",
            "went",
            "enrolled",
            "dying",
            "stopped",
            "taught",
            "fled",
            "arrested",
            "visits",
        ] {
            assert!(!readings(word).is_empty(), "{word}");
        }
        assert!(readings("table").is_empty());
        let kinds: Vec<&str> = readings("arrested").iter().map(|r| r.predicate.kind).collect();
        assert_eq!(kinds, ["arrest"]);
    }

    #[test]
    fn the_table_has_every_row() {
        let rows = include_str!("predicates.tsv").lines().filter(|line| !line.starts_with('#'));
        for row in rows {
            assert!(row.split('\t').count() >= 3, "{row}");
        }
    }
}
