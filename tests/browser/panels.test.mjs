// Introduction, key, lives, consent for today's map, the window of time, and notices
// about the address.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axeFindsNothing } from "./axe.mjs";
import { readLife } from "./lives.mjs";
import {
  button, close, counts, dayIs, eventually, goTo, open, press, reads, region, slider, useSite,
} from "./harness.mjs";

const site = await useSite();
const life = readLife(site.folder);
const PHONE = { viewport: { width: 390, height: 844 } };
const TABLET = { viewport: { width: 768, height: 1024 } };

for (const [where, options] of [["wide", {}], ["on a phone", PHONE], ["on a tablet", TABLET]]) {
  test(`introduction, lives and key open from the masthead, ${where}`, async () => {
    const page = await open(site, "", options);
    await press(page, "What is this?");
    const about = page.getByRole("dialog", { name: "What is this?" });
    await reads(about, /Chronotope shows a life as a moving map/);
    await counts(about.getByRole("list").getByRole("listitem"), 3, "three steps");
    await axeFindsNothing(page);
    await page.keyboard.press("Escape");

    await press(page, "Lives");
    const current = page.getByRole("list", { name: "Lives" }).getByRole("link", { name: life.title });
    assert.equal(await current.getAttribute("aria-current"), "page");
    await reads(page.getByRole("list", { name: "Lives" }), /Clara Voss 1871–/);
    await axeFindsNothing(page);
    await page.keyboard.press("Escape");

    await press(page, "Key");
    const key = page.getByRole("dialog", { name: "Key" });
    for (const words of [/On the map/, /On the timeline/, /somewhere in this circle/, /without a place/, /How much of the text/]) {
      await reads(key, words);
    }
    await counts(key.locator("li svg"), 16, "a drawing for each mark");
    await axeFindsNothing(page);
    const kind = key.getByRole("list", { name: "Kinds of stays" }).getByRole("button").first();
    await kind.click();
    await eventually(async () => assert.ok((await page.locator(".bar.out").count()) > 0, "its stays are hidden"));
    await close(page);
  });
}

test("the heading leads to the page's start", async () => {
  const page = await open(site, "#date=1908-06-01&pane=stays");
  await page.getByRole("heading", { level: 1 }).getByRole("link", { name: life.title }).click();
  await dayIs(page, life.first_day);
  await close(page);
});

for (const [what, use] of [
  ["a pane", (page) => press(page, "Stays")],
  ["a key", (page) => page.keyboard.press("Tab")],
  ["the map", (page) => region(page, "Map").click({ position: { x: 300, y: 60 } })],
]) {
  test(`the first hint goes when the reader uses ${what}`, async () => {
    const page = await open(site);
    const hint = page.locator(".hint");
    assert.ok(await hint.isVisible());
    await use(page);
    await hint.waitFor({ state: "hidden" });
    await close(page);
  });
}

test("today's map is asked for only after the words about it, on a phone too", async () => {
  const page = await open(site, "", PHONE);
  await press(page, "Today’s map");
  const words = page.getByRole("group", { name: "Today’s map" });
  await reads(words, /server of OpenStreetMap, which then sees your IP address/);
  assert.deepEqual(page.outside, []);
  await page.keyboard.press("Escape");
  assert.equal(await button(page, "Today’s map").getAttribute("aria-pressed"), "false");
  await close(page);
});

test("without network today's map goes off again and says why", async () => {
  const route = (page) => page.route("https://tile.openstreetmap.org/**", (asked) => asked.abort());
  const page = await open(site, "", { route });
  await press(page, "Today’s map");
  const fits = (agree) => agree.scrollWidth <= agree.clientWidth && getComputedStyle(agree).direction === "ltr";
  assert.ok(await button(page, "Show today’s map").evaluate(fits), "its words are whole, and read from left to right");
  await press(page, "Show today’s map");
  await reads(page.getByRole("alert").filter({ visible: true }), /could not be loaded/);
  assert.equal(await button(page, "Today’s map").getAttribute("aria-pressed"), "false");
  await page.close();
});

