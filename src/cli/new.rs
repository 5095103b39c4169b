//! `chronotope new`: a text becomes the folder of a life, with a drafted itinerary.

use std::fs;
use std::path::{Path, PathBuf};

use chronotope::compose::{NewLifeOptions, new_life};
use chronotope::domain::time::Day;
use chronotope::pipeline::{read_gazetteer, render, write_file};

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
    let shown = arguments.file.display();
    let wrong = |error: std::io::Error| Failure::findings(format!("{shown}: {error}"));
    let bytes = fs::read(&arguments.file).map_err(wrong)?;
    let text = String::from_utf8(bytes)
        .map_err(|e| Failure::findings(format!("{shown}: not UTF-8: {}", e.utf8_error())))?;
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
    fs::create_dir_all(&folder).map_err(wrong)?;
    let files = [
        ("text.txt", &life.text),
        ("life.toml", &life.life_toml),
        ("itinerary.toml", &life.itinerary_toml),
    ];
    for (name, content) in files {
        write_file(&folder.join(name), content.as_bytes()).map_err(Failure::findings)?;
    }
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
