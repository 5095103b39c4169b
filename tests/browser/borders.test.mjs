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

test("of two names for one country the map shows one", async () => {
  for (const [date, name, other] of [
    ["1917-11-07", "Soviet Russia", "Russia"],
    ["1919-06-01", "Soviet Russia", "Russia"],
  ]) {
    const page = await open(site, `${VIEW}&date=${date}`);
    await eventually(async () => assert.ok((await namesOf(page)).includes(name), date));
    assert.ok(!(await namesOf(page)).includes(other), `${date}: no ${other} beside ${name}`);
    await close(page);
  }
});

test("a province that the text names is not named twice", async () => {
  const page = await open(site, "#map=5/63/26&date=1900-01-01");
  const place = page.getByRole("button", { name: "Grand Duchy of Finland" });
  await eventually(async () => {
    assert.ok((await namesOf(page)).length > 0);
    assert.ok(await place.isVisible());
  });
  assert.ok(!(await namesOf(page)).includes("Grand Duchy of Finland"));
  await close(page);
});

test("a link keeps the switch", async () => {
  const page = await open(site, `${VIEW}&date=1914-01-01&borders=off`);
  const borders = page.getByRole("button", { name: "Borders" });
  assert.equal(await borders.getAttribute("aria-pressed"), "false");
  await borders.click();
  await eventually(async () => assert.ok(!page.url().includes("borders=")));
  await borders.click();
  await eventually(async () => assert.ok(page.url().includes("&borders=off")));
  await close(page);
});

test("the switch takes borders and names away, and brings them back", async () => {
  const page = await open(site, `${VIEW}&date=1914-01-01`);
  const lines = page.locator("path.border");
  const borders = page.getByRole("button", { name: "Borders" });
  assert.equal(await borders.getAttribute("aria-pressed"), "true");
  await eventually(async () => assert.ok((await lines.count()) > 10));
  await borders.click();
  await eventually(async () => {
    assert.equal(await lines.count(), 0);
    assert.deepEqual(await namesOf(page), []);
  });
  await borders.click();
  await eventually(async () => assert.ok((await namesOf(page)).includes("Austria–Hungary")));
  await close(page);
});
