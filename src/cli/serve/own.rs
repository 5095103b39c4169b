//! What is served: the built page, and a folder of the reader's own data if the
//! command names one.

use std::io;
use std::path::Path;

use chronotope::dataset::is_accepted;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::files::Folder;
use super::http::{Answer, Request};

/// The path under which the data is served.
const DATA_PATH: &str = "/own/";

/// The built page, with an optional folder of data.
pub struct Site {
    page: Folder,
    data: Option<Folder>,
}

impl Site {
    pub fn of_page(page: &Path) -> io::Result<Self> {
        Ok(Self { page: Folder::open(page)?, data: None })
    }

    pub fn with_data(self, folder: &Path) -> io::Result<Self> {
        Ok(Self { data: Some(Folder::open(folder)?), ..self })
    }

    pub fn answer(&self, request: &Request) -> Answer {
        match (&self.data, request.target.strip_prefix(DATA_PATH)) {
            (Some(data), Some(target)) => data.answer(&Request {
                target: format!("/{target}"),
                if_none_match: request.if_none_match.clone(),
                ..*request
            }),
            _ => self.page.answer(request),
        }
    }
}

/// The names of a folder's data files, sorted; empty if the folder is a built
/// page.
pub fn data_files(folder: &Path) -> Vec<String> {
    if folder.join("index.html").exists() {
        return Vec::new();
    }
    let entries = folder.read_dir().into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| {
            let extension = Path::new(name).extension().and_then(|e| e.to_str());
            !name.starts_with('.') && extension.is_some_and(is_accepted)
        })
        .collect();
    names.sort_unstable();
    names
}

/// The query that makes the page open a data file.
pub fn query(name: &str) -> String {
    format!("?data={}{}", &DATA_PATH[1..], utf8_percent_encode(name, NON_ALPHANUMERIC))
}
