//! Gestures on the strip: a tap goes to a day, a drag pans the axis, two fingers or
//! the wheel zoom it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent, WheelEvent};

use crate::domain::time::Day;
use crate::page_model::Axis;
use crate::view::state::PageState;

/// A finger that moves by less taps, by more drags; in pixels.
const TAP_PX: f64 = 5.0;
/// The factor by which one notch of the wheel zooms.
const NOTCH: f64 = 1.25;

/// Follows the fingers on the strip.
#[derive(Clone, Copy)]
pub(super) struct Gestures {
    state: PageState,
    touches: StoredValue<Touches>,
}

#[derive(Clone, Debug, Default)]
struct Touches {
    /// Pointer id and horizontal position (in pixels) of at most two fingers.
    fingers: Vec<(i32, f64)>,
    /// The axis when a finger last came or went.
    axis: Option<Axis>,
    /// Positions of the fingers at that moment.
    began: Vec<f64>,
    /// Has a finger moved too far for a tap?
    moved: bool,
}

impl Gestures {
    pub fn new(state: PageState) -> Self {
        Self { state, touches: StoredValue::new(Touches::default()) }
    }

    pub fn down(self, event: &PointerEvent) {
        if let Some(strip) = strip(event) {
            // It fails if the pointer has gone; then there is nothing to capture.
            let _ = strip.set_pointer_capture(event.pointer_id());
        }
        self.touches.update_value(|touches| {
            if touches.fingers.len() < 2 {
                touches.fingers.push((event.pointer_id(), f64::from(event.client_x())));
            }
            touches.moved &= touches.fingers.len() > 1;
        });
        self.begin();
    }

    pub fn moved(self, event: &PointerEvent) {
        let Some(strip) = strip(event) else { return };
        let touches = self.touches.try_update_value(|touches| {
            let finger = touches.fingers.iter_mut().find(|f| f.0 == event.pointer_id())?;
            finger.1 = f64::from(event.client_x());
            let start = touches.began.first()?;
            touches.moved |= (touches.fingers[0].1 - start).abs() > TAP_PX;
            touches.moved.then(|| touches.clone())
        });
        let Some(Touches { fingers, axis: Some(axis), began, .. }) = touches.flatten() else {
            return;
        };
        let bounds = strip.get_bounding_client_rect();
        let (width, whole) = (bounds.width().max(1.0), self.state.whole());
        let days = |pixels: f64| (pixels / width * f64::from(axis.days())).round() as i32;
        let new = match (fingers.as_slice(), began.as_slice()) {
            ([(_, a), (_, b)], [from_a, from_b]) => {
                let times = (a - b).abs().max(20.0) / (from_a - from_b).abs().max(20.0);
                let middle = axis.day_at(((from_a + from_b) / 2.0 - bounds.left()) / width);
                let zoomed = axis.zoomed(times, middle, whole);
                zoomed.panned(-days((a + b - from_a - from_b) / 2.0), whole)
            }
            ([(_, a)], [from, ..]) => axis.panned(-days(a - from), whole),
            _ => return,
        };
        self.state.time.axis.set(new);
    }

    pub fn up(self, event: &PointerEvent) {
        let tapped = self.touches.with_value(|t| !t.moved && t.fingers.len() == 1);
        if let (true, Some(day)) = (tapped, day_under(self.state, event)) {
            self.state.go_to(day);
        }
        self.cancelled(event);
    }

    pub fn cancelled(self, event: &PointerEvent) {
        self.touches.update_value(|t| t.fingers.retain(|f| f.0 != event.pointer_id()));
        self.begin();
    }

    pub fn wheel(self, event: &WheelEvent) {
        let Some(strip) = strip(event) else { return };
        event.prevent_default();
        let whole = self.state.whole();
        if event.delta_x().abs() > event.delta_y().abs() {
            let width = strip.get_bounding_client_rect().width().max(1.0);
            let days = f64::from(self.state.time.axis.get_untracked().days());
            let days = (event.delta_x() / width * days).round() as i32;
            self.state.time.axis.update(|axis| *axis = axis.panned(days, whole));
            return;
        }
        let Some(around) = day_under(self.state, event) else { return };
        let times = if event.delta_y() < 0.0 { NOTCH } else { 1.0 / NOTCH };
        self.state.time.axis.update(|axis| *axis = axis.zoomed(times, around, whole));
    }

    /// Measures movements from here on.
    fn begin(self) {
        let axis = self.state.time.axis.get_untracked();
        self.touches.update_value(|touches| {
            touches.axis = Some(axis);
            touches.began = touches.fingers.iter().map(|f| f.1).collect();
        });
    }
}

/// The day under the pointer.
pub(super) fn day_under(state: PageState, event: &MouseEvent) -> Option<Day> {
    let bounds = strip(event)?.get_bounding_client_rect();
    let share = (f64::from(event.client_x()) - bounds.left()) / bounds.width().max(1.0);
    Some(state.time.axis.get_untracked().day_at(share))
}

/// The strip within the element that the listener is on, or that element itself.
fn strip(event: &MouseEvent) -> Option<Element> {
    let target: Element = event.current_target()?.dyn_into().ok()?;
    target.query_selector(".strip").ok()?.or(Some(target))
}
