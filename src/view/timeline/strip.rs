//! The strip over the slider: every stay as a bar coloured by kind, blanks of
//! the source as dashes, how much of the text is about each time, and dates.

use leptos::prelude::*;
use web_sys::{PointerEvent, WheelEvent};

use crate::dataset::Dataset;
use crate::domain::argsort::argsort;
use crate::domain::formats::format_decimal;
use crate::domain::life::{Certainty, Stay, Timing};
use crate::domain::time::Day;
use crate::page_model::{Axis, Tick, density};
use crate::view::html::{El, button, el, svg};
use crate::view::state::PageState;
use crate::view::strings;
use crate::view::timeline::gestures::{Gestures, day_under};

/// Marks that the eye can take in along the line, and the pixels one needs.
const TICKS: i32 = 11;
const TICK_PX: f64 = 64.0;

/// The strip's own height, in the units of its drawing; days are the other unit.
const HEIGHT: i32 = 44;
/// The text's density is told for so many parts of the life.
const BINS: usize = 160;
/// What the density rises to.
const DENSITY_HEIGHT: f64 = 18.0;

/// So many spans can be told apart one above the other, in so much of the strip.
const LANES: usize = 12;
const LANES_HEIGHT: i32 = 26;

/// The strip and what lies upon it: over all of it the pointer is told date and
/// place, and the wheel zooms.
pub fn scale(state: PageState, upon: [El; 3]) -> El {
    let pointed = RwSignal::new(None::<Day>);
    let gestures = Gestures::new(state);
    el("div", "scale")
        .child(strip(state, gestures, pointed))
        .children(upon)
        .on("pointermove", move |event: PointerEvent| {
            let hovers = event.pointer_type() == "mouse" && event.buttons() == 0;
            pointed.set(hovers.then(|| day_under(state, &event)).flatten());
        })
        .on("pointerleave", move |_: PointerEvent| pointed.set(None))
        .on("wheel", move |event: WheelEvent| gestures.wheel(&event))
}

fn strip(state: PageState, gestures: Gestures, pointed: RwSignal<Option<Day>>) -> El {
    let loaded = state.loaded();
    let whole = state.whole();
    let itinerary = &loaded.life.itinerary;
    let stays = itinerary.stays.iter().zip(&itinerary.schedule.timings);
    let unknown = loaded.resolved_stays.journeys.iter().filter(|journey| journey.unknown);
    let blanks: String = unknown
        .map(|j| {
            format!("M{} 8H{}", j.drawn_departure - whole.first, j.drawn_arrival - whole.first)
        })
        .collect();
    let unplaced: String = loaded
        .unplaced
        .iter()
        .filter_map(|event| event.date.earliest)
        .map(|day| format!("M{} 20V24", day - whole.first))
        .collect();
    let bars = svg("svg", "bars")
        .set("preserveAspectRatio", "none")
        .live("viewBox", move || {
            let axis = state.time.axis.get();
            format!("{} 0 {} {HEIGHT}", axis.first - whole.first, axis.days())
        })
        .child(svg("path", "density").set("d", &density_path(state)))
        .child(
            svg("path", "spans")
                .set("d", &loaded.dataset.as_ref().map_or(String::new(), |c| lanes(c, whole))),
        )
        .child(svg("path", "blank").set("d", &blanks))
        .child(svg("path", "unplaced").set("d", &unplaced))
        .children(stays.map(|(stay, timing)| bar(state, stay, timing, whole.first)));
    el("div", "strip")
        .set("aria-hidden", "true")
        .child(bars)
        .child(el("span", "now").style_live("transform", move || {
            format!("translateX({})", at(state, state.time.day.get()))
        }))
        .child(
            el("div", "pointed").children_live(move || {
                pointed.get().map(|day| hint(state, day)).into_iter().collect()
            }),
        )
        .child(el("div", "ticks").children_live(move || ticks(state)))
        .on("pointerdown", move |event: PointerEvent| gestures.down(&event))
        .on("pointermove", move |event: PointerEvent| gestures.moved(&event))
        .on("pointerup", move |event: PointerEvent| gestures.up(&event))
        .on("pointercancel", move |event: PointerEvent| gestures.cancelled(&event))
}

/// Firm where the stay is drawn, soft where its dates may lie.
fn bar(state: PageState, stay: &Stay, timing: &Timing, first: Day) -> El {
    let (y, height) = if stay.concurrent { (15, 4) } else { (2, 12) };
    let group = &stay.kind.group;
    let id = group.id;
    let mut soft = String::new();
    let mut end = |dated: bool, from: Day, to: Day| {
        if dated && to > from {
            let (from, to) = (from - first, to - first);
            soft += &format!("M{from} {}H{to}V{}H{from}z", y + 3, y + height - 3);
        }
    };
    end(stay.arrive.is_some(), timing.arrive_earliest, timing.drawn_arrival);
    end(stay.depart.is_some(), timing.drawn_departure, timing.depart_latest);
    let (from, to) = (timing.drawn_arrival - first, timing.drawn_departure - first);
    let firm = format!("M{from} {y}H{to}V{}H{from}z", y + height);
    let implied = if stay.certainty == Certainty::Implied { " implied" } else { "" };
    svg("g", &format!("bar {}{implied}", group.class()))
        .class_while("out", move || !state.kinds.shows(id))
        .child(svg("path", "soft").set("d", &soft))
        .child(svg("path", "").set("d", &firm))
}

