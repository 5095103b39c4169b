// How much of time the map shows, and how play passes through it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { day, goTo, now, open, press, slider, start, until, untilDay } from "./harness.mjs";

let site;
let page;
before(async () => {
  site = await start();
  page = await open(site);
});
after(() => site?.close());

const show = (mode, on = page) => on.getByRole("combobox", { name: "Show" }).selectOption(mode);
const legs = () => page.locator("path.leg").count();
const handle = (name, on = page) => on.getByRole("slider", { name, exact: true });

test("now, trail and whole life draw as much of the way as they say", async () => {
  await goTo(page, "1905-03-15");
  await show("Trail");
  const early = await legs();
  await goTo(page, "1912-08-01");
  const later = await legs();
  assert.ok(early > 3 && later > early + 10, `${early}, then ${later}`);
  await show("Whole life");
  const all = await legs();
  assert.ok(all > later + 10, `${all} in all`);
  await goTo(page, "1878-12-18");
  assert.equal(await legs(), all, "whatever the day");
  await show("Trail");
  assert.equal(await legs(), 0, "nothing is travelled at the birth");
  await goTo(page, "1931-12-31");
  assert.equal(await legs(), all, "everything at the end");
  await show("Now");
  assert.equal(await legs(), 0);
  assert.equal(await page.locator(".place.visited").count() <= 1, true, "no place but that of the day");
});

test("a window is moved at both ends by keyboard and shows what lies in it", async () => {
  await show("Trail");
  await goTo(page, "1905-03-15");
  assert.equal(await handle("Window from").count(), 0);
  await show("Window");
  const [from, to] = [handle("Window from"), handle("Window to")];
  const value = async (of) => Number(await of.inputValue());
  assert.ok((await value(from)) < day("1905-03-15") && day("1905-03-15") < (await value(to)), "it opens around the day");

  await from.fill(String(day("1908-06-01")));
  await to.fill(String(day("1912-08-01")));
  const within = await legs();
  assert.ok(within > 5, `${within} legs`);
  await goTo(page, "1931-12-31");
  assert.equal(await legs(), within, "whatever the day");

  for (const [of, name, before] of [[from, "from", "1 June 1908"], [to, "to", "1 August 1912"]]) {
    await of.focus();
    assert.equal(await of.getAttribute("aria-valuetext"), before, name);
    const start = await value(of);
    await page.keyboard.press("ArrowRight");
    assert.equal(await value(of), start + 1);
    await page.keyboard.press("ArrowLeft");
    assert.equal(await value(of), start);
    // The same keys as on the slider of the day.
    await page.keyboard.press("Shift+ArrowRight");
    assert.equal(await value(of), start + 10);
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("PageUp");
    assert.ok((await value(of)) - start >= 28 && (await value(of)) - start <= 31, "a month");
    await page.keyboard.press("PageDown");
    assert.equal(await value(of), start);
  }
  await from.focus();
  await page.keyboard.press("End");
  assert.equal(await value(from), await value(to), "it ends where the other stands");
  await page.keyboard.press("Home");
  assert.equal(await value(from), day("1878-12-18"));
  assert.ok((await legs()) > within);
  assert.equal(await now(page), day("1931-12-31"), "the day has not moved");
});

test("the address carries mode and window", async () => {
  await handle("Window from").fill(String(day("1903-01-01")));
  await handle("Window to").fill(String(day("1907-12-31")));
  await goTo(page, "1905-11-20");
  await until(page, () => /mode=window&from=1903-01-01&to=1907-12-31/.test(location.hash) && /date=1905-11-20/.test(location.hash));
  const copy = await open(site, new URL(page.url()).hash);
  assert.equal(await copy.getByRole("combobox", { name: "Show" }).locator("option:checked").textContent(), "Window");
  assert.equal(await handle("Window from", copy).inputValue(), String(day("1903-01-01")));
  assert.equal(await handle("Window to", copy).inputValue(), String(day("1907-12-31")));
  assert.equal(await copy.locator("path.leg").count(), await legs());
  await show("Now", copy);
  await until(copy, () => location.hash.includes("mode=instant") && !location.hash.includes("from="));
  await show("Trail", copy);
  await until(copy, () => !location.hash.includes("mode="));
  await copy.close();
});

/** Seconds of play from one day to another. */
async function seconds(from, to) {
  await goTo(page, from);
  await press(page, "Play");
  const took = await page.evaluate(
    (to) =>
      new Promise((done) => {
        const [began, slider] = [performance.now(), document.getElementById("timeline")];
        const look = () => {
          if (Number(slider.value) >= to) done((performance.now() - began) / 1000);
          else requestAnimationFrame(look);
        };
        look();
      }),
    day(to),
  );
  await press(page, "Pause");
  return took;
}

const settle = async (name, option) => {
  await press(page, "More");
  await page.getByRole("combobox", { name }).selectOption(option);
  await page.keyboard.press("Escape");
};

test("each speed has its own pace", async () => {
  const speed = (label) => page.getByRole("combobox", { name: "Speed" }).selectOption(label);
  const took = {};
  for (const label of ["Slow", "Normal", "Fast"]) {
    await speed(label);
    took[label] = await seconds("1914-03-20", "1914-04-20");
  }
  await speed("Normal");
  assert.ok(took.Slow > 2 * took.Normal && took.Normal > 1.5 * took.Fast, JSON.stringify(took));
});

test("by the clock of stops, a full autumn takes longer than empty years", async () => {
  const years = await seconds("1914-04-15", "1916-09-01");
  const autumn = await seconds("1917-10-20", "1917-12-10");
  await settle("Clock", "Equal time for every stop");
  const stops = await seconds("1917-10-20", "1917-12-10");
  const stay = await seconds("1914-04-15", "1916-09-01");
  await settle("Clock", "Calendar time, long gaps skipped");
  assert.ok(stops > 2 * autumn, `five stops take ${stops} s, by the calendar ${autumn} s`);
  assert.ok(stay < 1.6, `one stay takes ${stay} s`);
  assert.ok(years < 2, `long gaps are skipped: ${years} s`);
});

test("what is skipped is told", async () => {
  await goTo(page, "1914-05-01");
  await press(page, "Play");
  const details = page.locator(".caption-details");
  await until(page, () => /^(2 years|\d+ months) pass$/.test(document.querySelector(".caption-details").textContent));
  await press(page, "Pause");
  assert.match(await details.textContent(), /exile/);
});

test("play ends at the end, or begins again", async () => {
  await goTo(page, "1931-12-01");
  await press(page, "Play");
  await page.getByRole("button", { name: "Play", exact: true }).waitFor();
  assert.equal(await now(page), day("1931-12-31"));
  await press(page, "Play");
  await untilDay(page, "1878-12-19", "1890-01-01");
  await press(page, "Pause");

  await press(page, "More");
  const again = page.getByRole("checkbox", { name: "Play again from the start" });
  await again.check();
  await page.keyboard.press("Escape");
  await goTo(page, "1931-12-01");
  await press(page, "Play");
  await untilDay(page, "1878-12-18", "1890-01-01");
  await untilDay(page, "1879-01-10", "1890-01-01");
  await press(page, "Pause");
  await press(page, "More");
  await again.uncheck();
  assert.deepEqual(page.complaints, []);
});
