//! `chronotope export`: writes a life in another format, or the whole page as a single
//! HTML file.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chronotope::export::{FORMATS, Format};
use chronotope::pipeline::read_life;
use chronotope::pipeline::single_page;
use chronotope::pipeline::write_file;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::outcome::{Failure, Outcome};
use super::page_folder::page_folder;

#[derive(clap::Args)]
pub struct Arguments {
    /// Id of the life
    life: String,
    /// The format
    #[arg(long, value_name = "FORMAT", value_parser = targets())]
    to: Target,
    /// The file to write; `-` is the standard output
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
    /// For `html`: the page, as script/build makes it; the project's `dist` if left out
    #[arg(long, value_name = "DIR")]
    page: Option<PathBuf>,
}

/// What a life can be written as.
#[derive(Clone, Copy)]
enum Target {
    Format(&'static Format),
    Page,
}

const PAGE: &str = "html";
const ABOUT_PAGE: &str = "The page with this life, in one file that opens without a network";

fn targets() -> impl TypedValueParser<Value = Target> {
    let formats =
        FORMATS.map(|format| PossibleValue::new(format.info.name).help(format.info.label));
    let page = PossibleValue::new(PAGE).help(ABOUT_PAGE);
    PossibleValuesParser::new(formats.into_iter().chain([page])).try_map(|name| match &*name {
        PAGE => Ok(Target::Page),
        name => name.parse().map(Target::Format),
    })
}

pub fn run(root: &Path, Arguments { life, to, output, page }: &Arguments) -> Outcome {
    let data = root.join("data");
    let bytes = match (to, page) {
        (Target::Format(_), Some(_)) => {
            return Err(Failure::Usage(format!("--page is for --to {PAGE}")));
        }
        (Target::Format(format), None) => {
            format.write(&read_life(&data, life).map_err(Failure::findings)?)
        }
        (Target::Page, page) => {
            let page = page_folder(root, page.as_deref());
            single_page(&data, &page, life).map_err(Failure::findings)?.into_bytes()
        }
    };
    if output.as_os_str() != "-" {
        return write_file(output, &bytes).map_err(Failure::findings);
    }
    let mut standard = io::stdout().lock();
    match standard.write_all(&bytes).and_then(|()| standard.flush()) {
        // The reader of the pipe has stopped (`… | head`), which is not a failure.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::findings(error)),
        _ => Ok(()),
    }
}
