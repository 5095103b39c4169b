//! Judges each mention: a stay of the subject, or a refusal.

use std::ops::Range;

use super::clause::parse;
use super::drafted::Refused;
use super::evidence::{clues, quote};
use super::frame::{effect_moves, frame, in_brackets, kind_at, named_as_place, stronger};
use super::governed::{Place, governing, place};
use super::predicate::Effect;
use super::proposal::{Proposal, Strength};
use super::refusal::Refusal;
use super::sentence::{Word, sentences, words};
use super::subject::Subject;
use super::verb::{Focus, Governor, Reference, Use, Verb};
use super::when::{Dated, Time, choose, dates_of};
use super::words::Class;
use crate::domain::life::PlaceKind;
use crate::domain::time::DateSpan;
use crate::geoparse::{DateFinding, EntryId, Finding, Gazetteer, Token, tokens};

/// Reads a text sentence by sentence.
pub(super) struct Proposals<'a> {
    text: &'a str,
    gazetteer: &'a Gazetteer,
    subject: &'a Subject,
    dates: &'a [DateFinding],
    mentions: &'a [Finding],
    focus: Focus,
    /// The last date of the subject's story.
    reference: Option<DateSpan>,
    found: Vec<Proposal>,
    refused: Vec<Refused>,
    /// Has the birth been told?
    born_told: bool,
}

/// One sentence in work.
struct Sentence<'s, 't> {
    words: &'s [Word<'t>],
    verbs: &'s [Verb],
    dates: &'s [Dated<'s>],
}

impl<'a> Proposals<'a> {
    pub fn new(
        text: &'a str,
        gazetteer: &'a Gazetteer,
        subject: &'a Subject,
        dates: &'a [DateFinding],
        mentions: &'a [Finding],
    ) -> Self {
        Self {
            text,
            gazetteer,
            subject,
            dates,
            mentions,
            focus: Focus::default(),
            reference: None,
            found: Vec::new(),
            refused: Vec::new(),
            born_told: false,
        }
    }

    pub fn finish(self) -> (Vec<Proposal>, Vec<Refused>) {
        (self.found, self.refused)
    }

    /// Reads the whole text.
    pub fn read(&mut self) {
        let tokens = tokens(self.text);
        for range in sentences(&tokens) {
            let new_paragraph = range.start > 0 && tokens[range.start - 1].text == "\n";
            if new_paragraph {
                self.focus = Focus::default();
            }
            self.sentence(&tokens[range]);
        }
    }

