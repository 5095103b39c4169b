// What leaves the page: a link, a frame, files, paper.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { day, goTo, now, open, press, region, slider, start } from "./harness.mjs";

const STATE = "#map=5/55/90&date=1914-06-01&sel=kureika&mode=all";

let site;
let page;
before(async () => {
  site = await start();
  page = await open(site, STATE, { permissions: ["clipboard-read", "clipboard-write"] });
});
after(() => site?.close());

const panel = () => page.getByRole("group", { name: "Share" });
const pasted = () => page.evaluate(() => navigator.clipboard.readText());
const said = (words) => panel().getByRole("status").filter({ hasText: words }).waitFor();
const code = () => page.getByRole("textbox", { name: "Code to paste" }).inputValue();

test("the link to what one sees is copied", async () => {
  await press(page, "Share");
  await panel().waitFor();
  await press(page, "Copy link to this view");
  await said("The link is copied.");
  assert.equal(await pasted(), page.url());
  assert.match(await pasted(), /date=1914-06-01&sel=kureika&mode=all$/);
});

test("the code to paste frames this very state, in the size wanted", async () => {
  await page.getByRole("textbox", { name: "Width" }).fill("640");
  await page.getByRole("textbox", { name: "Height" }).fill('4"0<0');
  const html = await code();
  const frame = await page.evaluate((html) => {
    const made = new DOMParser().parseFromString(html, "text/html").body;
    const frame = made.querySelector("iframe");
    return [made.childElementCount, frame.getAttribute("src"), frame.width, frame.height, frame.title];
  }, html);
  const here = new URL(page.url());
  assert.deepEqual(frame, [1, `${here.origin}${here.pathname}?embed${here.hash}`, "640", "400", "Joseph Stalin, Chronotope"]);
  await press(page, "Copy code");
  await said("The code is copied.");
  assert.equal(await pasted(), html);
});

test("the code is that of the moment", async () => {
  await goTo(page, "1917-11-07");
  assert.match(await code(), /date=1917-11-07&amp;sel=kureika/, "though the address is not written yet");
  await press(page, "Copy link to this view");
  await said("The link is copied.");
  assert.match(await pasted(), /date=1917-11-07&sel=kureika/);
});

test("a second copy is told like the first", async () => {
  await page.keyboard.press("Escape");
  await panel().waitFor({ state: "hidden" });
  await press(page, "Share");
  assert.equal(await panel().getByRole("status").textContent(), "", "what was said is over");
  await press(page, "Copy link to this view");
  await said("The link is copied.");
  assert.equal(await pasted(), page.url());
});

test("every file is there and is what it says", async () => {
  const links = panel().getByRole("list").getByRole("link");
  const kinds = [];
  for (const link of await links.all()) {
    const [name, href] = [await link.getAttribute("download"), await link.evaluate((a) => a.href)];
    const response = await page.request.get(href);
    assert.equal(response.status(), 200, href);
    const body = await response.text();
    assert.ok(body.length > 5000, `${name}: ${body.length} bytes`);
    kinds.push(name.replace("joseph-stalin", "*"));
    if (name.endsWith(".csv")) {
      const rows = body.trim().split("\n");
      assert.match(rows[0], /lat/);
      assert.ok(rows.length >= 93 + 76, `${rows.length} rows`);
    } else if (name.endsWith(".kml")) {
      const [root, spans, broken] = await page.evaluate((body) => {
        const xml = new DOMParser().parseFromString(body, "application/xml");
        return [xml.documentElement.localName, xml.getElementsByTagName("TimeSpan").length, xml.getElementsByTagName("parsererror").length];
      }, body);
      assert.deepEqual([root, broken], ["kml", 0]);
      assert.ok(spans >= 93, `${spans} spans`);
    } else {
      const { type, features } = JSON.parse(body);
      assert.equal(type, "FeatureCollection");
      const some = features.find((f) => f.geometry);
      if (name.includes("timeline")) assert.ok(some.properties.start && some.properties.end);
      if (name.includes("timedimension")) assert.ok(some.properties.times ?? some.properties.time ?? features.some((f) => f.properties.times));
      if (name.includes("kepler")) assert.ok(features.some((f) => f.geometry.coordinates.some?.((c) => c.length === 4)), "seconds");
      if (name === "places.geojson") assert.ok(features.every((f) => f.names.length > 0));
      assert.ok(features.length > 50, `${name}: ${features.length}`);
    }
  }
  assert.deepEqual(kinds.sort(), [
    "*.csv", "*.kepler.geojson", "*.kml", "*.timedimension.geojson", "*.timeline.geojson", "itinerary.geojson", "places.geojson",
  ]);
});

test("a file is downloaded under its own name", async () => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    panel().getByRole("link", { name: /spreadsheet/ }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "joseph-stalin.csv");
  await page.keyboard.press("Escape");
});

test("on paper there are the map and every stay, and nothing to press", async () => {
  // The order in which a browser does it: told first, then laid out for paper.
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const table = page.getByRole("table", { name: "Stays" });
  await table.waitFor();
  assert.equal(await table.getByRole("row").count(), 94);
  assert.ok((await region(page, "Map").boundingBox()).height > 300);
  assert.ok(await page.getByRole("heading", { level: 1, name: "Joseph Stalin" }).isVisible());
  for (const gone of [slider(page), page.getByRole("button", { name: "Play" }), region(page, "Text"), page.getByRole("searchbox"), page.getByRole("button", { name: "Share" })]) {
    assert.equal(await gone.isVisible(), false, `${gone}`);
  }
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  await slider(page).waitFor();
  assert.ok(await region(page, "Text").isVisible());
  assert.equal(await table.count(), 0);
});

test("in a frame there are map and timeline alone, and they work", async () => {
  const frame = await open(site, `?embed${STATE}`, { viewport: { width: 640, height: 400 } });
  assert.equal(await now(frame), day("1914-06-01"));
  for (const name of ["Map", "Timeline"]) assert.ok(await region(frame, name).isVisible(), name);
  assert.equal(await region(frame, "Text").isVisible(), false);
  for (const gone of [frame.getByRole("link", { name: /Wikipedia/ }), frame.getByRole("searchbox"), frame.getByRole("button", { name: "Share" })]) {
    assert.equal(await gone.isVisible(), false);
  }
  const heading = await frame.getByRole("heading", { level: 1, name: "Joseph Stalin" }).evaluate((e) => e.parentElement.getBoundingClientRect().width);
  assert.ok(heading <= 1, "it is heard, not seen");
  const map = await region(frame, "Map").boundingBox();
  assert.ok(map.height > 180 && map.width > 600, `${map.width} by ${map.height}`);
  const player = await frame.getByRole("button", { name: "Play" }).boundingBox();
  assert.ok(player.y + player.height <= 400, "the player is in the frame");
  const card = await region(frame, "Place").boundingBox();
  assert.ok(card.y + card.height <= map.y + map.height && card.width < map.width * 0.7, "the card leaves some of the map");
  assert.ok(await region(frame, "Place").isVisible(), "the card of the address");
  await press(frame, "Close");
  await goTo(frame, "1917-11-07");
  assert.match(await slider(frame).getAttribute("aria-valuetext"), /Smolny/);
  const [scroll, client] = await frame.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
  assert.ok(scroll <= client, "nothing to scroll");
  assert.deepEqual(frame.complaints, []);
  await frame.close();
  assert.deepEqual(page.complaints, []);
});
