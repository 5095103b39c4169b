//! Weighs a possible name: the clues of its own, and of the words around it.

use std::collections::HashSet;

use super::Discourse;
use super::clue::{Clue, Clues};
use super::people::People;
use super::spans::{GENERIC, Span};
use super::vocabulary::Class;
use super::words::Words;
use crate::domain::PlaceKind;
use crate::geoparse::gazetteer::{Frequency, Gazetteer, Lexeme};
use crate::geoparse::token::TokenKind;

/// No name of a body goes on for more words; a list in capitals may do so for
/// thousands, and is read once for each of them.
const LONGEST: usize = 24;

/// What a name is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// It may name a place.
    Name,
    /// It stands within the name of an organisation, event or work.
    Embedded,
    /// It is no name of a place here, whatever else speaks for it.
    Other,
}

pub(super) struct Weigher<'a, 't> {
    pub words: &'a Words<'a, 't>,
    pub gazetteer: &'a Gazetteer,
    pub people: &'a People<'t>,
}

impl Weigher<'_, '_> {
    /// Is it part of something else?
    pub fn use_of(&self, span: &Span) -> Use {
        let Span { start, end, .. } = *span;
        let words = self.words;
        let single = end - start == 1;
        let word = words.text(start);
        if single && (self.people.is_own(word) || words.class(start).is(Class::CALENDAR)) {
            return Use::Other;
        }
        if single && self.is_something_else(span) {
            return Use::Other;
        }
        let ship = words.class_before(start).is(Class::VESSEL) && words.is_joined(start);
        if !ship && (start..end).any(|at| self.people.covers(at)) {
            return Use::Other;
        }
        // Half of a hyphenated word is not the place: "Anglo-Russia…".
        if words.follows_hyphen(start) && !words.is_capitalised(start.saturating_sub(2)) {
            return Use::Other;
        }
        if single
            && (words.class(start).is(Class::FUNCTION)
                || (words.class(start).is(Class::TITLE) && !span.historical)
                || words.lexeme(start).demonym.is_some() && !span.governed && !span.historical)
        {
            return Use::Other;
        }
        // "Rift Valley fever"
        if words.class(end).is(Class::DISEASE) && words.is_small(end) && words.is_joined(end) {
            return Use::Embedded;
        }
        if ship {
            return Use::Embedded;
        }
        if self.is_in_name(span) || self.follows_body(span) || self.is_regiment(span) {
            return Use::Embedded;
        }
        Use::Name
    }

    /// A single word that looks like a name but is none.
    fn is_something_else(&self, span: &Span) -> bool {
        let words = self.words;
        let at = span.start;
        let word = words.text(at);
        let known = span.historical || span.governed;
        let numeral = word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'));
        let code =
            words.is_all_capitals(at) && word.len() <= 4 && !known && !self.is_dateline(span);
        let slashed = words.text_before(at) == "/" || matches!(words.text(span.end), "/" | "$");
        // "European Centre", "Red Army": what follows a people is theirs.
        let theirs = words.continues_run(at)
            && words.lexeme(at - 1).demonym.is_some()
            && words.lexeme(at).common >= Frequency::Middle;
        // "the Duma", "Congress"
        let body = !known && words.class(at).is(Class::ORGANISATION.or(Class::EVENT));
        numeral || code || slashed || theirs || body || words.class(at).is(Class::DIRECTION)
    }

