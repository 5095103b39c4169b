use gloo_net::http::Request;
use leptos::prelude::{document, window};

use super::loaded::Loaded;
use super::words;
use crate::domain::{Life, LifeEntry, Text};

/// Land, lakes and rivers.
pub const BASEMAP: &str = "data/basemap/natural-earth.topojson";

/// Fetches everything the page shows. The error is for a reader: what could
/// not be had, and why.
pub async fn load() -> Result<Loaded, String> {
    let lives: Vec<LifeEntry> = json("data/lives.json").await?;
    let wanted = wanted_life();
    let entry = match &wanted {
        Some(id) => lives.into_iter().find(|life| life.id == *id),
        None => lives.into_iter().next(),
    };
    let Some(entry) = entry else {
        return Err(match wanted {
            Some(id) => words::no_such_life(&id),
            None => words::NO_LIVES.to_owned(),
        });
    };
    let files = entry.files.clone();
    let (places, itinerary, passages, basemap) = futures::join!(
        text(format!("data/{}", files.places)),
        text(format!("data/{}", files.itinerary)),
        json::<Text>(format!("data/{}", files.text)),
        text(BASEMAP),
    );
    let life = Life::parse(entry, &places?, &itinerary?).map_err(|e| format!("data/{e}"))?;
    Loaded::of_life(life, passages?, &basemap?)
}

/// `?life=<id>` in the address.
fn wanted_life() -> Option<String> {
    let search = window().location().search().ok()?;
    search
        .trim_start_matches('?')
        .split('&')
        .find_map(|part| part.strip_prefix("life="))
        .map(str::to_owned)
}

/// A file of this site.
pub async fn text(path: impl AsRef<str>) -> Result<String, String> {
    let path = path.as_ref();
    // Of a page that is one file it is a part (build/export/html).
    if let Some(text) = document().get_element_by_id(path).and_then(|file| file.text_content()) {
        return Ok(text);
    }
    let response = Request::get(path).send().await.map_err(|_| words::connection_failed(path))?;
    if !response.ok() {
        let status = response.status();
        return Err(words::server_answered(path, status));
    }
    response.text().await.map_err(|_| words::broke_off(path))
}

async fn json<T: serde::de::DeserializeOwned>(path: impl AsRef<str>) -> Result<T, String> {
    let path = path.as_ref();
    let text = text(path).await?;
    serde_json::from_str(&text).map_err(|e| words::cannot_be_read(path, &e.to_string()))
}
