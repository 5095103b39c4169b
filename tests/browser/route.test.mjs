// A route for a class: made in the panel, passed on as a link or a file, followed on the map.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { axeFindsNothing } from "./axe.mjs";
import { temporary } from "./lives.mjs";
import { button, close, counts, dayIs, eventually, goTo, hasFocus, open, press, reads, region, says, useSite } from "./harness.mjs";

const site = await useSite();
const context = await site.browser.newContext({
  viewport: { width: 1366, height: 768 },
  permissions: ["clipboard-read", "clipboard-write"],
});
const page = await open(site, "#date=1908-06-01", { within: context });

const panel = (page) => page.getByRole("group", { name: "Route", exact: true });
const stops = (page) => panel(page).getByRole("listitem");
const stop = (page, number) => stops(page).nth(number - 1);
const note = (page, number) => stop(page, number).getByRole("textbox", { name: "Note or question" });
const bar = (page) => region(page, "Route");
const status = (page) => bar(page).getByRole("status", { name: "Stop" });

/** Opens the panel, if it is not open. */
async function openPanel(page) {
  if (!(await panel(page).isVisible())) await press(page, "Route");
  await panel(page).waitFor();
}

/** The numbers on the map, by place. */
const numbers = (page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll("[data-stop]")].map((dot) => [dot.parentElement.dataset.place, dot.dataset.stop]),
    ),
  );

const ROUTE = {
  title: "Exile <b>and</b> after",
  stops: [
    { date: "1908-06-01", place: "srednekolymsk", zoom: 4, note: "Why here?" },
    { date: "1917-11-07", note: "What has <i>changed</i>?" },
  ],
};

test("what is seen becomes a stop, with a question", async () => {
  await openPanel(page);
  await press(page, "Add what I see as a stop");
  await counts(stops(page), 1);
  await hasFocus(note(page, 1), "one writes at once");
  await page.keyboard.type("Why was she sent here?");
  await reads(stop(page, 1), /Srednekolymsk, 1 June 1908/);
  assert.ok(await stop(page, 1).locator("q").isVisible(), "the first words of the text");
  await page.getByRole("textbox", { name: "Title" }).fill("Exile and after");
  await goTo(page, "1917-11-07");
  await openPanel(page);
  await press(page, "Add what I see as a stop");
  await counts(stops(page), 2);
  await reads(stop(page, 2), /7 November 1917/);
  await note(page, 2).fill("What has changed?");
  await axeFindsNothing(page);
});

test("stops are moved and removed, and a removed one comes back", async () => {
  const up = stop(page, 2).getByRole("button", { name: "Move up" });
  await up.click();
  await reads(stop(page, 1), /7 November 1917/);
  assert.equal(await note(page, 1).inputValue(), "What has changed?", "its question with it");
  await hasFocus(stop(page, 1).getByRole("button", { name: "Move up" }), "the focus too");
  await stop(page, 1).getByRole("button", { name: "Move down" }).click();
  await stop(page, 1).getByRole("button", { name: "Remove" }).click();
  await counts(stops(page), 1);
  const undo = button(page, "Undo: bring back the stop");
  await hasFocus(undo);
  await undo.click();
  await counts(stops(page), 2);
  await reads(stop(page, 1), /1 June 1908/);
  assert.equal(await note(page, 1).inputValue(), "Why was she sent here?");
  assert.equal(await undo.isVisible(), false);
});

test("the route is there at the next visit", async () => {
  await page.reload();
  await eventually(() => openPanel(page));
  await counts(stops(page), 2);
  assert.equal(await note(page, 2).inputValue(), "What has changed?");
  assert.equal(await page.getByRole("textbox", { name: "Title" }).inputValue(), "Exile and after");
  assert.doesNotMatch(page.url(), /route=/, "one's own is not in the address");
});

