//! The reader's own data: from the address (`?data=…`), from a file chosen or
//! dropped. Nothing of it leaves the browser.

use futures::future::{FutureExt, LocalBoxFuture};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, HtmlInputElement, Url};

use crate::dataset::{DatasetReader, accepted_types};
use crate::view::html::{El, breathe, el};
use crate::view::loaded::Loaded;
use crate::view::mount::Host;
use crate::view::{fetch, strings};

/// So long, in milliseconds, the page may be deaf while it reads.
const DEAF_MS: f64 = 12.0;
/// Features read between two looks at the clock.
const AT_ONCE: usize = 64;

/// Fetches the file that an address of this site names.
pub async fn from_address(address: &str, host: Host) -> Result<Loaded, String> {
    let location = window().location();
    let url = Url::new_with_base(address, &location.href().unwrap_or_default());
    let url = url.ok().filter(|url| Ok(url.origin()) == location.origin());
    let Some(url) = url else {
        return Err(strings::cannot_be_read(address, strings::OTHER_SITE));
    };
    let name = url.pathname().rsplit('/').next().unwrap_or_default().to_owned();
    host.say(&strings::opening(&name, 0));
    let bytes = fetch::bytes(&url.href()).await?;
    read(name, bytes, host).await
}

/// Reads a file of the reader's computer.
async fn from_file(file: File, host: Host) -> Result<Loaded, String> {
    let name = file.name();
    host.say(&strings::opening(&name, 0));
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| strings::cannot_be_read(&name, strings::FILE_GONE))?;
    read(name, js_sys::Uint8Array::new(&buffer).to_vec(), host).await
}

fn read(
    name: String,
    bytes: Vec<u8>,
    host: Host,
) -> LocalBoxFuture<'static, Result<Loaded, String>> {
    async move {
        let reader = DatasetReader::new(bytes);
        let mut reader = reader.map_err(|e| strings::cannot_be_read(&name, &e.to_string()))?;
        let mut started = js_sys::Date::now();
        while reader.progress() < 1.0 {
            reader.read(AT_ONCE);
            if js_sys::Date::now() - started > DEAF_MS {
                host.say(&strings::opening(&name, (reader.progress() * 100.0) as u32));
                breathe().await;
                started = js_sys::Date::now();
            }
        }
        Loaded::of_dataset(reader.finish(), &name)
    }
    .boxed_local()
}

/// A field to choose a file in.
pub fn field(host: &Host) -> El {
    let host = host.clone();
    let input = el("input", "").set("type", "file").set("accept", &accepted_types()).on(
        "change",
        move |event: Event| {
            let input = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            let file = input.and_then(|input| input.files()).and_then(|files| files.get(0));
            if let Some(file) = file {
                open(&host, file);
            }
        },
    );
    el("label", "").text(strings::OPEN_FILE).child(input)
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
        match from_file(file, host.clone()).await {
            Ok(loaded) => host.show(Ok(loaded)),
            Err(reason) => host.warn(&reason),
        }
    });
}
