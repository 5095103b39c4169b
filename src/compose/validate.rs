use super::diagnostic::Diagnostic;
use super::life_seed::LifeSeed;
use super::life_toml::{OverruleToml, StayToml};
use crate::domain::life::{Itinerary, Place, Stay, StayEvent};
use crate::domain::time::{DateSpan, Day};
use crate::geoparse::{CodePoints, DateFinding, Finding, Gazetteer, find_dates_in, find_mentions};

/// A life each of whose stays is proved by words of its text.
pub struct Validated {
    /// All dates of the text.
    pub dates: Vec<DateFinding>,
    /// All mentions of places, in order of the text.
    pub mentions: Vec<Finding>,
    /// The stays in order of time.
    pub itinerary: Itinerary,
    /// The span of the narrative.
    pub span: DateSpan,
    /// Its first day.
    pub first_day: Day,
    /// Its last day.
    pub last_day: Day,
}

/// Validates a life.
///
/// # Errors
/// A diagnostic for each mistake.
pub fn validate(life: &LifeSeed, gazetteer: &Gazetteer) -> Result<Validated, Vec<Diagnostic>> {
    let mut wrong = Vec::new();
    let narrative = life.life.narrative(&life.life_file);
    let dates = find_dates_in(&life.text, life.life.born);
    let mut mentions = find_mentions(&life.text, gazetteer, &dates, &life.life.names);
    for overrule in &life.life.overrule {
        if let Err(diagnostic) = apply(overrule, life, gazetteer, &mut mentions) {
            wrong.push(diagnostic);
        }
    }
    mentions.sort_by_key(|m| m.start);
    let validator = Validator { life, gazetteer, dates: &dates, mentions: &mentions };
    let mut offsets = CodePoints::new(&life.text);
    let mut stays = Vec::new();
    for stay in &life.stays {
        match validator.stay(stay, &mut offsets) {
            Ok(stay) => stays.push(stay),
            Err(diagnostics) => wrong.extend(diagnostics),
        }
    }
    let (span, first_day, last_day) = match narrative {
        Ok(narrative) if wrong.is_empty() => narrative,
        Ok(_) => return Err(wrong),
        Err(diagnostic) => {
            wrong.push(diagnostic);
            return Err(wrong);
        }
    };
    let itinerary = in_order(stays, last_day, gazetteer).map_err(|disorder| {
        let stay = &life.stays[disorder.stay];
        let at = match disorder.event {
            StayEvent::Departure => stay.depart.as_ref(),
            StayEvent::Arrival => stay.arrive.as_ref(),
        };
        let help = "put the stays in order of time, or mend the date";
        vec![life.itinerary_file.wrong(at.unwrap_or(&stay.place), disorder.to_string()).help(help)]
    })?;
    Ok(Validated { dates, mentions, itinerary, span, first_day, last_day })
}

/// Orders the stays, and gives each place the name of its day.
fn in_order(
    stays: Vec<Stay>,
    end: Day,
    gazetteer: &Gazetteer,
) -> Result<Itinerary, crate::domain::life::DateOrderError> {
    let point = |id: &str| gazetteer.place(id).and_then(|p| p.point);
    let mut itinerary = Itinerary::new(stays, end, point)?;
    for (stay, timing) in itinerary.stays.iter_mut().zip(&itinerary.schedule.timings) {
        if let Some(place) = gazetteer.place(&stay.place) {
            stay.name = place.name_on(timing.drawn_arrival).to_owned();
        }
    }
    Ok(itinerary)
}

struct Validator<'a> {
    life: &'a LifeSeed,
    gazetteer: &'a Gazetteer,
    dates: &'a [DateFinding],
    mentions: &'a [Finding],
}

