//! Text in, JSON Lines out: what `geoparse`, `dates` and `draft` have in common.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};

use rayon::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::outcome::{Failure, Outcome};

#[derive(clap::Args)]
pub struct Arguments {
    /// A text file; `-` reads the standard input
    #[arg(default_value = "-")]
    file: String,
    /// Read one JSON object {"id","text"} a line, write one a line
    #[arg(long)]
    ndjson: bool,
}

/// A text to search. Of the other fields of its line, those of `A` are read.
#[derive(Deserialize)]
struct Document<A> {
    id: serde_json::Value,
    text: String,
    #[serde(flatten)]
    about: A,
}

/// Reads the input, applies `find` to each text and writes what it finds:
/// one finding a line, or one document a line with its findings under `key`.
pub fn stream<T: Serialize>(
    arguments: &Arguments,
    key: &str,
    find: impl Fn(&str) -> Vec<T> + Sync,
) -> Outcome {
    stream_with(arguments, key, |text, (): &()| find(text))
}

/// As [`stream`], for a command that reads more fields of a line than `id` and `text`.
/// A file that is not NDJSON has none of them.
pub fn stream_with<T: Serialize, A: Default + DeserializeOwned>(
    Arguments { file, ndjson }: &Arguments,
    key: &str,
    find: impl Fn(&str, &A) -> Vec<T> + Sync,
) -> Outcome {
    let wrong = |e: io::Error| Failure::findings(format!("{file}: {e}"));
    let input: Box<dyn Read> = match file.as_str() {
        "-" => Box::new(io::stdin().lock()),
        path => Box::new(File::open(path).map_err(wrong)?),
    };
    let mut input = BufReader::with_capacity(BATCH_BYTES, input);
    let mut output = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let written = if *ndjson {
        documents(&mut input, &mut output, file, key, &find)
    } else {
        let mut bytes = Vec::new();
        input.read_to_end(&mut bytes).map_err(wrong)?;
        let text = String::from_utf8(bytes).map_err(|e| not_utf8(file, e.utf8_error()))?;
        find(&text, &A::default()).iter().try_for_each(|finding| write_line(&mut output, finding))
    };
    match written.and_then(|()| output.flush().map_err(Into::into)) {
        Ok(()) => Ok(()),
        Err(Stop::PipeClosed) => Ok(()),
        Err(Stop::Failure(failure)) => Err(failure),
    }
}

/// Why writing stopped.
enum Stop {
    /// The reader has closed the pipe (`… | head`). This is not a failure.
    PipeClosed,
    Failure(Failure),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::PipeClosed,
            _ => Self::Failure(Failure::findings(error)),
        }
    }
}

/// Lines are read in batches of about this many bytes. That bounds the memory
/// however long the input is, unless a single line is longer.
const BATCH_BYTES: usize = 1 << 20;

/// Searches the texts of a batch on all cores and writes the findings in the
/// order of the input.
fn documents<T: Serialize, A: DeserializeOwned>(
    input: &mut BufReader<impl Read>,
    output: &mut impl Write,
    file: &str,
    key: &str,
    find: &(impl Fn(&str, &A) -> Vec<T> + Sync),
) -> Result<(), Stop> {
    let mut number = 0;
    loop {
        let mut lines: Vec<(usize, Vec<u8>)> = Vec::new();
        let mut size = 0;
        loop {
            let mut line = Vec::new();
            let length = input.read_until(b'\n', &mut line)?;
            if length == 0 {
                break;
            }
            number += 1;
            size += length;
            if !line.trim_ascii().is_empty() {
                lines.push((number, line));
            }
            // Answers what has arrived before waiting for more.
            if input.buffer().is_empty() || size >= BATCH_BYTES {
                break;
            }
        }
        if size == 0 {
            return Ok(());
        }
        let answer = |(number, line): &(usize, Vec<u8>)| answer(line, *number, file, key, find);
        let answers: Vec<Result<Vec<u8>, String>> = lines.par_iter().map(answer).collect();
        for answer in answers {
            let answer = answer.map_err(|wrong| Stop::Failure(Failure::findings(wrong)))?;
            output.write_all(&answer)?;
        }
        output.flush()?;
    }
}

fn answer<T: Serialize, A: DeserializeOwned>(
    line: &[u8],
    number: usize,
    file: &str,
    key: &str,
    find: &impl Fn(&str, &A) -> Vec<T>,
) -> Result<Vec<u8>, String> {
    let document: Document<A> = serde_json::from_slice(line)
        .map_err(|e| format!("{file}:{number}: expected an object with `id` and `text`: {e}"))?;
    let findings = find(&document.text, &document.about);
    let mut answer = serde_json::to_vec(&serde_json::json!({ "id": document.id, key: findings }))
        .map_err(|e| format!("{file}:{number}: {e}"))?;
    answer.push(b'\n');
    Ok(answer)
}

fn write_line(output: &mut impl Write, value: &impl Serialize) -> Result<(), Stop> {
    serde_json::to_writer(&mut *output, value).map_err(|e| Stop::from(io::Error::from(e)))?;
    output.write_all(b"\n")?;
    Ok(())
}

/// The failure of a file that is not UTF-8.
pub fn not_utf8(file: &str, error: std::str::Utf8Error) -> Failure {
    Failure::findings(format!("{file}: not UTF-8 at byte {}", error.valid_up_to()))
}
