// The timeline: zooming, panning, chapters, kinds of stay, dates.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import {
  close, counts, day, dayIs, eventually, goTo, near, now, open, press, reads, region, says, slider, useSite,
} from "./harness.mjs";

const [FIRST, LAST] = [day("1871-03-14"), day("1930-12-31")];
/** A day in the middle of the exile. */
const DAY = "1908-02-15";

const site = await useSite();
const page = await open(site);
beforeEach(async () => {
  await press(page, "The whole timeline");
  await goTo(page, DAY);
});

/** The ends of the axis. */
const axis = async (on = page) => [
  Number(await slider(on).getAttribute("min")),
  Number(await slider(on).getAttribute("max")),
];
const days = async () => {
  const [from, to] = await axis();
  return to - from;
};
const strip = () => page.locator(".strip");
/** Where a day stands on the screen. */
async function x(of) {
  const [box, [from, to]] = [await strip().boundingBox(), await axis()];
  return box.x + ((of - from) / (to - from)) * box.width;
}
const top = async (down = 8) => (await strip().boundingBox()).y + down;
/** Waits until the axis shows the whole life. */
const whole = () => eventually(async () => assert.deepEqual(await axis(), [FIRST, LAST]));
/** Waits until a number of days is near another. */
const nears = (value, expected, tolerance, what) =>
  eventually(async () => near(await value(), await expected(), tolerance, what));
const still = (what) => dayIs(page, DAY, what);

for (const [where, down] of [["bars", 8], ["line of the slider", 32]]) {
  test(`the wheel over the ${where} brings the day under the pointer nearer, and far again`, async () => {
    const under = day("1917-11-07");
    const at = await x(under);
    await page.mouse.move(at, await top(down));
    for (let i = 0; i < 6; i += 1) await page.mouse.wheel(0, -100);
    await eventually(async () => assert.ok((await days()) < (LAST - FIRST) / 3));
    await nears(() => x(under), () => at, 2, "the day stays under the pointer");
    await still("time does not move");
    for (let i = 0; i < 8; i += 1) await page.mouse.wheel(0, 100);
    await whole();
  });
}

test("a drag on the strip pans it, a click goes to the day", async () => {
  for (let i = 0; i < 3; i += 1) await press(page, "Zoom into the timeline");
  await nears(days, () => (LAST - FIRST) / 8, 2, "three times twice as near");
  const [from] = await axis();
  const width = (await strip().boundingBox()).width;
  const expected = (await days()) * (300 / width);
  const y = await top();
  const start = await x(day(DAY));
  await page.mouse.move(start, y);
  await page.mouse.down();
  await page.mouse.move(start - 150, y, { steps: 4 });
  await page.mouse.move(start - 300, y, { steps: 4 });
  await page.mouse.up();
  await nears(async () => (await axis())[0] - from, () => expected, 5, "the axis goes with the hand");
  await still("a drag is no click");

  const target = (await axis())[0] + Math.round((await days()) * 0.7);
  await page.mouse.click(await x(target), y);
  const tolerance = (await days()) / width + 1;
  await nears(() => now(page), () => target, tolerance, "the day that was clicked");
});

test("two fingers on the strip zoom it", async () => {
  const fingers = (from, to) =>
    strip().evaluate(
      (strip, [from, to]) => {
        const box = strip.getBoundingClientRect();
        const send = (type, id, share) =>
          strip.dispatchEvent(
            new PointerEvent(type, {
              pointerId: id,
              pointerType: "touch",
              isPrimary: id === 11,
              bubbles: true,
              cancelable: true,
              clientX: box.left + share * box.width,
              clientY: box.top + 8,
            }),
          );
        send("pointerdown", 11, from[0]);
        send("pointerdown", 12, from[1]);
        for (let i = 1; i <= 4; i += 1) {
          send("pointermove", 11, from[0] + ((to[0] - from[0]) * i) / 4);
          send("pointermove", 12, from[1] + ((to[1] - from[1]) * i) / 4);
        }
        send("pointerup", 11, to[0]);
        send("pointerup", 12, to[1]);
      },
      [from, to],
    );
  const span = LAST - FIRST;
  await fingers([0.4, 0.6], [0.2, 0.8]);
  const pixel = span / (await strip().boundingBox()).width;
  await nears(days, () => span / 3, 2 * pixel, "three times as near");
  const [from, to] = await axis();
  near(from + 0.2 * (to - from), FIRST + 0.4 * span, 2 * pixel, "the day under the left finger");
  near(from + 0.8 * (to - from), FIRST + 0.6 * span, 2 * pixel, "the day under the right finger");
  await still("it is not a tap");
  await fingers([0.1, 0.9], [0.45, 0.55]);
  await whole();
});

