// The page in one file (`chronotope export LIFE --to html`), opened from the
// disk without a network.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { temporary } from "./lives.mjs";
import { close, dayIs, eventually, goTo, open, press, reads, region, root, says, until, useSite } from "./harness.mjs";

const site = await useSite();
const file = join(temporary("one file "), "life.html");
// The bundle has the data beside the page, as a project has.
const project = ["--root", site.folder, "export", "clara-voss", "--to", "html", "--page", site.folder, "--output", file];
execFileSync("cargo", ["run", "--quiet", "--locked", "--", ...project], { cwd: root });
// What `open` takes for outside is then all but the file itself.
const alone = { browser: site.browser, url: pathToFileURL(file).href };

const at = (fragment, options) => open(alone, fragment, { offline: true, ...options });

test("slider, map and text work", async () => {
  const page = await at();
  await page.getByRole("heading", { level: 1, name: "Clara Voss" }).waitFor();
  await says(page, /^14 March 1871/);
  await goTo(page, "1908-01-01");
  await says(page, /^1 January 1908.*Srednekolymsk/);
  await reads(region(page, "Text"), /Srednekolymsk/);
  await eventually(async () => assert.ok((await page.locator(".leaflet-land-pane path").getAttribute("d")).length > 1000));
  await page.locator(".person").waitFor();
  await close(page);
});

test("a place opens its card", async () => {
  const page = await at("#map=5/66/150&date=1908-01-01");
  await region(page, "Map").getByRole("button", { name: /^Srednekolymsk/ }).click();
  await region(page, "Place").getByRole("heading", { level: 2, name: "Srednekolymsk" }).waitFor();
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

test("only today's map may be requested", async () => {
  const tiles = "https://tile.openstreetmap.org/";
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"/>';
  const route = (page) =>
    page.route(`${tiles}**`, (asked) => asked.fulfill({ contentType: "image/svg+xml", body: svg }));
  const page = await at("", { route });
  await press(page, "Today’s map");
  await press(page, "Show today’s map");
  await page.locator(`img.leaflet-tile-loaded[src^="${tiles}"]`).first().waitFor();
  assert.ok(page.outside.length > 0);
  page.outside = page.outside.filter((url) => !url.startsWith(tiles));
  await close(page);
});

test("a link is copied that leads back; files that are not here are not offered", async () => {
  const page = await at("#map=5/66/150&date=1908-06-01&sel=srednekolymsk&mode=all");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await press(page, "Share");
  const panel = page.getByRole("group", { name: "Share" });
  await panel.waitFor();
  assert.equal(await panel.getByRole("link").count(), 0);
  assert.equal(await panel.getByRole("heading").count(), 0);
  await press(page, "Copy link to this view");
  await reads(panel.getByRole("status"), /^The link is copied\.$/);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await eventually(async () => assert.equal(page.url(), link));
  assert.ok(link.startsWith(`${alone.url}#`), link);
  await close(page);
  const again = await at(link.slice(alone.url.length));
  await dayIs(again, "1908-06-01");
  await close(again);
});

test("for those without scripts it is a document, without dead links", async () => {
  const page = await at("", { javaScriptEnabled: false, ready: false });
  await page.getByRole("heading", { level: 1, name: "Clara Voss, 1871–1930" }).waitFor();
  const links = await page.locator("a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  assert.deepEqual(links.filter((href) => !/^(#|https:\/\/)/.test(href)), []);
  assert.ok(links.length > 50);
  await close(page);
});
