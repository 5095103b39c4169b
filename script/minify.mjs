// After a release build: minifies scripts and styles, and updates their hashes
// (`integrity`) in the page. Not trunk's own minifier: it breaks wasm-bindgen's glue.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { transform } from "esbuild";

const staging = process.env.TRUNK_STAGING_DIR;
const page = join(staging, "index.html");
const integrity = (content) => `sha384-${createHash("sha384").update(content).digest("base64")}`;

let html = readFileSync(page, "utf8");
for (const name of readdirSync(staging)) {
  const loader = extname(name).slice(1);
  if (loader !== "js" && loader !== "css") continue;
  const path = join(staging, name);
  const before = readFileSync(path);
  const { code } = await transform(before, { loader, minify: true, target: "es2022" });
  writeFileSync(path, code);
  html = html.replaceAll(integrity(before), integrity(code));
}
writeFileSync(page, html);
