//! The features of a GeoJSON text as stretches of it, found without reading
//! them: one that is broken spoils no other, and a text that breaks off still
//! gives what came before.

use std::ops::Range;

/// What a text consists of.
#[derive(Debug, Default, PartialEq)]
pub(in crate::dataset) struct Features {
    /// The features.
    pub slices: Vec<Range<u32>>,
    /// The value of `title` or `name`, as JSON.
    pub title: Option<Range<u32>>,
    /// The value of `type`, as JSON.
    pub kind: Option<Range<u32>>,
    /// Is there a list of features at all?
    pub listed: bool,
    /// Does the text end too early?
    pub cut_off: bool,
}

/// Finds the features of a text. `None` if it is no JSON object.
pub(in crate::dataset) fn features(text: &str) -> Option<Features> {
    let bytes = text.as_bytes();
    let mut found = Features::default();
    let mut at = space(bytes, 0);
    if bytes.get(at) != Some(&b'{') {
        return None;
    }
    at = space(bytes, at + 1);
    while bytes.get(at) == Some(&b'"') {
        let Some(end) = value(bytes, at) else { break };
        let key = &text[at + 1..end - 1];
        at = space(bytes, end);
        if bytes.get(at) != Some(&b':') {
            break;
        }
        at = space(bytes, at + 1);
        if key == "features" && bytes.get(at) == Some(&b'[') {
            found.listed = true;
            let Some(end) = elements(bytes, at, &mut found.slices) else { break };
            at = end;
        } else {
            let Some(end) = value(bytes, at) else { break };
            let whole = Some(at as u32..end as u32);
            match key {
                "title" | "name" => found.title = whole,
                "type" => found.kind = whole,
                _ => {}
            }
            at = end;
        }
        at = space(bytes, at);
        if bytes.get(at) == Some(&b',') {
            at = space(bytes, at + 1);
        }
    }
    found.cut_off = bytes.get(at) != Some(&b'}');
    Some(found)
}

/// The elements of the array that begins at `at`; the place after it, or `None`
/// if the text ends within.
fn elements(bytes: &[u8], at: usize, slices: &mut Vec<Range<u32>>) -> Option<usize> {
    let mut at = space(bytes, at + 1);
    loop {
        match bytes.get(at)? {
            b']' => return Some(at + 1),
            b',' => at = space(bytes, at + 1),
            _ => {
                let end = value(bytes, at)?;
                slices.push(at as u32..end as u32);
                at = space(bytes, end);
            }
        }
    }
}

fn space(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
        at += 1;
    }
    at
}

/// The place after the value that begins at `at`: as far as its brackets and
/// quotes say, whatever is within. Never none: what cannot begin a value is one
/// byte long, so that a search goes on.
fn value(bytes: &[u8], mut at: usize) -> Option<usize> {
    let begin = at;
    let mut depth = 0_u32;
    loop {
        match bytes.get(at)? {
            b'"' => {
                at += 1;
                while *bytes.get(at)? != b'"' {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                at += 1;
            }
            b'{' | b'[' => {
                depth += 1;
                at += 1;
                continue;
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                at += 1;
            }
            _ if depth > 0 => {
                at += 1;
                continue;
            }
            _ => {
                let ends =
                    |b: &u8| matches!(b, b',' | b']' | b'}' | b':') || b.is_ascii_whitespace();
                while !ends(bytes.get(at)?) {
                    at += 1;
                }
                at = at.max(begin + 1);
            }
        }
        if depth == 0 {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slices(text: &str) -> (Vec<&str>, bool) {
        let found = features(text).unwrap();
        let slice = |r: &Range<u32>| &text[r.start as usize..r.end as usize];
        (found.slices.iter().map(slice).collect(), found.cut_off)
    }

    #[test]
    fn features_are_told_apart_whatever_is_in_them() {
        let text = r#" {"type":"FeatureCollection", "x":[{"features":[0]}],
            "features" : [ {"a":"]},{\\\""} , 7,[1,[2]],null ], "name":"N"} "#;
        let found = [r#"{"a":"]},{\\\""}"#, "7", "[1,[2]]", "null"];
        assert_eq!(slices(text), (found.to_vec(), false));
        let title = features(text).unwrap().title.unwrap();
        assert_eq!(&text[title.start as usize..title.end as usize], r#""N""#);
    }

    #[test]
    fn what_stands_before_a_break_is_kept() {
        let whole = r#"{"type":"FeatureCollection","features":[{"a":1},{"b":2}]}"#;
        assert_eq!(slices(whole), (vec![r#"{"a":1}"#, r#"{"b":2}"#], false));
        for end in 1..whole.len() {
            let (found, cut_off) = slices(&whole[..end]);
            assert!(cut_off, "{end}");
            assert_eq!(found.len(), usize::from(end >= 47) + usize::from(end >= 55), "{end}");
        }
    }

    #[test]
    fn only_an_object_has_features() {
        assert_eq!(features("[1]"), None);
        assert_eq!(features(""), None);
        assert_eq!(features("<kml>"), None);
        assert!(!features(r#"{"type":"Feature"}"#).unwrap().listed);
        // Rubbish ends somewhere.
        assert!(features("{\"features\":[}}}]]]:,,").unwrap().listed);
        assert!(features("{\"features\":[\"\\").unwrap().cut_off);
    }
}