    /// The clues that the sentence gives.
    pub fn clues(&self, span: &Span, used: Use) -> Clues {
        let mut clues = self.own(span);
        let words = self.words;
        let Span { start, end, .. } = *span;
        let before = words.class_before(start);
        let article = matches!(words.text_before(start), "the" | "The");
        let reach = if article { start.saturating_sub(1) } else { start };
        let class_before = words.class_before(reach);
        let small_before = reach > 0 && !words.is_capitalised(reach - 1)
            || words.begins_sentence(reach.saturating_sub(1));
        let addressed = self.is_addressed(span);
        clues.add_if(
            class_before.is(Class::PREPOSITION) && small_before && !addressed,
            Clue::Preposition,
        );
        let inside = matches!(
            words.text_before(reach),
            "in" | "In" | "near" | "Near" | "from" | "From" | "at" | "At"
        );
        clues.add_if(
            inside && clues.has(Clue::Preposition) && (span.state || span.renown >= 4.5),
            Clue::Inside,
        );
        clues.add_if(
            class_before.is(Class::WEAK_PREPOSITION) && small_before,
            Clue::WeakPreposition,
        );
        clues.add_if(
            !span.main
                && !span.means.is_empty()
                && clues.has(Clue::Preposition)
                && self.is_only_name(span),
            Clue::OnlyPlace,
        );
        clues.add_if(before.is(Class::DIRECTION) && words.is_joined(start), Clue::Direction);
        clues.add_if(self.follows_place_noun(start), Clue::PlaceNoun);
        clues.add_if(span.generic != Class::NONE, Clue::Generic);
        clues.add_if(
            words.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Possessive),
            Clue::Possessive,
        );
        if matches!(words.text_before(start), "the" | "The" | "a" | "A" | "an" | "An")
            && !span.historical
            && span.generic == Class::NONE
            // That of "the Dallas Police" belongs to the police.
            && used == Use::Name
        {
            let noun = words.is_small(end)
                && words.is_joined(end)
                && !words.class(end).is(Class::FUNCTION.or(Class::PREPOSITION));
            // "the Paris-born painter"
            let compound = words.hyphenated(end).is_some_and(|at| words.is_small(at));
            clues.add(match (noun || compound, compound || words.class(end).is(Class::LOCAL)) {
                (true, true) => Clue::LocalAttributive,
                (true, false) => Clue::Attributive,
                _ => Clue::Article,
            });
        }
        let next = words.class(end);
        let subject = !clues.has(Clue::Preposition) && words.text_before(start) != "of";
        clues.add_if(addressed, Clue::Addressed);
        clues.add_if(subject && self.acts(span), Clue::SpeaksOrActs);
        clues.add_if(subject && self.befalls(span), Clue::Befalls);
        if clues.has(Clue::SpeaksOrActs) || clues.has(Clue::Addressed) {
            clues.remove(Clue::OnlyPlace);
            clues.add_if(span.given, Clue::Given);
        }
        clues.add_if(span.is_nameless(), Clue::Unknown);
        clues.add_if(self.is_described(span), Clue::Described);
        clues.add_if(
            words.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Number)
                && words.is_joined(end)
                && !span.historical,
            Clue::Numbered,
        );
        clues.add_if(self.is_dateline(span), Clue::Dateline);
        let from_there = words.hyphenated(end).is_some_and(|at| words.class(at).is(Class::FROM));
        clues.add_if(next.is(Class::LOCAL) && words.is_small(end) || from_there, Clue::Local);
        clues.add_if(self.has_neighbour(span), Clue::UnknownNeighbour);
        clues
    }

    /// Could it be what a person is called? Of countries and great cities the
    /// same is told as of persons: "Moscow agreed".
    fn could_be_person(&self, span: &Span) -> bool {
        let lexeme = self.words.lexeme(span.start);
        let called = lexeme.surname > Frequency::Low || lexeme.given_name > Frequency::None;
        let known = self.people.is_known(self.words.text(span.start));
        let single = span.end - span.start == 1;
        single && !span.country && (span.given || !span.governed && (called || known))
    }

    /// "Brown said", "Brown left Paris"
    fn acts(&self, span: &Span) -> bool {
        let words = self.words;
        let end = span.end;
        let moves = matches!(words.text(end), "left" | "visited" | "reached")
            && words.is_capitalised(end + 1)
            && span.end - span.start == 1
            && span.renown < 5.5
            && !span.governed;
        let speaks = words.class(end).is(Class::SPEECH) && words.is_small(end);
        moves || speaks && self.could_be_person(span)
    }

    /// "Brown was born"
    fn befalls(&self, span: &Span) -> bool {
        let words = self.words;
        let verb = if words.text(span.end + 1) == "been" { span.end + 1 } else { span.end };
        matches!(words.text(span.end), "was" | "were" | "had" | "has" | "is")
            && (verb > span.end || !matches!(words.text(verb), "had" | "has"))
            && words.class(verb + 1).is(Class::FATE)
            && span.end - span.start == 1
    }

    /// "he met Brown", "she spoke to Brown"
    fn is_addressed(&self, span: &Span) -> bool {
        let words = self.words;
        let before = span.start.saturating_sub(1);
        let spoken_to = matches!(words.text(before), "to" | "with")
            && words.class_before(before).is(Class::SPEECH)
            || words.class(before).is(Class::ADDRESS);
        spoken_to && words.is_small(before) && self.could_be_person(span)
    }

    /// The clues that lie in the name itself.
    fn own(&self, span: &Span) -> Clues {
        let mut clues = Clues::default();
        let words = self.words;
        let Span { start, end, .. } = *span;
        let single = end - start == 1;
        if span.historical {
            clues.add(Clue::HandMade);
        } else if span.governed {
            clues.add(Clue::CountryOrProvince);
        } else if !span.means.is_empty() {
            clues.add(match span.renown {
                6.0.. => Clue::GreatCity,
                5.0.. => Clue::City,
                3.7.. => Clue::Town,
                _ => Clue::Village,
            });
            clues.add_if(!span.main, Clue::OtherName);
        }
        let several = (start..end).filter(|&at| words.is_capitalised(at)).count() > 1;
        clues.add_if(several, Clue::TwoWords);
        let owner = start.checked_sub(1).and_then(|before| words.tokens.get(before));
        clues.add_if(
            owner.is_some_and(|token| token.kind == TokenKind::Possessive)
                && !span.historical
                && !span.governed
                && span.renown < 5.0,
            Clue::Owned,
        );
        // A county may be called by any word.
        if single && span.generic == Class::NONE {
            let lexeme = words.lexeme(start);
            let begins = words.begins_sentence(start);
            let anything_else = lexeme.common > Frequency::None
                || lexeme.given_name > Frequency::None
                || lexeme.surname > Frequency::None;
            clues.add_if(begins && anything_else, Clue::BeginsSentence);
            // "Split by the quarrel" is no town, "China" is a country anywhere.
            if !span.state || (begins && !span.country) {
                match lexeme.common {
                    Frequency::High => clues.add(Clue::CommonWord),
                    Frequency::Middle => clues.add(Clue::DictionaryWord),
                    Frequency::Low => clues.add(Clue::RareWord),
                    Frequency::None => {}
                }
                clues.add_if(
                    lexeme.common > Frequency::Low && !words.begins_sentence(start),
                    Clue::WrittenLarge,
                );
            }
            clues.add_if(lexeme.given_name > Frequency::None, Clue::GivenName);
            match lexeme.surname {
                Frequency::High => clues.add(Clue::UsualSurname),
                Frequency::Middle => clues.add(Clue::Surname),
                _ => {}
            }
            let known = self.people.is_known(words.text(start));
            clues.add_if(known, Clue::KnownPerson);
            let given_name = self.people.is_given_name(words.text(start));
            let placed =
                words.class_before(start).is(Class::PREPOSITION.or(Class::WEAK_PREPOSITION));
            clues.add_if(given_name && !known && !placed && !span.state, Clue::KnownGivenName);
            clues.add_if(
                words.text(start).chars().count() <= 3 && !span.historical && !span.governed,
                Clue::Short,
            );
            clues.add_if(words.is_all_capitals(start) && !span.historical, Clue::Capitals);
            clues.add_if(
                span.main && !clues.has(Clue::KnownPerson) && self.is_only_name(span),
                Clue::OnlyPlace,
            );
        }
        clues
    }

    /// "X is a town in …", "X, a farming village"
    fn is_described(&self, span: &Span) -> bool {
        let words = self.words;
        let mut at = span.end;
        match words.text(at) {
            "," | "is" | "was" => at += 1,
            _ => return false,
        }
        if !matches!(words.text(at), "a" | "an" | "the") {
            return false;
        }
        (at + 1..at + 4)
            .take_while(|&at| words.is_small(at) && !words.class(at).is(Class::FUNCTION))
            .any(|at| {
                words.class(at).is(Class::PLACE_NOUN) && !words.class(at).is(Class::DIRECTION)
            })
    }

    /// Is the word nothing else than a name, and not one that persons often have?
    fn is_only_name(&self, span: &Span) -> bool {
        let lexeme = self.words.lexeme(span.start);
        span.end - span.start == 1
            && lexeme.common == Frequency::None
            && lexeme.given_name == Frequency::None
            && lexeme.surname < Frequency::Middle
            && self.words.class(span.start) == Class::NONE
    }

    /// What a word beside it calls it: "the city of Vladimir", "Nyanza province".
    pub fn said_to_be(&self, span: &Span) -> Option<PlaceKind> {
        let words = self.words;
        let of = words.text_before(span.start) == "of" && span.start > 1;
        let noun = if of { words.text(span.start - 2) } else { "" };
        let after = if words.is_joined(span.end) { words.text(span.end) } else { "" };
        let kind = |noun: &str| match noun {
            "city" | "town" | "village" | "port" | "capital" => Some(PlaceKind::Settlement),
            "province" | "state" | "governorate" | "region" => Some(PlaceKind::Province),
            "district" | "county" => Some(PlaceKind::District),
            "river" | "lake" | "bay" | "sea" => Some(PlaceKind::Water),
            "country" | "republic" | "kingdom" => Some(PlaceKind::State),
            "island" | "peninsula" => Some(PlaceKind::Region),
            _ => None,
        };
        kind(noun).or_else(|| kind(after))
    }

    /// "the city of …", "his hometown, …"
    fn follows_place_noun(&self, start: usize) -> bool {
        let words = self.words;
        let of = words.text_before(start) == "of"
            && start > 1
            && words.class(start - 2).is(Class::PLACE_NOUN);
        let direct = words.class_before(start).is(Class::PLACE_NOUN)
            && !words.class_before(start).is(Class::DIRECTION)
            && words.is_small(start - 1)
            && words.is_joined(start);
        of || direct
    }

    /// "RICHMOND, Va. —", "LONDON (AP)"
    fn is_dateline(&self, span: &Span) -> bool {
        let words = self.words;
        let begins = span.start == 0 || words.text(span.start - 1) == "\n";
        begins
            && (span.start..span.end).all(|at| words.is_all_capitals(at))
            && matches!(words.text(span.end), "," | "(" | "-" | "–" | "—")
    }

    /// Another name touches it that is neither a place's nor a title.
    fn has_neighbour(&self, span: &Span) -> bool {
        let words = self.words;
        let start = span.start;
        start > 0
            && words.continues_run(start)
            && !words.begins_sentence(start - 1)
            && !words
                .class_before(start)
                .is(Class::DIRECTION.or(Class::CALENDAR).or(GENERIC).or(Class::FUNCTION))
            && words.lexeme(start - 1).demonym.is_none()
    }

    /// "Dallas Police Department", "Boston Red Sox", "Prague Conference".
    fn is_in_name(&self, span: &Span) -> bool {
        let words = self.words;
        let body = Class::ORGANISATION.or(Class::EVENT);
        let mut at = span.end - 1;
        for _ in 0..LONGEST {
            let Some(next) = words.next_of_run(at) else { break };
            let class = words.class(next);
            if class.is(Class::CALENDAR.or(Class::TITLE).or(Class::SEVERAL))
                || words.is_all_capitals(at)
            {
                return false;
            }
            if class.is(body) && (!class.is(GENERIC) || class.is(Class::ORGANISATION)) {
                return true;
            }
            if self.people.covers(next) {
                return false;
            }
            at = next;
        }
        // Something follows that is a name but of no known kind; a surname would
        // make it a person's.
        let follower = words.lexeme(span.end);
        let surname = words.begins_sentence(span.start)
            && (follower.surname > Frequency::None || follower == Lexeme::default());
        if at >= span.end && follower.demonym.is_none() && !surname {
            return true;
        }
        let next = span.end;
        let small_event = words.is_small(next)
            && words.is_joined(next)
            && words.class(next).is(Class::EVENT)
            && span.means.iter().all(|m| self.gazetteer.facts(m.entry).kind == PlaceKind::Site);
        small_event || self.continues_body(span)
    }

    /// "Bank of England", "Council of Ministers of the Soviet Union".
    fn follows_body(&self, span: &Span) -> bool {
        let words = self.words;
        let mut at = span.start;
        let is_link = |text: &str| {
            ["of", "the", "and", "for", "on", "in", "to"]
                .iter()
                .any(|link| text.eq_ignore_ascii_case(link))
        };
        // "Army of Northern Virginia"
        if words.class_before(at).is(Class::DIRECTION) && words.continues_run(at) {
            at -= 1;
        }
        if !is_link(words.text_before(at)) {
            return false;
        }
        let linked_by_of = {
            let the = words.text_before(at).eq_ignore_ascii_case("the");
            let of = if the { at.saturating_sub(2) } else { at - 1 };
            matches!(words.text(of), "of" | "for" | "OF" | "FOR")
        };
        if !linked_by_of {
            return false;
        }
        let body = Class::ORGANISATION.or(Class::EVENT);
        for before in (0..at).rev().take(LONGEST) {
            if words.is_capitalised(before) && !is_link(words.text(before)) {
                let class = words.class(before);
                if class.is(body) && !class.is(Class::GOVERNMENT.or(Class::SITE).or(Class::NATURE))
                {
                    return true;
                }
                if class.is(body) && words.class_before(before).is(Class::FUNCTION) {
                    // "the Bank of …" alone.
                    return class.is(Class::ORGANISATION.or(Class::EVENT));
                }
            } else if !is_link(words.text(before)) {
                return false;
            }
        }
        false
    }

    /// What stands before in the same run makes it a body: "Radio Moscow".
    fn continues_body(&self, span: &Span) -> bool {
        let words = self.words;
        let start = span.start;
        start > 0
            && words.continues_run(start)
            && words.is_joined(start)
            && words.class(start - 1).is(Class::ORGANISATION)
            && !words.begins_sentence(start - 1)
    }

    /// "the Twentieth Indiana", "21st Ohio Volunteers".
    fn is_regiment(&self, span: &Span) -> bool {
        let words = self.words;
        let start = span.start;
        let ordinal = words.class_before(start).is(Class::ORDINAL)
            && (words.is_capitalised(start.saturating_sub(1))
                || words.follows_hyphen(start - 1)
                || words.text_before(start - 1) == "and");
        let number = start > 1
            && matches!(words.text(start - 1), "st" | "nd" | "rd" | "th" | "d")
            && words.tokens[start - 2].kind == TokenKind::Number
            && words.tokens[start - 2].end() == words.tokens[start - 1].start;
        let unit = words.class(span.end).is(Class::MILITARY) && words.is_joined(span.end);
        (ordinal || number) && span.governed || unit && words.is_capitalised(span.end)
    }
}

