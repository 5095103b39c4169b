// After a build: puts the first life into index.html as a document, for whom
// the program does not reach. In a release, names the one inline script that
// trunk writes by its hash, and allows no other script, and no request to anyone
// else but the online map a reader may switch on.
import { createHash } from "node:crypto";
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
  put("<!-- The first life as a document: script/finish.mjs. -->", itinerary);
  put("<title>Chronotope</title>", `<title>${escaped(life.title)} · Chronotope</title>`);
}

if (process.env.TRUNK_PROFILE === "release") {
  const hashes = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(" ")}`,
    "style-src 'self'",
    "img-src 'self' data: https://tile.openstreetmap.org",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const charset = '<meta charset="utf-8" />';
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  put(charset, `${charset}\n    ${meta}`);
}
writeFileSync(path, html);