test("buttons zoom around the slider's day, and dates grow finer", async () => {
  const ticks = () => page.locator(".tick").allTextContents();
  const far = await ticks();
  assert.ok(far.length >= 4 && far.every((t) => /^\d{4}$/.test(t)), `${far}`);
  for (let i = 0; i < 4; i += 1) await press(page, "Zoom into the timeline");
  await nears(days, () => (LAST - FIRST) / 16, 2, "four times twice as near");
  await eventually(async () => {
    const nearer = await ticks();
    assert.notDeepEqual(nearer, far);
    assert.ok(nearer.some((t) => /^[A-Z][a-z]{2} \d{4}$/.test(t)), `months: ${nearer}`);
  });
  const [from, to] = await axis();
  assert.ok(from < day(DAY) && day(DAY) < to);
  for (let i = 0; i < 6; i += 1) await press(page, "Zoom into the timeline");
  await eventually(async () => assert.ok((await ticks()).some((t) => /^\d{1,2} [A-Z][a-z]{2}$/.test(t)), "days"));
  assert.ok((await days()) >= 28, "no nearer than a month");
  await press(page, "Zoom out of the timeline");
  await eventually(async () => assert.ok((await days()) >= 56));
  await press(page, "The whole timeline");
  await whole();
});

test("a chapter fills the axis, and leads back", async () => {
  const chapters = page.getByRole("group", { name: "Chapters and zoom of the timeline" });
  const chapter = chapters.getByRole("button", { name: /Arrest and exile/ }).first();
  await chapter.click();
  await eventually(async () => assert.ok((await days()) < (LAST - FIRST) / 3));
  await eventually(async () => {
    const [box, on] = [await chapter.boundingBox(), await strip().boundingBox()];
    assert.ok(box.width > on.width * 0.7, `its bracket is ${box.width} wide`);
  });
  await chapter.click();
  await whole();
});

test("the slider's ends are those of the life at every zoom", async () => {
  for (let i = 0; i < 5; i += 1) await press(page, "Zoom into the timeline");
  await nears(days, () => (LAST - FIRST) / 32, 2, "five times twice as near");
  const span = await days();
  await slider(page).focus();
  for (const [key, end] of [["End", LAST], ["Home", FIRST]]) {
    await page.keyboard.press(key);
    await dayIs(page, end);
    await eventually(async () => {
      const [from, to] = await axis();
      assert.ok(from <= end && end <= to, `${key} is in sight`);
      assert.equal(to - from, span, "as near as before");
    });
  }
});

for (const [where, down] of [["bars", 8], ["line of the slider", 32]]) {
  test(`the pointer over the ${where} is told date and place`, async () => {
    await page.mouse.move(await x(day("1908-08-01")), await top(down));
    const hint = page.locator(".hover");
    await reads(hint, /^\d{1,2} (July|August) 1908 · Srednekolymsk$/);
    const box = await hint.boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 1440);
    await region(page, "Map").hover();
    await hint.waitFor({ state: "detached" });
    await still("time does not move");
  });
}

test("kinds of stays can be hidden, on the strip, in the table and from step to step", async () => {
  const kinds = page.getByRole("list", { name: "Kinds of stays" }).getByRole("button");
  assert.ok((await kinds.count()) >= 5);
  await press(page, "Stays");
  const rows = page.getByRole("table", { name: "Stays" }).getByRole("row");
  const all = await rows.count();
  const hidden = page.locator(".bar.out");
  for (const kind of await kinds.all()) {
    assert.equal(await kind.getAttribute("aria-pressed"), "true");
    await kind.click();
    await eventually(async () => {
      assert.equal(await kind.getAttribute("aria-pressed"), "false");
      const out = await hidden.count();
      assert.ok(out > 0, "bars");
      assert.equal(await rows.count(), all - out, "as many rows as bars");
    });
    await kind.click();
    await counts(hidden, 0);
  }
  await counts(rows, all);
  const custody = kinds.filter({ hasText: /custody|prison|exile/i });
  await custody.click();
  await counts(rows.filter({ hasText: /\b(exile|prison|arrest)\b/ }), 0);
  await goTo(page, "1905-02-10");
  await press(page, "Next stay");
  await says(page, /1909, Nome, escape/);
  await custody.click();
  await press(page, "Text");
});

