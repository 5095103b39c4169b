// Visited once, the page needs no network; page and data are always of one
// version; and a newer one waits until the reader asks for it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { dist, goTo, open, person, root, slider, start } from "./harness.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let site;
let folders;
before(async () => {
  site = await start();
  folders = mkdtempSync(join(tmpdir(), "chronotope-offline-"));
});
after(async () => {
  await site?.close();
  if (folders) rmSync(folders, { recursive: true });
});
// Every test has a browser of its own, as it were.
let context;
afterEach(async () => {
  await context?.close();
  site.show(dist);
});

/** Opens the page in a new context and waits until the worker has everything. */
async function visit(fragment = "", options = {}) {
  context = await site.browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await open(site, fragment, { within: context });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  return page;
}

const becomesReady = (page) =>
  page.waitForFunction(() => document.documentElement.dataset.ready === "true", null, {
    timeout: 20_000,
  });

/** dist/ with another title of the life, finished by the build's own script. */
function another(name, title) {
  const folder = join(folders, name);
  cpSync(dist, folder, { recursive: true });
  const file = join(folder, "data/lives.json");
  writeFileSync(file, readFileSync(file, "utf8").replace('"Joseph Stalin"', `"${title}"`));
  finish(folder);
  return folder;
}

const finish = (folder) => execFileSync("node", [join(root, "script/offline.mjs"), folder]);

const heading = (page) => page.getByRole("heading", { level: 1 }).textContent();
const note = (page) => page.getByRole("status").filter({ hasText: "A newer version is ready" });
const caches = (page) => page.evaluate(() => window.caches.keys());
const filesKept = (page) =>
  page.evaluate(async () => {
    const names = (await window.caches.keys()).filter((name) => name.includes("sha256-"));
    const kept = await Promise.all(
      names.map(async (name) => (await (await window.caches.open(name)).keys()).length),
    );
    return kept.filter((count) => count > 0);
  });

test("the second visit needs no server", async () => {
  const page = await visit();
  await page.waitForTimeout(800);
  await site.stop();
  try {
    await page.goto(`${site.url}?from=elsewhere#date=1903-12-01`);
    await becomesReady(page);
    assert.match(await slider(page).getAttribute("aria-valuetext"), /Novaya Uda/);
    await goTo(page, "1909-06-12");
    assert.match(await slider(page).getAttribute("aria-valuetext"), /^12 June 1909/);
    assert.ok((await person(page)).lat > 55);
    // What was seen of the relief is there too.
    await page.goto(`${site.url}index.html`);
    await becomesReady(page);
    const relief = page.locator("img[src*='basemap/relief']");
    await relief.first().waitFor();
    const seen = await relief.evaluateAll((tiles) => tiles.filter((t) => t.naturalWidth).length);
    assert.ok(seen > 0, "no relief without a network");
    assert.equal(await note(page).count(), 0);
  } finally {
    await site.resume();
  }
});

test("what the page does not need at once is not fetched for later", async () => {
  const list = JSON.parse(readFileSync(join(dist, "offline.json"), "utf8"));
  const kept = Object.keys(list.files);
  assert.ok(kept.includes("./") && kept.includes("data/lives.json"));
  assert.ok(kept.some((path) => path.endsWith(".wasm")));
  assert.ok(!kept.some((path) => /downloads|relief|offline/.test(path)), `${kept}`);
});

test("a newer version waits for the reader, and brings page and data together", async () => {
  const page = await visit("#date=1909-06-12");
  const before = await caches(page);
  site.show(another("newer", "Somebody Newer"));
  await page.reload();
  await becomesReady(page);
  assert.equal(await heading(page), "Joseph Stalin");
  await note(page).waitFor();
  // Reloading as such changes nothing; nor does the note take the focus.
  await page.reload();
  await becomesReady(page);
  await slider(page).focus();
  await note(page).waitFor();
  assert.equal(await heading(page), "Joseph Stalin");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), "Date");

  await page.getByRole("button", { name: "Reload" }).click();
  await page.getByRole("heading", { level: 1, name: "Somebody Newer" }).waitFor();
  await becomesReady(page);
  assert.match(await slider(page).getAttribute("aria-valuetext"), /^12 June 1909/);
  await page.waitForTimeout(2500);
  assert.equal(await note(page).count(), 0);
  // The old version is gone, the relief has stayed.
  const now = await caches(page);
  assert.equal(now.length, before.length, `${now}`);
  assert.equal(now.filter((name) => before.includes(name)).length, before.length - 1);
});