/// Adds the clues that the names around give one another.
pub(super) fn among_others(
    words: &Words<'_, '_>,
    gazetteer: &Gazetteer,
    spans: &[Span],
    clues: &mut [Clues],
    discourse: &Discourse<'_>,
) {
    // From right to left, so that the end of a list reaches its beginning.
    for i in (0..spans.len()).rev() {
        let span = &spans[i];
        let name = words.text(span.start);
        if span.end - span.start == 1 && !clues[i].has(Clue::KnownPerson) {
            // "Split into factions": a usual word that begins a sentence is the
            // place only where something is told of it.
            let usual = words.begins_sentence(span.start)
                && words.lexeme(span.start).common == Frequency::High
                && !matches!(words.text(span.end), "is" | "was" | "has" | "had" | "'s" | "’s");
            clues[i].add_if(discourse.is_place(name) && !usual, Clue::Discourse);
        }
        let Some(next) = spans.get(i + 1) else { continue };
        // "Athens Counties, Ohio"
        let several = words.class(span.end).is(Class::SEVERAL) && words.is_joined(span.end);
        let end = if several { span.end + 1 } else { span.end };
        let gap = words.tokens.get(end..next.start).unwrap_or_default();
        let comma = matches!(gap, [comma] if comma.text == ",");
        let inside = comma
            || matches!(gap, [within] if within.is_any(&["in", "("]))
            || matches!(gap, [comma, within] if comma.text == "," && within.is("in"))
            || matches!(gap, [within, the] if within.is("in") && the.is("the"))
            || matches!(gap, [is, within]
                if is.is_any(&["is", "was", "lies", "lay", "stands", "stood"]) && within.is("in"));
        if inside && contains(gazetteer, next, span) {
            clues[i].add(Clue::Container);
            clues[i + 1].add(Clue::Contains);
        } else if comma && is_apposed(words, span, next) {
            clues[i].add(Clue::ContainerLacks);
        }
        let listed = comma
            || matches!(gap, [and] if and.is_any(&["and", "or"]))
            || matches!(gap, [comma, and] if comma.text == "," && and.is_any(&["and", "or"]))
            || matches!(gap, [to] if to.is("to"));
        // "Jackson, Vinton, and Athens Counties"
        let several = words.class(next.end).is(Class::SEVERAL);
        clues[i + 1].add_if(several, Clue::Generic);
        if listed {
            let (a, b) = (clues[i].weight() > 1.5, clues[i + 1].weight() > 1.5);
            clues[i + 1].add_if(a, Clue::Listed);
            clues[i].add_if(b, Clue::Listed);
        }
    }
}

