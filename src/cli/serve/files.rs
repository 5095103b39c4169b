//! Finds the file of a folder that a request asks for, and never one outside it.

use std::fs::{File, Metadata};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::UNIX_EPOCH;

use percent_encoding::percent_decode_str;

use super::http::{
    Answer, BAD_REQUEST, Body, METHOD_NOT_ALLOWED, MOVED, Method, NOT_FOUND, NOT_MODIFIED, OK,
    Request,
};

pub struct Folder {
    /// Without symbolic links.
    root: PathBuf,
}

enum Found {
    File(File, Metadata, &'static str),
    /// A folder whose address lacks the final slash that relative links need.
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
        if request.method == Method::Other {
            let mut answer = Answer::html(METHOD_NOT_ALLOWED, READ_ONLY);
            answer.headers.push(("Allow", "GET, HEAD".to_owned()));
            return answer;
        }
        let (path, query) = match request.target.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (request.target.as_str(), None),
        };
        if !path.starts_with('/') {
            return Answer::html(BAD_REQUEST, NOT_HERE);
        }
        match self.find(path) {
            Found::Nothing => Answer::html(NOT_FOUND, NOT_HERE),
            Found::FolderWithoutSlash => {
                // Relative, so that it cannot lead to another server.
                let name = path.rsplit('/').next().unwrap_or_default();
                let query = query.map(|query| format!("?{query}")).unwrap_or_default();
                let mut answer = Answer::html(MOVED, ADD_SLASH);
                answer.headers.push(("Location", format!("./{name}/{query}")));
                answer
            }
            Found::File(file, metadata, kind) => {
                let tag = entity_tag(&metadata);
                let known =
                    request.if_none_match.as_deref().is_some_and(|tags| lists_tag(tags, &tag));
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
        let Some(mut found) = self.resolved(&wanted) else { return Found::Nothing };
        if found.is_dir() {
            if !as_folder {
                return Found::FolderWithoutSlash;
            }
            let Some(index) = self.resolved(&found.join("index.html")) else {
                return Found::Nothing;
            };
            found = index;
        } else if as_folder {
            return Found::Nothing;
        }
        // Opening a pipe, say, could block for ever.
        if !found.is_file() {
            return Found::Nothing;
        }
        let kind = content_type(&found);
        match File::open(&found).and_then(|file| file.metadata().map(|data| (file, data))) {
            Ok((file, metadata)) => Found::File(file, metadata, kind),
            Err(_) => Found::Nothing,
        }
    }

    /// The path below the folder. Each part, decoded, must be a plain name that
    /// does not begin with a dot.
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

    /// The path without symbolic links, if it is still within the folder.
    fn resolved(&self, path: &Path) -> Option<PathBuf> {
        path.canonicalize().ok().filter(|path| path.starts_with(&self.root))
    }
}

const NOT_HERE: &str = "<!doctype html><title>Not found</title><h1>Not found</h1>\
    <p>There is no such file here. <a href=\"/\">Go to the start page</a>";
const READ_ONLY: &str = "<!doctype html><p>These files can only be read.";
const ADD_SLASH: &str = "<!doctype html><p>The address of a folder ends with a slash.";

/// An entity tag: it changes whenever the file does.
fn entity_tag(metadata: &Metadata) -> String {
    let changed = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let nanoseconds = changed.map_or(0, |time| time.as_nanos());
    format!("\"{:x}-{nanoseconds:x}\"", metadata.len())
}

/// Is this tag one of those in `If-None-Match`?
fn lists_tag(tags: &str, tag: &str) -> bool {
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
