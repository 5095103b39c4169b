// Tests of the check on small trees: what it reports and what it ignores.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { functions, tokens } from "./rust.mjs";

const program = fileURLToPath(new URL("main.mjs", import.meta.url));

/** What the check says of a tree of files, as lines. */
function check(files) {
  const folder = mkdtempSync(join(tmpdir(), "check-tree-"));
  try {
    for (const [name, text] of Object.entries({ "src/lib.rs": "", "src/main.rs": "", ...files })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, folder], { encoding: "utf8" });
    assert.equal(stderr, "");
    const lines = stdout.split("\n").filter(Boolean);
    assert.equal(status, lines.length ? 1 : 0);
    return lines;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const heads = (lines) => lines.filter((line) => !line.startsWith(" "));

test("braces in comments, strings and characters do not end a function", () => {
  const source = [
    "/* { /* nested } */ { */",
    "fn one<'a>(x: &'a str) -> fn(u8) {",
    `  let s = ("}", '}', '\\'', r#"}" }"#, b'}'); // }`,
    "}",
    "fn declared();",
    'fn two() { one(""); }',
  ].join("\n");
  assert.deepEqual(functions(tokens(source)), [
    { name: "one", line: 2, lines: 3 },
    { name: "two", line: 6, lines: 1 },
  ]);
});

test("a file of 401 lines and a function of 61 are found, shorter ones are not", () => {
  const body = (lines) => `fn f() {\n${"//\n".repeat(lines - 2)}}\n`;
  assert.deepEqual(check({ "src/lib.rs": body(60), "public/a.js": "//\n".repeat(400) }), []);
  assert.deepEqual(check({ "src/lib.rs": body(61), "public/a.js": "//\n".repeat(401) }), [
    "public/a.js: 401 lines; at most 400",
    "src/lib.rs:1: fn f has 61 lines; at most 60",
  ]);
});

test("a path of a machine is found in any text, an address is not", () => {
  const path = ["", "home", "ada", "map"].join("/");
  assert.deepEqual(check({ "README.md": `see https://example.org${path}\n` }), []);
  assert.equal(check({ "README.md": `\nsee \`${path}\`\n` })[0].split(" ")[0], "README.md:2:");
});

test("Markdown names only files that exist", () => {
  const text =
    "See `src/lib.rs`, `src/gone.rs`, `dist/`, `src/<id>/`, [this](README.md#top), [that](docs/no.md).\n";
  assert.deepEqual(check({ "README.md": text }), [
    "README.md:1: there is no src/gone.rs",
    "README.md:1: there is no docs/no.md",
  ]);
});

test("two modules that use each other are a circle", () => {
  const lines = check({
    "src/lib.rs": "mod a;\nmod b;\n",
    "src/a.rs": "use crate::b::B;\npub struct A(B);\n",
    "src/b.rs": "pub struct B;\nfn f() { let _ = super::a::A::new(); }\n",
  });
  assert.deepEqual(lines, [
    "the crate: circle between a, b",
    "    a → b: src/a.rs:1 uses crate::b::B",
    "    b → a: src/b.rs:2 uses super::a::A::new",
  ]);
});

test("a module and its child that use each other are a circle", () => {
  const lines = check({
    "src/lib.rs": "mod a;\n",
    "src/a/mod.rs": "mod b;\npub struct A;\nfn f() { b::g() }\n",
    "src/a/b.rs": "use super::A;\npub fn g() { let _ = A; }\n",
  });
  assert.deepEqual(heads(lines), ["a: circle between (its own file), b"]);
});

test("circles between folders are found where no two files use each other", () => {
  const lines = check({
    "src/lib.rs": "mod a;\nmod b;\n",
    "src/a/mod.rs": "pub mod one;\npub mod two;\n",
    "src/a/one.rs": "use crate::b::B;\n",
    "src/a/two.rs": "pub struct Two;\n",
    "src/b.rs": "use crate::a::two::Two;\npub struct B(Two);\n",
  });
  assert.deepEqual(heads(lines), ["the crate: circle between a, b"]);
});

test("a re-export leads to the module that defines the item, and is no use", () => {
  const files = {
    "src/lib.rs": "mod a;\n",
    "src/a/mod.rs": "mod b;\nmod c;\npub use b::B;\n",
    "src/a/b.rs": "pub struct B;\n",
    "src/a/c.rs": "use super::B;\npub struct C(B);\n",
  };
  assert.deepEqual(check(files), []);
  const lines = check({ ...files, "src/a/b.rs": "use super::c::C;\npub struct B;\n" });
  assert.deepEqual(heads(lines), ["a: circle between b, c"]);
});

test("names that come through a star are followed", () => {
  const lines = check({
    "src/lib.rs": "mod a;\nmod b;\n",
    "src/a.rs": "use super::b::*;\npub struct A(B);\n",
    "src/b.rs": "pub struct B;\nfn f(_: crate::a::A) {}\n",
  });
  assert.deepEqual(heads(lines), ["the crate: circle between a, b"]);
});

test("what only tests use is no circle", () => {
  const lines = check({
    "src/lib.rs": "mod a;\nmod b;\n",
    "src/a.rs": "pub struct A;\n#[cfg(test)]\nmod tests {\n    use crate::b::B;\n}\n",
    "src/b.rs": "use crate::a::A;\npub struct B(A);\n",
  });
  assert.deepEqual(lines, []);
});
