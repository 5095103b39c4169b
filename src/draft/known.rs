//! What the caller of the engine knows of the subject.

use crate::domain::time::Day;

/// What the caller knows of the subject. All may be left out.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The subject's names; the first sentence gives them otherwise.
    pub names: Vec<String>,
    /// The day of birth.
    pub born: Option<Day>,
}
