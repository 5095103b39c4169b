// The files of the bundle: their size, and the page's Content-Security-Policy.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { close, dist, open, useSite } from "./harness.mjs";

const site = await useSite("first");

test("the document stays within 15 kB", () => {
  const lives = JSON.parse(readFileSync(join(dist, "data/lives.json"), "utf8"));
  const html = readFileSync(join(dist, "data", lives[0].id, "itinerary.html"));
  const size = brotliCompressSync(html).length;
  assert.ok(size <= 15_000, `${size} bytes`);
});

/** Asserts that these files of dist/ together are not larger than a number of bytes, in Brotli 11. */
function assertWithin(most, files) {
  const sizes = files.map((name) => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    return [name, brotliCompressSync(readFileSync(join(dist, name)), { params }).length];
  });
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  assert.ok(total <= most, `${total} bytes: ${sizes.map((s) => s.join(" ")).join(", ")}`);
}

test("the bundle stays within 330 kB", () => {
  assertWithin(330_000, readdirSync(dist).filter((name) => /\.(js|css|wasm)$/.test(name)));
});

test("a first visit fetches at most 650 kB without the tiles of the relief", async () => {
  const asked = new Set();
  const page = await open(site, "", {
    route: (page) => page.on("request", (request) => asked.add(request.url())),
  });
  await page.locator("path.lake").waitFor();
  await close(page);
  const files = [...asked]
    .filter((url) => url.startsWith(site.url) && !url.includes("/relief/"))
    .map((url) => url.slice(site.url.length) || "index.html");
  assert.ok(files.includes("index.html") && files.some((name) => name.endsWith(".wasm")), files.join());
  assertWithin(650_000, files);
});

test("a first visit fetches at most 650 kB with the tiles of the relief", async () => {
  const asked = new Set();
  const page = await open(site, "", {
    route: (page) => page.on("request", (request) => asked.add(request.url())),
  });
  await page.locator("path.border").first().waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  await close(page);
  const files = [...asked]
    .filter((url) => url.startsWith(site.url))
    .map((url) => url.slice(site.url.length) || "index.html");
  assert.ok(files.some((name) => name.includes("/relief/")), files.join());
  assertWithin(650_000, files);
});

test("the policy is strict: no inline script but trunk's, no other server but for the map's images", () => {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const policy = html.match(/Content-Security-Policy" content="([^"]*)"/)?.[1];
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval' 'sha256-[^']+'(;|$)/);
  assert.doesNotMatch(policy, /unsafe-inline/);
  const others = policy.match(/[a-z-]+-src[^;]*https?:[^;]*/g);
  assert.deepEqual(others, ["img-src 'self' data: https://tile.openstreetmap.org"]);
});

