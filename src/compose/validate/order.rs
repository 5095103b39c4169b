//! Checks that the stays are in order of time, and gives each place the name that
//! was in use on the day of arrival.

use crate::compose::diagnostic::Diagnostic;
use crate::compose::life_seed::LifeSeed;
use crate::domain::life::{DateOrderError, Itinerary, Stay, StayEvent, town_of};
use crate::domain::time::Day;
use crate::geoparse::Gazetteer;

/// Puts the stays in order, and gives each place the name it had at the time.
pub(super) fn in_order(
    life: &LifeSeed,
    stays: Vec<Stay>,
    end: Day,
    gazetteer: &Gazetteer,
) -> Result<Itinerary, Vec<Diagnostic>> {
    let point = |id: &str| gazetteer.place(id).and_then(|p| p.point);
    let town = |id: &str| town_of(&*gazetteer.place(id)?, |id| gazetteer.place(id));
    let mut itinerary = Itinerary::new(stays.clone(), end, point, town)
        .map_err(|error| vec![out_of_order(life, &stays, &error)])?;
    for (stay, timing) in itinerary.stays.iter_mut().zip(&itinerary.schedule.timings) {
        if let Some(place) = gazetteer.place(&stay.place) {
            stay.name = place.name_on(timing.drawn_arrival).to_owned();
        }
    }
    Ok(itinerary)
}

/// The diagnostic that names the two contradictory dates and their stays.
fn out_of_order(life: &LifeSeed, stays: &[Stay], error: &DateOrderError) -> Diagnostic {
    let stay = &life.stays[error.stay];
    let (own, key) = match error.event {
        StayEvent::Departure => (stay.depart.as_ref(), "depart"),
        StayEvent::Arrival => (stay.arrive.as_ref(), "arrive"),
    };
    let (place, latest, earliest) = (stay.place.get_ref(), error.latest, error.earliest);
    let mut message = format!("`{key}` of the stay at `{place}` is {latest} at the latest");
    match before(stays, error) {
        Some((other, does)) => {
            let other = &stays[other].place;
            message += &format!(
                ", but the stay before it at `{other}` {does} on {earliest} at the earliest"
            );
        }
        None => message += &format!(", but it cannot be before {earliest}"),
    }
    let help = "put the stays in order of time, or correct one of the two dates";
    life.itinerary_file.wrong(own.unwrap_or(&stay.place), message).with_help(help)
}

/// The last stay before the one in error with a date that begins on the earliest
/// possible day, and a verb for the message. Concurrent stays do not count.
fn before(stays: &[Stay], error: &DateOrderError) -> Option<(usize, &'static str)> {
    (0..error.stay).rev().filter(|&i| !stays[i].concurrent).find_map(|i| {
        let begins = |date: &Option<crate::domain::time::DateSpan>| {
            date.as_ref().is_some_and(|date| date.earliest == Some(error.earliest))
        };
        match (begins(&stays[i].depart), begins(&stays[i].arrive)) {
            (true, _) => Some((i, "ends")),
            (_, true) => Some((i, "begins")),
            _ => None,
        }
    })
}
