//! `chronotope build`: validates the seeds and writes `data/`, or with `--check` compares
//! the two.

use std::path::Path;

use chronotope::pipeline::{BuildError, build};

use super::outcome::{Failure, Outcome};

#[derive(clap::Args)]
pub struct Arguments {
    /// Ids of lives (folders of seeds/lives/); all, if none is given
    lives: Vec<String>,
    /// Write nothing; fail if data/ is out of date
    #[arg(long)]
    check: bool,
}

pub fn run(root: &Path, Arguments { lives, check }: &Arguments) -> Outcome {
    for life in lives {
        if !root.join("seeds/lives").join(life).is_dir() {
            return Err(Failure::Usage(format!("there is no folder seeds/lives/{life}")));
        }
    }
    let built = build(root, lives, *check).map_err(|error| match error {
        // Each diagnostic says itself that it is an error.
        BuildError::Seeds(_) => Failure::Findings(error.to_string()),
        BuildError::Write(error) => Failure::findings(error),
    })?;
    for report in &built.reports {
        println!("{report}");
    }
    match (check, built.changed.as_slice()) {
        (_, []) => println!("data/ is up to date"),
        (false, changed) => println!("{} files written to data/", changed.len()),
        (true, changed) => {
            let list: Vec<String> =
                changed.iter().take(10).map(|path| format!("  data/{path}")).collect();
            return Err(Failure::Findings(format!(
                "error: {} files do not match the seeds; run `chronotope build`\n{}",
                changed.len(),
                list.join("\n")
            )));
        }
    }
    Ok(())
}