test("a link leads a class from stop to stop", async () => {
  await press(page, "Copy link to the route");
  await reads(panel(page).locator(".copy [role=status]"), /^The link is copied\.$/);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /#route=Exile\+and\+after\.1908-06-01_srednekolymsk_\d*_Why\+was\+she\+sent\+here%3F\.1917-11-07_/);
  const pupil = await open(site, link.slice(site.url.length));
  await dayIs(pupil, "1908-06-01", "the first stop");
  await reads(status(pupil), /Stop 1 of 2.*Exile and after.*Srednekolymsk, 1 June 1908.*Why was she sent here\?/s);
  await eventually(async () => assert.equal((await numbers(pupil)).srednekolymsk, "1"));
  await axeFindsNothing(pupil);
  await press(pupil, "Next stop");
  await dayIs(pupil, "1917-11-07");
  await reads(status(pupil), /Stop 2 of 2.*What has changed\?/s);
  await hasFocus(button(pupil, "Next stop"), "the next press of the same button goes on");
  await press(pupil, "Next stop");
  await reads(status(pupil), /Stop 2 of 2/, "it was the last one");
  await press(pupil, "Previous stop");
  await dayIs(pupil, "1908-06-01");
  await eventually(async () => assert.match(pupil.url(), /date=1908-06-01.*route=Exile/, "the address keeps it"));
  await pupil.keyboard.press(".");
  await eventually(async () => assert.doesNotMatch(pupil.url(), /date=1908-06-01/), "a stay further");
  await reads(status(pupil), /Stop 1 of 2/, "stays are not stops");
  await press(pupil, "Next stop");
  await eventually(async () => assert.match(pupil.url(), /date=1917-11-07/));
  await pupil.reload();
  await reads(status(pupil), /Stop 2 of 2/, "the stop of the day");
  await press(pupil, "Close route");
  await bar(pupil).waitFor({ state: "hidden" });
  await eventually(async () => assert.deepEqual(await numbers(pupil), {}));
  await close(pupil);
});

test("a stop closes the card of another place", async () => {
  const pupil = await open(site, "#sel=srednekolymsk&route=.1908-06-01_srednekolymsk.1917-11-07");
  await region(pupil, "Place").waitFor();
  await press(pupil, "Next stop");
  await region(pupil, "Place").waitFor({ state: "detached" });
  await hasFocus(button(pupil, "Next stop"));
  await close(pupil);
});

test("a link does not change one's own route", async () => {
  const other = await open(site, "#route=Another.1917-11-07__6_Where%3F", { within: context });
  await reads(status(other), /Stop 1 of 1.*Another/s);
  await openPanel(other);
  await counts(stops(other), 1);
  await note(other, 1).fill("Who?");
  await eventually(async () => assert.match(other.url(), /_Who%3F$/, "it is changed in the address"));
  await press(other, "Back to my route");
  await counts(stops(other), 2);
  assert.equal(await note(other, 1).inputValue(), "Why was she sent here?");
  await eventually(async () => assert.doesNotMatch(other.url(), /route=/));
  await other.goBack().catch(() => {});
  await close(other);
});

test("a route can be kept in place of one's own", async () => {
  const fresh = await site.browser.newContext();
  const other = await open(site, "#route=Another.1917-11-07", { within: fresh });
  await openPanel(other);
  await press(other, "Keep it in place of my route");
  await eventually(async () => assert.doesNotMatch(other.url(), /route=/));
  await other.reload();
  await eventually(() => openPanel(other));
  await counts(stops(other), 1);
  await fresh.close();
});

