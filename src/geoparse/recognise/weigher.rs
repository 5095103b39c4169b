//! The clues of a possible name: its own, and of the words around it.

use super::clue::{Clue, Clues};
use super::people::People;
use super::spans::{GENERIC, Span};
use super::used::Use;
use super::vocabulary::Class;
use super::words::Words;
use crate::domain::life::PlaceKind;
use crate::geoparse::gazetteer::{Frequency, Gazetteer};
use crate::geoparse::token::TokenKind;

pub(super) struct Weigher<'a, 't> {
    pub words: &'a Words<'a, 't>,
    pub gazetteer: &'a Gazetteer,
    pub people: &'a People<'t>,
}

impl Weigher<'_, '_> {
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
            inside && clues.has(Clue::Preposition) && (span.is_established() || span.renown >= 4.5),
            Clue::Inside,
        );
        clues.add_if(
            class_before.is(Class::WEAK_PREPOSITION) && small_before,
            Clue::WeakPreposition,
        );
        // A name that is not the usual one of any place needs a place's preposition.
        let named = span.main || !span.means.is_empty() && clues.has(Clue::Preposition);
        clues.add_if(
            named && !clues.has(Clue::KnownPerson) && self.is_only_name(span),
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
            if !span.is_established() || (begins && !span.country) {
                match lexeme.common {
                    Frequency::High => clues.add(Clue::CommonWord),
                    Frequency::Middle => clues.add(Clue::DictionaryWord),
                    Frequency::Low => clues.add(Clue::RareWord),
                    Frequency::None => {}
                }
                clues.add_if(lexeme.common > Frequency::Low && !begins, Clue::WrittenLarge);
            }
            clues.add_if(lexeme.given_name > Frequency::None, Clue::GivenName);
            match lexeme.surname {
                Frequency::High => clues.add(Clue::UsualSurname),
                Frequency::Middle => clues.add(Clue::Surname),
                _ => {}
            }
            // "the town of Stalin" is none.
            let known = self.people.is_known(words.text(start)) && self.said_to_be(span).is_none();
            clues.add_if(known, Clue::KnownPerson);
            let given_name = self.people.is_given_name(words.text(start));
            let placed =
                words.class_before(start).is(Class::PREPOSITION.or(Class::WEAK_PREPOSITION));
            clues.add_if(
                given_name && !known && !placed && !span.is_established(),
                Clue::KnownGivenName,
            );
            clues.add_if(
                words.text(start).chars().count() <= 3 && !span.historical && !span.governed,
                Clue::Short,
            );
            clues.add_if(words.is_all_capitals(start) && !span.historical, Clue::Capitals);
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
    pub fn is_dateline(&self, span: &Span) -> bool {
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
}