    fn sentence(&mut self, tokens: &[Token<'_>]) {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return };
        let within = |start: usize| start >= first.start && start < last.end();
        let dates_from = self.dates.partition_point(|d| d.start < first.start);
        let dates_to = self.dates.partition_point(|d| d.start < last.end());
        let words = words(tokens, self.mentions, self.dates);
        let verbs = parse(&words, self.subject, &mut self.focus);
        let dates = dates_of(&words, &self.dates[dates_from..dates_to]);
        let from = self.mentions.partition_point(|m| m.start < first.start);
        let mentions: Vec<usize> =
            (from..self.mentions.len()).take_while(|&i| within(self.mentions[i].start)).collect();
        let sentence = Sentence { words: &words, verbs: &verbs, dates: &dates };
        let mut before: Option<Place> = None;
        let mut accepted: Option<(EntryId, usize)> = None;
        for index in mentions {
            let Some(span) = span_of(&words, index) else { continue };
            let here = place(&words, span, before.as_ref());
            match self.judge(&sentence, &here, index, accepted) {
                Ok(proposal) => {
                    accepted = Some((proposal.entry, here.words.end));
                    self.found.push(proposal);
                }
                Err(why) => {
                    let mention = &self.mentions[index];
                    self.refused.push(Refused { why, quote: (mention.start, mention.end) });
                }
            }
            before = Some(here);
        }
        self.refer(&sentence);
    }

    /// The date that later sentences count from.
    fn refer(&mut self, sentence: &Sentence<'_, '_>) {
        let about = sentence
            .verbs
            .iter()
            .any(|v| matches!(v.governor, Governor::Subject(_)) && v.used == Use::Finite);
        let died = self.subject.died;
        let born = self.subject.born;
        let in_life = |d: &&Dated<'_>| {
            d.span.earliest.is_none_or(|day| died.is_none_or(|died| day <= died))
                && d.span.latest.is_none_or(|day| born.is_none_or(|born| day >= born))
        };
        let told = |d: &&Dated<'_>| {
            let before = d.at.checked_sub(1).map_or("", |i| sentence.words[i].lower.as_str());
            let opening = d.at <= 2;
            let adverbial =
                ["in", "on", "by", "from", "since", "until", "during", "late", "early", "to"];
            let goes_on = self.reference.as_ref().and_then(|r| r.earliest).is_none_or(|day| {
                d.span.earliest.is_none_or(|e| e.0 >= day.0 - 366 && e.0 <= day.0 + 9_000)
            });
            opening || (adverbial.contains(&before) || d.at <= 6) && goes_on
        };
        let dates = sentence.dates.iter().rev();
        if let Some(date) = dates.filter(in_life).find(told).filter(|_| about) {
            self.reference = Some(date.span.clone());
        }
        let birth = sentence.verbs.iter().any(|v| {
            sentence.words[v.at].lower == "born" && matches!(v.governor, Governor::Subject(_))
        });
        self.born_told |= birth && sentence.words.first().is_some_and(|w| w.start > 0);
        if let Some(born) = born.filter(|_| birth) {
            self.reference = Some(DateSpan::day(born));
        }
    }

    fn judge(
        &self,
        sentence: &Sentence<'_, '_>,
        here: &Place,
        index: usize,
        accepted: Option<(EntryId, usize)>,
    ) -> Result<Proposal, Refusal> {
        let mention = &self.mentions[index];
        let entry = mention.entry.ok_or(Refusal::NotProse)?;
        let words = sentence.words;
        if words[here.words.start].quoted && !words[0].quoted {
            return Err(Refusal::Quoted);
        }
        let contains = |inner| inner != entry && self.gazetteer.is_within(inner, entry);
        if accepted.is_some_and(|(inner, end)| here.words.start <= end + 4 && contains(inner)) {
            return Err(Refusal::Container);
        }
        named_as_place(here, mention)?;
        if let Some(kind) = in_brackets(words, here, self.found.is_empty()) {
            return self.bracketed(sentence, here, mention, entry, kind);
        }
        let chosen = governing(words, sentence.verbs, here).ok_or(Refusal::NoPredicate)?;
        let verb = &sentence.verbs[chosen];
        let (kind, effect, weak) = frame(verb, here, words)?;
        acts(verb)?;
        let time = self.time(sentence, chosen, here, kind, effect);
        self.in_lifetime(&time)?;
        let place = self.gazetteer.place_of(entry);
        if place.point.is_none() {
            return Err(Refusal::NoPredicate);
        }
        let kind = if weak && effect == Effect::There {
            stronger(sentence.verbs, chosen, kind)
        } else {
            kind
        };
        let kind = match effect {
            Effect::Leaves | Effect::Passes if kind == "visit" => "transit",
            _ => kind_at(kind, here, &words[verb.at].lower),
        };
        Ok(Proposal {
            entry,
            surface: (words[here.start].start.min(mention.start), mention.end),
            quote: quote(words, verb, here, &time),
            kind,
            effect,
            wide: is_wide(place.kind),
            lead: !self.born_told && kind != "birth",
            strength: Strength {
                named: matches!(verb.governor, Governor::Subject(Reference::Name)),
                weak,
                resolved: mention.confidence,
            },
            clues: clues(words, verb, here, &time),
            time,
        })
    }

    /// A birth or death in brackets after the name: "(21 February 1797 in Leiria –".
    fn bracketed(
        &self,
        sentence: &Sentence<'_, '_>,
        here: &Place,
        mention: &Finding,
        entry: EntryId,
        kind: &'static str,
    ) -> Result<Proposal, Refusal> {
        let words = sentence.words;
        let near = sentence.dates.iter().rev().find(|d| d.at < here.words.start);
        let date = near.or(sentence.dates.first()).ok_or(Refusal::NoPredicate)?;
        let range = (date.finding.start, date.finding.end);
        let time = Time { arrive: Some(date.span.clone()), ranges: vec![range], ..Time::default() };
        let end = words[here.words.end - 1].end;
        Ok(Proposal {
            entry,
            surface: (mention.start, mention.end),
            quote: (range.0.min(mention.start), range.1.max(end)),
            kind,
            effect: Effect::There,
            wide: is_wide(self.gazetteer.place_of(entry).kind),
            lead: false,
            strength: Strength { named: true, resolved: mention.confidence, ..Strength::default() },
            clues: vec!["brackets after the name".to_owned()],
            time,
        })
    }

    /// The date of the clause, of the sentence, or told before.
    fn time(
        &self,
        sentence: &Sentence<'_, '_>,
        chosen: usize,
        here: &Place,
        kind: &str,
        effect: Effect,
    ) -> Time {
        let words = sentence.words;
        let verb = &sentence.verbs[chosen];
        let starts = |i: usize| words[i].mark(";") || words[i].is(Class::Relative) && i > 0;
        let from = (0..here.words.start.min(verb.start)).rev().find(|&i| starts(i)).unwrap_or(0);
        let next = sentence
            .verbs
            .get(chosen + 1..)
            .and_then(|rest| rest.iter().find(|v| v.used != Use::Noun && v.at >= here.words.end));
        let until = next.map_or(words.len(), |v| {
            let conj = (here.words.end..v.start).find(|&i| {
                words[i].is(Class::Conjunction)
                    || words[i].is(Class::Relative)
                    || words[i].is(Class::Subordinator)
                    || words[i].mark(",;")
            });
            conj.map_or(v.start, |c| c.max(here.words.end))
        });
        let listed = words.get(here.words.end).is_some_and(|w| w.mark("("));
        if let Some(mut time) = choose(sentence.dates, (from, until), here.words.start, !listed) {
            // "until 21 June, when they sailed to Visby": the date is that of the sailing.
            let told = time.ranges.first().map_or(0, |r| r.0);
            if time.arrive.is_none() && told < words[verb.start].start && effect == Effect::Arrives
            {
                time.arrive = time.depart.take();
            }
            let before = self.reference.as_ref().filter(|r| {
                let (Some(told), Some(left)) =
                    (r.earliest, time.depart.as_ref().and_then(|d| d.earliest))
                else {
                    return false;
                };
                told <= left && left.0 - told.0 < 1_500
            });
            if time.arrive.is_none() {
                time.since = before.and_then(|r| r.earliest);
            }
            return time;
        }
        let told = match kind {
            "birth" => self.subject.born.map(DateSpan::day),
            "death" => self.subject.died.map(DateSpan::day),
            _ => self.reference.clone(),
        };
        Time { arrive: told, distance: 2, ..Time::default() }
    }

    fn in_lifetime(&self, time: &Time) -> Result<(), Refusal> {
        let first = time.arrive.as_ref().and_then(|s| s.earliest);
        let last = time.arrive.as_ref().and_then(|s| s.latest);
        if let (Some(day), Some(died)) = (first, self.subject.died)
            && day > died
        {
            return Err(Refusal::Posthumous);
        }
        if let (Some(day), Some(born)) = (last, self.subject.born)
            && day < born
        {
            return Err(Refusal::BeforeBirth);
        }
        Ok(())
    }
}

/// Does the subject act, or is moved, and did it happen?
fn acts(verb: &Verb) -> Result<(), Refusal> {
    let moved = verb.object && effect_moves(verb);
    match verb.governor {
        Governor::Other { .. } if !moved => return Err(Refusal::Other),
        Governor::Unknown => return Err(Refusal::Other),
        _ => {}
    }
    if verb.negated {
        return Err(Refusal::Negated);
    }
    if verb.unreal || verb.modal {
        return Err(Refusal::Unreal);
    }
    Ok(())
}

/// A country or a continent: a stay there says little.
fn is_wide(kind: PlaceKind) -> bool {
    matches!(kind, PlaceKind::State | PlaceKind::Continent)
}

fn span_of(words: &[Word<'_>], mention: usize) -> Option<Range<usize>> {
    let start = words.iter().position(|w| w.mention == Some(mention))?;
    let length = words[start..].iter().take_while(|w| w.mention == Some(mention)).count();
    Some(start..start + length)
}
