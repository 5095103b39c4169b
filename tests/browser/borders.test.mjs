// Borders and names of states of the day.
import assert from "node:assert/strict";
import { test } from "node:test";
import { close, eventually, open, useSite } from "./harness.mjs";

const site = await useSite("first");
const VIEW = "#map=4/52/45";

const states = (page) => page.getByRole("list", { name: "States of the day" });
const namesOf = (page) =>
  states(page).getByRole("listitem").allTextContents();

test("the map names the states of the day and no others", async () => {
  for (const [date, there, notThere] of [
    ["1878-12-18", ["Russian Empire", "Ottoman Empire"], ["Kazakhstan", "Finland", "Soviet Russia"]],
    // The Emirate of Bukhara outlives the republic that it belonged to.
    ["1917-11-07", ["Soviet Russia"], ["Russia", "Russian Empire"]],
    ["1919-03-01", ["Soviet Russia", "Poland"], ["Russian Empire", "Soviet Union"]],
    ["1930-01-01", ["Soviet Union", "Ukrainian SSR", "Turkey"], ["Soviet Russia", "Ottoman Empire"]],
  ]) {
    const page = await open(site, `${VIEW}&date=${date}`);
    await eventually(async () => {
      const names = await namesOf(page);
      for (const name of there) assert.ok(names.includes(name), `${date}: ${name} in ${names}`);
      for (const name of notThere) assert.ok(!names.includes(name), `${date}: no ${name}`);
    });
    await close(page);
  }
});

test("an area that the text names is not named twice", async () => {
  const page = await open(site, "#map=5/63/26&date=1900-01-01");
  const place = page.getByRole("button", { name: "Grand Duchy of Finland" });
  await eventually(async () => {
    assert.ok((await namesOf(page)).length > 0);
    assert.ok(await place.isVisible());
  });
  assert.ok(!(await namesOf(page)).includes("Grand Duchy of Finland"));
  await close(page);
});

test("the switch takes borders and names away, and brings them back", async () => {
  const page = await open(site, `${VIEW}&date=1914-01-01`);
  const lines = page.locator("path.border");
  const borders = page.getByRole("switch", { name: "Borders" });
  assert.equal(await borders.getAttribute("aria-checked"), "true");
  await eventually(async () => assert.ok((await lines.count()) > 10));
  const colour = () => borders.evaluate((button) => getComputedStyle(button).color);
  const whenOn = await colour();
  await borders.click();
  await eventually(async () => assert.notEqual(await colour(), whenOn, "it shows that it is off"));
  await eventually(async () => {
    assert.equal(await lines.count(), 0);
    assert.deepEqual(await namesOf(page), []);
  });
  await borders.click();
  await eventually(async () => assert.ok((await namesOf(page)).includes("Austria–Hungary")));
  await close(page);
});

test("the address keeps the switch, and says nothing where it is on", async () => {
  const page = await open(site, `${VIEW}&date=1914-01-01&borders=off`);
  const borders = page.getByRole("switch", { name: "Borders", checked: false });
  await borders.waitFor();
  assert.equal(await page.locator("path.border").count(), 0);
  await borders.click();
  await eventually(async () => assert.ok((await namesOf(page)).includes("Austria–Hungary")));
  await eventually(async () => assert.ok(!page.url().includes("borders")));
  await page.getByRole("switch", { name: "Borders", checked: true }).click();
  await eventually(async () => assert.match(page.url(), /&borders=off$/));
  await page.reload();
  await borders.waitFor();
  assert.deepEqual(await namesOf(page), []);
  await close(page);
});