test("a window is a year wide and says its days at its handles and in the caption", async () => {
  const page = await open(site, "#date=1905-07-01");
  await page.getByRole("combobox", { name: "Show" }).selectOption("Window");
  const [from, to] = [page.getByRole("slider", { name: "Window from" }), page.getByRole("slider", { name: "Window to" })];
  const width = Number(await to.inputValue()) - Number(await from.inputValue());
  assert.ok(width > 360 && width < 370, `${width} days`);
  const days = page.locator(".window-days span");
  assert.deepEqual(await days.allTextContents(), ["31 December 1904", "17 / 30 December 1905"]);
  await reads(page.locator(".caption"), /window 31 December 1904 to 17 \/ 30 December 1905/);
  await goTo(page, "1905-08-01");
  await from.focus();
  await page.keyboard.press("ArrowRight");
  await reads(days.first(), /^1 January 1905$/);
  await close(page);
});

for (const [fragment, words] of [
  ["#date=1850", /the date “1850”.* from 14 March 1871 to 31 December 1930/],
  ["#date=foo&sel=atlantis", /“foo”.*“atlantis”/],
  ["#date=1945-05-09", /“1945-05-09”/],
]) {
  test(`a notice says which part of ${fragment} was ignored`, async () => {
    const page = await open(site, fragment);
    const notice = page.getByRole("alert").filter({ visible: true });
    await reads(notice, words);
    await notice.getByRole("button", { name: "Close" }).click();
    await slider(page).focus();
    await close(page);
  });
}

test("a life that is not here leads to the first one", async () => {
  const page = await open(site, "?life=nobody", { ready: false });
  await page.getByRole("alert").getByRole("link", { name: "Open the first life" }).click();
  await page.getByRole("heading", { level: 1, name: life.title }).waitFor();
  await page.close();
});

test("marks of notes are no links, and the text says where the notes are", async () => {
  const page = await open(site);
  await counts(page.locator("#text .footnote a"), 0);
  const note = page.locator(".source-note");
  await reads(note, /marks in brackets, such as \[1\], are those of the source’s notes/);
  assert.equal(await note.getByRole("link", { name: /Invented for the tests/ }).last().getAttribute("href"), life.source.url);
  await close(page);
});

test("a caption is labelled as one, and is found by the search", async () => {
  const page = await open(site);
  const caption = page.locator(".picture-caption").first();
  await reads(caption, /^Picture in the source: The harbour at Riga/);
  await page.getByRole("searchbox").fill("harbour at Riga");
  await region(page, "Search results").getByRole("listitem").getByRole("button").filter({ has: page.locator("mark") }).first().click();
  await eventually(async () => assert.equal(await page.evaluate(() => getSelection().toString()), "harbour at Riga"));
  await close(page);
});

test("the quote of a stay is copied as a citation, and that is said beside the button", async () => {
  const page = await open(site, "#date=1908-06-01&sel=srednekolymsk", { permissions: ["clipboard-read", "clipboard-write"] });
  const copy = region(page, "Place").getByRole("button", { name: "Copy as citation" }).first();
  await copy.click();
  const said = region(page, "Place").getByRole("status").filter({ hasText: "copied" });
  await reads(said, /^The citation is copied\.$/);
  const [pressed, words] = [await copy.boundingBox(), await said.boundingBox()];
  assert.ok(Math.abs(pressed.y - words.y) < 40, "beside the button");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /^“.+” “Clara Voss”, section “.+”, Invented for the tests, https:\/\/example\.org\/clara-voss, licence CC0\. Shown at http.+#date=\d{4}-\d\d-\d\d&sel=srednekolymsk$/);
  assert.doesNotMatch(text, /\[\d+\]/);
  await close(page);
});
