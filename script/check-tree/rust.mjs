// Reads Rust as far as the check needs it: words and punctuation with their
// lines. Comments, strings and characters are left out. Not a parser, because a
// parser would skip the code inside macros.

const TOKEN = new RegExp(
  [
    String.raw`(?<skip>\s+|\/\/[^\n]*|b?r(#*)"[\s\S]*?"\k<2>|[bc]?"(?:\\[\s\S]|[^"\\])*"|b?'(?:\\(?:u\{[^}]*\}|x..|[\s\S])|[^'\\\n])'|'[A-Za-z_]\w*)`,
    String.raw`(?<word>(?:r#)?[\p{L}_][\p{L}\p{N}_]*)`,
    String.raw`(?<number>\d[\w.]*?(?=\.\.|[^\w.]|$))`,
    String.raw`(?<mark>::|->|=>|[\s\S])`,
  ]
    .join("|")
    .replace(String.raw`\k<2>`, String.raw`\2`),
  "uy",
);

/** Block comments become blanks of the same lines: they nest, which no expression can say. */
function blankBlockComments(source) {
  let out = "";
  let depth = 0;
  // A string or a line comment may hold the marks of a block comment.
  const part =
    /\/\/[^\n]*|b?r(#*)"[\s\S]*?"\1|"(?:\\[\s\S]|[^"\\])*"|b?'(?:\\[\s\S]|[^'\\\n])'|\/\*|\*\/|[\s\S]/gy;
  const inside = /\/\*|\*\/|[\s\S]/gy;
  for (let at = 0; at < source.length;) {
    const pattern = depth ? inside : part;
    pattern.lastIndex = at;
    const [text] = pattern.exec(source);
    if (text === "/*") depth += 1;
    const hidden = depth > 0;
    if (text === "*/" && depth > 0) depth -= 1;
    out += hidden ? text.replace(/[^\n]/g, " ") : text;
    at += text.length;
  }
  return out;
}

/** The words and marks of a source text: `{ text, line, word }`. */
export function tokens(source) {
  const code = blankBlockComments(source);
  const found = [];
  let line = 1;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < code.length) {
    const match = TOKEN.exec(code);
    const { word, number, mark } = match.groups;
    if (word !== undefined || number !== undefined || mark !== undefined) {
      found.push({ text: word?.replace(/^r#/, "") ?? number ?? mark, line, word: word !== undefined });
    }
    line += match[0].split("\n").length - 1;
  }
  return found;
}

const OPENING = { "{": "}", "(": ")", "[": "]" };
const CLOSING = new Set(Object.values(OPENING));

/** The place of the mark that closes the one at `at`. */
export function closing(list, at) {
  let depth = 0;
  for (let i = at; i < list.length; i += 1) {
    if (list[i].word) continue;
    if (list[i].text in OPENING) depth += 1;
    else if (CLOSING.has(list[i].text) && (depth -= 1) === 0) return i;
  }
  return list.length - 1;
}

/** The functions with a body: `{ name, line, lines }`, from `fn` to the last brace. */
export function functions(list) {
  const found = [];
  for (let i = 0; i + 1 < list.length; i += 1) {
    // `fn(` is a type.
    if (list[i].text !== "fn" || !list[i].word || !list[i + 1].word) continue;
    let at = i + 2;
    while (at < list.length && list[at].text !== "{" && list[at].text !== ";") {
      at = list[at].text === "(" || list[at].text === "[" ? closing(list, at) + 1 : at + 1;
    }
    if (list[at]?.text !== "{") continue;
    const lines = list[closing(list, at)].line - list[i].line + 1;
    found.push({ name: list[i + 1].text, line: list[i].line, lines });
  }
  return found;
}