test("a route is saved as a file and opened again", async () => {
  await openPanel(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Save as a file" }).click()]);
  assert.equal(download.suggestedFilename(), "route.json");
  const saved = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.equal(saved.title, "Exile and after");
  assert.deepEqual(saved.stops.map((stop) => [stop.date, stop.note]), [
    ["1908-06-01", "Why was she sent here?"],
    ["1917-11-07", "What has changed?"],
  ]);
  const folder = temporary("route");
  const file = join(folder, "exile.json");
  writeFileSync(file, JSON.stringify(ROUTE));
  const other = await open(site);
  await openPanel(other);
  await other.getByLabel("Open a route file").setInputFiles(file);
  await counts(stops(other), 2);
  assert.equal(await note(other, 1).inputValue(), "Why here?");
  await press(other, "Follow the route");
  await dayIs(other, "1908-06-01");
  assert.equal(await panel(other).isVisible(), false);
  await reads(status(other), /Exile <b>and<\/b> after/, "texts are not markup");
  await press(other, "Next stop");
  await reads(status(other), /What has <i>changed<\/i>\?/);
  writeFileSync(file, '{"stops": [{"date": "1908-13-01"}]}');
  await openPanel(other);
  await other.getByLabel("Open a route file").setInputFiles(file);
  await reads(other.getByRole("alert").filter({ visible: true }), /exile\.json cannot be read: .*date/);
  await counts(stops(other), 2, "the route before it stays");
  await close(other);
});

test("what cannot be read of a route is said, and the rest is shown", async () => {
  const broken = await open(site, "#date=1908-06-01&route=T.1908-06-01___One.1908-99-01.1500-01-01.1917-11-07_atlantis.1917-11-08___cut%4");
  const alert = broken.getByRole("alert").filter({ visible: true });
  await reads(alert, /^4 parts of the route cannot be read, or not in full, or lies? outside/);
  await alert.getByRole("button", { name: "Close" }).click();
  await reads(status(broken), /Stop 1 of 2.*One/s);
  await close(broken);
  const nothing = await open(site, "#date=1908-06-01&route=%%%");
  await reads(nothing.getByRole("alert").filter({ visible: true }), /1 part of the route/);
  assert.equal(await bar(nothing).isVisible(), false);
  await dayIs(nothing, "1908-06-01");
  await says(nothing, /Srednekolymsk/);
  await close(nothing);
});

test("a browser that stores nothing still makes routes", async () => {
  const page = await open(site, "", {
    route: (page) =>
      page.addInitScript(() => {
        Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("refused", "SecurityError"); } });
      }),
  });
  await openPanel(page);
  await press(page, "Add what I see as a stop");
  await counts(stops(page), 1);
  await close(page);
});

test("a long link is said to be one", async () => {
  const warning = panel(page).getByText("longer than 2,000 characters");
  await openPanel(page);
  assert.equal(await warning.isVisible(), false);
  await note(page, 2).fill("long ".repeat(400));
  await warning.waitFor();
  await note(page, 2).fill("What has changed?");
  await warning.waitFor({ state: "hidden" });
});

/** Has the page print, which a test must not, and shows what is on paper. */
async function onPaper(page, press) {
  await page.evaluate(() => {
    window.printed = 0;
    window.print = () => {
      window.printed += 1;
      window.dispatchEvent(new Event("beforeprint"));
    };
  });
  await press();
  await page.waitForFunction(() => window.printed === 1);
  await page.emulateMedia({ media: "print" });
}

async function backToScreen(page) {
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
}

test("the hand-out has a numbered map, the questions with lines, and quotes if wanted", async () => {
  await openPanel(page);
  await onPaper(page, () => press(page, "Print the route"));
  const paper = await page.evaluate(() => document.body.innerText);
  assert.match(paper, /Why was she sent here\?[^]*What has changed\?/);
  assert.ok(await page.getByRole("textbox", { name: "Title" }).isVisible());
  assert.ok(await page.locator(".dot[data-stop]").first().isVisible());
  assert.ok(await stop(page, 1).locator("q").isVisible());
  assert.equal(await page.getByRole("table", { name: "Stays" }).isVisible(), false);
  for (const name of ["Move up", "Print the route", "Add what I see as a stop"]) {
    assert.equal(await panel(page).getByRole("button", { name }).first().isVisible(), false, name);
  }
  await backToScreen(page);
  await openPanel(page);
  await page.getByRole("checkbox", { name: "with the quotes" }).uncheck();
  await onPaper(page, () => press(page, "Print the route"));
  assert.equal(await stop(page, 1).locator("q").isVisible(), false);
  await backToScreen(page);
  assert.equal(await panel(page).isVisible(), false);
});

test("a blank map has neither names nor marks, but the date", async () => {
  await press(page, "Share");
  await onPaper(page, () => press(page, "Print a blank map"));
  const paper = await page.evaluate(() => document.body.innerText);
  assert.doesNotMatch(paper, /Srednekolymsk/);
  assert.match(paper, /19\d\d/);
  for (const pane of ["places", "states", "person", "trail"]) {
    const display = await page.locator(`.leaflet-${pane}-pane`).evaluate((e) => getComputedStyle(e).display);
    assert.equal(display, "none", pane);
  }
  assert.ok((await region(page, "Map").boundingBox()).height > 200);
  await backToScreen(page);
  // What the browser's own command prints.
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.getByRole("table", { name: "Stays" }).isVisible());
  await backToScreen(page);
  await close(page);
  await context.close();
});
