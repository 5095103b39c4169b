//! Scores the geoparser against files of texts with known places:
//!
//! ```sh
//! cargo run --release --example score -- [--errors] FILE.jsonl …
//! ```
//!
//! Lines are `{"id","text","mentions":[{"start","end","surface","lat","lon"}]}`.

mod places;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let (flags, files): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let errors = flags.iter().any(|flag| flag == "--errors");
    println!(
        "| texts | mentions | precision | recall | F1 | right within 161 km, of all | of found |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|");
    for file in &files {
        let title = Path::new(file).file_stem().unwrap_or_default().to_string_lossy();
        let scored = std::fs::read_to_string(file)
            .map_err(|e| e.to_string())
            .and_then(|lines| places::run(&lines, &title, errors));
        if let Err(error) = scored {
            eprintln!("{file}: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
