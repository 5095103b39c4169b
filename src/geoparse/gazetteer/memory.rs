//! Bytes of a file, shared by its sections, and numbers of variable length.

use std::ops::Range;
use std::sync::Arc;

/// A range of a file in memory, either read or memory-mapped.
#[derive(Clone)]
pub(super) struct Memory {
    bytes: Arc<dyn AsRef<[u8]> + Send + Sync>,
    range: Range<usize>,
}

impl Memory {
    pub fn new(bytes: impl AsRef<[u8]> + Send + Sync + 'static) -> Self {
        let range = 0..bytes.as_ref().len();
        Self { bytes: Arc::new(bytes), range }
    }

    /// A part of it. The caller has checked the range.
    pub fn section(&self, range: Range<usize>) -> Self {
        Self { bytes: Arc::clone(&self.bytes), range }
    }
}

impl AsRef<[u8]> for Memory {
    fn as_ref(&self) -> &[u8] {
        (*self.bytes).as_ref().get(self.range.clone()).unwrap_or_default()
    }
}

impl std::fmt::Debug for Memory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Memory({:?})", self.range)
    }
}

/// LEB128: seven bits a byte, the lowest first.
pub(super) fn write_varint(to: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        to.push(number as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

pub(super) fn read_varint(from: &[u8], at: &mut usize) -> Option<u64> {
    let mut number = 0;
    for shift in (0..63).step_by(7) {
        let byte = *from.get(*at)?;
        *at += 1;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}
