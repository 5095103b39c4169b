//! Text in, JSON Lines out: what `geoparse` and `dates` share.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};

use serde::{Deserialize, Serialize};

use super::{Failure, Outcome};

#[derive(clap::Args)]
pub struct Arguments {
    /// A text file; `-` reads the standard input
    #[arg(default_value = "-")]
    file: String,
    /// Read one JSON object {"id","text"} a line, write one a line
    #[arg(long)]
    ndjson: bool,
}

#[derive(Deserialize)]
struct Document {
    id: serde_json::Value,
    text: String,
}

/// Reads the input, applies `find` to each text and writes what it finds:
/// one finding a line, or one document a line with its findings under `key`.
pub fn stream<T: Serialize>(
    Arguments { file, ndjson }: &Arguments,
    key: &str,
    find: impl Fn(&str) -> Vec<T>,
) -> Outcome {
    let wrong = |e: io::Error| Failure::findings(format!("{file}: {e}"));
    let input: Box<dyn Read> = match file.as_str() {
        "-" => Box::new(io::stdin().lock()),
        path => Box::new(File::open(path).map_err(wrong)?),
    };
    let mut input = BufReader::new(input);
    let mut output = BufWriter::new(io::stdout().lock());
    let written = if *ndjson {
        documents(&mut input, &mut output, file, key, find)
    } else {
        let mut bytes = Vec::new();
        input.read_to_end(&mut bytes).map_err(wrong)?;
        let text = String::from_utf8(bytes).map_err(|e| not_utf8(file, e.utf8_error()))?;
        find(&text).iter().try_for_each(|finding| write_line(&mut output, finding))
    };
    match written.and_then(|()| output.flush().map_err(Into::into)) {
        Ok(()) => Ok(()),
        Err(Stop::Pipe) => Ok(()),
        Err(Stop::Failure(failure)) => Err(failure),
    }
}

/// Why writing stopped.
enum Stop {
    /// Nobody reads any more (`… | head`): no failure.
    Pipe,
    Failure(Failure),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Pipe,
            _ => Self::Failure(Failure::findings(error)),
        }
    }
}

fn documents<T: Serialize>(
    input: &mut impl BufRead,
    output: &mut impl Write,
    file: &str,
    key: &str,
    find: impl Fn(&str) -> Vec<T>,
) -> Result<(), Stop> {
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let document: Document = serde_json::from_slice(&line).map_err(|e| {
            let wrong = format!("{file}:{number}: no object with `id` and `text`: {e}");
            Stop::Failure(Failure::findings(wrong))
        })?;
        let findings = find(&document.text);
        write_line(output, &serde_json::json!({ "id": document.id, key: findings }))?;
    }
    Ok(())
}

fn write_line(output: &mut impl Write, value: &impl Serialize) -> Result<(), Stop> {
    serde_json::to_writer(&mut *output, value).map_err(|e| Stop::from(io::Error::from(e)))?;
    output.write_all(b"\n")?;
    Ok(())
}

fn not_utf8(file: &str, error: std::str::Utf8Error) -> Failure {
    Failure::findings(format!("{file}: not UTF-8 at byte {}", error.valid_up_to()))
}
