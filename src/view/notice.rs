//! Messages over the page: progress of loading, and errors.

use leptos::mount::mount_to_body;
use leptos::prelude::*;

use crate::view::strings;

/// A message over the page. It outlives the page it is shown over.
#[derive(Clone)]
pub struct Notice {
    message: ArcRwSignal<Option<Message>>,
}

#[derive(Clone, PartialEq, Eq)]
enum Message {
    Progress(String),
    Error(String),
}

impl Notice {
    /// Mounts an empty notice at the end of the document.
    pub fn mount() -> Self {
        let notice = Self { message: ArcRwSignal::new(None) };
        let mounted = notice.clone();
        mount_to_body(move || view! { <NoticeView notice=mounted /> });
        notice
    }

    /// Shows how far something is.
    pub fn show_progress(&self, text: String) {
        self.message.set(Some(Message::Progress(text)));
    }

    /// Shows what went wrong, with a button to close the message.
    pub fn show_error(&self, text: String) {
        self.message.set(Some(Message::Error(text)));
    }

    /// Removes the message, if one is shown.
    pub fn dismiss(&self) {
        self.message.set(None);
    }
}

#[component]
fn NoticeView(notice: Notice) -> impl IntoView {
    let message = notice.message.clone();
    // The element stays while progress is reported: a live region must not be removed.
    let shows = Memo::new(move |_| message.get().map(|m| matches!(m, Message::Error(_))));
    move || {
        let notice = notice.clone();
        let message = notice.message.clone();
        let text = move || match message.get() {
            Some(Message::Progress(text) | Message::Error(text)) => text,
            None => String::new(),
        };
        shows.get().map(|is_error| match is_error {
            false => view! { <div class="failure" role="status">{move || text()}</div> }.into_any(),
            true => view! {
                <div class="failure" role="alert">
                    <p>{move || text()}</p>
                    <button class="plain" type="button" on:click=move |_| notice.dismiss()>
                        {strings::CLOSE}
                    </button>
                </div>
            }
            .into_any(),
        })
    }
}
