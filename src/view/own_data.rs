//! The reader's own data: from the address (`?data=…`), from a file chosen or
//! dropped. Nothing of it leaves the browser.

use gloo_net::http::Request;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, HtmlInputElement, Url};

use super::dom::{El, el};
use super::fetch::{self, BASEMAP};
use super::host::Host;
use super::loaded::Loaded;
use super::words;
use crate::domain::chronicle::Reader;

/// So long, in milliseconds, the page may be deaf while it reads.
const DEAF_MS: f64 = 12.0;
/// Features read between two looks at the clock.
const AT_ONCE: usize = 64;

/// Fetches the file that an address of this site names.
pub async fn from_address(address: &str, said: impl Fn(&str)) -> Result<Loaded, String> {
    let refused = |why: &str| words::cannot_be_read(address, why);
    let location = window().location();
    let url = Url::new_with_base(address, &location.href().unwrap_or_default())
        .map_err(|_| refused(words::OTHER_SITE))?;
    if Ok(url.origin()) != location.origin() {
        return Err(refused(words::OTHER_SITE));
    }
    let name = url.pathname().rsplit('/').next().unwrap_or_default().to_owned();
    said(&words::opening(&name, 0));
    let response =
        Request::get(&url.href()).send().await.map_err(|_| words::connection_failed(address))?;
    if !response.ok() {
        return Err(words::server_answered(address, response.status()));
    }
    let bytes = response.binary().await.map_err(|_| words::broke_off(address))?;
    read(&name, bytes, said).await
}

/// Reads a file of the reader's computer.
async fn from_file(file: &File, said: impl Fn(&str)) -> Result<Loaded, String> {
    let name = file.name();
    said(&words::opening(&name, 0));
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| words::cannot_be_read(&name, words::FILE_GONE))?;
    read(&name, js_sys::Uint8Array::new(&buffer).to_vec(), said).await
}

async fn read(name: &str, bytes: Vec<u8>, said: impl Fn(&str)) -> Result<Loaded, String> {
    let refused = |why: &str| words::cannot_be_read(name, why);
    let text = String::from_utf8(bytes)
        .map_err(|e| refused(&words::not_utf8(e.utf8_error().valid_up_to())))?;
    let mut reader = Reader::new(text).map_err(|e| refused(&e.to_string()))?;
    let mut begun = js_sys::Date::now();
    while reader.progress() < 1.0 {
        reader.read(AT_ONCE);
        if js_sys::Date::now() - begun > DEAF_MS {
            said(&words::opening(name, (reader.progress() * 100.0) as u32));
            breathe().await;
            begun = js_sys::Date::now();
        }
    }
    let basemap = fetch::text(BASEMAP).await?;
    Loaded::of_chronicle(reader.finish(), name, &basemap)
}

/// Lets the browser do what has come up meanwhile.
async fn breathe() {
    let soon = js_sys::Promise::new(&mut |done, _| {
        let _ = window().set_timeout_with_callback(&done);
    });
    // A timer does not fail.
    let _ = JsFuture::from(soon).await;
}

/// A field to choose a file in.
pub fn field(host: &Host) -> El {
    let host = host.clone();
    let input = el("input", "")
        .set("type", "file")
        .set("accept", ".geojson,.json,application/geo+json,application/json")
        .on("change", move |event: Event| {
            let input = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            let file = input.and_then(|input| input.files()).and_then(|files| files.get(0));
            if let Some(file) = file {
                open(&host, file);
            }
        });
    el("label", "").text(words::OPEN_FILE).child(input)
}

/// A page that files can be dropped on.
pub fn takes_drops(page: El, host: &Host) -> El {
    let host = host.clone();
    page.on("dragover", |event: DragEvent| event.prevent_default()).on(
        "drop",
        move |event: DragEvent| {
            event.prevent_default();
            let files = event.data_transfer().and_then(|dropped| dropped.files());
            if let Some(file) = files.and_then(|files| files.get(0)) {
                open(&host, file);
            }
        },
    )
}

/// What is shown stays until the file is read, and if it cannot be.
fn open(host: &Host, file: File) {
    let host = host.clone();
    wasm_bindgen_futures::spawn_local(async move {
        match from_file(&file, |words| host.say(words)).await {
            Ok(loaded) => host.show(Ok(loaded)),
            Err(reason) => host.warn(&reason),
        }
    });
}
