//! The command line. Exit status: 0 for success, 1 for findings, 2 for wrong
//! usage.

mod build;
mod dates;
mod draft;
mod export;
mod gazetteer;
mod geoparse;
mod input;
mod new;
mod outcome;
mod page_folder;
mod serve;
mod whereabouts;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use outcome::Failure;

/// Turns the text of a life into a map that moves
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    /// The project's folder, with seeds/ and data/
    #[arg(long, global = true, default_value = ".")]
    root: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Validate the seeds and write the data
    Build(build::Arguments),
    /// Find the places named in a text, one JSON object a line
    Geoparse(geoparse::Arguments),
    /// Find the dates given in a text, one JSON object a line
    Dates(input::Arguments),
    /// Make the folder of a life from a text, with a drafted itinerary
    New(new::Arguments),
    /// Draft the stays of the person a text is about, one JSON object a line
    Draft(draft::Arguments),
    /// Print where the subject of a life was on a day
    Where(whereabouts::Arguments),
    /// Write a life in a format that other tools read
    Export(export::Arguments),
    /// Serve the built page on this machine
    Serve(serve::Arguments),
    /// Import and compile the gazetteer
    #[command(subcommand)]
    Gazetteer(gazetteer::Command),
}

pub fn run() -> ExitCode {
    let Arguments { root, command } = Arguments::parse();
    let outcome = match command {
        _ if !root.is_dir() => {
            Err(Failure::Usage(format!("--root: there is no folder {}", root.display())))
        }
        Command::Build(arguments) => build::run(&root, &arguments),
        Command::Geoparse(arguments) => geoparse::run(&root, &arguments),
        Command::Dates(arguments) => dates::run(&arguments),
        Command::New(arguments) => new::run(&root, &arguments),
        Command::Draft(arguments) => draft::run(&root, &arguments),
        Command::Where(arguments) => whereabouts::run(&root, &arguments),
        Command::Export(arguments) => export::run(&root, &arguments),
        Command::Serve(arguments) => serve::run(&root, &arguments),
        Command::Gazetteer(command) => gazetteer::run(&root, &command),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Findings(text)) => {
            eprintln!("{}", text.trim_end());
            ExitCode::from(1)
        }
        Err(Failure::Usage(text)) => {
            eprintln!("error: {}", text.trim_end());
            ExitCode::from(2)
        }
    }
}
