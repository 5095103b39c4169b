// After a build: puts the first life into index.html as a document. Search engines and
// browsers without scripts read it, and readers see it until the program has started.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.TRUNK_STAGING_DIR;
const path = join(folder, "index.html");
let html = readFileSync(path, "utf8");
const put = (place, text) => {
  if (html.split(place).length !== 2) throw new Error(`index.html must have one ${place}`);
  html = html.replace(place, () => text);
};
const escaped = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

const [life] = JSON.parse(readFileSync(join(folder, "data/lives.json"), "utf8"));
if (life) {
  const itinerary = readFileSync(join(folder, "data", life.id, "itinerary.html"), "utf8");
  put("<!-- The first life as a document: script/document.mjs. -->", itinerary);
  put("<title>Chronotope</title>", `<title>${escaped(life.title)} · Chronotope</title>`);
}
writeFileSync(path, html);
