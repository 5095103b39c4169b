//! The unit of offsets: bytes within the engine, code points outside.

/// Converts byte offsets of a text to code-point offsets, the unit of every
/// offset that leaves the engine (W3C TextPositionSelector).
///
/// Ascending queries cost time in proportion to the text, once; going back
/// starts again from the beginning.
pub struct CodePoints<'t> {
    text: &'t str,
    byte: usize,
    count: usize,
}

impl<'t> CodePoints<'t> {
    /// Begins a conversion of offsets of one text.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self { text, byte: 0, count: 0 }
    }

    /// The number of code points before a byte offset on a character boundary.
    pub fn at(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            (self.byte, self.count) = (0, 0);
        }
        self.count += self.text[self.byte..byte].chars().count();
        self.byte = byte;
        self.count
    }
}
