//! The file format that both compiled layers share: a header, a checksum and sections.
//!
//! ```text
//! magic           8 bytes
//! checksum        CRC-32 of all that follows, 4 bytes
//! lengths         of the sections, 8 bytes each
//! sections        one after the other, to the end of the file
//! ```
//!
//! Numbers are little-endian.

use std::ops::Range;

use super::memory::Memory;

pub(super) const MAGIC_LENGTH: usize = 8;
const CHECKSUM_LENGTH: usize = 4;
const SIZE_LENGTH: usize = 8;

/// Why a file is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ContainerError {
    /// It does not begin with the magic bytes.
    Foreign,
    /// It ends too early, or too late.
    Truncated,
    /// Its checksum does not agree.
    Damaged,
}

/// A file that has been checked, with its sections.
pub(super) struct Container<const SECTIONS: usize> {
    pub checksum: u32,
    pub sections: [Memory; SECTIONS],
}

/// Writes a file.
pub(super) fn pack<const SECTIONS: usize>(
    magic: &[u8; MAGIC_LENGTH],
    sections: [&[u8]; SECTIONS],
) -> Vec<u8> {
    let mut body = Vec::new();
    sections.iter().for_each(|section| body.extend((section.len() as u64).to_le_bytes()));
    sections.iter().for_each(|section| body.extend(*section));
    [magic.as_slice(), &crc32fast::hash(&body).to_le_bytes(), &body].concat()
}

/// Opens a file and checks that it is whole.
pub(super) fn unpack<const SECTIONS: usize>(
    magic: &[u8; MAGIC_LENGTH],
    memory: &Memory,
) -> Result<Container<SECTIONS>, ContainerError> {
    let file = memory.as_ref();
    let Some(body) = file.strip_prefix(magic) else {
        let begins = magic.starts_with(file);
        return Err(if begins { ContainerError::Truncated } else { ContainerError::Foreign });
    };
    let (checksum, body) = body.split_first_chunk().ok_or(ContainerError::Truncated)?;
    let (lengths, _) =
        body.split_at_checked(SECTIONS * SIZE_LENGTH).ok_or(ContainerError::Truncated)?;
    let mut start = MAGIC_LENGTH + CHECKSUM_LENGTH + lengths.len();
    let mut ranges: [Range<usize>; SECTIONS] = std::array::from_fn(|_| 0..0);
    for (range, length) in ranges.iter_mut().zip(lengths.as_chunks().0) {
        let end = usize::try_from(u64::from_le_bytes(*length))
            .ok()
            .and_then(|length| start.checked_add(length))
            .filter(|&end| end <= file.len())
            .ok_or(ContainerError::Truncated)?;
        *range = start..end;
        start = end;
    }
    if start != file.len() {
        return Err(ContainerError::Truncated);
    }
    let checksum = u32::from_le_bytes(*checksum);
    if crc32fast::hash(body) != checksum {
        return Err(ContainerError::Damaged);
    }
    Ok(Container { checksum, sections: ranges.map(|range| memory.section(range)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAGIC: &[u8; MAGIC_LENGTH] = b"TESTFILE";

    fn unpacked(file: &[u8]) -> Result<[Vec<u8>; 2], ContainerError> {
        let container = unpack::<2>(MAGIC, &Memory::new(file.to_vec()))?;
        Ok(container.sections.map(|section| section.as_ref().to_vec()))
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        let file = pack(MAGIC, [b"names", b""]);
        assert_eq!(unpacked(&file).unwrap(), [b"names".to_vec(), Vec::new()]);
    }

    #[test]
    fn a_file_that_is_not_whole_is_refused() {
        let good = pack(MAGIC, [b"names", b"places"]);
        for length in 0..good.len() {
            assert_eq!(unpacked(&good[..length]), Err(ContainerError::Truncated), "{length}");
        }
        assert_eq!(unpacked(&[&*good, b"!"].concat()), Err(ContainerError::Truncated));
        assert_eq!(unpacked(b"id\tname\n"), Err(ContainerError::Foreign));
        for at in MAGIC_LENGTH..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 0x10;
            assert!(unpacked(&bad).is_err(), "{at}");
        }
        let last = good.len() - 1;
        let mut bad = good;
        bad[last] ^= 1;
        assert_eq!(unpacked(&bad), Err(ContainerError::Damaged));
    }
}