test("the note can be put off, and another page of the old version goes on", async () => {
  const page = await visit("", { bypassCSP: true });
  const other = await open(site, "#date=1903-12-01", { within: context });
  site.show(another("later", "Somebody Later"));
  await page.reload();
  await note(page).waitFor();
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  assert.deepEqual(violations.map((v) => v.id), []);
  await page.getByRole("button", { name: "Later" }).click();
  assert.equal(await note(page).count(), 0);
  assert.equal(await heading(page), "Joseph Stalin");

  await note(other).waitFor();
  await page.reload();
  await note(page).waitFor();
  await page.getByRole("button", { name: "Reload" }).click();
  await page.getByRole("heading", { level: 1, name: "Somebody Later" }).waitFor();
  assert.equal(await heading(other), "Joseph Stalin");
  await goTo(other, "1909-06-12");
  assert.match(await slider(other).getAttribute("aria-valuetext"), /^12 June 1909/);
  await other.getByRole("button", { name: "Reload" }).click();
  await other.getByRole("heading", { level: 1, name: "Somebody Later" }).waitFor();
});

test("a version that does not work can be replaced by one that does", async () => {
  const page = await visit();
  const broken = another("broken", "Somebody Broken");
  writeFileSync(join(broken, "data/joseph-stalin/text.json"), "{}");
  finish(broken);
  site.show(broken);
  await page.reload();
  await note(page).waitFor();
  await page.getByRole("button", { name: "Reload" }).click();
  await page.getByRole("alert").filter({ hasText: "cannot be shown" }).waitFor();
  site.show(another("mended", "Somebody Mended"));
  await page.reload();
  await note(page).waitFor();
  await page.getByRole("button", { name: "Reload" }).click();
  await page.getByRole("heading", { level: 1, name: "Somebody Mended" }).waitFor();
});

for (const [what, harm] of [
  ["lacks a file", (folder) => rmSync(join(folder, "data/joseph-stalin/places.geojson"))],
  ["has a file of another", (folder) => writeFileSync(join(folder, "data/joseph-stalin/text.json"), "[]")],
  ["lacks its list", (folder) => rmSync(join(folder, "offline.json"))],
]) {
  test(`a version that ${what} leaves the old one whole`, async () => {
    const page = await visit();
    const whole = await filesKept(page);
    const folder = another(what, "Somebody Broken");
    harm(folder);
    site.show(folder);
    await page.reload();
    await becomesReady(page);
    await page.waitForTimeout(3000);
    assert.equal(await heading(page), "Joseph Stalin");
    assert.equal(await note(page).count(), 0);
    assert.deepEqual(await filesKept(page), whole);
    await site.stop();
    try {
      await page.reload();
      await becomesReady(page);
      assert.equal(await heading(page), "Joseph Stalin");
    } finally {
      await site.resume();
    }
  });
}

test("where storage is refused, and in a frame, everything is as without it", async () => {
  const refused = await open(site, "", {
    route: (page) =>
      page.addInitScript(() => {
        navigator.serviceWorker.register = () => Promise.reject(new Error("refused"));
      }),
  });
  await refused.waitForTimeout(2500);
  assert.deepEqual(refused.complaints, []);
  assert.equal(await refused.getByRole("alert").count(), 0);
  await refused.context().close();

  const framed = await open(site, "?embed");
  context = framed.context();
  await framed.waitForTimeout(2500);
  const registered = await framed.evaluate(() => navigator.serviceWorker.getRegistrations());
  assert.equal(registered.length, 0);
});

test("it costs little", () => {
  const scripts = readdirSync(dist).filter((name) => /^(offline|update).*\.js$/.test(name));
  assert.equal(scripts.length, 2, `${scripts}`);
  const size = scripts
    .map((name) => brotliCompressSync(readFileSync(join(dist, name))).length)
    .reduce((a, b) => a + b);
  assert.ok(size <= 1500, `${size} bytes`);
});