/// "Columbus, Kentucky, fell": a province after a comma that is not the next of
/// a list.
fn is_apposed(words: &Words<'_, '_>, inner: &Span, outer: &Span) -> bool {
    let in_list = matches!(words.text_before(inner.start), "," | "and" | "or");
    let goes_on = match words.text(outer.end) {
        "." | ")" | ";" => true,
        "," => words.is_small(outer.end + 1) && !matches!(words.text(outer.end + 1), "and" | "or"),
        _ => false,
    };
    let town = !inner.historical && !inner.governed && inner.generic == Class::NONE;
    town && outer.governed && goes_on && !in_list
}

/// Can one name mean a place within what the other means?
pub(super) fn contains(gazetteer: &Gazetteer, outer: &Span, inner: &Span) -> bool {
    const MOST: usize = 40;
    let areas = outer.means.iter().filter(|m| gazetteer.facts(m.entry).kind.is_area()).take(MOST);
    areas.into_iter().any(|area| {
        inner.means.iter().take(MOST * 4).any(|m| gazetteer.is_within(m.entry, area.entry))
    })
}

/// Which names stand within others: also the first of two that share what
/// follows, "Memphis and Charleston Railroad".
pub(super) fn embedded(weigher: &Weigher<'_, '_>, spans: &[Span], uses: &[Use]) -> Vec<bool> {
    let words = weigher.words;
    let mut embedded: Vec<bool> = uses.iter().map(|used| *used == Use::Embedded).collect();
    for i in (1..spans.len()).rev() {
        let gap = words.tokens.get(spans[i - 1].end..spans[i].start).unwrap_or_default();
        let and = matches!(gap, [and] if and.is("and"));
        embedded[i - 1] |= embedded[i] && and && weigher.is_in_name(&spans[i]);
    }
    // A disease keeps its name when "virus" is left out.
    let diseases: HashSet<&str> = spans
        .iter()
        .filter(|span| words.class(span.end).is(Class::DISEASE) && words.is_small(span.end))
        .map(|span| words.text(span.end - 1))
        .collect();
    for (span, embedded) in spans.iter().zip(&mut embedded) {
        let placed = words.class_before(span.start).is(Class::PREPOSITION);
        *embedded |= diseases.contains(words.text(span.end - 1)) && !placed;
    }
    embedded
}
