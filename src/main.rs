//! The curator's command line. Parse, call, print; one file per subcommand.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
