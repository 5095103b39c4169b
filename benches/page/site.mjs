// One server for all: our bundle, the peers' pages and packages, the data. It
// remembers what a page has taken, to weigh it.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import sirv from "sirv";
import { dist } from "../../tests/browser/harness.mjs";
import { dialects } from "./dialects.mjs";
import { generate, parse } from "./generate.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const folders = {
  ours: dist,
  pages: join(here, "pages"),
  node: join(here, "node_modules"),
};
const PROGRAM = new Set([".js", ".css", ".wasm"]);

// The best that a server can do; the same file is weighed once.
const weights = new Map();
function weigh(file) {
  if (!weights.has(file)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    weights.set(file, brotliCompressSync(readFileSync(file), { params }).length);
  }
  return weights.get(file);
}

export async function serve() {
  const files = Object.fromEntries(
    Object.entries(folders).map(([name, folder]) => [name, sirv(folder, { dev: true })]),
  );
  let taken = new Set();
  let data = { path: null, body: null };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    const missing = () => response.writeHead(404).end();
    if (pathname === data.path) {
      response.setHeader("content-type", "application/geo+json");
      response.end(data.body);
      return;
    }
    const [, folder] = pathname.split("/");
    if (!Object.hasOwn(files, folder)) return missing();
    const path = pathname.slice(folder.length + 1);
    // What the benchmark itself adds to a peer is not the peer's weight.
    if (folder !== "pages" && PROGRAM.has(extname(path))) taken.add(join(folders[folder], path));
    request.url = request.url.slice(folder.length + 1);
    files[folder](request, response, missing);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** Makes a set in a dialect, and says where it can be fetched. */
    offer(name, dialect) {
      const path = `/data/${dialect}/${name}.json`;
      // Before the clock starts, and one at a time: a set can be tens of megabytes.
      if (data.path !== path) {
        data = { path, body: JSON.stringify(dialects[dialect](generate(parse(name)))) };
      }
      return path;
    },
    forget() {
      taken = new Set();
    },
    /** Brotli bytes of JS, CSS and WASM that were taken since. */
    weight: () => [...taken].reduce((sum, file) => sum + weigh(file), 0),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
