//! The result of a command, and the exit status of a failure.

use std::fmt::Display;

/// Why a command failed.
pub enum Failure {
    /// The command found something wrong: exit 1.
    Findings(String),
    /// Wrong usage: exit 2.
    Usage(String),
}

/// What every command returns.
pub type Outcome = Result<(), Failure>;

impl Failure {
    /// Exit 1 with an error.
    pub fn findings(error: impl Display) -> Self {
        Self::Findings(format!("error: {error}"))
    }
}
