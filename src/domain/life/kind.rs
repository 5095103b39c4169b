//! The kinds of stay and their groups, which are read from a table instead of being fixed
//! in the program. A table is validated when it is read.

use std::collections::HashSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::serde_words::serde_words;

/// The kinds of stay, as `seeds/kinds.toml` and `data/kinds.json` list them.
///
/// A kind is a row of this table: a new one needs no change of the program.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(try_from = "KindRows", into = "KindRows")]
pub struct KindTable {
    groups: Vec<Arc<StayGroup>>,
    kinds: Vec<Arc<StayKind>>,
}

/// What brought the subject to a place, or what happened there.
#[derive(Clone, Debug, PartialEq)]
pub struct StayKind {
    /// The word used in data files: lower-case letters, digits and hyphens.
    pub word: String,
    /// What readers see.
    pub label: String,
    /// The group it belongs to, which gives it its colour.
    pub group: Arc<StayGroup>,
    /// Whether a stay without a given end goes on until the next one.
    pub lasts: Lasts,
    /// Is it over within days? If its date is unknown, such a stay gets a short
    /// time of its own and no share of the time between the dated stays.
    pub instant: bool,
    /// What is said of the subject once an instant is over, with `{place}` for the
    /// place: "in custody, {place}". Without it only the place is said.
    pub afterwards: Option<String>,
    /// What the stays and events of this kind are counted as, singular and
    /// plural. A kind without it is not counted.
    pub figure: Option<[String; 2]>,
}

/// Kinds of stay that share a colour.
#[derive(Clone, Debug, PartialEq)]
pub struct StayGroup {
    /// Its number in the table.
    pub id: GroupId,
    /// The word used in data files.
    pub word: String,
    /// What the legend says.
    pub label: String,
    /// Its colour on a light ground, `#rrggbb`.
    pub colour: String,
    /// Its colour on a dark ground, `#rrggbb`.
    pub colour_dark: String,
    /// The shape that distinguishes it where colour does not.
    pub mark: Mark,
    /// What its days are counted as: "under arrest, in prison or in exile". The days of
    /// a group without it are not counted.
    pub days_figure: Option<String>,
}

/// The number of a group in its table, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupId(pub u8);

/// How sure it is that a stay whose end the source does not give went on until
/// the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasts {
    /// Such a stay usually goes on: a residence, an exile.
    Likely,
    /// Nothing contradicts it: political work, the goal of an escape.
    Perhaps,
    /// Such a stay is soon over: a congress, a visit.
    No,
}

serde_words!(Lasts { Likely = "likely", Perhaps = "perhaps", No = "no" });

/// A shape, the second channel beside colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words are the meaning")]
pub enum Mark {
    Circle,
    Square,
    Triangle,
    Diamond,
    Cross,
    Ring,
}

serde_words!(Mark { Circle = "circle", Square = "square", Triangle = "triangle", Diamond = "diamond", Cross = "cross", Ring = "ring" });

impl Mark {
    /// The CSS class that gives an element this shape.
    fn class(self) -> &'static str {
        match self {
            Self::Circle => "mark-circle",
            Self::Square => "mark-square",
            Self::Triangle => "mark-triangle",
            Self::Diamond => "mark-diamond",
            Self::Cross => "mark-cross",
            Self::Ring => "mark-ring",
        }
    }
}

/// Why a table of kinds is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KindError {
    /// A word is not usable as a name in files and in CSS.
    #[error("`{0}` is not a word of lower-case letters, digits and hyphens")]
    Word(String),
    /// A word is defined twice.
    #[error("`{0}` is defined twice")]
    Twice(String),
    /// A kind names a group that the table does not have.
    #[error("the kind `{kind}` is of the group `{group}`, which is not defined")]
    NoGroup {
        /// The kind.
        kind: String,
        /// The group it names.
        group: String,
    },
    /// A colour is not written `#rrggbb`.
    #[error("the colour `{0}` is not written #rrggbb")]
    Colour(String),
    /// What is said afterwards has no room for the place.
    #[error("`afterwards` of the kind `{0}` does not contain {PLACE}")]
    Afterwards(String),
    /// More groups than the page's filter has switches for.
    #[error("there are more than {MAX_GROUPS} groups")]
    TooManyGroups,
}

