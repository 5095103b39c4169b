//! Fetches the data files that the page shows, from the page itself (single-file export)
//! or from the server.

use futures::future::{FutureExt, LocalBoxFuture};
use gloo_net::http::Request;
use leptos::prelude::{document, window};

use crate::domain::formats::{Basemap, Borders, parse_life};
use crate::domain::life::{KindTable, LifeEntry};
use crate::view::loaded::Loaded;
use crate::view::strings;

/// Land, lakes and rivers. index.html has it fetched beside the program.
const BASEMAP: &str = "data/basemap/natural-earth.topojson";

/// Borders and names of states, with their days.
const BORDERS: &str = "data/basemap/borders.topojson";

/// The kinds of stay.
const KINDS: &str = "data/kinds.json";

/// Fetches a life. The error is a message for the reader: which file could not be
/// loaded, and why.
pub async fn load() -> Result<Loaded, String> {
    let lives: Vec<LifeEntry> = json("data/lives.json", &text("data/lives.json").await?)?;
    let wanted = parameter("life");
    let entry = match &wanted {
        Some(id) => lives.iter().find(|life| life.id == *id),
        None => lives.first(),
    };
    let Some(entry) = entry.cloned() else {
        return Err(match wanted {
            Some(id) => strings::no_such_life(&id),
            None => strings::NO_LIVES.to_owned(),
        });
    };
    let files = entry.files.clone();
    let path = |file: &str| format!("data/{file}");
    let (kinds, places, itinerary, passages) = futures::join!(
        text(KINDS),
        text(&path(&files.places)),
        text(&path(&files.itinerary)),
        text(&path(&files.text)),
    );
    let kinds: KindTable = json(KINDS, &kinds?)?;
    let life = parse_life(entry, kinds, &places?, &itinerary?).map_err(|e| format!("data/{e}"))?;
    let text = json(&path(&files.text), &passages?)?;
    let mut loaded = Loaded::of_life(life, text);
    loaded.lives = lives;
    Ok(loaded)
}

/// Fetches the ground under it, as it was in a year.
pub async fn basemap(year: i32) -> Result<Basemap, String> {
    Basemap::parse(&text(BASEMAP).await?, year)
        .map_err(|error| BASEMAP.to_owned() + ": " + &error.to_string())
}

/// Fetches the borders of all days. The error is for a developer: the page goes without.
pub async fn borders() -> Result<Borders, String> {
    Borders::parse(&text(BORDERS).await?).map_err(|error| error.to_string())
}

/// The value of a parameter in the address's query; empty if it has no value.
pub fn parameter(name: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// A file of this site. Boxed, like [`bytes`]: the compiler writes a future out
/// anew wherever it is part of another.
pub fn text(path: &str) -> LocalBoxFuture<'static, Result<String, String>> {
    let path = path.to_owned();
    async move {
        // In a single-file export the file is an element of the page (src/export/html).
        if let Some(text) = document().get_element_by_id(&path).and_then(|file| file.text_content())
        {
            return Ok(text);
        }
        utf8(&path, bytes(&path).await?)
    }
    .boxed_local()
}

/// The bytes of a file of this site.
pub fn bytes(path: &str) -> LocalBoxFuture<'static, Result<Vec<u8>, String>> {
    let path = path.to_owned();
    async move {
        let response =
            Request::get(&path).send().await.map_err(|_| strings::connection_failed(&path))?;
        if !response.ok() {
            return Err(strings::server_answered(&path, response.status()));
        }
        response.binary().await.map_err(|_| strings::broke_off(&path))
    }
    .boxed_local()
}

/// The text of a file that should be one.
pub fn utf8(path: &str, bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|error| {
        strings::cannot_be_read(path, &strings::not_utf8(error.utf8_error().valid_up_to()))
    })
}

fn json<T: serde::de::DeserializeOwned>(path: &str, text: &str) -> Result<T, String> {
    crate::domain::json::from_str(text).map_err(|e| strings::cannot_be_read(path, &e.to_string()))
}