/// How much of the text is about each time, as an area under the bars.
fn density_path(state: PageState) -> String {
    let (loaded, whole) = (state.loaded(), state.whole());
    let bins = match &loaded.dataset {
        Some(dataset) => holding(dataset, whole),
        None => density(&loaded.life, &loaded.text, whole.first, whole.last, BINS),
    };
    let highest = if loaded.dataset.is_some() { f64::from(HEIGHT) } else { DENSITY_HEIGHT };
    let most = bins.iter().copied().max().unwrap_or(0).max(1);
    let mut path = format!("M0 {HEIGHT}");
    for (i, &bin) in bins.iter().enumerate() {
        // The square root: a page about one week leaves the rest to be seen.
        let height = (f64::from(bin) / f64::from(most)).sqrt() * highest;
        let right = (i as i32 + 1) * whole.days() / BINS as i32;
        path += &format!("V{}H{right}", format_decimal(f64::from(HEIGHT) - height, 1));
    }
    path + &format!("V{HEIGHT}z")
}

/// How many features of a dataset hold in each part of its time.
fn holding(dataset: &Dataset, whole: Axis) -> Vec<u32> {
    let day =
        |bin: usize| whole.first + (bin as f64 / BINS as f64 * f64::from(whole.days())) as i32;
    let count = |bin| dataset.index.count(dataset.index.shown(day(bin), day(bin + 1))) as u32;
    (0..BINS).map(count).collect()
}

/// The spans of a few features, each in the first lane that is free; more than
/// the lanes hold say nothing one by one.
fn lanes(dataset: &Dataset, whole: Axis) -> String {
    let features = &dataset.records;
    let begin = |i: usize| features[i].span.map(|span| span.0);
    let mut lanes: Vec<Day> = Vec::new();
    let mut bars = Vec::new();
    for i in argsort(features.len(), &|a, b| begin(a).cmp(&begin(b))) {
        let Some((first, last)) = features[i].span else { continue };
        let (from, to) = (first.max(whole.first), last.min(whole.last));
        let lane = lanes.iter().position(|&end| end < from).unwrap_or(lanes.len());
        if lane == LANES {
            return String::new();
        }
        lanes.resize(lanes.len().max(lane + 1), Day::MIN);
        lanes[lane] = to;
        bars.push((lane as i32, from - whole.first, to - whole.first + 1));
    }
    let height = LANES_HEIGHT / (lanes.len() as i32).max(3);
    bars.into_iter()
        .map(|(lane, from, to)| {
            let top = 2 + lane * height;
            format!("M{from} {top}H{to}v{}H{from}z", height - 1)
        })
        .collect()
}

/// Date and place under the pointer.
fn hint(state: PageState, day: Day) -> El {
    let mut words = state.words_of_day(day);
    if let Some(place) = state.place_words_on(day) {
        words += " · ";
        words += &place;
    }
    let side = if state.time.axis.get_untracked().share(day) > 0.5 { "hover end" } else { "hover" };
    el("span", side).text(&words).style_live("left", move || at(state, day))
}

fn ticks(state: PageState) -> Vec<El> {
    let width = window().inner_width().ok().and_then(|w| w.as_f64()).unwrap_or(1000.0);
    let most = ((width / TICK_PX) as i32).clamp(3, TICKS);
    let ticks = state.time.axis.get().ticks(most);
    let tick = |tick: Tick| {
        el("span", "tick").text(&tick.label).style_live("left", move || percent(tick.share))
    };
    ticks.into_iter().map(tick).collect()
}

fn at(state: PageState, day: Day) -> String {
    percent(state.time.axis.get().share(day))
}

/// A share as CSS has it.
pub fn percent(share: f64) -> String {
    format_decimal(share * 100.0, 3) + "%"
}

/// What the colours mean; each can be switched off.
pub fn legend(state: PageState) -> El {
    let loaded = state.loaded();
    let groups = loaded.life.kinds.groups().iter().map(|group| {
        let id = group.id;
        let swatch = el("span", &format!("swatch {}", group.class()));
        let switch = button("", "", move || state.kinds.toggle_group(id))
            .live("aria-pressed", move || state.kinds.shows(id).to_string())
            .child(swatch)
            .text(&group.label);
        el("li", "").child(switch)
    });
    el("ul", "legend").set("aria-label", strings::KINDS).children(groups)
}
