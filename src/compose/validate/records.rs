//! Turns the `[[stay]]` and `[[event]]` tables of `itinerary.toml` into stays and
//! events, and checks that each quote names the place and gives a date.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;

use super::evidence::Evidence;
use super::place_ref::PlaceRefs;
use crate::compose::diagnostic::Diagnostic;
use crate::compose::life_toml::{EventToml, StayToml};
use crate::compose::suggest::nearest;
use crate::domain::life::{Calendar, KindTable, LifeEvent, Stay, StayKind};
use crate::domain::time::DateSpan;
use crate::geoparse::CodePoints;

/// Converts the tables one after the other.
pub(super) struct Records<'a> {
    evidence: Evidence<'a>,
    kinds: &'a KindTable,
    offsets: CodePoints<'a>,
    places: PlaceRefs<'a>,
}

impl<'a> Records<'a> {
    pub fn new(evidence: Evidence<'a>, kinds: &'a KindTable, offsets: CodePoints<'a>) -> Self {
        Self { evidence, kinds, offsets, places: PlaceRefs::new(evidence) }
    }

    pub fn stay(&mut self, stay: &StayToml) -> Result<Stay, Vec<Diagnostic>> {
        let file = &self.evidence.life.itinerary_file;
        let mut wrong = Vec::new();
        let range = keep(self.evidence.find_quote(&stay.quote, stay.nth.as_ref()), &mut wrong);
        let place = keep(self.places.find(&stay.place, range.as_ref()), &mut wrong);
        let kind = keep(self.kind(&stay.kind), &mut wrong);
        let arrive = self.date(stay.arrive.as_ref(), stay.calendar, &mut wrong);
        let depart = self.date(stay.depart.as_ref(), stay.calendar, &mut wrong);
        if let (Some(a), Some(d), Some(at)) = (&arrive, &depart, &stay.depart)
            && let (Some(first), Some(last)) = (a.earliest, d.latest)
            && last < first
        {
            wrong.push(file.wrong(at, format!("departure `{d}` is before arrival `{a}`")));
        }
        self.check_draft(stay, &mut wrong);
        let (Some(place), Some(range), Some(kind), true) = (place, range, kind, wrong.is_empty())
        else {
            return Err(wrong);
        };
        let dates: Vec<&DateSpan> = arrive.iter().chain(&depart).collect();
        if stay.because.is_none() {
            self.proved(&stay.quote, Some(&place), &dates, &range).map_err(|e| vec![e])?;
        }
        Ok(Stay {
            name: self
                .evidence
                .gazetteer
                .place(&place)
                .map_or_else(String::new, |p| p.title.clone()),
            place,
            kind,
            arrive,
            depart,
            calendar: stay.calendar,
            calendar_because: stay.calendar_because.clone(),
            certainty: stay.certainty,
            quote: stay.quote.get_ref().clone(),
            start: self.offsets.at(range.start),
            end: self.offsets.at(range.end),
            note: stay.note.clone(),
            because: stay.because.clone(),
            concurrent: stay.concurrent,
            review: stay.review.as_ref().map(|review| review.get_ref().clone()),
            confidence: stay.confidence.as_ref().map(|confidence| *confidence.get_ref()),
        })
    }

    pub fn event(&mut self, event: &EventToml) -> Result<LifeEvent, Vec<Diagnostic>> {
        let mut wrong = Vec::new();
        let range = keep(self.evidence.find_quote(&event.quote, event.nth.as_ref()), &mut wrong);
        let place = event
            .place
            .as_ref()
            .and_then(|place| keep(self.places.find(place, range.as_ref()), &mut wrong));
        let kind = keep(self.kind(&event.kind), &mut wrong);
        let date = self.date(Some(&event.date), event.calendar, &mut wrong);
        let (Some(date), Some(range), Some(kind), true) = (date, range, kind, wrong.is_empty())
        else {
            return Err(wrong);
        };
        if event.because.is_none() {
            self.proved(&event.quote, place.as_deref(), &[&date], &range).map_err(|e| vec![e])?;
        }
        Ok(LifeEvent {
            kind,
            date,
            calendar: event.calendar,
            place,
            outcome: event.outcome,
            quote: event.quote.get_ref().clone(),
            start: self.offsets.at(range.start),
            end: self.offsets.at(range.end),
            because: event.because.clone(),
        })
    }

    fn kind(&self, word: &Spanned<String>) -> Result<Arc<StayKind>, Diagnostic> {
        let text = word.get_ref();
        self.kinds.get(text).cloned().ok_or_else(|| {
            let words = || self.kinds.kinds().iter().map(|kind| kind.word.as_str());
            let help = match nearest(text, words()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the kinds are: {}", words().collect::<Vec<_>>().join(", ")),
            };
            let file = &self.evidence.life.itinerary_file;
            file.wrong(word, format!("there is no kind `{text}`")).with_help(help)
        })
    }

    fn date(
        &self,
        date: Option<&Spanned<String>>,
        calendar: Calendar,
        wrong: &mut Vec<Diagnostic>,
    ) -> Option<DateSpan> {
        let date = date?;
        let file = &self.evidence.life.itinerary_file;
        let read = calendar.read(date.get_ref());
        keep(read.map_err(|error| file.wrong(date, error.to_string())), wrong)
    }

    fn check_draft(&self, stay: &StayToml, wrong: &mut Vec<Diagnostic>) {
        let file = &self.evidence.life.itinerary_file;
        if let Some(review) = stay.review.as_ref().filter(|review| review.get_ref() != "drafted") {
            let help = "leave `review` out once the stay is reviewed";
            wrong.push(file.wrong(review, "`review` can only be \"drafted\"").with_help(help));
        }
        if let Some(confidence) =
            stay.confidence.as_ref().filter(|value| !(0.0..=1.0).contains(value.get_ref()))
        {
            wrong.push(file.wrong(confidence, "`confidence` is not between 0 and 1"));
        }
    }

    /// Does the quote itself name the place and one of the dates?
    fn proved(
        &self,
        quote: &Spanned<String>,
        place: Option<&str>,
        dates: &[&DateSpan],
        range: &Range<usize>,
    ) -> Result<(), Diagnostic> {
        let missing = match place {
            Some(place) if !self.evidence.names(place, range) => {
                format!("the quote does not name `{place}`")
            }
            _ if !self.evidence.gives(dates, range) => {
                let dates: Vec<&str> = dates.iter().map(|date| date.as_str()).collect();
                format!("the quote does not give the date `{}`", dates.join("` or `"))
            }
            _ => return Ok(()),
        };
        let help = "quote the words that say it, or add `because = \"…\"`";
        Err(self.evidence.life.itinerary_file.wrong(quote, missing).with_help(help))
    }
}

fn keep<T>(result: Result<T, Diagnostic>, wrong: &mut Vec<Diagnostic>) -> Option<T> {
    result.map_err(|diagnostic| wrong.push(diagnostic)).ok()
}
