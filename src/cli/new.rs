//! `chronotope new`: a text becomes the folder of a life, with a drafted itinerary.

use std::path::{Path, PathBuf};
use std::{fs, io};

use chronotope::compose::{NewLife, NewLifeOptions, new_life};
use chronotope::domain::time::Day;
use chronotope::pipeline::{read_gazetteer, render};

use super::input::not_utf8;
use super::outcome::{Failure, Outcome};

#[derive(clap::Args)]
#[group(id = "new")]
pub struct Arguments {
    /// The id of the life: small letters, digits and hyphens
    life: String,
    /// The text: plain, hard-wrapped, Markdown or HTML
    file: PathBuf,
    /// Who it is about [default: the first sentence says it]
    #[arg(long)]
    title: Option<String>,
    /// The day of birth, YYYY-MM-DD
    #[arg(long)]
    born: Option<Day>,
    /// The address of the text
    #[arg(long)]
    source: Option<String>,
    /// The licence of the text
    #[arg(long)]
    licence: Option<String>,
}

pub fn run(root: &Path, arguments: &Arguments) -> Outcome {
    let id = &arguments.life;
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || !id.chars().all(good) || id.starts_with('-') {
        let message = format!("`{id}` is not an id: use small letters, digits and hyphens");
        return Err(Failure::Usage(message));
    }
    let folder = root.join("seeds/lives").join(id);
    if folder.exists() {
        let message = format!("{} exists already; nothing was written", folder.display());
        return Err(Failure::Findings(message));
    }
    let shown = arguments.file.display().to_string();
    let bytes =
        fs::read(&arguments.file).map_err(|e| Failure::findings(format!("{shown}: {e}")))?;
    let text = String::from_utf8(bytes).map_err(|e| not_utf8(&shown, e.utf8_error()))?;
    let gazetteer = read_gazetteer(&root.join("seeds/gazetteer"))
        .map_err(|diagnostics| Failure::Findings(render(&diagnostics)))?;
    let options = NewLifeOptions {
        title: arguments.title.clone(),
        born: arguments.born,
        source: arguments.source.clone(),
        licence: arguments.licence.clone(),
    };
    let life = new_life(&text, &gazetteer, &options)
        .map_err(|error| Failure::findings(format!("{shown}: {error}")))?;
    write(&folder, &life)
        .map_err(|error| Failure::findings(format!("{}: {error}", folder.display())))?;
    for taken in &life.taken {
        println!("{taken}");
    }
    println!("{}: {} drafted stays", folder.display(), life.stays);
    if life.contradictions > 0 {
        println!("{} contradict the order of time and are concurrent", life.contradictions);
    }
    println!("review itinerary.toml, then run: chronotope build {id}");
    Ok(())
}

/// Writes the folder of a life, or nothing: the files are put together beside it first.
fn write(folder: &Path, life: &NewLife) -> io::Result<()> {
    let lives = folder.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(lives)?;
    let mut builder = tempfile::Builder::new();
    // As any other new folder: a temporary one is readable by its owner alone.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    let draft = builder.tempdir_in(lives)?;
    for (name, content) in [
        ("text.txt", &life.text),
        ("life.toml", &life.life_toml),
        ("itinerary.toml", &life.itinerary_toml),
    ] {
        fs::write(draft.path().join(name), content)?;
    }
    fs::rename(draft.path(), folder)?;
    // It has another name now, so there is nothing to remove.
    let _ = draft.keep();
    Ok(())
}
