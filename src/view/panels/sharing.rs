//! The panel for sharing: copy a link, embed the page, download files, print.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use crate::view::address::link_to;
use crate::view::state::PageState;
use crate::view::strings;

/// The sharing panel, a popover.
#[component]
pub fn Sharing(state: PageState) -> impl IntoView {
    let status = RwSignal::new(String::new());
    view! {
        <div
            id="sharing"
            class="options"
            popover="auto"
            role="group"
            aria-label=strings::SHARE
            on:toggle=move |_| status.set(String::new())
        >
            <CopyButton
                label=strings::COPY_LINK
                copied=strings::LINK_COPIED
                status
                text=move || page_address(state, false)
            />
            <EmbedCode state status />
            <p role="status">{move || status.get()}</p>
            <Downloads state />
            <button class="plain" type="button" on:click=move |_| _ = window().print()>
                {if state.is_own() { strings::PRINT_OWN } else { strings::PRINT }}
            </button>
        </div>
    }
    .into_any()
}

/// The HTML of an iframe that embeds this page in another, and its size.
#[component]
fn EmbedCode(state: PageState, status: RwSignal<String>) -> impl IntoView {
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
        <fieldset>
            <legend>{strings::ON_ANOTHER_PAGE}</legend>
            <SizeField label=strings::WIDTH size=width />
            <SizeField label=strings::HEIGHT size=height />
            <textarea aria-label=strings::CODE readonly rows="4" prop:value=move || code.get()></textarea>
            <CopyButton
                label=strings::COPY_CODE
                copied=strings::CODE_COPIED
                status
                text=code
            />
        </fieldset>
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
    let paths = [&files.places, &files.itinerary].into_iter().chain(&files.downloads);
    let items: Vec<_> = paths.filter(|path| !path.is_empty()).map(|path| download(path)).collect();
    view! {
        {(!items.is_empty()).then(|| view! { <h2>{strings::FILES}</h2> })}
        <ul>{items}</ul>
    }
}

fn download(path: &str) -> impl IntoView + use<> {
    let name = path.rsplit('/').next().unwrap_or(path).to_owned();
    let kind = strings::FILE_KINDS.iter().find(|(ending, _)| name.ends_with(ending));
    let label = kind.map_or_else(|| name.clone(), |(_, label)| (*label).to_owned());
    view! {
        <li>
            <a href=format!("data/{path}") download=name>
                {label}
            </a>
        </li>
    }
}

/// A button that puts a text on the clipboard, and reports in `status` whether it
/// could.
#[component]
fn CopyButton(
    label: &'static str,
    /// What is reported if it could.
    copied: &'static str,
    status: RwSignal<String>,
    #[prop(into)] text: Signal<String>,
) -> impl IntoView {
    let copy = move |_| {
        // Without a secure context `navigator.clipboard` is undefined.
        if !window().is_secure_context() {
            status.set(strings::NO_COPYING.to_owned());
            return;
        }
        let written = window().navigator().clipboard().write_text(&text.get_untracked());
        spawn_local(async move {
            let is_copied = JsFuture::from(written).await.is_ok();
            status.try_set(if is_copied { copied } else { strings::NO_COPYING }.to_owned());
        });
    };
    view! {
        <button class="plain" type="button" on:click=copy>
            {label}
        </button>
    }
}

/// The address of this page in its state; for a frame, without text and masthead.
fn page_address(state: PageState, embed: bool) -> String {
    let location = window().location();
    let part = |part: Result<String, _>| part.unwrap_or_default();
    let search = match (part(location.search()), embed) {
        (search, false) => search,
        (search, true) if search.is_empty() => "?embed".to_owned(),
        (search, true) => search + "&embed",
    };
    let fragment = link_to(state);
    // Not `origin`: for a file on the disk some browsers give none.
    let (protocol, host) = (part(location.protocol()), part(location.host()));
    format!("{protocol}//{host}{}{search}{fragment}", part(location.pathname()))
}

/// Makes a text fit for the value of an attribute in quotes.
fn escape_attribute(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '"' | '<' | '>')).collect::<String>().replace('&', "&amp;")
}
