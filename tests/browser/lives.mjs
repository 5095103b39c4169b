// Prepares bundles with the two lives of the tests: the bundle's own, and
// tests/second-life.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const dist = join(root, "dist");

const json = (path) => JSON.parse(readFileSync(path, "utf8"));
const escaped = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** Removes a folder when the process ends. */
const removedAtExit = (folder) => {
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A temporary folder that is removed at the end. */
export const temporary = (name) => removedAtExit(mkdtempSync(join(tmpdir(), `chronotope-${name}-`)));

/** Lists the files of a bundle for its service worker, as the build does last. */
export const finish = (folder) => execFileSync("node", [join(root, "script/offline.mjs"), folder]);

/**
 * The release bundle as a build with the second life alone would make it: other
 * data (the base map stays), and that life's document in index.html, where
 * script/document.mjs puts the first life's.
 */
export function secondBundle() {
  const folder = temporary("second-life");
  cpSync(dist, folder, { recursive: true });
  const data = join(folder, "data");
  for (const { id } of json(join(data, "lives.json"))) rmSync(join(data, id), { recursive: true });
  const second = join(root, "tests/second-life/data");
  for (const name of readdirSync(second)) {
    if (name !== "basemap") cpSync(join(second, name), join(data, name), { recursive: true });
  }
  const [life] = json(join(data, "lives.json"));
  const document = readFileSync(join(data, life.id, "itinerary.html"), "utf8").trim();
  const page = join(folder, "index.html");
  const before = readFileSync(page, "utf8");
  const after = before
    .replace(/<article class="itinerary">[\s\S]*?<\/article>/, () => document)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(life.title)} · Chronotope</title>`);
  if (!after.includes(document)) throw new Error("index.html contains no document of a life to replace");
  writeFileSync(page, after);
  finish(folder);
  return folder;
}

/** The data of a bundle's first life, from which tests take what they expect. */
export function readLife(bundle) {
  const [entry] = json(join(bundle, "data/lives.json"));
  const file = (name) => json(join(bundle, "data", entry.files[name]));
  const [itinerary, places, text] = [file("itinerary"), file("places"), file("text")];
  const ofType = (type) => itinerary.features.map((f) => f.properties).filter((p) => p.type === type);
  return {
    ...entry,
    stays: ofType("stay"),
    journeys: ofType("journey"),
    places: places.features,
    passages: text.sections.flatMap((section) => section.passages),
  };
}
