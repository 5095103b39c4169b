//! Scores the engine against files of texts with known places or dates:
//!
//! ```sh
//! cargo run --release --example score -- [--errors] FILE.jsonl …
//! ```
//!
//! Lines are `{"id","text","mentions":[{"start","end","surface","lat","lon"}]}`
//! or `{"id","text","dates":[{"start","end","surface","val"}]}`.

mod dates;
mod places;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let (flags, files): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let errors = flags.iter().any(|flag| flag == "--errors");
    for file in &files {
        let title = Path::new(file).file_stem().unwrap_or_default().to_string_lossy();
        let scored = std::fs::read_to_string(file).map_err(|e| e.to_string()).and_then(|lines| {
            if lines.lines().next().is_some_and(|line| line.contains("\"dates\"")) {
                dates::run(&lines, &title, errors)
            } else {
                places::run(&lines, &title, errors)
            }
        });
        if let Err(error) = scored {
            eprintln!("{file}: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
