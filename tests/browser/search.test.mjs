// Search, figures and help.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  close, counts, day, dayIs, eventually, goTo, hasFocus, now, open, person, press, reads, region, rest, says,
  slider, useSite,
} from "./harness.mjs";

const site = await useSite();
const page = await open(site);

const box = (on = page) => on.getByRole("searchbox");
const results = (on = page) => region(on, "Search results").getByRole("listitem").getByRole("button");
const status = () => region(page, "Search results").getByRole("status");

test("`/` goes to the search box wherever the focus is", async () => {
  // On a fresh page nothing has the focus.
  await page.keyboard.press("/");
  await hasFocus(box());
  assert.equal(await box().inputValue(), "", "the key itself is not typed");
  await slider(page).focus();
  await page.keyboard.press("/");
  await hasFocus(box());
});

test("a place is found by any of its names, in any case, without its marks", async () => {
  for (const [query, name, says] of [
    ["Tiflis", /^Tiflis$/, /today Tbilisi/],
    ["tbilisi", /^Tbilisi$/, /settlement|city|town|capital/i],
    ["petrograd", /^Petrograd$/, /today Saint Petersburg/],
    ["krakow", /^Kraków$/, /./],
    ["GENEVE", /^Genève$/, /today Geneva/],
    ["brzesc", /^Brześć nad Bugiem$/, /today Brest/],
  ]) {
    await box().fill(query);
    const first = results().first();
    await reads(first.locator("b"), name, query);
    await reads(first.locator("small"), says, query);
  }
});

test("words of the text are found in place, and a search without results says so", async () => {
  await box().fill("GEORGIAN marxist");
  await reads(results().first().locator("mark"), /^Georgian Marxist$/);
  await reads(status(), /^\d+ results?$/);
  await box().fill("zzyzx");
  await reads(status(), /Nothing .* “zzyzx”/);
  await counts(results(), 0);
  await box().fill("<b>x");
  await reads(status(), /“<b>x”/);
  await box().fill("n");
  await reads(status(), /two letters/);
});

test("each result of the text has a date, and other forms of a word are found", async () => {
  await box().fill("sister letters");
  await reads(status(), /^\d+ results?$/, "words apart from each other");
  await box().fill("mosses");
  const found = async () => (await results().locator("mark").allTextContents()).map((word) => word.toLowerCase());
  await eventually(async () => assert.ok((await found()).some((word) => word === "moss"), "another form"));
  // The last section of the text has no date.
  for (const details of await results().locator("small").allTextContents()) {
    assert.match(details, /\b1[89]\d\d\b|^Herbarium and legacy$/);
  }
});

test("the page's keys are ordinary letters in a text field", async () => {
  await goTo(page, "1908-01-01");
  await box().fill("");
  await box().focus();
  await page.keyboard.type("a,b.c/d?e f");
  assert.equal(await box().inputValue(), "a,b.c/d?e f");
  for (const key of ["ArrowLeft", "Home", "PageUp"]) await page.keyboard.press(key);
  assert.equal(await now(page), day("1908-01-01"));
  assert.equal(await page.getByRole("dialog", { name: "Help" }).count(), 0);
  assert.equal(await page.getByRole("button", { name: "Pause" }).count(), 0);
});

test("a place found is opened by keyboard, and closed back to it", async () => {
  await slider(page).focus();
  await page.keyboard.press("/");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("nome");
  const result = results().filter({ hasText: /^Nome/ }).first();
  await result.waitFor();
  const focused = () => result.evaluate((e) => e === document.activeElement);
  for (let i = 0; i < 4 && !(await focused()); i += 1) await page.keyboard.press("Tab");
  await hasFocus(result);
  await page.keyboard.press("Enter");
  await region(page, "Place").getByRole("heading", { name: "Nome", level: 2 }).waitFor();
  await hasFocus(region(page, "Place"));
  await page.keyboard.press("Escape");
  await region(page, "Place").waitFor({ state: "detached" });
  await hasFocus(result);
});

test("Enter opens the best result, the arrow keys choose another, Escape clears", async () => {
  const page = await open(site);
  const heading = region(page, "Place").getByRole("heading", { level: 2 });
  const chosen = () =>
    box(page).evaluate((box) => document.getElementById(box.getAttribute("aria-activedescendant"))?.textContent);
  await box(page).fill("kolym");
  await box(page).press("Enter");
  await heading.filter({ hasText: "Kolyma" }).waitFor();
  await press(page, "Close");

  await box(page).fill("genev");
  const [first, second] = await results(page).allTextContents();
  await results(page).nth(1).click();
  await heading.waitFor();
  const name = await heading.textContent();
  await press(page, "Close");
  assert.equal(await chosen(), undefined, "nothing is chosen at first");
  for (const [key, expected] of [
    ["ArrowDown", first],
    ["ArrowDown", second],
    ["ArrowUp", first],
    ["ArrowUp", undefined],
    ["ArrowUp", undefined],
    ["ArrowDown", first],
    ["ArrowDown", second],
  ]) {
    await box(page).press(key);
    assert.equal(await chosen(), expected, key);
  }
  await box(page).press("Enter");
  await heading.waitFor();
  assert.equal(await heading.textContent(), name);
  await press(page, "Close");

  await box(page).press("Escape");
  assert.equal(await box(page).inputValue(), "");
  assert.equal(await results(page).count(), 0);
  assert.equal(await chosen(), undefined);
  await box(page).fill("zzyzx");
  await box(page).press("Enter");
  assert.equal(await region(page, "Place").count(), 0, "nothing found, nothing opened");
  await page.close();
});

