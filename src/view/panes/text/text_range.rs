//! Ranges of the source text in the document: from code points of a passage to DOM nodes
//! and offsets.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range};

use crate::domain::life::Passage;

/// The class of text that only screen readers get; it is not part of the source.
pub const VISUALLY_HIDDEN: &str = "visually-hidden";

/// The id of a passage's element. A passage is known by where it begins in the
/// source text, in code points.
pub fn passage_id(start: usize) -> String {
    format!("passage-{start}")
}

/// A range of a passage's text, counted as browsers do: in UTF-16 code units.
#[derive(Clone, Copy)]
pub struct TextRange {
    /// Where the passage begins in the source text, in code points.
    passage_start: usize,
    start: u32,
    end: u32,
}

impl TextRange {
    /// The range between two code points of a passage; the end is exclusive.
    pub fn in_passage(passage: &Passage, start: usize, end: usize) -> Self {
        let units = |end| passage.text.chars().take(end).map(|c| c.len_utf16() as u32).sum();
        Self { passage_start: passage.start, start: units(start), end: units(end) }
    }

    /// The range in the document. `None` while the passage has no text yet.
    pub fn in_document(self) -> Option<Range> {
        let passage = document().get_element_by_id(&passage_id(self.passage_start))?;
        let range = document().create_range().ok()?;
        // Found by its first letter: a range must not begin at the end of the node
        // before.
        let (node, after_first) = find_offset(&passage, self.start + 1).ok()?;
        range.set_start(&node, after_first - 1).ok()?;
        let (node, end) = find_offset(&passage, self.end).ok()?;
        range.set_end(&node, end).ok()?;
        Some(range)
    }
}

/// The text node that contains the offset, and the offset in it. If the offset
/// lies behind `node`: by how much, as the error.
fn find_offset(node: &Node, mut offset: u32) -> Result<(Node, u32), u32> {
    if node.node_type() == Node::TEXT_NODE {
        let length = node.node_value().map_or(0, |text| text.encode_utf16().count() as u32);
        return if offset <= length { Ok((node.clone(), offset)) } else { Err(offset - length) };
    }
    if node.dyn_ref::<Element>().is_some_and(|e| e.class_name() == VISUALLY_HIDDEN) {
        return Err(offset);
    }
    let mut child = node.first_child();
    while let Some(node) = child {
        match find_offset(&node, offset) {
            Err(rest) => offset = rest,
            found => return found,
        }
        child = node.next_sibling();
    }
    Err(offset)
}
