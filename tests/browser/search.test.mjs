// Search, figures and help: by name, by keyboard, and never in the way.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { day, goTo, now, open, person, press, region, rest, slider, start, until } from "./harness.mjs";

let site;
let page;
before(async () => {
  site = await start();
  page = await open(site);
});
after(() => site?.close());

const box = (on = page) => on.getByRole("searchbox");
const results = (on = page) => region(on, "Search results").getByRole("listitem").getByRole("button");
const status = () => region(page, "Search results").getByRole("status");
const focused = (on = page) => on.evaluate(() => document.activeElement.textContent || document.activeElement.tagName);

test("`/` looks for something wherever the focus is", async () => {
  // On a fresh page nothing has the focus.
  await page.keyboard.press("/");
  assert.equal(await box().evaluate((e) => e === document.activeElement), true);
  assert.equal(await box().inputValue(), "", "the key itself is not typed");
  await slider(page).focus();
  await page.keyboard.press("/");
  assert.equal(await box().evaluate((e) => e === document.activeElement), true);
});

test("a place is found by any of its names, in any case, without its marks", async () => {
  for (const [query, name, says] of [
    ["Tiflis", "Tiflis", /today Tbilisi/],
    ["tbilisi", "Tbilisi", /settlement|city|town|capital/i],
    ["petrograd", "Petrograd", /today Saint Petersburg/],
    ["krakow", "Kraków", /./],
    ["GENEVE", "Genève", /today Geneva/],
    ["brzesc", "Brześć", /today Brest/],
  ]) {
    await box().fill(query);
    const first = results().first();
    assert.equal(await first.locator("b").textContent(), name, query);
    assert.match(await first.locator("small").textContent(), says);
  }
});

test("words of the text are found where they stand, and what is nowhere is said so", async () => {
  await box().fill("GEORGIAN marxist");
  const first = results().first();
  assert.equal(await first.locator("mark").textContent(), "Georgian Marxist");
  assert.match(await status().textContent(), /^\d+ results?$/);
  await box().fill("zzyzx");
  assert.equal(await results().count(), 0);
  assert.match(await status().textContent(), /Nothing .* “zzyzx”/);
  await box().fill("<b>x");
  assert.match(await status().textContent(), /“<b>x”/);
  await box().fill("n");
  assert.match(await status().textContent(), /two letters/);
});

test("keys of the page are letters where one types", async () => {
  await goTo(page, "1905-02-15");
  await box().fill("");
  await box().focus();
  await page.keyboard.type("a,b.c/d?e f");
  assert.equal(await box().inputValue(), "a,b.c/d?e f");
  for (const key of ["ArrowLeft", "Home", "PageUp"]) await page.keyboard.press(key);
  assert.equal(await now(page), day("1905-02-15"));
  assert.equal(await page.getByRole("dialog", { name: "Help" }).count(), 0);
  assert.equal(await page.getByRole("button", { name: "Pause" }).count(), 0);
});

test("a place found is opened by keyboard, and closed back to it", async () => {
  await slider(page).focus();
  await page.keyboard.press("/");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("narym");
  await results().first().waitFor();
  for (let i = 0; i < 4 && !/^Narym/.test(await focused()); i += 1) await page.keyboard.press("Tab");
  assert.match(await focused(), /^Narym/);
  await page.keyboard.press("Enter");
  await region(page, "Place").getByRole("heading", { name: "Narym", level: 2 }).waitFor();
  await until(page, () => document.activeElement.classList.contains("card"));
  await page.keyboard.press("Escape");
  await region(page, "Place").waitFor({ state: "detached" });
  assert.match(await focused(), /^Narym/);
});

test("Enter opens the best result, the arrow keys choose another, Escape clears", async () => {
  const page = await open(site);
  const heading = region(page, "Place").getByRole("heading", { level: 2 });
  const chosen = () =>
    box(page).evaluate((box) => document.getElementById(box.getAttribute("aria-activedescendant"))?.textContent);
  await box(page).fill("narym");
  await box(page).press("Enter");
  await heading.filter({ hasText: "Narym" }).waitFor();
  await press(page, "Close");

  await box(page).fill("ka");
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
    const text = region(page, "Text");
    for (const query of ["robbery", "Magnitogorsk", "famine", "Nadezhda"]) {
      await box(page).fill(query);
      const hit = results(page).filter({ has: page.locator("mark") }).last();
      const found = await hit.locator("mark").textContent();
      await hit.focus();
      await page.keyboard.press("Enter");
      await text.waitFor();
      await rest(page);
      assert.equal(await page.evaluate(() => document.activeElement.id), "text");
      const [selected, top, bottom, from, to] = await page.evaluate(() => {
        const selection = getSelection();
        const words = selection.rangeCount ? selection.getRangeAt(0).getBoundingClientRect() : {};
        const pane = document.getElementById("text").getBoundingClientRect();
        return [selection.toString(), words.top, words.bottom, pane.top, pane.bottom];
      });
      assert.equal(selected, found);
      assert.ok(top >= from && bottom <= to, `“${found}” is in view: ${top}–${bottom} in ${from}–${to}`);
    }
    assert.ok((await now(page)) > day("1880-01-01"), "time follows");
    await page.close();
  });
}

test("figures grow with the life and lead to its stays", async () => {
  await press(page, "In figures");
  const figures = region(page, "The life in figures");
  const numbers = async () =>
    (await figures.locator("b").allTextContents()).map((t) => Number(t.replace(/[^\d]/g, "")));
  await goTo(page, "1878-12-18");
  const small = await numbers();
  assert.deepEqual(small, [0, 1, 0, 0, 0], "km, places, days in custody, arrests, escapes");
  await goTo(page, "1931-12-31");
  const large = await numbers();
  assert.ok(large.every((n, i) => n > small[i]), `${large}`);
  assert.match(await figures.textContent(), /up to 31 December 1931/);

  const arrests = figures.getByRole("group").filter({ hasText: "arrests" });
  await figures.locator("summary", { hasText: "arrests" }).focus();
  await page.keyboard.press("Enter");
  const stays = arrests.getByRole("listitem");
  assert.equal(await stays.count(), large[3], "as many as it says");
  const stood = await person(page);
  await stays.first().getByRole("button").click();
  assert.match(await slider(page).getAttribute("aria-valuetext"), /190\d, Batum, arrest/);
  assert.notDeepEqual(await person(page), stood);
  await region(page, "Place").getByRole("heading", { name: "Batum" }).waitFor();
  assert.equal((await numbers())[3], 1, "the first arrest");
  await page.keyboard.press("Escape");
  if (await region(page, "Place").count()) await press(page, "Close");
  await press(page, "Text");
});

test("`?` helps with the keys, Escape ends it", async () => {
  const fresh = await open(site);
  const help = fresh.getByRole("dialog", { name: "Help" });
  await fresh.keyboard.press("?");
  await help.waitFor();
  for (const words of [/←/, /Shift/, /Page Up/, /Home/, /Space/, /,\s*\./, /\//, /Esc/, /\?/]) {
    assert.match((await help.getByRole("row").allTextContents()).join("\n"), words);
  }
  await fresh.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });
  await slider(fresh).focus();
  await fresh.keyboard.press("?");
  await help.waitFor();
  await fresh.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });
  await fresh.keyboard.press("ArrowRight");
  assert.equal(await now(fresh), day("1878-12-19"), "the focus is where it was");
  await press(fresh, "Help");
  await help.waitFor();
  await fresh.close();
  assert.deepEqual(page.complaints, []);
});
