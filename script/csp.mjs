// After a release build: puts the Content-Security-Policy into the page. It allows the
// page's own files, the one inline script that trunk writes (by its hash), and pictures
// of the online map that a reader may switch on. Nothing else.
// `chronotope export --to html` writes the policy of a page in one file.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const path = join(process.env.TRUNK_STAGING_DIR, "index.html");
const html = readFileSync(path, "utf8");
const hashes = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
  ([, script]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
);
const policy = [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(" ")}`,
  "style-src 'self'",
  "img-src 'self' data: https://tile.openstreetmap.org",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
if (!html.includes('<meta charset="utf-8" />')) throw new Error("index.html has no charset");
writeFileSync(path, html.replace('<meta charset="utf-8" />', `$&\n    ${meta}`));
