// Writes the service worker into a folder that is otherwise finished. offline.json
// lists the files that are kept for use without a network, with their hashes;
// offline.js is public/offline.js with the hash of that list, so that a change of
// any file makes a new version.
//   node script/offline.mjs FOLDER
//
// Not Workbox (7.4, looked at in 2026):
// - The same worker with its modules precaching, routing, strategies and expiration
//   is 25 kB (7.6 in brotli); this one is 1.6 kB (0.7).
// - Workbox updates file by file. Here a version is the whole list, fetched
//   completely and verified or not at all, so that page and data always match.
// - Its build tool brings 323 npm packages; the project installs ten.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2] ?? process.env.TRUNK_STAGING_DIR;
const template = readFileSync(new URL("../public/offline.js", import.meta.url), "utf8");
const hash = (bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;

function* walk(path) {
  for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
    const inside = path ? `${path}/${entry.name}` : entry.name;
    if (entry.isDirectory()) yield* walk(inside);
    else if (!entry.name.startsWith(".")) yield inside;
  }
}

const files = {};
const relief = {};
const others = {};
for (const path of [...walk("")].sort()) {
  if (path === "offline.js" || path === "offline.json") continue;
  // The page is requested by its folder: some servers redirect from the file.
  const address = path === "index.html" ? "./" : path.split("/").map(encodeURIComponent).join("/");
  const kind = path.startsWith("data/basemap/relief/")
    ? relief
    : /^data\/[^/]+\/downloads\//.test(path)
      ? others
      : files;
  kind[address] = hash(readFileSync(join(folder, path)));
}
const [reliefHash, othersHash] = [relief, others].map((part) => hash(JSON.stringify(part)));
const list = `${JSON.stringify({ files, relief: reliefHash, others: othersHash })}\n`;
const worker = template
  .replace(/^ *\/\/.*\n/gm, "")
  .replace(/^ +|\n$/gm, "")
  .replace("%VERSION%", hash(list))
  .replace("%RELIEF%", reliefHash.slice("sha256-".length, 15));
writeFileSync(join(folder, "offline.json"), list);
writeFileSync(join(folder, "offline.js"), worker);
