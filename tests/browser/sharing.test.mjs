// Sharing: links, embedding in a frame, files, printing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readLife } from "./lives.mjs";
import {
  button, close, counts, dayIs, eventually, goTo, open, press, reads, region, says, slider, useSite,
} from "./harness.mjs";

const STATE = "#map=5/66/150&date=1908-06-01&sel=srednekolymsk&mode=all";

const site = await useSite();
const life = readLife(site.folder);
const page = await open(site, STATE, { permissions: ["clipboard-read", "clipboard-write"] });

const panel = () => page.getByRole("group", { name: "Share" });
/** The message beside a button. */
const status = (name) => panel().locator(".copy").filter({ has: button(page, name) }).getByRole("status");
const pasted = () => page.evaluate(() => navigator.clipboard.readText());
const code = () => page.getByRole("textbox", { name: "Code to paste" }).inputValue();

/** Presses a button that copies, and waits until it says so. */
async function copy(name, says) {
  await press(page, name);
  await reads(status(name), says);
  return pasted();
}

test("a link to the present view is copied", async () => {
  await press(page, "Share");
  await panel().waitFor();
  const link = await copy("Copy link to this view", /^The link is copied\.$/);
  assert.match(link, /date=1908-06-01&sel=srednekolymsk&mode=all$/);
  // The address is written a little later than the state changes.
  await eventually(async () => assert.equal(page.url(), link));
});

test("the code to paste embeds the page in its present state and the chosen size", async () => {
  await panel().getByText("Embed in another page").click();
  await page.getByRole("textbox", { name: "Width" }).fill("640");
  await page.getByRole("textbox", { name: "Height" }).fill('4"0<0');
  await eventually(async () => assert.match(await code(), /width="640" height="400"/));
  const html = await code();
  const frame = await page.evaluate((html) => {
    const made = new DOMParser().parseFromString(html, "text/html").body;
    const frame = made.querySelector("iframe");
    return [made.childElementCount, frame.getAttribute("src"), frame.width, frame.height, frame.title];
  }, html);
  const here = new URL(page.url());
  assert.deepEqual(frame, [1, `${here.origin}${here.pathname}?embed${here.hash}`, "640", "400", "Clara Voss, Chronotope"]);
  assert.equal(await copy("Copy code", /^The code is copied\.$/), html);
});

test("the code follows the state of the page", async () => {
  await goTo(page, "1917-11-07");
  await eventually(async () => assert.match(await code(), /date=1917-11-07&amp;sel=srednekolymsk/));
  const link = await copy("Copy link to this view", /^The link is copied\.$/);
  assert.match(link, /date=1917-11-07&sel=srednekolymsk/, "whether the address is written yet or not");
});

test("a second copy is announced like the first", async () => {
  await page.keyboard.press("Escape");
  await panel().waitFor({ state: "hidden" });
  await press(page, "Share");
  await reads(status("Copy link to this view"), /^$/, "the announcement of the first copy is gone");
  let link = await copy("Copy link to this view", /^The link is copied\.$/);
  await eventually(async () => {
    // The map may still have been moving.
    if (page.url() !== link) link = await copy("Copy link to this view", /^The link is copied\.$/);
    assert.equal(page.url(), link);
  });
});

test("every download exists and has the format that its label says", async () => {
  const links = panel().getByRole("list").getByRole("link");
  const kinds = [];
  for (const link of await links.all()) {
    const [name, href] = [await link.getAttribute("download"), await link.evaluate((a) => a.href)];
    const response = await page.request.get(href);
    assert.equal(response.status(), 200, href);
    kinds.push(name.replace(life.id, "*"));
    await checkFile(name, await response.text());
  }
  assert.deepEqual(kinds.sort(), [
    "*.csv", "*.kepler.geojson", "*.kml", "*.timedimension.geojson", "*.timeline.geojson", "itinerary.geojson", "places.geojson",
  ]);
});

