// The modules of a crate, and which of them uses which: a `use`, or a path in the
// code. Re-exports are followed to the module that defines the item. What is
// compiled for tests alone is left out.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { closing, tokens } from "./rust.mjs";

const ITEMS = new Set(["fn", "struct", "enum", "union", "trait", "type", "const", "static", "macro_rules"]);
const FOR_TESTS = /^cfg\((test|all\(test\b)/;

/** All modules of the crate whose root is the file, by path: `""`, `"domain"`, `"domain::day"`. */
export function readCrate(root) {
  const modules = new Map();
  read(root, dirname(root), "", modules);
  return modules;
}

function read(file, folder, path, modules) {
  const list = tokens(readFileSync(file, "utf8"));
  scan({ file, folder, path, list, from: 0, to: list.length }, modules);
}

/** Reads one module: a file, or what is in the braces of `mod name { … }`. */
function scan({ file, folder, path, list, from, to }, modules) {
  const module = { path, file, items: new Set(), aliases: new Map(), globs: [], uses: [], code: [] };
  modules.set(path, module);
  for (let at = from; at < to;) at = readItem({ at, file, folder, path, list }, module, modules);
  module.code = module.code.flat();
}

/** Reads the item at `at` and returns the place after it. */
function readItem({ at, file, folder, path, list }, module, modules) {
  let forTests = false;
  let isPublic = false;
  const start = at;
  for (; at < list.length; at += 1) {
    const { text } = list[at];
    if (text === "#") {
      at += list[at + 1]?.text === "!" ? 2 : 1;
      const end = closing(list, at);
      forTests ||= FOR_TESTS.test(
        list
          .slice(at + 1, end)
          .map((t) => t.text)
          .join(""),
      );
      at = end;
    } else if (text === "pub") {
      isPublic = true;
      if (list[at + 1]?.text === "(") at = closing(list, at + 1);
    } else break;
  }
  const end = endOfItem(list, at);
  const body = list.slice(start, end);
  if (forTests) return end;
  const keyword = list[at]?.text;
  if (keyword === "mod") {
    const name = list[at + 1].text;
    const child = path ? `${path}::${name}` : name;
    if (list[at + 2].text === "{") {
      scan({ file, folder: join(folder, name), path: child, list, from: at + 3, to: end - 1 }, modules);
    } else {
      const flat = join(folder, `${name}.rs`);
      const next = existsSync(flat) ? flat : join(folder, name, "mod.rs");
      if (existsSync(next)) read(next, join(folder, name), child, modules);
    }
  } else if (keyword === "use") {
    readUse(list.slice(at + 1, end - 1), isPublic, module);
  } else {
    declare(list, at, end, module);
    module.code.push(body);
    readUsesInside(body, module);
  }
  return end;
}

/** The place after an item: after its `;`, or after its braces. */
function endOfItem(list, at) {
  for (let i = at; i < list.length; i += 1) {
    const { text } = list[i];
    if (text === ";") return i + 1;
    if (text === "(" || text === "[") i = closing(list, i);
    else if (text === "{") {
      const end = closing(list, i);
      // `use a::{b, c};` and `const X: T = T { … };` go on after their braces.
      if (list[at].text === "use" || list[end + 1]?.text === ";") return end + 2;
      if (["const", "static", "type"].includes(list[at].text) && list[at + 1]?.text !== "fn") i = end;
      else return end + 1;
    }
  }
  return list.length;
}

/** Notes the name that an item gives to its module; for a block of foreign items, all of them. */
function declare(list, at, end, module) {
  const within = list[at]?.text === "extern" || list[at + 1]?.text === "!" ? end : at + 4;
  for (let i = at; i < Math.min(within, end - 1); i += 1) {
    if (!ITEMS.has(list[i].text)) continue;
    const name = list[i + 1].text === "!" || list[i + 1].text === "mut" ? list[i + 2] : list[i + 1];
    if (name.word && !ITEMS.has(name.text)) module.items.add(name.text);
  }
}

/** `use` within a function: its names count for the whole module. */
function readUsesInside(body, module) {
  for (let i = 0; i < body.length; i += 1) {
    if (body[i].text !== "use" || !body[i].word) continue;
    const end = body.findIndex((t, n) => n > i && t.text === ";");
    if (end > 0) readUse(body.slice(i + 1, end), false, module);
  }
}

/** Reads what follows `use`: a path, or a tree of paths in braces. */
function readUse(list, isPublic, module, before = []) {
  const path = [...before];
  for (let i = 0; i < list.length; i += 1) {
    const { text, word, line } = list[i];
    if (text === "::") continue;
    if (text === "{") {
      for (const part of split(list.slice(i + 1, closing(list, i)))) readUse(part, isPublic, module, path);
      return;
    }
    if (text === "*") {
      module.globs.push({ path, line, isPublic });
      return;
    }
    if (text === "as") {
      add(path, list[i + 1].text, line);
      return;
    }
    if (word) path.push(text);
  }
  if (path.at(-1) === "self") path.pop();
  if (path.length) add(path, path.at(-1), list[0]?.line);

  function add(full, name, line) {
    module.aliases.set(name, full);
    module.uses.push({ path: full, name, line, isPublic });
  }
}

/** The parts between the commas that are not in braces. */
function split(list) {
  const parts = [[]];
  let depth = 0;
  for (const token of list) {
    if (token.text === "{") depth += 1;
    if (token.text === "}") depth -= 1;
    if (token.text === "," && depth === 0) parts.push([]);
    else parts.at(-1).push(token);
  }
  return parts.filter((part) => part.length);
}
