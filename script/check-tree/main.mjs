// Checks the rules for the files of the repository, and exits with 1 if one is broken:
// no source file over 400 lines, no Rust function over 60 lines, no circle of uses
// between the modules of src/, no path of somebody's machine in any text file, no
// Markdown that names a file or folder that does not exist. Run it with: node
// script/check-tree/main.mjs [FOLDER]
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { circles, dependencies } from "./circles.mjs";
import { readCrate } from "./modules.mjs";
import { functions, tokens } from "./rust.mjs";

const FILE_LINES = 400;
const FUNCTION_LINES = 60;
const SOURCES = new Set([".rs", ".js", ".mjs", ".css", ".py"]);
const TEXTS = new Set([...SOURCES, ".md", ".toml", ".html", ".json", ".yml", ".yaml", ".cff"]);
// Folders of installed packages, built files and texts by others.
const NOT_OURS = new Set(["target", "dist", "node_modules", "data", "seeds", "venv", "__pycache__"]);
const MACHINE_PATH = /(?<![\w.)\]}*-])\/(?:work|tmp|root|home\/\w+|Users\/\w+)\/\w|\b[A-Z]:\\Users\\/;

// In Markdown: `src/lib.rs` from the top, and [links](beside/the/file.md).
const NAMED_PATH = /`((?:src|tests|script|public|seeds|benches|examples|docs|\.github)\/[\w./-]*)`/g;
const LINKED_PATH = /\]\((?![a-z]+:|#)([^)#\s]+)(?:#[^)]*)?\)/g;

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const hidden = entry.name.startsWith(".") && entry.name !== ".github";
      if (!hidden && !NOT_OURS.has(entry.name)) yield* files(path);
    } else if (entry.isFile()) yield path;
  }
}

/** What is wrong in one file, as lines for people. */
function* faults(path, name) {
  const extension = extname(name);
  const isScript = extension === "" && readFileSync(path).subarray(0, 2).toString() === "#!";
  if (!TEXTS.has(extension) && !isScript) return;
  const text = readFileSync(path, "utf8");
  const lines = text.split("\n");
  const count = lines.length - (text.endsWith("\n") ? 1 : 0);
  if ((SOURCES.has(extension) || isScript) && count > FILE_LINES) {
    yield `${name}: ${count} lines; at most ${FILE_LINES}`;
  }
  for (const [number, line] of lines.entries()) {
    const found = MACHINE_PATH.exec(line);
    if (found) yield `${name}:${number + 1}: path of a machine: ${found[0]}…`;
  }
  if (extension === ".md") yield* missing(path, name, lines);
  if (extension !== ".rs") return;
  for (const { name: called, line, lines: length } of functions(tokens(text))) {
    if (length > FUNCTION_LINES)
      yield `${name}:${line}: fn ${called} has ${length} lines; at most ${FUNCTION_LINES}`;
  }
}

/** The files that a Markdown file names and that do not exist. */
function* missing(path, name, lines) {
  for (const [number, line] of lines.entries()) {
    const named = [...line.matchAll(NAMED_PATH)].map(([, to]) => join(top, to));
    const linked = [...line.matchAll(LINKED_PATH)].map(([, to]) => join(dirname(path), to));
    for (const to of [...named, ...linked]) {
      if (!existsSync(to)) yield `${name}:${number + 1}: there is no ${relative(top, to)}`;
    }
  }
}

/** The circles of one crate, as lines for people. */
function* circlesOf(root, top) {
  for (const { level, members, uses } of circles(dependencies(readCrate(root)))) {
    yield `${level || "the crate"}: circle between ${members.join(", ")}`;
    for (const { a, b, file, line, item } of uses) {
      yield `    ${a} → ${b}: ${relative(top, file)}:${line} uses ${item}`;
    }
  }
}

const top = resolve(process.argv[2] ?? fileURLToPath(new URL("../..", import.meta.url)));
const found = [...files(top)].sort().flatMap((path) => [...faults(path, relative(top, path))]);
for (const root of ["src/lib.rs", "src/main.rs"]) found.push(...circlesOf(join(top, root), top));
for (const line of found) console.log(line);
process.exitCode = found.length ? 1 : 0;
