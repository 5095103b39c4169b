//! From seeds to data: reads files, validates and composes
//! ([`compose`](crate::compose)), exports ([`export`](crate::export)), writes files.
//!
//! Nothing is written unless all seeds are valid. All mistakes are reported at once,
//! as [`Diagnostic`]s. A [`Report`] sums up what was built.

mod embedded_gazetteer;
mod exchange;
mod gazetteer;
mod gazetteer_import;
mod life_files;
mod list_files;
mod read;
mod render;
mod seeds;
mod single_page;
mod write;
mod write_file;

use std::path::Path;

use crate::compose::{Diagnostic, Report, compose, life_gazetteer, validate};
pub use embedded_gazetteer::embedded_institutions;
pub use gazetteer::{COMPILED, WORLD, compile_gazetteer, read_gazetteer};
pub use gazetteer_import::{ImportError, ImportOptions, Imported, import_world};
pub use read::{ReadError, read_life};
pub use render::render;
pub use single_page::single_page;
pub use write_file::{WriteError, write_file};

/// The result of a build.
#[derive(Debug)]
pub struct Built {
    /// A summary of each life.
    pub reports: Vec<Report>,
    /// Paths under `data/` whose files were missing, different or superfluous.
    pub changed: Vec<String>,
}

/// Why a build stopped.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The seeds have mistakes.
    #[error("{}\nerrors: {}; nothing was written", render(.0), .0.len())]
    Seeds(Vec<Diagnostic>),
    /// The data could not be written.
    #[error(transparent)]
    Write(WriteError),
}

/// Builds lives of a project into its `data/`: all, if none is named. With `check`
/// nothing is written.
///
/// # Errors
/// The seeds have mistakes, or a file cannot be read or written.
pub fn build(root: &Path, lives: &[String], check: bool) -> Result<Built, BuildError> {
    let seeds = seeds::read(root, lives).map_err(BuildError::Seeds)?;
    let mut reports = Vec::new();
    let mut files = Vec::new();
    let mut entries = Vec::new();
    let mut wrong = Vec::new();
    for life in &seeds.lives {
        let composed = life_gazetteer(life, &seeds.gazetteer).and_then(|own| {
            let gazetteer = own.as_ref().unwrap_or(&seeds.gazetteer);
            let validated = validate(life, gazetteer, &seeds.kinds)?;
            let paths = life_files::paths(&life.id);
            Ok(compose(life, &validated, gazetteer, &seeds.kinds, paths))
        });
        match composed {
            Ok(composed) => {
                files.extend(life_files::files(&composed, &seeds.basemap));
                reports.push(composed.report);
                entries.push(composed.life.entry);
            }
            Err(diagnostics) => wrong.extend(diagnostics),
        }
    }
    if !wrong.is_empty() {
        return Err(BuildError::Seeds(wrong));
    }
    files.push(life_files::kinds_file(&seeds.kinds));
    files.extend(seeds.basemap.files);
    let data = root.join("data");
    let _lock = (!check).then(|| exchange::BuildLock::wait(root));
    // If only some lives are built, the list keeps the entries of the others.
    files.push(life_files::lives_file(root, entries, lives.is_empty()));
    let complete = lives.is_empty();
    let changed = write::differences(&data, &files, complete).map_err(BuildError::Write)?;
    if !check {
        write::write(&data, &files, &changed).map_err(BuildError::Write)?;
    }
    Ok(Built { reports, changed })
}
