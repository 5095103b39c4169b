//! The reader's own data: from the address (`?data=…`), or from a file that is
//! chosen or dropped. Nothing of it leaves the browser.

use futures::future::{FutureExt, LocalBoxFuture};
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File, FileList, Url};

use crate::dataset::{DatasetReader, accepted_types};
use crate::view::loaded::Loaded;
use crate::view::mount::Host;
use crate::view::state::PageState;
use crate::view::yield_to_browser::yield_to_browser;
use crate::view::{fetch, strings};

/// Reading a file blocks the page for about so many milliseconds at a time.
const SLICE_MS: f64 = 12.0;
/// Records read between two looks at the clock.
const RECORDS_AT_ONCE: usize = 64;

/// Fetches the file at an address of this site. The error is for the reader.
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

/// Reads a file of the reader's computer. The error is for the reader.
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
            reader.read(RECORDS_AT_ONCE);
            if js_sys::Date::now() - started > SLICE_MS {
                host.say(&strings::opening(&name, (reader.progress() * 100.0) as u32));
                yield_to_browser().await;
                started = js_sys::Date::now();
            }
        }
        Loaded::of_dataset(reader.finish(), &name)
    }
    .boxed_local()
}

/// The panel that says what files can be read, and opens one; a popover.
#[component]
pub fn OwnDataPanel(state: PageState, host: Host) -> impl IntoView {
    let back = state.is_own().then(|| {
        let path = window().location().pathname().unwrap_or_default();
        view! { <a href=path>{strings::BACK_TO_LIFE}</a> }
    });
    let input = NodeRef::<Input>::new();
    let choose = move |_| open_first(&host, input.get_untracked().and_then(|input| input.files()));
    view! {
        <div
            id="own-data"
            class="options"
            popover="auto"
            role="group"
            aria-label=strings::YOUR_DATA
        >
            <p>{strings::YOUR_DATA_IS}</p>
            <label>
                {strings::OPEN_FILE}
                <input type="file" accept=accepted_types() node_ref=input on:change=choose />
            </label>
            {back}
        </div>
    }
    .into_any()
}

/// Opens the file that is dropped on the page.
pub fn on_drop(host: &Host) -> impl Fn(DragEvent) + use<> {
    let host = host.clone();
    move |event| {
        event.prevent_default();
        open_first(&host, event.data_transfer().and_then(|dropped| dropped.files()));
    }
}

/// Opens the first of the files, if there is one. The page shown stays until the
/// file has been read, and also if it cannot be read.
fn open_first(host: &Host, files: Option<FileList>) {
    let Some(file) = files.and_then(|files| files.get(0)) else { return };
    let host = host.clone();
    wasm_bindgen_futures::spawn_local(async move {
        match from_file(file, host.clone()).await {
            Ok(loaded) => host.show(Ok(loaded)),
            Err(reason) => host.warn(&reason),
        }
    });
}