for (const [where, options] of [["", {}], [" on a phone", { viewport: { width: 390, height: 844 } }]]) {
  test(`words found are shown in the text, and time goes with them${where}`, async () => {
    const page = await open(site, "", options);
    for (const query of ["mosses", "Kolyma", "famine", "lining of a coat"]) {
      await box(page).fill(query);
      // Other forms of the words come after the words themselves.
      const hit = results(page).filter({ has: page.locator("mark") }).first();
      const found = await hit.locator("mark").textContent();
      assert.equal(found.toLowerCase(), query.toLowerCase());
      await hit.focus();
      await page.keyboard.press("Enter");
      await region(page, "Text").waitFor();
      await hasFocus(page.locator("#text"));
      await eventually(async () => assert.equal(await page.evaluate(() => getSelection().toString()), found));
      await rest(page);
      const [top, bottom, from, to] = await page.evaluate(() => {
        const words = getSelection().getRangeAt(0).getBoundingClientRect();
        const pane = document.getElementById("text").getBoundingClientRect();
        return [words.top, words.bottom, pane.top, pane.bottom];
      });
      assert.ok(top >= from && bottom <= to, `“${found}” is in view: ${top}–${bottom} in ${from}–${to}`);
    }
    await eventually(async () => assert.ok((await now(page)) > day("1880-01-01"), "time follows"));
    await close(page);
  });
}

test("figures grow with the life and lead to its stays", async () => {
  await press(page, "In figures");
  const figures = region(page, "The life in figures");
  /** The number before some words; 0 if the words are not there yet. */
  const figure = async (words) => {
    const found = (await figures.innerText()).match(new RegExp(`^(?:about )?([\\d,½]+) ${words}`, "m"));
    return Number(found?.[1].replaceAll(",", "").replace("½", ".5") ?? 0);
  };
  const all = async () => ({
    km: await figure("km"),
    places: await figure("places?\\b"),
    years: await figure("years?\\b"),
    arrests: await figure("arrests?\\b"),
    escapes: await figure("escapes?\\b"),
  });
  await goTo(page, "1871-03-14");
  await eventually(async () => assert.deepEqual(await all(), { km: 0, places: 1, years: 0, arrests: 0, escapes: 0 }));
  await goTo(page, "1930-12-31");
  await reads(figures, /up to 31 December 1930/);
  await eventually(async () => {
    const { km, places, years, arrests, escapes } = await all();
    assert.ok(km > 20_000 && km < 60_000, `${km} km`);
    assert.ok(places >= 15 && places <= 20, `${places} places`);
    assert.ok(km % 1000 === 0, `${km} km: no more is known than thousands`);
    assert.ok(years >= 3 && years <= 5, `${years} years in custody`);
    assert.deepEqual([arrests, escapes], [1, 1]);
  });

  const arrests = figures.getByRole("group").filter({ hasText: /\d arrests?/ });
  await arrests.locator("summary").focus();
  await page.keyboard.press("Enter");
  const stays = arrests.getByRole("listitem");
  await counts(stays, 1, "as many stays as the figure says");
  const stood = await person(page);
  await stays.first().getByRole("button").click();
  await says(page, /1905 \(12 February Old Style\), Saint Petersburg, arrest/);
  await region(page, "Place").getByRole("heading", { name: "Saint Petersburg" }).waitFor();
  await goTo(page, "1908-01-01");
  await eventually(async () => assert.notDeepEqual(await person(page), stood));
  await page.keyboard.press("Escape");
  if (await region(page, "Place").count()) await press(page, "Close");
  await press(page, "Text");
});

test("`?` helps with the keys, Escape ends it", async () => {
  const fresh = await open(site);
  const help = fresh.getByRole("dialog", { name: "Help" });
  await fresh.keyboard.press("?");
  await help.waitFor();
  const keys = (await help.getByRole("row").allTextContents()).join("\n");
  for (const words of [/←/, /Shift/, /Page Up/, /Home/, /Space/, /,\s*\./, /\//, /Esc/, /\?/]) {
    assert.match(keys, words);
  }
  await fresh.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });
  await slider(fresh).focus();
  await fresh.keyboard.press("?");
  await help.waitFor();
  await fresh.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });
  await hasFocus(slider(fresh), "the focus is where it was");
  await fresh.keyboard.press("ArrowRight");
  await dayIs(fresh, "1871-03-15");
  await press(fresh, "Help");
  await help.waitFor();
  await close(fresh);
  assert.deepEqual(page.complaints, []);
});