async function checkFile(name, body) {
  const [stays, journeys] = [life.stays.length, life.journeys.length];
  if (name.endsWith(".csv")) {
    const rows = body.trim().split("\n");
    assert.match(rows[0], /lat/);
    assert.ok(rows.length >= stays + journeys, `${rows.length} rows`);
  } else if (name.endsWith(".kml")) {
    const [root, spans, broken] = await page.evaluate((body) => {
      const xml = new DOMParser().parseFromString(body, "application/xml");
      return [xml.documentElement.localName, xml.getElementsByTagName("TimeSpan").length, xml.getElementsByTagName("parsererror").length];
    }, body);
    assert.deepEqual([root, broken], ["kml", 0]);
    assert.ok(spans >= stays, `${spans} spans`);
  } else {
    const { type, features } = JSON.parse(body);
    assert.equal(type, "FeatureCollection");
    const some = features.find((f) => f.geometry);
    if (name.includes("timeline")) assert.ok(some.properties.start && some.properties.end);
    if (name.includes("timedimension")) assert.ok(some.properties.times ?? some.properties.time ?? features.some((f) => f.properties.times));
    if (name.includes("kepler")) assert.ok(features.some((f) => f.geometry.coordinates.some?.((c) => c.length === 4)), "seconds");
    if (name === "places.geojson") assert.ok(features.every((f) => f.names.length > 0));
    if (name === "itinerary.geojson") assert.equal(features.length, stays + journeys);
    assert.ok(features.length > stays / 2, `${name}: ${features.length}`);
  }
}

test("a file is downloaded under its own name", async () => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    panel().getByRole("link", { name: /spreadsheet/ }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "clara-voss.csv");
  await page.keyboard.press("Escape");
});

test("on paper there are the map and every stay, and no controls", async () => {
  // A browser fires the event first and then lays out the page for paper.
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const table = page.getByRole("table", { name: "Stays" });
  await table.waitFor();
  await counts(table.getByRole("row"), life.stays.length + 1, "every stay, and the head");
  assert.ok((await region(page, "Map").boundingBox()).height > 300);
  assert.ok(await page.getByRole("heading", { level: 1, name: "Clara Voss" }).isVisible());
  for (const gone of [slider(page), button(page, "Play"), region(page, "Text"), page.getByRole("searchbox"), button(page, "Share")]) {
    assert.equal(await gone.isVisible(), false, `${gone}`);
  }
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  await slider(page).waitFor();
  await region(page, "Text").waitFor();
  await counts(table, 0);
});

test("in a frame there are map and timeline alone, and they work", async () => {
  const frame = await open(site, `?embed${STATE}`, { viewport: { width: 640, height: 400 } });
  await dayIs(frame, "1908-06-01");
  for (const name of ["Map", "Timeline"]) assert.ok(await region(frame, name).isVisible(), name);
  assert.equal(await region(frame, "Text").isVisible(), false);
  for (const gone of [frame.getByRole("link", { name: /Invented for the tests/ }), frame.getByRole("searchbox"), button(frame, "Share")]) {
    assert.equal(await gone.isVisible(), false);
  }
  const heading = await frame.getByRole("heading", { level: 1, name: "Clara Voss" }).evaluate((e) => e.parentElement.getBoundingClientRect().width);
  assert.ok(heading <= 1, "it is heard, not seen");
  const map = await region(frame, "Map").boundingBox();
  assert.ok(map.height > 180 && map.width > 600, `${map.width} by ${map.height}`);
  const player = await button(frame, "Play").boundingBox();
  assert.ok(player.y + player.height <= 400, "the player is in the frame");
  await region(frame, "Place").waitFor();
  const card = await region(frame, "Place").boundingBox();
  assert.ok(card.y + card.height <= map.y + map.height && card.width < map.width * 0.7, "the card leaves some of the map");
  await press(frame, "Close");
  await goTo(frame, "1917-11-07");
  await says(frame, /Botanical Garden/);
  const [scroll, client] = await frame.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
  assert.ok(scroll <= client, "nothing to scroll");
  await close(frame);
  assert.deepEqual(page.complaints, []);
});
