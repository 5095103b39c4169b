//! From seeds to data: read, prove, compose, write.
//!
//! Nothing is written unless everything is right. What is wrong is said as
//! [`Diagnostic`]s, all at once; what is merely worth knowing goes into the
//! [`Report`].

mod compose;
mod diagnostic;
mod document;
mod embedded_gazetteer;
mod exchange;
mod export;
mod gazetteer;
mod gazetteer_import;
mod prove;
mod read;
mod seeds;
mod tables;
mod write;

use std::path::Path;

pub use compose::Report;
pub use diagnostic::{Diagnostic, render};
pub use export::{Format, single_page};
pub use gazetteer::{COMPILED, WORLD, compile_gazetteer, read_gazetteer};
pub use gazetteer_import::{ImportError, ImportOptions, Imported, import_world};
pub use read::{ReadError, read_life};
pub use write::{WriteError, write_file};

/// What a build did.
#[derive(Debug)]
pub struct Built {
    /// What was found, per life.
    pub reports: Vec<Report>,
    /// Paths under `data/` that were not as they would be built.
    pub changed: Vec<String>,
}

/// Why a build stopped.
#[derive(Debug)]
pub enum BuildError {
    /// The seeds are wrong.
    Seeds(Vec<Diagnostic>),
    /// The data could not be written.
    Write(WriteError),
}

/// Builds the lives (all, if none is named) of a project into its `data/`.
/// With `check` nothing is written.
pub fn build(root: &Path, lives: &[String], check: bool) -> Result<Built, BuildError> {
    let seeds = seeds::read(root, lives).map_err(BuildError::Seeds)?;
    let mut reports = Vec::new();
    let mut files = Vec::new();
    let mut entries = Vec::new();
    let mut wrong = Vec::new();
    for life in &seeds.lives {
        match prove::prove(life, &seeds.gazetteer) {
            Ok(proved) => {
                let composed = compose::compose(life, &proved, &seeds.gazetteer, &seeds.basemap);
                reports.push(composed.report);
                files.extend(composed.files);
                entries.push(composed.entry);
            }
            Err(diagnostics) => wrong.extend(diagnostics),
        }
    }
    if !wrong.is_empty() {
        return Err(BuildError::Seeds(wrong));
    }
    files.extend(seeds.basemap.files);
    let data = root.join("data");
    let _turn = (!check).then(|| exchange::Turn::wait(root));
    // A build of some lives leaves the others in the list as they are.
    files.push(compose::lives_file(&data, entries, lives.is_empty()));
    let complete = lives.is_empty();
    let changed = write::differences(&data, &files, complete).map_err(BuildError::Write)?;
    if !check {
        write::write(&data, &files, &changed).map_err(BuildError::Write)?;
    }
    Ok(Built { reports, changed })
}
