// Which module uses which, and the circles in that.

/** Every use of one module's item by another: `{ from, to, item, line }`. */
export function dependencies(modules) {
  const found = new Map();
  const note = (from, target, item, line) => {
    if (!target || target.kind !== "item" || target.module === from) return;
    const key = `${from.path}>${target.module.path}`;
    if (!found.has(key))
      found.set(key, { from: from.path, to: target.module.path, item, line, file: from.file });
  };
  for (const module of modules.values()) {
    const words = new Map();
    for (const token of module.code)
      if (token.word && !words.has(token.text)) words.set(token.text, token.line);
    for (const { path, name, line, isPublic } of module.uses) {
      // A re-export is no use, unless the module needs the name itself.
      if (isPublic && !words.has(name)) continue;
      note(module, resolve(modules, module, path), path.join("::"), line);
    }
    for (const { path, line, isPublic } of module.globs) {
      const target = resolve(modules, module, path);
      if (target?.kind === "item") note(module, target, path.join("::"), line);
      if (target?.kind !== "module" || isPublic) continue;
      for (const [word, at] of words) note(module, member(modules, target.module, word), word, at);
    }
    for (const { path, line } of paths(module.code)) {
      note(module, resolve(modules, module, path), path.join("::"), line);
    }
  }
  return [...found.values()];
}

/** The paths of two words and more in code: `a::b::c`. */
function* paths(code) {
  for (let i = 0; i < code.length; i += 1) {
    if (!code[i].word || code[i - 1]?.text === "::" || code[i - 1]?.text === ".") continue;
    const path = [code[i].text];
    const { line } = code[i];
    while (code[i + 1]?.text === "::" && code[i + 2]?.word) {
      path.push(code[i + 2].text);
      i += 2;
    }
    if (path.length > 1) yield { path, line };
  }
}

/** What a path means in a module: a module, an item of a module, or nothing of this crate. */
function resolve(modules, module, path, seen = new Set()) {
  const [first, ...rest] = path;
  let at;
  if (first === "crate") at = { kind: "module", module: modules.get("") };
  else if (first === "self") at = { kind: "module", module };
  else if (first === "super") at = { kind: "module", module: parent(modules, module) };
  else at = member(modules, module, first, seen);
  for (const name of rest) {
    if (at?.kind !== "module") return at;
    at =
      name === "super"
        ? { kind: "module", module: parent(modules, at.module) }
        : member(modules, at.module, name, seen);
  }
  return at;
}

const parent = (modules, module) => modules.get(module.path.split("::").slice(0, -1).join("::"));

/** What a name means in a module: its own, its child, what it imports. */
function member(modules, module, name, seen = new Set()) {
  const key = `${module.path}>${name}`;
  if (seen.has(key)) return undefined;
  seen.add(key);
  if (module.items.has(name)) return { kind: "item", module };
  const child = modules.get(module.path ? `${module.path}::${name}` : name);
  if (child) return { kind: "module", module: child };
  const alias = module.aliases.get(name);
  if (alias) return resolve(modules, module, alias, seen);
  for (const { path } of module.globs) {
    const source = resolve(modules, module, path, new Set(seen));
    const found = source?.kind === "module" ? member(modules, source.module, name, seen) : undefined;
    if (found) return found;
  }
  return undefined;
}

/**
 * The circles among siblings: for each module, its children, each with all that is
 * below it, and the module's own file. Every circle of files shows at the module that
 * contains all of them.
 */
export function circles(uses) {
  const levels = new Map();
  for (const use of uses) {
    const [from, to] = [use.from, use.to].map((path) => (path ? path.split("::") : []));
    let shared = 0;
    while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared += 1;
    const level = from.slice(0, shared).join("::");
    const [a, b] = [from, to].map((path) => path[shared] ?? "(its own file)");
    if (!levels.has(level)) levels.set(level, new Map());
    const edges = levels.get(level);
    if (!edges.has(a)) edges.set(a, new Map());
    if (!edges.get(a).has(b)) edges.get(a).set(b, []);
    edges.get(a).get(b).push(use);
  }
  return [...levels].flatMap(([level, edges]) =>
    components(edges).map((members) => ({
      level,
      members,
      uses: members.flatMap((a) =>
        members.flatMap((b) => (edges.get(a)?.get(b) ?? []).map((use) => ({ a, b, ...use }))),
      ),
    })),
  );
}

/** The strongly connected parts of more than one node: each reaches each. */
function components(edges) {
  const reach = new Map();
  const nodes = new Set([...edges.keys(), ...[...edges.values()].flatMap((to) => [...to.keys()])]);
  for (const node of nodes) {
    const reached = new Set();
    const open = [node];
    while (open.length) {
      for (const next of edges.get(open.pop())?.keys() ?? []) {
        if (!reached.has(next)) open.push(next);
        reached.add(next);
      }
    }
    reach.set(node, reached);
  }
  const found = [];
  for (const node of [...nodes].sort()) {
    const members = [...nodes]
      .filter((other) => reach.get(node).has(other) && reach.get(other).has(node))
      .sort();
    if (members.length > 1 && members[0] === node) found.push(members);
  }
  return found;
}
