//! A folder of somebody's own data, shown by the page.

use std::io;
use std::path::Path;

use chronotope::dataset::is_accepted;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::files::Folder;
use super::http::{Answer, Request};

/// Where the page finds them.
const BELOW: &str = "/own/";

/// What is served: the page, and beside it perhaps a folder of data.
pub struct Site {
    page: Folder,
    own: Option<Folder>,
}

impl Site {
    pub fn of_page(page: &Path) -> io::Result<Self> {
        Ok(Self { page: Folder::open(page)?, own: None })
    }

    pub fn with_data(self, folder: &Path) -> io::Result<Self> {
        Ok(Self { own: Some(Folder::open(folder)?), ..self })
    }

    pub fn answer(&self, request: &Request) -> Answer {
        match (&self.own, request.target.strip_prefix(BELOW)) {
            (Some(own), Some(target)) => own.answer(&Request {
                target: format!("/{target}"),
                if_none_match: request.if_none_match.clone(),
                ..*request
            }),
            _ => self.page.answer(request),
        }
    }
}

/// The files of a folder that is data and no page, in order of their names; none
/// if it is a page.
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

/// What follows the page's address, for a file.
pub fn query(name: &str) -> String {
    format!("?data={}{}", &BELOW[1..], utf8_percent_encode(name, NON_ALPHANUMERIC))
}
