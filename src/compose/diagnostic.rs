use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// A mistake in a seed file: which file, where, what, and how to mend it.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    file: PathBuf,
    /// The whole file and the offending bytes; absent if it cannot be read.
    place: Option<(String, Range<usize>)>,
    message: String,
    help: Option<String>,
}

impl Diagnostic {
    /// A mistake at a range of bytes of a file.
    #[must_use]
    pub fn at(file: &Path, source: &str, span: Range<usize>, message: impl Into<String>) -> Self {
        let span = span.start.min(source.len())..span.end.clamp(span.start, source.len());
        Self {
            file: file.to_owned(),
            place: Some((source.to_owned(), span)),
            message: message.into(),
            help: None,
        }
    }

    /// A mistake that concerns a whole file.
    #[must_use]
    pub fn of_file(file: &Path, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), place: None, message: message.into(), help: None }
    }

    /// How to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// A mistake that `toml` found.
    #[must_use]
    pub fn of_toml(file: &Path, source: &str, error: &toml::de::Error) -> Self {
        let span = error.span().unwrap_or(0..0);
        Self::at(file, source, span, error.message().trim())
    }
}

/// All diagnostics as a text for people.
#[must_use]
pub fn render(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(|d| format!("{d}\n")).collect()
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.file.display().to_string();
        let title = Level::ERROR.primary_title(&self.message);
        let mut groups = Vec::new();
        match &self.place {
            Some((source, span)) => groups.push(
                title.element(
                    Snippet::source(source.as_str())
                        .path(path.as_str())
                        .annotation(AnnotationKind::Primary.span(span.clone())),
                ),
            ),
            None => groups.push(title.element(annotate_snippets::Origin::path(path.as_str()))),
        }
        if let Some(help) = &self.help {
            groups.push(annotate_snippets::Group::with_title(Level::HELP.secondary_title(help)));
        }
        f.write_str(&Renderer::plain().render(&groups))
    }
}
