// The modes of the map (now, trail, window, whole life), and the pace of play.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  button, close, counts, day, dayIs, eventually, goTo, now, open, playBy, press, reads, slider, until, untilDay, useSite,
} from "./harness.mjs";

const [FIRST, LAST] = ["1871-03-14", "1930-12-31"];

const site = await useSite();
const page = await open(site);

const show = (mode, on = page) => on.getByRole("combobox", { name: "Show" }).selectOption(mode);
const lines = (on = page) => on.locator("path.leg");
const handle = (name, on = page) => on.getByRole("slider", { name, exact: true });
const value = async (of) => Number(await of.inputValue());

/** The number of journeys drawn, once it is more than `least`. */
const legsOver = (least) =>
  eventually(async () => {
    const count = await lines().count();
    assert.ok(count > least, `${count} legs, more than ${least} are expected`);
    return count;
  });

test("the modes now, trail and whole life draw the journeys of their time", async () => {
  await goTo(page, "1900-03-15");
  await show("Trail");
  const early = await legsOver(2);
  await goTo(page, "1914-01-01");
  const later = await legsOver(early + 3);
  await show("Whole life");
  const all = await legsOver(later + 3);
  await goTo(page, FIRST);
  await counts(lines(), all, "on another day");
  await show("Trail");
  await counts(lines(), 0, "nothing is travelled at the birth");
  await goTo(page, LAST);
  await counts(lines(), all, "everything at the end");
  await show("Now");
  await counts(lines(), 0);
  await eventually(async () => assert.ok((await page.locator(".place.visited").count()) <= 1, "no place but that of the day"));
});

test("a journey across the antimeridian is drawn the short way", async () => {
  const zoom = 2;
  const page = await open(site, `#map=${zoom}/60/180&date=1910-01-01&mode=all`);
  const world = 256 * 2 ** zoom;
  await eventually(async () => {
    const widths = await lines(page).evaluateAll((lines) => lines.map((line) => line.getBBox().width));
    assert.ok(widths.length > 10);
    // From Nome to Geneva by San Francisco is the longest journey on this map.
    assert.ok(Math.max(...widths) < world / 2, `${widths} pixels of ${world}`);
  });
  await close(page);
});

test("a window is moved at both ends by keyboard and shows what lies in it", async () => {
  await show("Trail");
  await goTo(page, "1905-03-15");
  await counts(handle("Window from"), 0);
  await show("Window");
  const [from, to] = [handle("Window from"), handle("Window to")];
  assert.ok((await value(from)) < day("1905-03-15") && day("1905-03-15") < (await value(to)), "it opens around the day");

  // It opens narrow, and the beginning cannot pass the end.
  await to.fill(String(day("1915-08-01")));
  await from.fill(String(day("1909-06-01")));
  const within = await legsOver(3);
  await goTo(page, LAST);
  await counts(lines(), within, "on another day");

  for (const [of, name, before] of [[from, "from", "1 June 1909"], [to, "to", "1 August 1915"]]) {
    await of.focus();
    assert.equal(await of.getAttribute("aria-valuetext"), before, name);
    const start = await value(of);
    const moved = (days) => eventually(async () => assert.equal((await value(of)) - start, days, name));
    // The same keys as on the slider of the day.
    for (const [key, days] of [["ArrowRight", 1], ["ArrowLeft", 0], ["Shift+ArrowRight", 10], ["Shift+ArrowLeft", 0]]) {
      await page.keyboard.press(key);
      await moved(days);
    }
    await page.keyboard.press("PageUp");
    await eventually(async () => {
      const days = (await value(of)) - start;
      assert.ok(days >= 28 && days <= 31, `a month, not ${days} days`);
    });
    await page.keyboard.press("PageDown");
    await moved(0);
  }
  await from.focus();
  await page.keyboard.press("End");
  await eventually(async () => assert.equal(await value(from), await value(to), "it ends where the other stands"));
  await page.keyboard.press("Home");
  await eventually(async () => assert.equal(await value(from), day(FIRST)));
  await legsOver(within);
  assert.equal(await now(page), day(LAST), "the day has not moved");
});

