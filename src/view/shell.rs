//! Starts the program and shows the page, or an error if it cannot be shown.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use crate::view::fetch::{load, parameter};
use crate::view::loaded::Loaded;
use crate::view::mount::MountPoint;
use crate::view::notice::Notice;
use crate::view::page::Page;
use crate::view::panels::own_data::{DataOpener, load_from_address};
use crate::view::popover::place_popovers_at_buttons;
use crate::view::state::PageState;
use crate::view::strings;

/// Loads a life, or the reader's own data, and shows it in an element of
/// index.html.
pub fn start(element: HtmlElement) {
    let shell = Shell { mount_point: MountPoint::new(element), notice: Notice::mount() };
    place_popovers_at_buttons();
    spawn_local(async move {
        let loaded = match parameter("data") {
            Some(address) => load_from_address(&address, &shell.notice).await,
            None => load().await,
        };
        shell.show(loaded);
        // The page lasts as long as the window.
        std::mem::forget(shell);
    });
}

/// The element in which pages are mounted, and the messages over them.
#[derive(Clone)]
struct Shell {
    mount_point: MountPoint,
    notice: Notice,
}

impl Shell {
    fn show(&self, loaded: Result<Loaded, String>) {
        self.notice.dismiss();
        match loaded {
            Ok(loaded) => {
                let (shell, notice) = (self.clone(), self.notice.clone());
                let on_loaded = Rc::new(move |loaded| shell.show(Ok(loaded)));
                let opener = DataOpener { notice: notice.clone(), on_loaded };
                let page = move || {
                    let state = PageState::new(loaded, js_sys::Date::now);
                    view! { <Page state opener notice /> }.into_any()
                };
                self.mount_point.show(page, None);
            }
            // Without a map there is still the life as a document.
            Err(reason) => self
                .mount_point
                .show(move || view! { <LoadFailure reason /> }.into_any(), Some(".itinerary")),
        }
    }
}

/// Why no page can be shown.
#[component]
fn LoadFailure(reason: String) -> impl IntoView {
    // If reloading is refused, the browser's own button is left.
    let reload = |_| _ = window().location().reload();
    // If another life or a file was requested, the page can still be opened without it.
    let first_life = ["life", "data"]
        .iter()
        .any(|name| parameter(name).is_some())
        .then(|| window().location().pathname().unwrap_or_default());
    view! {
        <div class="shell" role="alert">
            <p class="shell-title">{strings::NOT_SHOWN}</p>
            <p>{reason}</p>
            <button class="plain" type="button" on:click=reload>
                {strings::TRY_AGAIN}
            </button>
            {first_life.map(|path| view! { <p><a href=path>{strings::FIRST_LIFE}</a></p> })}
        </div>
    }
}
