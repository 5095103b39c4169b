// Time, map and text show the same day: moving one moves the others.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  button, day, dayIs, eventually, frames, goTo, inView, near, now, open, person, playBy, press, reads, region, rest, says,
  slider, textFollows, until, untilDay, useSite,
} from "./harness.mjs";

const [FIRST, LAST] = ["1871-03-14", "1930-12-31"];

const site = await useSite();
const page = await open(site);

const proof = () => page.locator(".proof.current").first();

/** Goes to a date from far away, so that the text has to move, and waits until it has. */
async function goAndRead(date) {
  await goTo(page, "1929-06-01");
  await textFollows(page);
  await goTo(page, date);
  return textFollows(page);
}

/** Scrolls the text with the wheel. */
async function wheel(pixels) {
  await region(page, "Text").hover();
  await page.mouse.wheel(0, pixels);
}

/** Waits until the quote at the reading line, a third down the pane, is that of the slider's stay. */
const readsCurrentStay = (why) =>
  eventually(async () => {
    const [atLine, current] = await page.evaluate(() => {
      const pane = document.getElementById("text").getBoundingClientRect();
      const line = pane.top + pane.height / 3 + 12;
      const proofs = [...document.querySelectorAll("#text .proof")];
      const before = proofs.filter((p) => p.getBoundingClientRect().top <= line);
      return [before.at(-1)?.dataset.stay, document.querySelector("#text .proof.current")?.dataset.stay];
    });
    assert.equal(atLine, current, why);
  });

test("the slider moves the map and the text", async () => {
  const later = await goAndRead("1908-01-01");
  const { lat, lon } = await person(page);
  near(lat, 67.45, 0.1, "latitude of Srednekolymsk");
  near(lon, 153.7, 0.1, "longitude of Srednekolymsk");
  assert.ok(await inView(proof(), region(page, "Text")));
  const earlier = await goAndRead("1890-01-01");
  assert.ok(earlier < later - 1000, `the text goes back with time: from ${later} to ${earlier}`);
});

test("the wheel over the text moves time and map, and the text stays where it was put", async () => {
  const from = await goAndRead("1903-12-01");
  const stood = await person(page);
  await wheel(1500);
  await untilDay(page, "1904-01-01", LAST);
  const to = await rest(page);
  near(to - from, 1500, 3, "the way of the wheel");
  assert.notDeepEqual(await person(page), stood);
  await frames(page, 20);
  assert.equal(await rest(page), to, "the text does not jump");
  await readsCurrentStay("the passage belongs to the day");

  await wheel(-1500);
  await untilDay(page, "1903-10-01", "1904-01-31");
  near(await rest(page), from, 3, "back to where it was");
});

test("the text can be scrolled with the keyboard, and time follows", async () => {
  await goAndRead("1903-12-01");
  await region(page, "Text").focus();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await untilDay(page, "1904-02-01", LAST);
  await rest(page);
  const later = await now(page);
  await page.keyboard.press("Home");
  await until(page, (later) => Number(document.getElementById("timeline").value) < later, later);
  await until(page, () => document.getElementById("text").scrollTop === 0);
  assert.equal(await rest(page), 0);
});

test("a date in the text moves time and the person", async () => {
  await goAndRead("1926-01-01");
  const stood = await person(page);
  await region(page, "Text").getByRole("link", { name: "November 1909", exact: true }).click();
  await dayIs(page, "1909-11-01");
  await eventually(async () => assert.notDeepEqual(await person(page), stood));
});

test("a stay in the table moves time, opens its card and is found in the text again", async () => {
  await goTo(page, "1880-01-01");
  await press(page, "Stays");
  const table = page.getByRole("table", { name: "Stays" });
  await table.getByRole("button", { name: "Srednekolymsk" }).click();
  await untilDay(page, "1906-06-01", "1906-07-31");
  await region(page, "Place").getByRole("heading", { name: "Srednekolymsk" }).waitFor();
  await reads(table.locator("tr[aria-current=true]"), /Srednekolymsk/);
  await press(page, "Text");
  await textFollows(page);
  assert.match((await page.locator(".proof.current").allTextContents()).join(""), /Srednekolymsk/);
  assert.ok(await inView(proof(), region(page, "Text")));
  await press(page, "Close");
});

