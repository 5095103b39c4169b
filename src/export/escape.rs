//! Escapes text for HTML, for the parts of the single-file page that are written without
//! a template.

use std::fmt::{self, Display};

/// Text escaped for HTML: within an element or within the quotes of an attribute.
pub struct Escaped<'a>(pub &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write;
        self.0.chars().try_for_each(|c| match c {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '"' => f.write_str("&quot;"),
            '\'' => f.write_str("&#39;"),
            // Characters that HTML does not allow, not even as a reference.
            '\0'..='\x08' | '\x0b'..='\x1f' | '\x7f' => f.write_char('\u{fffd}'),
            other => f.write_char(other),
        })
    }
}