test("a date is found in any notation, and other text is reported", async () => {
  await press(page, "More");
  const field = page.getByRole("textbox", { name: "Go to date" });
  const alert = page.locator("#options [role=alert]");
  const type = async (entry) => {
    await field.fill(entry);
    await field.press("Enter");
  };
  for (const [entry, date] of [
    ["1903", "1903-01-01"],
    ["Nov 1903", "1903-11-01"],
    ["20 November 1903", "1903-11-20"],
    ["November 20, 1903", "1903-11-20"],
    ["c. 1904", "1904-01-01"],
    ["1912-02~", "1912-02-01"],
    ["1905-11/1906-02", "1905-11-01"],
    ["[1908-01..1908-04]", "1908-01-01"],
    ["1920s", "1920-01-01"],
  ]) {
    await goTo(page, "1925-05-05");
    await type(entry);
    await dayIs(page, date, entry);
    await reads(alert, /^$/);
  }
  for (const [entry, says] of [
    ["sometime", /“sometime” is not a date/],
    ["31 February 1903", /“31 February 1903” is not a date/],
    ["<b>1903</b>", /“<b>1903<\/b>” is not a date/],
    ["1850", /from 14 March 1871 to 31 December 1930/],
    ["1953-03-05", /from 14 March 1871 to 31 December 1930/],
  ]) {
    await type(entry);
    await reads(alert, says);
    assert.equal(await now(page), day("1920-01-01"), `${entry} moves nothing`);
  }
  await type("1917");
  await reads(alert, /^$/);
  // The same once more, after time has moved.
  await page.keyboard.press("Escape");
  await goTo(page, "1925-05-05");
  await press(page, "More");
  await field.focus();
  await field.press("Enter");
  await dayIs(page, "1917-01-01", "Enter goes there again");
  await page.keyboard.press("Escape");
  await field.waitFor({ state: "hidden" });
});

test("Old Style dates where the source counts in a calendar, and only there", async () => {
  await goTo(page, "1917-11-07");
  await says(page, /^7 November 1917 \(25 October Old Style\), /);
  await reads(page.locator(".caption-date"), /^25 October \/ 7 November 1917$/);
  await press(page, "More");
  const style = page.getByRole("checkbox", { name: /Old Style/ });
  await style.check();
  await page.keyboard.press("Escape");
  for (const [date, words] of [
    ["1917-11-07", /^25 October 1917 O\.S\., /],
    ["1918-02-13", /^31 January 1918 O\.S\., /],
    ["1918-02-14", /^14 February 1918, /],
    ["1918-02-15", /^15 February 1918, /],
    ["1871-03-14", /^2 March 1871 O\.S\., /],
    // Geneva: the text names no calendar.
    ["1900-03-13", /^13 March 1900, /],
  ]) {
    await goTo(page, date);
    await says(page, words);
    await eventually(async () => {
      const spoken = await slider(page).getAttribute("aria-valuetext");
      assert.equal(await page.locator(".caption-date").textContent(), spoken.split(",")[0]);
    });
  }
  // Every day is shown in the calendar that the reader chose.
  await page.mouse.move(await x(day("1905-10-01")), await top());
  await reads(page.locator(".hover"), /O\.S\. · Litovsky/);
  await press(page, "In figures");
  await goTo(page, "1917-11-07");
  await reads(region(page, "The life in figures"), /up to 25 October 1917 O\.S\./);
  await press(page, "Text");
  await press(page, "More");
  await style.uncheck();
  await page.keyboard.press("Escape");
  await says(page, /^7 November 1917 \(25 October Old Style\), /);
  await close(page);
});
