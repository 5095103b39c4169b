//! The panel for sharing: copy a link, embed the page, download files, print.

use leptos::prelude::*;

use super::print::{forget_after_printing, print};
use crate::export::format_info::{FormatInfo, GEOJSON, LPF};
use crate::view::address::{address_of, link_to};
use crate::view::state::PageState;
use crate::view::strings;
use crate::view::widgets::CopyButton;

/// The sharing panel, a popover.
#[component]
pub fn Sharing(state: PageState) -> impl IntoView {
    forget_after_printing();
    view! {
        <div id="sharing" class="options" popover="auto" role="group" aria-label=strings::SHARE>
            <CopyButton
                label=strings::COPY_LINK
                copied=strings::LINK_COPIED
                text=move |()| page_address(state, false)
            />
            <button class="plain" type="button" on:click=move |_| print("stays")>
                {if state.is_own() { strings::PRINT_OWN } else { strings::PRINT }}
            </button>
            <button class="plain" type="button" on:click=move |_| print("blank")>
                {strings::PRINT_BLANK}
            </button>
            <Downloads state />
            <EmbedCode state />
        </div>
    }
    .into_any()
}

/// The HTML of an iframe that embeds this page in another, and its size. Folded: it
/// is for those who make web pages.
#[component]
fn EmbedCode(state: PageState) -> impl IntoView {
    let width = RwSignal::new("100%".to_owned());
    let height = RwSignal::new("600".to_owned());
    let code = Signal::derive(move || {
        format!(
            "<iframe src=\"{}\" width=\"{}\" height=\"{}\" title=\"{}, Chronotope\" \
             loading=\"lazy\"></iframe>",
            escape_attribute(&page_address(state, true)),
            escape_attribute(&width.get()),
            escape_attribute(&height.get()),
            escape_attribute(&state.loaded().life.entry.title),
        )
    });
    view! {
        <details>
            <summary>{strings::EMBED}</summary>
            <SizeField label=strings::WIDTH size=width />
            <SizeField label=strings::HEIGHT size=height />
            <textarea aria-label=strings::CODE readonly rows="4" prop:value=move || code.get()></textarea>
            <CopyButton
                label=strings::COPY_CODE
                copied=strings::CODE_COPIED
                text=move |()| code.get_untracked()
            />
        </details>
    }
}

#[component]
fn SizeField(label: &'static str, size: RwSignal<String>) -> impl IntoView {
    view! {
        <label>
            {label}
            <input
                type="text"
                size="6"
                value=size.get_untracked()
                on:input:target=move |event| size.set(event.target().value())
            />
        </label>
    }
}

/// The files of a life. A reader's own data has none: the reader has the file.
#[component]
fn Downloads(state: PageState) -> impl IntoView {
    let loaded = state.loaded();
    let files = &loaded.life.entry.files;
    let formats = [(&files.places, LPF.label), (&files.itinerary, GEOJSON.label)];
    let downloads = files.downloads.iter().map(|path| {
        (path, FormatInfo::of_download(path).map_or(file_name(path), |format| format.label))
    });
    let items: Vec<_> = formats
        .into_iter()
        .chain(downloads)
        .filter(|(path, _)| !path.is_empty())
        .map(|(path, label)| download(path, label))
        .collect();
    view! {
        {(!items.is_empty()).then(|| view! { <h2>{strings::FILES}</h2> })}
        <ul>{items}</ul>
    }
}

fn download(path: &str, label: &str) -> impl IntoView + use<> {
    view! {
        <li>
            <a href=format!("data/{path}") download=file_name(path).to_owned()>
                {label.to_owned()}
            </a>
        </li>
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The address of this page in its state; for a frame, without text and masthead.
fn page_address(state: PageState, embed: bool) -> String {
    address_of(&link_to(state), embed)
}

/// Makes a text fit for the value of an attribute in quotes.
fn escape_attribute(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '"' | '<' | '>')).collect::<String>().replace('&', "&amp;")
}
