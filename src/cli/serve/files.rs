//! From what is asked for to a file of the folder, and never to another.

use std::fs::{File, Metadata};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::UNIX_EPOCH;

use percent_encoding::percent_decode_str;

use super::http::{
    Answer, BAD_REQUEST, Body, Head, METHOD_NOT_ALLOWED, MOVED, NOT_FOUND, NOT_MODIFIED, OK,
    Request,
};

pub struct Folder {
    /// Without symbolic links.
    root: PathBuf,
}

enum Found {
    File(File, Metadata, &'static str),
    /// A folder, asked for without the slash that its page's links need.
    FolderWithoutSlash,
    Nothing,
}

impl Folder {
    pub fn open(path: &Path) -> io::Result<Self> {
        let root = path.canonicalize()?;
        root.read_dir()?;
        Ok(Self { root })
    }

    pub fn answer(&self, request: &Request) -> Answer {
        if request.head == Head::Other {
            let mut answer = Answer::says(METHOD_NOT_ALLOWED, NOT_READING);
            answer.headers.push(("Allow", "GET, HEAD".to_owned()));
            return answer;
        }
        let (path, query) = match request.target.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (request.target.as_str(), None),
        };
        if !path.starts_with('/') {
            return Answer::says(BAD_REQUEST, NOT_HERE);
        }
        match self.find(path) {
            Found::Nothing => Answer::says(NOT_FOUND, NOT_HERE),
            Found::FolderWithoutSlash => {
                // Relative, so that it cannot lead to another server.
                let name = path.rsplit('/').next().unwrap_or_default();
                let query = query.map(|query| format!("?{query}")).unwrap_or_default();
                let mut answer = Answer::says(MOVED, MOVED_WORDS);
                answer.headers.push(("Location", format!("./{name}/{query}")));
                answer
            }
            Found::File(file, metadata, kind) => {
                let tag = tag(&metadata);
                let known = request.if_none_match.as_deref().is_some_and(|tags| names(tags, &tag));
                let headers = vec![
                    ("Content-Type", kind.to_owned()),
                    ("Cache-Control", "no-cache".to_owned()),
                    ("ETag", tag),
                ];
                let status = if known { NOT_MODIFIED } else { OK };
                Answer { status, headers, body: Body::File(file, metadata.len()) }
            }
        }
    }

    fn find(&self, path: &str) -> Found {
        let Some(wanted) = self.below(path) else { return Found::Nothing };
        let as_folder = path.ends_with('/');
        let Some(mut found) = self.real(&wanted) else { return Found::Nothing };
        if found.is_dir() {
            if !as_folder {
                return Found::FolderWithoutSlash;
            }
            let Some(index) = self.real(&found.join("index.html")) else { return Found::Nothing };
            found = index;
        } else if as_folder {
            return Found::Nothing;
        }
        // Opening what is no file could wait for ever.
        if !found.is_file() {
            return Found::Nothing;
        }
        let kind = content_type(&found);
        match File::open(&found).and_then(|file| file.metadata().map(|data| (file, data))) {
            Ok((file, metadata)) => Found::File(file, metadata, kind),
            Err(_) => Found::Nothing,
        }
    }

    /// Each part must be a plain name when decoded, and none of the hidden ones.
    fn below(&self, path: &str) -> Option<PathBuf> {
        let mut below = self.root.clone();
        for part in path.split('/').filter(|part| !part.is_empty()) {
            let name = percent_decode_str(part).decode_utf8().ok()?;
            let plain = {
                let mut components = Path::new(name.as_ref()).components();
                matches!(components.next(), Some(Component::Normal(only)) if only == name.as_ref())
                    && components.next().is_none()
            };
            if !plain || name.starts_with('.') || name.contains(['\\', '\0']) {
                return None;
            }
            below.push(name.as_ref());
        }
        Some(below)
    }

    /// Where a path leads, if that is still within the folder.
    fn real(&self, path: &Path) -> Option<PathBuf> {
        path.canonicalize().ok().filter(|real| real.starts_with(&self.root))
    }
}

const NOT_HERE: &str = "<!doctype html><title>Not found</title><h1>Not found</h1>\
    <p>There is no such file in the folder that is served here. <a href=\"/\">To its beginning</a>";
const NOT_READING: &str = "<!doctype html><p>These files can only be read.";
const MOVED_WORDS: &str = "<!doctype html><p>This is a folder: its address ends with a slash.";

/// Changes whenever the file does.
fn tag(metadata: &Metadata) -> String {
    let changed = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let nanoseconds = changed.map_or(0, |time| time.as_nanos());
    format!("\"{:x}-{nanoseconds:x}\"", metadata.len())
}

/// Is this tag one of those in `If-None-Match`?
fn names(tags: &str, tag: &str) -> bool {
    tags.split(',').map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == tag)
}

fn content_type(path: &Path) -> &'static str {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    match extension.to_ascii_lowercase().as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "topojson" => "application/json",
        "geojson" => "application/geo+json",
        "csv" => "text/csv; charset=utf-8",
        "kml" => "application/vnd.google-earth.kml+xml",
        "txt" | "md" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "webp" => "image/webp",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "ico" => "image/x-icon",
        _ => "application/octet-stream",
    }
}
