//! Recognises how a text was written, plain, hard-wrapped, Markdown or HTML, and turns it
//! into the plain text that a life's folder keeps: one paragraph a line.

/// A text as a life's folder keeps it, and what was done to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manuscript {
    /// One paragraph a line, with blank lines between.
    pub text: String,
    /// What was recognised, in words: "HTML", "lines were joined".
    pub taken: Vec<String>,
}

/// Reads a text of any of these forms.
#[must_use]
pub fn read_manuscript(source: &str) -> Manuscript {
    let source = source.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let mut taken = Vec::new();
    let text = if is_html(&source) {
        taken.push("read as HTML: its tags were left out".to_owned());
        html_text(&source)
    } else if is_markdown(&source) {
        taken.push("read as Markdown: its marks were left out".to_owned());
        markdown_text(&source)
    } else {
        source
    };
    let text = if is_wrapped(&text) {
        taken.push("the lines of each paragraph were joined".to_owned());
        joined(&text)
    } else {
        text
    };
    let text = text.trim();
    Manuscript { text: if text.is_empty() { String::new() } else { format!("{text}\n") }, taken }
}

fn is_html(text: &str) -> bool {
    let head = text.trim_start().get(..200).unwrap_or(text).to_ascii_lowercase();
    let paragraphs = text.matches("<p>").count() + text.matches("<p ").count();
    head.starts_with("<!doctype html") || head.starts_with("<html") || paragraphs > 1
}

fn is_markdown(text: &str) -> bool {
    let heading = |line: &str| {
        let marks = line.bytes().take_while(|&b| b == b'#').count();
        (1..=6).contains(&marks) && line[marks..].starts_with(' ')
    };
    text.lines().any(heading) || text.contains("](http") || text.matches("**").count() > 3
}

/// Are paragraphs broken into lines of similar length?
fn is_wrapped(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().collect();
    let mut pairs = 0;
    let mut broken = 0;
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        if line.trim().is_empty() || next.trim().is_empty() {
            continue;
        }
        pairs += 1;
        let length = line.chars().count();
        let open = !line.trim_end().ends_with(['.', '!', '?', ':', '"', '”']);
        broken += usize::from((40..=100).contains(&length) && open);
    }
    pairs > 2 && broken * 2 > pairs
}

/// Lines without a blank line between them become one paragraph.
fn joined(text: &str) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.lines().map(str::trim) {
        match paragraphs.last_mut().filter(|_| open && !line.is_empty()) {
            Some(paragraph) => {
                paragraph.push(' ');
                paragraph.push_str(line);
            }
            None if !line.is_empty() => paragraphs.push(line.to_owned()),
            None => {}
        }
        open = !line.is_empty();
    }
    paragraphs.join("\n\n")
}

/// Leaves out marks of Markdown; the words stay.
fn markdown_text(text: &str) -> String {
    let mut lines = Vec::new();
    for line in text.lines() {
        let line = line.trim_start_matches('#').trim_start_matches("> ").trim();
        lines.push(without_links(&line.replace("**", "").replace("__", "").replace('`', "")));
    }
    lines.join("\n")
}

/// `[words](address)` becomes `words`.
fn without_links(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(open) = rest.find('[') {
        let link = rest[open..].find("](").and_then(|middle| {
            let middle = open + middle;
            rest[middle..].find(')').map(|close| (middle, middle + close))
        });
        let Some((middle, close)) = link else { break };
        out.push_str(rest[..open].trim_end_matches('!'));
        out.push_str(&rest[open + 1..middle]);
        rest = &rest[close + 1..];
    }
    out.push_str(rest);
    out
}

/// Elements that end a paragraph.
const BLOCKS: [&str; 14] = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "br", "tr", "section", "article", "title",
];
/// Elements whose content is not text.
const HIDDEN: [&str; 5] = ["script", "style", "head", "noscript", "svg"];

/// The text of an HTML page, a block a paragraph.
fn html_text(source: &str) -> String {
    let mut out = String::new();
    let mut rest = source;
    while let Some(open) = rest.find('<') {
        push_words(&mut out, &rest[..open]);
        rest = &rest[open..];
        if rest.starts_with("<!--") {
            rest = rest.find("-->").map_or("", |end| &rest[end + 3..]);
            continue;
        }
        let Some(end) = rest.find('>') else { break };
        let tag = rest[1..end].trim_start_matches('/');
        let name: String =
            tag.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
        let opens = !rest.starts_with("</");
        rest = &rest[end + 1..];
        if HIDDEN.contains(&name.as_str()) && opens {
            let close = format!("</{name}");
            let end = rest.to_ascii_lowercase().find(&close);
            rest = end.map_or("", |end| &rest[end..]);
        } else if BLOCKS.contains(&name.as_str()) {
            out.push_str("\n\n");
        }
    }
    if !rest.starts_with('<') {
        push_words(&mut out, rest);
    }
    let paragraphs: Vec<&str> =
        out.split("\n\n").map(str::trim).filter(|p| !p.is_empty()).collect();
    paragraphs.join("\n\n")
}

/// White space of HTML is one space; the usual entities are letters.
fn push_words(out: &mut String, text: &str) {
    let decoded = [
        ("&nbsp;", " "),
        ("&#160;", " "),
        ("&ndash;", "–"),
        ("&mdash;", "—"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&rsquo;", "’"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter));
    for (i, word) in decoded.split_whitespace().enumerate() {
        let spaced = i > 0 || decoded.starts_with(char::is_whitespace);
        if spaced && !out.is_empty() && !out.ends_with(char::is_whitespace) {
            out.push(' ');
        }
        out.push_str(word);
    }
    if decoded.ends_with(char::is_whitespace) && !out.ends_with(char::is_whitespace) {
        out.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_gives_the_same_words() {
        let plain = "Anna Berg was born in Bergen in 1850.\n\nShe moved to Oslo.\n";
        assert_eq!(read_manuscript(plain), Manuscript { text: plain.to_owned(), taken: vec![] });
        let html = "<html><head><title>x</title></head><body><p>Anna <b>Berg</b> was born in\nBergen in 1850.</p><p>She moved to Oslo.</p>";
        assert_eq!(read_manuscript(html).text, plain);
        let markdown = "# Life\n\n**Anna Berg** was born in [Bergen](https://example.org) in 1850.\n\nShe moved to Oslo.\n";
        assert_eq!(read_manuscript(markdown).text, format!("Life\n\n{plain}"));
    }

    #[test]
    fn hard_wrapped_lines_are_joined_and_said() {
        let line = "She went to Bergen by ship, and from there she walked over the\n";
        let text = format!("{}mountains.\n\nThe end.\n", line.repeat(4));
        let read = read_manuscript(&text);
        assert_eq!(read.text.lines().count(), 3, "{}", read.text);
        assert_eq!(read.taken.len(), 1);
    }

    #[test]
    fn nothing_makes_it_fail() {
        for text in
            ["", "<", "<p", "<p>a</p><p>b</p><script", "[", "# [a](", "\u{feff}", "<!--<p><p>"]
        {
            let _ = read_manuscript(text);
        }
    }
}
