//! The reader's own data: from the address (`?data=…`), or from a file that is
//! chosen or dropped. Nothing of it leaves the browser.

use std::rc::Rc;

use futures::future::{FutureExt, LocalBoxFuture};
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File, FileList, Url};

use crate::dataset::{DatasetReader, accepted_types};
use crate::view::loaded::Loaded;
use crate::view::notice::Notice;
use crate::view::state::PageState;
use crate::view::yield_to_browser::yield_to_browser;
use crate::view::{fetch, strings};

/// About how long reading a file may block the page at a time, in milliseconds.
const SLICE_MS: f64 = 12.0;
/// The number of records read before the time is checked again.
const RECORDS_AT_ONCE: usize = 64;

/// Opens files of the reader's computer.
#[derive(Clone)]
pub struct DataOpener {
    /// Where progress and errors are shown.
    pub notice: Notice,
    /// Called with the dataset that a file contains.
    pub on_loaded: Rc<dyn Fn(Loaded)>,
}

impl DataOpener {
    /// Opens the file that is dropped on the page.
    pub fn open_dropped(&self, event: &DragEvent) {
        event.prevent_default();
        self.open_first(event.data_transfer().and_then(|dropped| dropped.files()));
    }

    /// Opens the first of the files, if there is one. The page shown stays until
    /// the file has been read, and also if it cannot be read.
    fn open_first(&self, files: Option<FileList>) {
        let Some(file) = files.and_then(|files| files.get(0)) else { return };
        let opener = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            match load_file(file, &opener.notice).await {
                Ok(loaded) => (opener.on_loaded)(loaded),
                Err(reason) => opener.notice.show_error(reason),
            }
        });
    }
}

/// Fetches the file at an address of this site. The error is for the reader.
pub async fn load_from_address(address: &str, notice: &Notice) -> Result<Loaded, String> {
    let location = window().location();
    let url = Url::new_with_base(address, &location.href().unwrap_or_default());
    let url = url.ok().filter(|url| Ok(url.origin()) == location.origin());
    let Some(url) = url else {
        return Err(strings::cannot_be_read(address, strings::OTHER_SITE));
    };
    let name = url.pathname().rsplit('/').next().unwrap_or_default().to_owned();
    notice.show_progress(strings::opening(&name, 0));
    let bytes = fetch::bytes(&url.href()).await?;
    read(name, bytes, notice.clone()).await
}

/// Reads a file of the reader's computer. The error is for the reader.
async fn load_file(file: File, notice: &Notice) -> Result<Loaded, String> {
    let name = file.name();
    notice.show_progress(strings::opening(&name, 0));
    read(name, file_bytes(file).await?, notice.clone()).await
}

/// The bytes of a file of the reader's computer. The error is for the reader.
pub(super) fn file_bytes(file: File) -> LocalBoxFuture<'static, Result<Vec<u8>, String>> {
    async move {
        let buffer = JsFuture::from(file.array_buffer()).await;
        let buffer =
            buffer.map_err(|_| strings::cannot_be_read(&file.name(), strings::FILE_GONE))?;
        Ok(js_sys::Uint8Array::new(&buffer).to_vec())
    }
    .boxed_local()
}

fn read(
    name: String,
    bytes: Vec<u8>,
    notice: Notice,
) -> LocalBoxFuture<'static, Result<Loaded, String>> {
    async move {
        let reader = DatasetReader::new(bytes);
        let mut reader = reader.map_err(|e| strings::cannot_be_read(&name, &e.to_string()))?;
        let mut started = js_sys::Date::now();
        while reader.progress() < 1.0 {
            reader.read(RECORDS_AT_ONCE);
            if js_sys::Date::now() - started > SLICE_MS {
                notice.show_progress(strings::opening(&name, (reader.progress() * 100.0) as u32));
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
pub fn OwnDataPanel(state: PageState, opener: DataOpener) -> impl IntoView {
    let back = state.is_own().then(|| {
        let path = window().location().pathname().unwrap_or_default();
        view! { <a href=path>{strings::BACK_TO_LIFE}</a> }
    });
    let input = NodeRef::<Input>::new();
    let choose = move |_| opener.open_first(input.get_untracked().and_then(|input| input.files()));
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
