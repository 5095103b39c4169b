//! Renders diagnostics for a terminal, with the offending line of the file.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::compose::Diagnostic;

/// Renders diagnostics for a terminal: each with its file, the offending line,
/// and how to correct it.
#[must_use]
pub fn render(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(|diagnostic| render_one(diagnostic) + "\n").collect()
}

fn render_one(diagnostic: &Diagnostic) -> String {
    let path = diagnostic.file().display().to_string();
    let title = Level::ERROR.primary_title(diagnostic.message());
    let mut groups = vec![match diagnostic.excerpt() {
        Some((source, span)) => title.element(
            Snippet::source(source)
                .path(path.as_str())
                .annotation(AnnotationKind::Primary.span(span)),
        ),
        None => title.element(Origin::path(path.as_str())),
    }];
    if let Some(help) = diagnostic.help() {
        groups.push(Group::with_title(Level::HELP.secondary_title(help)));
    }
    Renderer::plain().render(&groups)
}
