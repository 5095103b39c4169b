// The page in one file (`chronotope export LIFE --to html`), opened from the
// disk without a network.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { day, goTo, now, open, press, region, root, slider, start, until } from "./harness.mjs";

let site;
let folder;
let alone;
before(async () => {
  site = await start();
  folder = mkdtempSync(join(tmpdir(), "chronotope alone "));
  const file = join(folder, "life.html");
  const export_ = ["export", "joseph-stalin", "--to", "html", "--output", file];
  execFileSync("cargo", ["run", "--quiet", "--locked", "--", ...export_], { cwd: root });
  // What `open` takes for outside is then all but the file itself.
  alone = { browser: site.browser, url: pathToFileURL(file).href };
});
after(async () => {
  await site?.close();
  if (folder) rmSync(folder, { recursive: true });
});

const at = (fragment, options) => open(alone, fragment, { offline: true, ...options });
const said = (page) => slider(page).getAttribute("aria-valuetext");

async function close(page) {
  assert.deepEqual(page.complaints, []);
  assert.deepEqual(page.outside, []);
  await page.close();
}

test("slider, map and text work", async () => {
  const page = await at();
  await page.getByRole("heading", { level: 1, name: "Joseph Stalin" }).waitFor();
  assert.match(await said(page), /^18 December 1878/);
  await goTo(page, "1914-06-01");
  assert.match(await said(page), /^1 June 1914.*Kureika/);
  assert.match(await region(page, "Text").innerText(), /Kureika/);
  assert.ok((await page.locator(".leaflet-land-pane path").getAttribute("d")).length > 1000);
  await page.locator(".person").waitFor();
  await close(page);
});

test("a place opens its card", async () => {
  const page = await at("#map=5/66/85&date=1914-06-01");
  await region(page, "Map").getByRole("button", { name: /^Kureika/ }).click();
  await region(page, "Place").getByRole("heading", { level: 2, name: "Kureika" }).waitFor();
  await close(page);
});

test("the map moves and zooms without asking for anything", async () => {
  const page = await at("#map=3/55/60");
  for (const zoom of [3.5, 4, 4.5]) {
    await press(page, "Zoom in");
    await until(page, (zoom) => location.hash.startsWith(`#map=${zoom}/`), zoom);
  }
  await close(page);
});

test("today's map, and nothing else, may be asked for", async () => {
  const tiles = "https://tile.openstreetmap.org/";
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"/>';
  const route = (page) =>
    page.route(`${tiles}**`, (asked) => asked.fulfill({ contentType: "image/svg+xml", body: svg }));
  const page = await at("", { route });
  await press(page, "Today’s map");
  await page.locator(`img.leaflet-tile-loaded[src^="${tiles}"]`).first().waitFor();
  assert.ok(page.outside.length > 0);
  page.outside = page.outside.filter((url) => !url.startsWith(tiles));
  await close(page);
});

test("a link is copied that leads back; files that are not here are not offered", async () => {
  const page = await at("#map=5/55/90&date=1914-06-01&sel=kureika&mode=all");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await press(page, "Share");
  const panel = page.getByRole("group", { name: "Share" });
  await panel.waitFor();
  assert.equal(await panel.getByRole("link").count(), 0);
  assert.equal(await panel.getByRole("heading").count(), 0);
  await press(page, "Copy link to this view");
  await panel.getByRole("status").filter({ hasText: "The link is copied." }).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(link, page.url());
  assert.ok(link.startsWith(`${alone.url}#`), link);
  await close(page);
  const again = await at(link.slice(alone.url.length));
  assert.equal(await now(again), day("1914-06-01"));
  await close(again);
});

test("for those without scripts it is a document, without dead links", async () => {
  const page = await at("", { javaScriptEnabled: false, ready: false });
  await page.getByRole("heading", { level: 1, name: "Joseph Stalin, 1878–1931" }).waitFor();
  const links = await page.locator("a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  assert.deepEqual(links.filter((href) => !/^(#|https:\/\/)/.test(href)), []);
  assert.ok(links.length > 100);
  await close(page);
});
