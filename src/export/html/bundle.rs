//! Goes through the page of a release build and replaces each reference to a file
//! by the content of the file.
//!
//! Three parts are left out: the service worker and the notice of a newer version,
//! which a file on a disk does not need, and the relief, whose tiles are larger
//! than everything else together.

use std::fmt::Display;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::life_files::LifeFiles;
use super::page_error::PageError;
use super::single::{Single, picture};
use crate::export::escape::Escaped;

const INDEX: &str = "index.html";
/// A script that runs after Leaflet and before the program.
const LEFT_OUT: &str = include_str!("left_out.js");
const LEFT_OUT_STYLE: &str = include_str!("left_out.css");
/// A script that runs after the bindings and calls their start function.
const START: &str = include_str!("start.js");

const NO_SCRIPTS: &str = "<noscript><p>The moving map is drawn by a script, and scripts are \
    switched off here.</p></noscript>";

/// A part of the page that is different in the single file.
enum Part {
    /// It is left out.
    Nothing,
    Policy,
    Title,
    Icon(String),
    Style(String),
    Script(String),
    /// The JavaScript bindings of the program.
    Bindings(String),
    Program(String),
    EndOfHead,
    NoScripts,
    Document,
    EndOfBody,
}

/// Puts the files of a life and of the built page into one HTML file. `read_page`
/// returns the content of a file in the page's folder, by its name, or why it
/// cannot be read.
///
/// # Errors
/// A file of the page is missing, or is not as a release build writes it.
pub fn single_page(
    life: &LifeFiles,
    read_page: &dyn Fn(&str) -> Result<Vec<u8>, String>,
) -> Result<String, PageError> {
    let wrong = |reason: &dyn Display| {
        let reason = format!("{reason}; script/build makes a page that can be put into one file");
        PageError { file: INDEX.to_owned(), reason }
    };
    let bytes =
        |name: &str| read_page(name).map_err(|reason| PageError { file: name.to_owned(), reason });
    let read = |name: &str| {
        String::from_utf8(bytes(name)?)
            .map_err(|e| PageError { file: name.to_owned(), reason: e.to_string() })
    };
    let html = read(INDEX).map_err(|error| wrong(&error.reason))?;
    let mut page = Single::default();
    let (mut bindings, mut program, mut document) = (None, None, false);
    for (before, part) in parts(&html).map_err(|error| wrong(&error))? {
        page.markup(before);
        match part {
            None | Some(Part::Nothing) => {}
            Some(Part::Policy) => page.policy(),
            Some(Part::Title) => {
                page.markup(&format!("<title>{} · Chronotope</title>", Escaped(&life.title)));
            }
            Some(Part::Icon(name)) => {
                let icon = picture(&bytes(&name)?);
                page.markup(&format!("<link rel=\"icon\" href=\"{icon}\" />"));
            }
            Some(Part::Style(name)) => page.style(&read(&name)?),
            Some(Part::Script(name)) => page.script("", &read(&name)?),
            Some(Part::Bindings(name)) => bindings = Some(name),
            Some(Part::Program(name)) => program = Some(name),
            Some(Part::EndOfHead) => page.style(LEFT_OUT_STYLE),
            Some(Part::NoScripts) => page.markup(NO_SCRIPTS),
            Some(Part::Document) => {
                document = true;
                page.markup(&life.document);
            }
            // The large parts come last, so that the document is readable before
            // they have loaded.
            Some(Part::EndOfBody) => {
                for (path, json) in &life.files {
                    page.json(&format!("data/{path}"), json);
                }
                let (Some(bindings), Some(program)) = (&bindings, &program) else {
                    return Err(wrong(&"it names no program"));
                };
                page.bytes("program", &bytes(program)?);
                page.script("", LEFT_OUT);
                page.script("module", &starting_module(bindings, &read(bindings)?)?);
            }
        }
    }
    if !document {
        return Err(wrong(&"it has no life as a document"));
    }
    page.finish().ok_or_else(|| wrong(&"it has no policy, so it is of no release build"))
}

/// Cuts the page into pieces: markup that stays as it is, and the part that
/// follows it, if any.
fn parts(html: &str) -> quick_xml::Result<Vec<(&str, Option<Part>)>> {
    let mut reader = Reader::from_str(html);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let (mut parts, mut done) = (Vec::new(), 0);
    loop {
        let from = position(&reader);
        let event = reader.read_event()?;
        let part = match &event {
            Event::Eof => break,
            Event::Comment(_) => Some(Part::Nothing),
            Event::Start(tag) | Event::Empty(tag) => part(tag),
            Event::End(tag) => match tag.name().as_ref() {
                "head" => Some(Part::EndOfHead),
                "body" => Some(Part::EndOfBody),
                _ => None,
            },
            _ => None,
        };
        if part.is_none() {
            continue;
        }
        match &event {
            // `link` and `meta` have no end tag.
            Event::Start(tag) if !matches!(tag.name().as_ref(), "link" | "meta") => {
                reader.read_to_end(tag.to_end().name())?;
            }
            _ => {}
        }
        parts.push((&html[done..from], part));
        done = if matches!(event, Event::End(_)) { from } else { position(&reader) };
    }
    parts.push((&html[done..], None));
    Ok(parts)
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn part(tag: &BytesStart) -> Option<Part> {
    let value = |name: &str| {
        let mut attributes = tag.html_attributes().flatten();
        attributes.find(|a| a.key.as_ref() == name).map(|a| a.value.into_owned())
    };
    // A build writes all files of the page into one folder.
    let file = |name| value(name)?.rsplit('/').next().map(str::to_owned);
    Some(match tag.name().as_ref() {
        "meta" if value("http-equiv")?.eq_ignore_ascii_case("Content-Security-Policy") => {
            Part::Policy
        }
        "title" => Part::Title,
        "link" => match (value("rel")?.as_str(), file("href")?) {
            ("icon", name) => Part::Icon(name),
            ("stylesheet", name) => Part::Style(name),
            ("modulepreload", name) => Part::Bindings(name),
            ("preload", name) if name.ends_with(".wasm") => Part::Program(name),
            _ => Part::Nothing,
        },
        "script" => match file("src") {
            Some(name) if !name.starts_with("update") => Part::Script(name),
            _ => Part::Nothing,
        },
        "noscript" => Part::NoScripts,
        "article" => Part::Document,
        "div" if value("id")? == "update" => Part::Nothing,
        _ => return None,
    })
}

/// Turns the bindings into a module that starts the program.
fn starting_module(file: &str, bindings: &str) -> Result<String, PageError> {
    let wrong = |reason: &str| PageError { file: file.to_owned(), reason: reason.to_owned() };
    if bindings.lines().any(|line| line.starts_with("import")) {
        return Err(wrong("it reads other scripts, which one file cannot have"));
    }
    let start = default_export(bindings).ok_or_else(|| wrong("it exports no start"))?;
    Ok(format!("{bindings}\n{{\nconst start = {start};\n{START}}}\n"))
}

fn default_export(module: &str) -> Option<&str> {
    let (_, names) = module.rsplit_once("export")?;
    let (names, _) = names.trim_start().strip_prefix('{')?.split_once('}')?;
    names.split(',').find_map(|name| name.trim().strip_suffix(" as default"))
}