test("the address carries mode and window", async () => {
  await handle("Window from").fill(String(day("1903-01-01")));
  await handle("Window to").fill(String(day("1910-12-31")));
  await goTo(page, "1908-01-01");
  await until(page, () => /mode=window&from=1903-01-01&to=1910-12-31/.test(location.hash) && /date=1908-01-01/.test(location.hash));
  const copy = await open(site, new URL(page.url()).hash);
  await reads(copy.getByRole("combobox", { name: "Show" }).locator("option:checked"), /^Window$/);
  assert.equal(await value(handle("Window from", copy)), day("1903-01-01"));
  assert.equal(await value(handle("Window to", copy)), day("1910-12-31"));
  await counts(lines(copy), await lines().count());
  await show("Now", copy);
  await until(copy, () => location.hash.includes("mode=instant") && !location.hash.includes("from="));
  await show("Trail", copy);
  await until(copy, () => !location.hash.includes("mode="));
  await close(copy);
});

// Play is measured on a clock that the test controls. On a busy machine the test takes
// longer, but the page's time does not.
const clocked = await open(site);
await clocked.clock.install();
await clocked.reload();
await until(clocked, () => document.documentElement.dataset.ready === "true");
await clocked.clock.pauseAt(Date.now() + 3_600_000);
await playBy(clocked, "By calendar");

/** The page's milliseconds of play from one day to another. */
async function play(from, to) {
  await goTo(clocked, from);
  await press(clocked, "Play");
  const STEP = 50;
  let passed = 0;
  while ((await now(clocked)) < day(to)) {
    await clocked.clock.runFor(STEP);
    passed += STEP;
    assert.ok(passed < 60_000, `not at ${to} after a minute`);
  }
  await press(clocked, "Pause");
  return passed;
}

test("each speed has its own pace", async () => {
  const speed = (label) => clocked.getByRole("combobox", { name: "Speed" }).selectOption(label);
  const took = {};
  for (const label of ["Slow", "Normal", "Fast"]) {
    await speed(label);
    took[label] = await play("1904-12-15", "1905-03-25");
  }
  await speed("Normal");
  assert.ok(took.Slow > 2 * took.Normal && took.Normal > 1.5 * took.Fast, JSON.stringify(took));
});

test("by the clock of stops, a full winter takes longer than empty years", async () => {
  const [winter, years] = [["1904-12-15", "1905-03-25"], ["1906-08-01", "1909-06-01"]];
  const calendar = { winter: await play(...winter), years: await play(...years) };
  await playBy(clocked, "Equal time");
  const stops = { winter: await play(...winter), years: await play(...years) };
  await playBy(clocked, "By calendar");
  const took = JSON.stringify({ calendar, stops });
  assert.ok(stops.winter > 2 * calendar.winter, took);
  assert.ok(stops.years < stops.winter, took);
  assert.ok(calendar.years < 2000, `long gaps are skipped: ${took}`);
});

test("the page says how long a skipped span is", async () => {
  await goTo(clocked, "1906-09-01");
  await press(clocked, "Play");
  const details = clocked.locator(".caption-details");
  await eventually(async () => {
    await clocked.clock.runFor(50);
    assert.match(await details.textContent(), /^(\d years|\d+ months) pass$/);
  });
  await press(clocked, "Pause");
  await reads(details, /exile/);
  await close(clocked);
});

test("play stops at the end, or starts over if it repeats", async () => {
  await playBy(page, "By calendar");
  await goTo(page, "1930-12-01");
  await press(page, "Play");
  await button(page, "Play").waitFor();
  await dayIs(page, LAST);
  await press(page, "Play");
  await untilDay(page, "1871-03-15", "1890-01-01");
  await press(page, "Pause");

  await press(page, "More");
  const again = page.getByRole("checkbox", { name: "Play again from the start" });
  await again.check();
  await page.keyboard.press("Escape");
  await goTo(page, "1930-12-01");
  await press(page, "Play");
  await untilDay(page, FIRST, "1890-01-01");
  await untilDay(page, "1871-04-10", "1890-01-01");
  await press(page, "Pause");
  await press(page, "More");
  await again.uncheck();
  assert.deepEqual(page.complaints, []);
});
