//! Opens each popover at its button. (CSS anchor positioning would do it, but
//! Firefox and older browsers lack it.)

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, HtmlElement};

/// Space between a popover and its button, and between a popover and the edge of
/// the window, in pixels.
const MARGIN_PX: f64 = 8.0;
/// In a window narrower than this a popover takes its whole width.
const NARROW_PX: f64 = 480.0;

/// The id of the masthead's menu. A wide window shows it in its row.
pub const MENU: &str = "menu";

/// Places every popover that opens from now on, and again when the window
/// changes its size.
pub fn place_popovers_at_buttons() {
    let opening = Closure::<dyn FnMut(Event)>::new(|event: Event| {
        if let Some(popover) = event.target().and_then(|t| t.dyn_into().ok()) {
            place(&popover);
        }
    });
    // The event does not bubble, so it is captured on its way down.
    let listening = document().add_event_listener_with_callback_and_bool(
        "beforetoggle",
        opening.as_ref().unchecked_ref(),
        true,
    );
    if listening.is_ok() {
        // It listens as long as the window lasts.
        opening.forget();
    }
    window_event_listener(leptos::ev::resize, |_| {
        if let Ok(Some(popover)) = document().query_selector("[popover]:popover-open")
            && let Ok(popover) = popover.dyn_into()
        {
            place(&popover);
        }
    });
}

/// Opens a popover, if it is not open already.
pub fn show(id: &str) {
    if let Some(popover) = by_id(id) {
        // It fails if the popover is open.
        let _ = popover.show_popover();
    }
}

/// Closes a popover, if it is open.
pub fn hide(id: &str) {
    if let Some(popover) = by_id(id) {
        // It fails if the popover is closed.
        let _ = popover.hide_popover();
    }
}

fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Places a popover below its button, or above it where there is more room.
fn place(popover: &HtmlElement) {
    // What the menu has opened stands where the menu was.
    let button = button_of(&popover.id()).or_else(|| button_of(MENU));
    let Some(button) = button else { return };
    let size = |size: Result<wasm_bindgen::JsValue, _>| size.ok().and_then(|size| size.as_f64());
    let Some((width, height)) = size(window().inner_width()).zip(size(window().inner_height()))
    else {
        return;
    };
    let rect = button.get_bounding_client_rect();
    let edges = edges((rect.left(), rect.top(), rect.right(), rect.bottom()), (width, height));
    let style = popover.style();
    for (name, pixels) in ["left", "top", "right", "bottom"]
        .into_iter()
        .zip(edges.insets)
        .chain([("max-height", edges.max_height)])
    {
        let value = pixels
            .map_or_else(|| "auto".to_owned(), |pixels| format!("{}px", pixels.round() as i32));
        let _ = style.set_property(name, &value);
    }
}

/// The visible button that opens a popover.
fn button_of(popover: &str) -> Option<HtmlElement> {
    let buttons = document().query_selector_all(&format!("[popovertarget=\"{popover}\"]")).ok()?;
    (0..buttons.length())
        .filter_map(|i| buttons.item(i)?.dyn_into::<HtmlElement>().ok())
        .find(|button| button.offset_width() > 0)
}

/// Where a popover goes: distances from the window's left, top, right and bottom
/// edge (`None` is `auto`) and its largest height, in pixels.
#[derive(Debug, PartialEq)]
struct Edges {
    insets: [Option<f64>; 4],
    max_height: Option<f64>,
}

fn edges((left, top, right, bottom): (f64, f64, f64, f64), (width, height): (f64, f64)) -> Edges {
    let (inset_left, inset_right) = if width < NARROW_PX {
        (Some(MARGIN_PX), Some(MARGIN_PX))
    } else if left + right < width {
        (Some(left.max(MARGIN_PX)), None)
    } else {
        (None, Some((width - right).max(MARGIN_PX)))
    };
    let below = height - bottom >= top;
    let (inset_top, inset_bottom) = if below {
        (Some(bottom + MARGIN_PX), None)
    } else {
        (None, Some(height - top + MARGIN_PX))
    };
    let room = if below { height - bottom } else { top };
    Edges {
        insets: [inset_left, inset_top, inset_right, inset_bottom],
        max_height: Some(room - 2.0 * MARGIN_PX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: (f64, f64) = (1000.0, 600.0);

    #[test]
    fn a_popover_opens_on_the_side_with_more_room() {
        let at_top_right = edges((900.0, 10.0, 980.0, 40.0), WINDOW);
        assert_eq!(at_top_right.insets, [None, Some(48.0), Some(20.0), None]);
        assert_eq!(at_top_right.max_height, Some(544.0));
        let at_bottom_left = edges((20.0, 500.0, 80.0, 530.0), WINDOW);
        assert_eq!(at_bottom_left.insets, [Some(20.0), None, None, Some(108.0)]);
        assert_eq!(at_bottom_left.max_height, Some(484.0));
    }

    #[test]
    fn in_a_narrow_window_it_takes_the_width() {
        let edges = edges((300.0, 10.0, 380.0, 40.0), (390.0, 800.0));
        assert_eq!(edges.insets, [Some(8.0), Some(48.0), Some(8.0), None]);
    }

    #[test]
    fn it_keeps_within_the_window_where_its_button_does_not() {
        assert_eq!(edges((990.0, 10.0, 1050.0, 40.0), WINDOW).insets[2], Some(8.0));
        assert_eq!(edges((-30.0, 10.0, 20.0, 40.0), WINDOW).insets[0], Some(8.0));
    }
}