impl Validator<'_> {
    fn stay(&self, stay: &StayToml, offsets: &mut CodePoints<'_>) -> Result<Stay, Vec<Diagnostic>> {
        let file = &self.life.itinerary_file;
        let mut wrong = Vec::new();
        let place = self.gazetteer.place(stay.place.get_ref());
        if place.is_none() {
            wrong.push(self.unknown_place(stay.place.get_ref(), |m| file.wrong(&stay.place, m)));
        }
        let mut dated = |date: &Option<toml::Spanned<String>>| {
            date.as_ref().and_then(|date| match stay.calendar.read(date.get_ref()) {
                Ok(span) => Some(span),
                Err(error) => {
                    wrong.push(file.wrong(date, error.to_string()));
                    None
                }
            })
        };
        let (arrive, depart) = (dated(&stay.arrive), dated(&stay.depart));
        if let (Some(a), Some(d), Some(at)) = (&arrive, &depart, &stay.depart)
            && let (Some(first), Some(last)) = (a.earliest, d.latest)
            && last < first
        {
            wrong.push(file.wrong(at, format!("departure `{d}` is before arrival `{a}`")));
        }
        let range = self.quote(stay).map_err(|diagnostic| wrong.push(diagnostic)).ok();
        let (Some(place), Some(range), true) = (place, range, wrong.is_empty()) else {
            return Err(wrong);
        };
        if stay.because.is_none()
            && let Some(missing) = self.disagreement(&place, &arrive, &depart, &range)
        {
            return Err(vec![
                file.wrong(&stay.quote, missing)
                    .help("quote the words that say it, or add `because = \"…\"`"),
            ]);
        }
        Ok(Stay {
            place: stay.place.get_ref().clone(),
            name: place.title.clone(),
            kind: stay.kind,
            arrive,
            depart,
            calendar: stay.calendar,
            certainty: stay.certainty,
            quote: stay.quote.get_ref().clone(),
            start: offsets.at(range.start),
            end: offsets.at(range.end),
            note: stay.note.clone(),
            concurrent: stay.concurrent,
        })
    }

    /// Where the quote stands in the text, in bytes.
    fn quote(&self, stay: &StayToml) -> Result<std::ops::Range<usize>, Diagnostic> {
        let file = &self.life.itinerary_file;
        let quote = stay.quote.get_ref();
        let found = occurrences(&self.life.text, quote);
        let nth = stay.nth.as_ref();
        match (found.len(), nth.map(|n| *n.get_ref())) {
            (0, _) => Err(file
                .wrong(&stay.quote, "the quote does not stand in text.txt")
                .help("copy it from the text, with its footnote marks and its dashes")),
            (1, None) => Ok(found[0]..found[0] + quote.len()),
            (count, None) => Err(file
                .wrong(&stay.quote, format!("the quote stands {count} times in text.txt"))
                .help("quote more words, or say which one with `nth = 1`")),
            (count, Some(n)) => match n.checked_sub(1).and_then(|i| found.get(i)) {
                Some(&start) => Ok(start..start + quote.len()),
                None => Err(Diagnostic::at(
                    &file.path,
                    &file.source,
                    nth.map_or(0..0, toml::Spanned::span),
                    format!("the quote stands {count} times in text.txt, there is no number {n}"),
                )),
            },
        }
    }

    /// Does the quote itself name the place and the dates of the record?
    fn disagreement(
        &self,
        place: &Place,
        arrive: &Option<DateSpan>,
        depart: &Option<DateSpan>,
        range: &std::ops::Range<usize>,
    ) -> Option<String> {
        let named = self
            .mentions
            .iter()
            .filter(|m| m.start >= range.start && m.end <= range.end)
            .filter_map(|m| m.entry)
            .any(|entry| {
                let id = &self.gazetteer.place_of(entry).id;
                self.gazetteer.lies_in(id, &place.id) || self.gazetteer.lies_in(&place.id, id)
            });
        if !named {
            return Some(format!("the quote does not name `{}`", place.id));
        }
        let told: Vec<&DateSpan> = self
            .dates
            .iter()
            .filter(|d| d.start >= range.start && d.end <= range.end)
            .filter_map(DateFinding::span)
            .collect();
        let recorded: Vec<&DateSpan> = arrive.iter().chain(depart).collect();
        let agrees = recorded.iter().any(|date| told.iter().any(|t| t.overlaps(date)));
        (!recorded.is_empty() && !agrees).then(|| {
            let dates: Vec<&str> = recorded.iter().map(|d| d.as_str()).collect();
            format!("the quote does not give the date `{}`", dates.join("` or `"))
        })
    }

    fn unknown_place(&self, id: &str, wrong: impl Fn(String) -> Diagnostic) -> Diagnostic {
        unknown_place(self.gazetteer, id, wrong)
    }
}

fn unknown_place(
    gazetteer: &Gazetteer,
    id: &str,
    wrong: impl Fn(String) -> Diagnostic,
) -> Diagnostic {
    let nearest = gazetteer
        .curated_ids()
        .map(|known| (strsim::damerau_levenshtein(known, id), known))
        .min()
        .filter(|(distance, _)| *distance <= 3);
    let diagnostic = wrong(format!("there is no place `{id}` in the gazetteer"));
    match nearest {
        Some((_, near)) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help("add it to seeds/gazetteer/historical.toml"),
    }
}

/// Puts a person's decision in place of the machine's.
fn apply(
    overrule: &OverruleToml,
    life: &LifeSeed,
    gazetteer: &Gazetteer,
    mentions: &mut Vec<Finding>,
) -> Result<(), Diagnostic> {
    let file = &life.life_file;
    let found = occurrences(&life.text, overrule.quote.get_ref());
    let [quote] = found.as_slice() else {
        let message =
            format!("the quote stands {} times in text.txt, it must stand once", found.len());
        return Err(file.wrong(&overrule.quote, message));
    };
    let surface = overrule.surface.get_ref();
    let within = occurrences(overrule.quote.get_ref(), surface);
    let [at] = within.as_slice() else {
        let message =
            format!("`{surface}` stands {} times in the quote, it must stand once", within.len());
        return Err(file.wrong(&overrule.surface, message));
    };
    let entry = match &overrule.place {
        None => None,
        Some(id) => Some(
            gazetteer
                .find(id.get_ref())
                .ok_or_else(|| unknown_place(gazetteer, id.get_ref(), |m| file.wrong(id, m)))?,
        ),
    };
    let (start, end) = (quote + at, quote + at + surface.len());
    mentions.retain(|m| m.end <= start || m.start >= end);
    if entry.is_some() {
        let embedded = overrule.embedded;
        mentions.push(Finding::decided(start, end, entry, embedded));
    }
    Ok(())
}

fn occurrences(text: &str, quote: &str) -> Vec<usize> {
    if quote.is_empty() {
        return Vec::new();
    }
    text.match_indices(quote).map(|(at, _)| at).collect()
}
