//! What leaves the page: a link, a frame for another page, files, paper.

use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Event;

use crate::view::address::link_to;
use crate::view::html::{El, button, el};
use crate::view::state::PageState;
use crate::view::strings;

/// A panel that the browser itself opens and closes.
pub fn sharing(state: PageState) -> El {
    let loaded = state.loaded();
    let files = &loaded.life.entry.files;
    let downloads = [&files.places, &files.itinerary].into_iter().chain(&files.downloads);
    // The reader's own data the reader has.
    let downloads: Vec<&String> = downloads.filter(|path| !path.is_empty()).collect();
    let said = RwSignal::new(String::new());
    let size = RwSignal::new(["100%".to_owned(), "600".to_owned()]);
    let code = move || {
        let [width, height] = size.get().map(|size| plain(&size));
        let (address, title) = (address(state, true), state.loaded().life.entry.title.clone());
        format!(
            "<iframe src=\"{}\" width=\"{width}\" height=\"{height}\" title=\"{}, Chronotope\" \
             loading=\"lazy\"></iframe>",
            plain(&address),
            plain(&title),
        )
    };
    let entry = |label: &str, nth: usize| {
        let field = el("input", "")
            .set("type", "text")
            .set("size", "6")
            .set("value", &size.get_untracked()[nth])
            .on("input", move |event: Event| {
                size.update(|size| size[nth] = event_target_value(&event));
            });
        el("label", "").text(label).child(field)
    };
    let frame = el("fieldset", "")
        .child(el("legend", "").text(strings::ON_ANOTHER_PAGE))
        .child(entry(strings::WIDTH, 0))
        .child(entry(strings::HEIGHT, 1))
        .child(
            el("textarea", "")
                .set("aria-label", strings::CODE)
                .set("readonly", "")
                .set("rows", "4")
                .value_live(code),
        )
        .child(copy(strings::COPY_CODE, strings::CODE_COPIED, said, code));
    el("div", "options")
        .set("id", "sharing")
        .set("popover", "auto")
        .set("role", "group")
        .set("aria-label", strings::SHARE)
        .on("toggle", move |_: Event| said.set(String::new()))
        .child(copy(strings::COPY_LINK, strings::LINK_COPIED, said, move || address(state, false)))
        .child(frame)
        .child(el("p", "").set("role", "status").text_live(move || said.get()))
        .children((!downloads.is_empty()).then(|| el("h2", "").text(strings::FILES)))
        .child(el("ul", "").children(downloads.iter().map(|path| download(path))))
        .child(button("plain", strings::PRINT, || _ = window().print()))
}

fn download(path: &str) -> El {
    let name = path.rsplit('/').next().unwrap_or(path);
    let what = strings::FILE_KINDS
        .iter()
        .find(|(end, _)| name.ends_with(end))
        .map_or(name, |(_, what)| what);
    let link = el("a", "").set("href", &format!("data/{path}")).set("download", name).text(what);
    el("li", "").child(link)
}

/// A button that puts a text on the clipboard; whether it could is said.
fn copy(
    label: &str,
    done: &'static str,
    said: RwSignal<String>,
    text: impl Fn() -> String + 'static,
) -> El {
    let press = move || {
        let refused = strings::NO_COPYING;
        // Elsewhere there is no clipboard, not even one that refuses.
        if !window().is_secure_context() {
            said.set(refused.to_owned());
            return;
        }
        let written = window().navigator().clipboard().write_text(&text());
        spawn_local(async move {
            let copied = JsFuture::from(written).await.is_ok();
            said.set(if copied { done } else { refused }.to_owned());
        });
    };
    button("plain", label, press)
}

/// This page at this state; for a frame without text and masthead.
fn address(state: PageState, embed: bool) -> String {
    let location = window().location();
    let part = |part: Result<String, _>| part.unwrap_or_default();
    let search = match (part(location.search()), embed) {
        (search, false) => search,
        (search, true) if search.is_empty() => "?embed".to_owned(),
        (search, true) => search + "&embed",
    };
    let fragment = link_to(state);
    // Not its origin: of a file on the disk some browsers give none.
    let (protocol, host) = (part(location.protocol()), part(location.host()));
    format!("{protocol}//{host}{}{search}{fragment}", part(location.pathname()))
}

/// Fit for an attribute.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '"' | '<' | '>')).collect::<String>().replace('&', "&amp;")
}
