//! Formats JSON as readable text without parsing its numbers.

/// Writes valid JSON for people: text without quotes, lists as `[1, 2]`, objects
/// as `{a: 1}`. Numbers stay as they are written: reading and writing them would
/// change those of more than 15 digits, and serde_json's exact writing would be
/// a tenth of the page's program.
pub(super) fn json_as_text(json: &str) -> String {
    let bytes = json.as_bytes();
    let mut text = String::with_capacity(json.len());
    let mut at = 0;
    while at < bytes.len() {
        // A literal runs up to the next mark of JSON's syntax.
        let end = match bytes[at] {
            b'"' => string_end(bytes, at).unwrap_or(bytes.len()),
            b',' | b':' | b'[' | b']' | b'{' | b'}' => at + 1,
            byte if byte.is_ascii_whitespace() => at + 1,
            _ => (at..bytes.len()).find(|&i| is_mark(bytes[i])).unwrap_or(bytes.len()),
        };
        let token = &json[at..end];
        match bytes[at] {
            b'"' => text.push_str(&decoded(token)),
            b',' => text.push_str(", "),
            b':' => text.push_str(": "),
            byte if byte.is_ascii_whitespace() => {}
            _ => text.push_str(token),
        }
        at = end;
    }
    text
}

/// The offset after a JSON string that begins at `start` with its quotation
/// mark. `None` if the text ends before it.
pub(super) fn string_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start + 1;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

fn is_mark(byte: u8) -> bool {
    matches!(byte, b'"' | b',' | b':' | b'[' | b']' | b'{' | b'}') || byte.is_ascii_whitespace()
}

fn decoded(string: &str) -> String {
    serde_json::from_str(string).unwrap_or_else(|_| string.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_for_people() {
        for (json, text) in [
            ("null", "null"),
            ("true", "true"),
            (r#""a \"b\" \u00e9, [c]""#, "a \"b\" é, [c]"),
            ("[ 1 ,2.50, -1e-7 ]", "[1, 2.50, -1e-7]"),
            (r#"{"a" : {"b":[]}, "c":"d" }"#, "{a: {b: []}, c: d}"),
            ("18446744073709551617", "18446744073709551617"),
        ] {
            assert_eq!(json_as_text(json), text);
        }
    }

    #[test]
    fn what_is_not_json_does_no_harm() {
        for text in ["\"open", "\"\\", "é:é", ""] {
            let _ = json_as_text(text);
        }
        assert_eq!(json_as_text("\"open"), "\"open");
    }
}
