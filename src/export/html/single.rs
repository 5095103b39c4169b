//! Builds a page that contains all its files, and the content security policy
//! that allows these and no others.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::export::escape::Escaped;

/// Tags that would end a script, or make the HTML parser miss its end.
const SCRIPT_TAGS: [&str; 3] = ["</script", "<script", "<!--"];

#[derive(Default)]
pub(super) struct Single {
    html: String,
    /// The offset at which the policy is inserted.
    policy_at: Option<usize>,
    /// The hashes of the scripts and styles in the page, for the policy.
    scripts: Vec<String>,
    styles: Vec<String>,
}

impl Single {
    pub fn markup(&mut self, html: &str) {
        self.html += html;
    }

    /// Marks this as the position of the policy.
    pub fn policy(&mut self) {
        self.policy_at = Some(self.html.len());
    }

    pub fn style(&mut self, rules: &str) {
        let rules = within(&without_addresses(rules), &["</style"], "\\3c ");
        self.styles.push(hash(&rules));
        self.html += &format!("<style>{rules}</style>");
    }

    /// Adds a script that runs, as a module or as a classic script.
    pub fn script(&mut self, kind: &str, code: &str) {
        let code: String = code
            .lines()
            .filter(|line| !line.starts_with("//# sourceMappingURL="))
            .fold(String::with_capacity(code.len()), |code, line| code + line + "\n");
        let code = within(&code, &SCRIPT_TAGS, "\\x3c");
        self.scripts.push(hash(&code));
        let kind = if kind.is_empty() { String::new() } else { format!(" type=\"{kind}\"") };
        self.html += &format!("<script{kind}>{code}</script>");
    }

    /// Adds bytes that a script of the page looks up by their id.
    pub fn bytes(&mut self, id: &str, bytes: &[u8]) {
        let base64 = STANDARD.encode(bytes);
        self.html += &format!("<script type=\"text/plain\" id=\"{id}\">{base64}</script>\n");
    }

    /// Adds a JSON file that the page looks up by its path.
    pub fn json(&mut self, path: &str, json: &str) {
        // In JSON, `<` occurs only within strings, where it can be escaped.
        let json = json.replace('<', "\\u003c");
        let id = Escaped(path);
        self.html += &format!("<script type=\"application/json\" id=\"{id}\">{json}</script>\n");
    }

    /// The finished page. `None` if no position was marked for the policy.
    pub fn finish(mut self) -> Option<String> {
        let policy = [
            "default-src 'none'".to_owned(),
            format!("script-src 'wasm-unsafe-eval' {}", self.scripts.join(" ")),
            format!("style-src {}", self.styles.join(" ")),
            // The tiles of the modern map, which the reader may switch on.
            "img-src data: https://tile.openstreetmap.org".to_owned(),
            "connect-src 'none'".to_owned(),
            "base-uri 'none'".to_owned(),
            "form-action 'none'".to_owned(),
        ];
        let policy = policy.join("; ");
        let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />");
        self.html.insert_str(self.policy_at?, &meta);
        Some(self.html)
    }
}

/// The data URL of a picture.
pub(super) fn picture(svg: &[u8]) -> String {
    format!("data:image/svg+xml;base64,{}", STANDARD.encode(svg))
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// Replaces the `<` of the given tags by an escape. Within strings, regular
/// expressions and comments the escape means the same.
fn within(text: &str, tags: &[&str], written: &str) -> String {
    let begins = |rest: &str, tag: &str| {
        rest.get(..tag.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(tag))
    };
    let mut safe = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        if character == '<' && tags.iter().any(|tag| begins(&text[at..], tag)) {
            safe += written;
        } else {
            safe.push(character);
        }
    }
    safe
}

/// Removes the addresses of other files from style rules. Leaflet's rules name
/// pictures of controls that the page does not have.
fn without_addresses(rules: &str) -> String {
    let mut parts = rules.split("url(");
    let mut own = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let address = part.trim_start_matches([' ', '"', '\'']);
        match part.split_once(')') {
            Some((_, rest)) if !address.starts_with("data:") && !address.starts_with('#') => {
                own += "none";
                own += rest;
            }
            _ => {
                own += "url(";
                own += part;
            }
        }
    }
    own.replace("\r\n", "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(fill: impl Fn(&mut Single)) -> String {
        let mut single = Single::default();
        single.policy();
        fill(&mut single);
        single.finish().unwrap()
    }

    #[test]
    fn nothing_within_an_element_ends_it() {
        let page = page(|page| {
            page.script(
                "",
                "a = '</SCRIPT><!--<script>';\r\nb = 1 < 2;\n//# sourceMappingURL=a.map",
            );
            page.style("a::after { content: '</Style>' }");
            page.json("x\"y", r#"{"a": "</script><!-- \\<"}"#);
        });
        let (_, body) = page.split_once("/>").unwrap();
        assert_eq!(
            body,
            "<script>a = '\\x3c/SCRIPT>\\x3c!--\\x3cscript>';\nb = 1 < 2;\n</script>\
             <style>a::after { content: '\\3c /Style>' }</style>\
             <script type=\"application/json\" id=\"x&quot;y\">\
             {\"a\": \"\\u003c/script>\\u003c!-- \\\\\\u003c\"}</script>\n"
        );
    }

    #[test]
    fn the_policy_names_each_script_and_style_and_no_other() {
        let page = page(|page| {
            page.script("module", "1");
            page.style("");
            page.json("a", "1");
        });
        // printf '1\n' | openssl dgst -sha256 -binary | base64
        let one = "'sha256-Q1WkaxnTSNwvV8BG+O9j1FOOu5NgAPPJ7pVKJ0YN2GU='";
        let nothing = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
        assert!(page.contains(&format!("script-src 'wasm-unsafe-eval' {one}; ")), "{page}");
        assert!(page.contains(&format!("style-src {nothing}; ")), "{page}");
    }

    #[test]
    fn styles_ask_for_no_file() {
        let rules = "a{b:url(c.png)}d{e:url( \"f\" ) g}h{i:url(#j)}k{l:url('data:m')}";
        let own = "a{b:none}d{e:none g}h{i:url(#j)}k{l:url('data:m')}";
        assert_eq!(without_addresses(rules), own);
    }

    #[test]
    fn without_a_place_for_the_policy_there_is_no_page() {
        assert!(Single::default().finish().is_none());
    }
}
