// After a release build: makes the program and its script smaller.
//
// 1. Drops what the page never calls. wasm-bindgen exports classes for streams that
//    come with Leptos. esbuild drops them from the script, and `wasm-metadce` then
//    drops the functions in the program that only those classes reach.
// 2. Optimises with `wasm-opt`. `-O1` is smaller after compression than `-Oz`, which
//    inlines more. Functions sorted by name compress better, because instances of
//    one generic function then stand side by side.
// 3. Shortens the names that script and program use for each other. Most end in a
//    random hash, which does not compress: five bytes a name, in both files.
//
// benches/page/README.md has the sizes. Not done by trunk, which can only run
// `wasm-opt`.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const PASSES = [
  "-O1",
  "--simplify-globals",
  "--memory-packing",
  "--dae-optimizing",
  "--duplicate-function-elimination",
  "--flatten",
  "--rereloop",
  "-O1",
  "--rse",
  "--vacuum",
  "--coalesce-locals-learning",
  "--dealign",
  "--reorder-functions-by-name",
];

const staging = process.env.TRUNK_STAGING_DIR;
const wasm = join(staging, theOnly(/_bg\.wasm$/));
const script = wasm.replace(/_bg\.wasm$/, ".js");
const page = join(staging, "index.html");
const scratch = mkdtempSync(join(tmpdir(), "shrink-"));
try {
  const before = [script, wasm].map(integrity);
  const glue = await withoutUnusedClasses(script);
  dropUnreached(wasm, glue);
  binaryen("wasm-opt", wasm, ...PASSES, "-g", "-o", wasm);
  writeFileSync(script, shortenNames(wasm, glue));
  const after = [script, wasm].map(integrity);
  let html = readFileSync(page, "utf8");
  before.forEach((hash, index) => (html = html.replaceAll(hash, after[index])));
  writeFileSync(page, html);
} finally {
  rmSync(scratch, { recursive: true });
}

function theOnly(pattern) {
  const found = readdirSync(staging).filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`expected one file ${pattern} in ${staging}: ${found}`);
  return found[0];
}

function integrity(path) {
  return `sha384-${createHash("sha384").update(readFileSync(path)).digest("base64")}`;
}

function binaryen(tool, ...args) {
  return execFileSync(fileURLToPath(new URL(`../node_modules/.bin/${tool}`, import.meta.url)), args, { encoding: "utf8", maxBuffer: 2 ** 28 });
}

// The script without the exported classes. Two statements of each class would keep
// it: one adds `Symbol.dispose`, and one makes a registry of its own.
async function withoutUnusedClasses(path) {
  const pure = {
    name: "pure",
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.js$/ }, () => ({
        contents: readFileSync(path, "utf8").replaceAll(
          "new FinalizationRegistry",
          "/* @__PURE__ */ new FinalizationRegistry",
        ),
      })),
  };
  const { outputFiles } = await build({
    stdin: { contents: `export { default } from ${JSON.stringify(path)}`, resolveDir: staging },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    minifySyntax: true,
    define: { "Symbol.dispose": "undefined" },
    plugins: [pure],
  });
  return outputFiles[0].text;
}

// Drops the exports that the script does not use, and what only they reach.
function dropUnreached(path, glue) {
  const used = new Set(Array.from(glue.matchAll(/\bwasm\.(\w+)/g), ([, name]) => name));
  const exports = [...used].map((name) => ({ name: `export ${name}`, export: name }));
  const root = { name: "page", root: true, reaches: exports.map(({ name }) => name) };
  const graph = join(scratch, "graph.json");
  writeFileSync(graph, JSON.stringify([root, ...exports]));
  binaryen("wasm-metadce", path, "--graph-file", graph, "-g", "-o", path);
}

// Shortens the names in the program and returns the script with the same names.
// Functions of the script that the program no longer imports are dropped.
function shortenNames(path, glue) {
  const flags = ["--minify-imports-and-exports-and-modules", "--strip-debug", "--strip-producers"];
  const names = JSON.parse(binaryen("wasm-opt", path, ...flags, "-o", path));
  const short = new Map(names.imports.map(([, long, name]) => [long, name]));
  const [module] = new Set(names.imports.map(([from]) => from));
  const property = /^ {6}(__wb\w+)(?:: function\([^]*?^ {6}\}|: [\w$.]+),?\n/gm;
  let seen = 0;
  glue = glue.replace(property, (all, long) => {
    if (!short.has(long)) return "";
    seen += 1;
    return all.replace(long, JSON.stringify(short.get(long)));
  });
  if (seen !== short.size) throw new Error(`the script has ${seen} of ${short.size} imports`);
  for (const [long, name] of names.exports) {
    glue = glue.replaceAll(new RegExp(`\\bwasm\\.${long}\\b`, "g"), `wasm.${name}`);
  }
  // Binaryen calls the only module "a".
  return glue.replaceAll(JSON.stringify(module), '"a"');
}