/// Stands for the name of the place in [`StayKind::afterwards`].
const PLACE: &str = "{place}";

/// The filter of the page has a bit for each group.
const MAX_GROUPS: usize = 32;

impl KindTable {
    /// The kind of this word.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<&Arc<StayKind>> {
        self.kinds.iter().find(|kind| kind.word == word)
    }

    /// All kinds, in the order of the table.
    #[must_use]
    pub fn kinds(&self) -> &[Arc<StayKind>] {
        &self.kinds
    }

    /// All groups, in the order of the legend.
    #[must_use]
    pub fn groups(&self) -> &[Arc<StayGroup>] {
        &self.groups
    }
}

impl StayKind {
    /// The words about the subject at a place of this name, once an instant of this
    /// kind is over: "living in Gori".
    #[must_use]
    pub fn afterwards_at(&self, place: &str) -> String {
        self.afterwards
            .as_ref()
            .map_or_else(|| place.to_owned(), |words| words.replace(PLACE, place))
    }
}

impl StayGroup {
    /// The CSS class that gives an element the colour of the group.
    #[must_use]
    pub fn class(&self) -> String {
        format!("group-{}", self.word)
    }

    /// The CSS classes of its sample: its colour, and its mark as the shape.
    #[must_use]
    pub fn swatch_class(&self) -> String {
        format!("swatch {} {}", self.class(), self.mark.class())
    }
}

/// The table as files have it: `groups` and `kinds` in JSON, `[[group]]` and
/// `[[kind]]` in TOML.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct KindRows {
    #[serde(alias = "group")]
    groups: Vec<GroupRow>,
    #[serde(alias = "kind")]
    kinds: Vec<KindRow>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct GroupRow {
    word: String,
    label: String,
    colour: String,
    colour_dark: String,
    mark: Mark,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    days_figure: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct KindRow {
    word: String,
    label: String,
    group: String,
    lasts: Lasts,
    #[serde(default)]
    instant: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    afterwards: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    figure: Option<[String; 2]>,
}

impl TryFrom<KindRows> for KindTable {
    type Error = KindError;

    fn try_from(rows: KindRows) -> Result<Self, KindError> {
        if rows.groups.len() > MAX_GROUPS {
            return Err(KindError::TooManyGroups);
        }
        check_words(rows.groups.iter().map(|group| &group.word))?;
        check_words(rows.kinds.iter().map(|kind| &kind.word))?;
        let groups = (0..).zip(rows.groups).map(|(id, row)| row.into_group(GroupId(id)));
        let groups: Vec<_> = groups.collect::<Result<_, _>>()?;
        let kinds = rows.kinds.into_iter().map(|row| row.into_kind(&groups));
        Ok(Self { kinds: kinds.collect::<Result<_, _>>()?, groups })
    }
}

fn check_words<'a>(words: impl Iterator<Item = &'a String>) -> Result<(), KindError> {
    let mut seen = HashSet::new();
    for word in words {
        let usable = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if !word.starts_with(|c: char| c.is_ascii_lowercase()) || !word.bytes().all(usable) {
            return Err(KindError::Word(word.clone()));
        }
        if !seen.insert(word) {
            return Err(KindError::Twice(word.clone()));
        }
    }
    Ok(())
}

impl GroupRow {
    fn into_group(self, id: GroupId) -> Result<Arc<StayGroup>, KindError> {
        for colour in [&self.colour, &self.colour_dark] {
            let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6);
            if !digits.is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit())) {
                return Err(KindError::Colour(colour.clone()));
            }
        }
        let Self { word, label, colour, colour_dark, mark, days_figure } = self;
        Ok(Arc::new(StayGroup { id, word, label, colour, colour_dark, mark, days_figure }))
    }
}