test("dragging during play is followed, and play continues from there", async () => {
  await playBy(page, "By calendar");
  await goTo(page, "1903-10-10");
  await press(page, "Play");
  await untilDay(page, "1903-10-11", LAST);
  for (const date of ["1906-01-01", "1909-01-01", "1914-05-01"]) await goTo(page, date);
  await untilDay(page, "1914-05-02", LAST);

  // While the thumb is held, play waits.
  const box = await slider(page).boundingBox();
  const share = ((await now(page)) - day(FIRST)) / (day(LAST) - day(FIRST));
  const [x, y] = [box.x + 10 + share * (box.width - 20), box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 3 });
  // The slider has followed once it gives the same value twice.
  const held = await eventually(async () => {
    const seen = await now(page);
    await frames(page, 2);
    assert.equal(await now(page), seen);
    return seen;
  });
  await frames(page, 20);
  assert.equal(await now(page), held, "play waits for the hand");
  await page.mouse.up();
  await until(page, (held) => Number(document.getElementById("timeline").value) > held, held);
  await press(page, "Pause");
});

for (const [how, pixels] of [["far", 1200], ["a little", 40]]) {
  test(`the wheel turned ${how} over the text ends play, and time stays with the text`, async () => {
    await goAndRead("1906-12-01");
    await press(page, "Play");
    await untilDay(page, "1906-12-02", LAST);
    await wheel(pixels);
    await button(page, "Play").waitFor();
    const stands = await rest(page);
    const stopped = await now(page);
    await frames(page, 20);
    assert.equal(await now(page), stopped);
    assert.equal(await rest(page), stands);
  });
}

test("the one moved last, text or slider, leads the other", async () => {
  for (let i = 0; i < 3; i += 1) {
    await goAndRead("1903-12-01");
    await wheel(2500);
    await goTo(page, "1918-06-15");
    await textFollows(page);
    assert.equal(await now(page), day("1918-06-15"), "the slider came later");
    assert.ok(await inView(proof(), region(page, "Text")));

    await goTo(page, "1909-03-15");
    await wheel(-2500);
    // Where the scroll begins depends on whether the text had reached 1909 by then. In
    // both cases the text must stay where the wheel brought it.
    await until(page, (d) => Number(document.getElementById("timeline").value) !== d, day("1909-03-15"));
    const put = await rest(page);
    await frames(page, 20);
    assert.equal(await rest(page), put);
    await readsCurrentStay("the text came later");
  }
});

test("what the slider says has date, place, kind and age", async () => {
  for (const [date, words] of [
    ["1908-01-01", /^1 January 1908, Srednekolymsk, exile, aged 36$/],
    ["1871-03-14", /^14 March 1871, Riga, birth, aged 0$/],
    ["1872-01-01", /^1 January 1872, living in Riga, aged 0 \(likely\)$/],
    ["1905-02-25", /^25 February 1905 \(12 February Old Style\), Saint Petersburg, arrest, aged 33/],
    ["1908-03-14", /^14 March 1908, .*aged 37/],
    ["1908-03-13", /aged 36/],
    ["1909-08-28", /^28 August 1909, from Srednekolymsk to Nome, aged 38/],
    ["1921-07-10", /^10 July 1921, Moscow, visit, aged 50 \(inferred\)$/],
    ["1900-05-01", /^1 May 1900, whereabouts unknown between London and Tiflis, aged 29$/],
  ]) {
    await goTo(page, date);
    await says(page, words);
  }
  assert.deepEqual(page.complaints, []);
});
