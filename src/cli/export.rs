use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chronotope::build::{Format, read_life, write_file};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::{Failure, Outcome};

#[derive(clap::Args)]
pub struct Arguments {
    /// Id of the life
    life: String,
    /// The format
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    to: Format,
    /// The file to write; `-` is the standard output
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
}

fn formats() -> impl TypedValueParser<Value = Format> {
    let known = Format::ALL.map(|format| PossibleValue::new(format.name()).help(format.about()));
    PossibleValuesParser::new(known).try_map(|name| name.parse::<Format>())
}

pub fn run(root: &Path, Arguments { life, to, output }: &Arguments) -> Outcome {
    let life = read_life(&root.join("data"), life).map_err(Failure::findings)?;
    let bytes = to.write(&life);
    if output.as_os_str() != "-" {
        return write_file(output, &bytes).map_err(Failure::findings);
    }
    let mut standard = io::stdout().lock();
    match standard.write_all(&bytes).and_then(|()| standard.flush()) {
        // Nobody reads any more (`… | head`): no failure.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::findings(error)),
        _ => Ok(()),
    }
}