impl KindRow {
    fn into_kind(self, groups: &[Arc<StayGroup>]) -> Result<Arc<StayKind>, KindError> {
        let Some(group) = groups.iter().find(|group| group.word == self.group) else {
            return Err(KindError::NoGroup { kind: self.word, group: self.group });
        };
        if self.afterwards.as_ref().is_some_and(|words| !words.contains(PLACE)) {
            return Err(KindError::Afterwards(self.word));
        }
        Ok(Arc::new(StayKind {
            word: self.word,
            label: self.label,
            group: group.clone(),
            lasts: self.lasts,
            instant: self.instant,
            afterwards: self.afterwards,
            figure: self.figure,
        }))
    }
}

impl From<KindTable> for KindRows {
    fn from(table: KindTable) -> Self {
        let group = |group: &Arc<StayGroup>| GroupRow {
            word: group.word.clone(),
            label: group.label.clone(),
            colour: group.colour.clone(),
            colour_dark: group.colour_dark.clone(),
            mark: group.mark,
            days_figure: group.days_figure.clone(),
        };
        let kind = |kind: &Arc<StayKind>| KindRow {
            word: kind.word.clone(),
            label: kind.label.clone(),
            group: kind.group.word.clone(),
            lasts: kind.lasts,
            instant: kind.instant,
            afterwards: kind.afterwards.clone(),
            figure: kind.figure.clone(),
        };
        Self {
            groups: table.groups.iter().map(group).collect(),
            kinds: table.kinds.iter().map(kind).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROUP: &str = r##"{"word":"home","label":"Home","colour":"#009e73","colour_dark":"#2fbf95","mark":"circle"}"##;
    const KIND: &str = r#"{"word":"residence","label":"residence","group":"home","lasts":"likely","instant":false}"#;

    fn table(groups: &[&str], kinds: &[&str]) -> Result<KindTable, String> {
        let file = format!(r#"{{"groups":[{}],"kinds":[{}]}}"#, groups.join(","), kinds.join(","));
        serde_json::from_str(&file).map_err(|error| error.to_string())
    }

    #[test]
    fn a_kind_knows_its_group_and_is_written_as_it_was_read() {
        let table = table(&[GROUP], &[KIND]).unwrap();
        let kind = table.get("residence").unwrap();
        assert_eq!((kind.group.id, kind.group.label.as_str()), (GroupId(0), "Home"));
        assert_eq!(kind.lasts, Lasts::Likely);
        assert!(table.get("pilgrimage").is_none());
        let written = serde_json::to_string(&table).unwrap();
        assert_eq!(written, format!(r#"{{"groups":[{GROUP}],"kinds":[{KIND}]}}"#));
    }

    #[test]
    fn a_table_that_contradicts_itself_is_refused() {
        let refused = |groups: &[&str], kinds: &[&str]| table(groups, kinds).unwrap_err();
        assert!(refused(&[GROUP, GROUP], &[]).contains("`home` is defined twice"));
        assert!(refused(&[GROUP], &[KIND, KIND]).contains("`residence` is defined twice"));
        assert!(refused(&[], &[KIND]).contains("`residence` is of the group `home`"));
        let red = GROUP.replace("#009e73", "red");
        assert!(refused(&[&red], &[]).contains("the colour `red` is not written #rrggbb"));
        let nowhere = KIND.replace(r#""instant":false"#, r#""instant":true,"afterwards":"free""#);
        assert!(refused(&[GROUP], &[&nowhere]).contains("does not contain {place}"));
        let spaced = KIND.replace("\"residence\",\"label", "\"a residence\",\"label");
        assert!(refused(&[GROUP], &[&spaced]).contains("`a residence` is not a word"));
    }
}
