// Time, map and text are three views of one day: who moves one, moves all.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { day, frames, goTo, inView, now, open, person, press, region, rest, slider, start, until, untilDay } from "./harness.mjs";

let site;
let page;
before(async () => {
  site = await start();
  page = await open(site);
});
after(() => site?.close());

const proof = () => page.locator(".proof.holds").first();

/** Turns the wheel over the text. */
async function wheel(pixels) {
  await region(page, "Text").hover();
  await page.mouse.wheel(0, pixels);
}

/** The stay whose words stand at the line of reading, a third down the pane. */
const stayAtLine = () =>
  page.evaluate(() => {
    const pane = document.getElementById("text").getBoundingClientRect();
    const line = pane.top + pane.height / 3 + 12;
    const proofs = [...document.querySelectorAll("#text .proof")];
    return proofs.filter((p) => p.getBoundingClientRect().top <= line).at(-1)?.dataset.stay;
  });

test("the slider moves the map and the text", async () => {
  await goTo(page, "1914-06-01");
  await rest(page);
  const { lat, lon } = await person(page);
  assert.ok(Math.abs(lat - 66.5) < 0.5 && Math.abs(lon - 87.2) < 1, `${lat} ${lon} is not Kureika`);
  assert.ok(await inView(proof(), region(page, "Text")));
  const before = await rest(page);
  await goTo(page, "1883-06-01");
  assert.ok((await rest(page)) < before - 1000, "the text goes back with time");
});

test("the wheel over the text moves time and map, and the text stays where it was put", async () => {
  await goTo(page, "1903-12-01");
  const [from, stood] = [await rest(page), await person(page)];
  await wheel(1500);
  await untilDay(page, "1904-01-01", "1931-12-31");
  const to = await rest(page);
  assert.ok(Math.abs(to - from - 1500) < 3, `the wheel went ${to - from}`);
  assert.notDeepEqual(await person(page), stood);
  await frames(page, 20);
  assert.equal(await rest(page), to, "the text does not jump");
  const holds = await proof().getAttribute("data-stay");
  assert.equal(await stayAtLine(), holds, "what is read is what holds");

  await wheel(-1500);
  await untilDay(page, "1903-10-01", "1904-01-31");
  assert.ok(Math.abs((await rest(page)) - from) < 3);
});

test("the text can be scrolled with the keyboard, and time follows", async () => {
  await goTo(page, "1903-12-01");
  await rest(page);
  await region(page, "Text").focus();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await untilDay(page, "1904-02-01", "1931-12-31");
  const later = await now(page);
  await page.keyboard.press("Home");
  await until(page, (later) => Number(document.getElementById("timeline").value) < later, later);
  assert.equal(await rest(page), 0);
});

test("a date in the text moves time and the person", async () => {
  await goTo(page, "1925-01-01");
  await rest(page);
  const stood = await person(page);
  await region(page, "Text").getByRole("link", { name: "August 1907", exact: true }).click();
  assert.equal(await now(page), day("1907-08-01"));
  assert.notDeepEqual(await person(page), stood);
});

test("a stay in the table moves time, opens its card and is found in the text again", async () => {
  await goTo(page, "1880-01-01");
  await press(page, "Stays");
  const table = page.getByRole("table", { name: "Stays" });
  await table.getByRole("button", { name: "Kureika" }).click();
  await untilDay(page, "1914-03-01", "1914-04-30");
  await region(page, "Place").getByRole("heading", { name: "Kureika" }).waitFor();
  assert.match(await table.locator("tr[aria-current=true]").textContent(), /Kureika/);
  await press(page, "Text");
  await rest(page);
  assert.match((await page.locator(".proof.holds").allTextContents()).join(""), /Kureika/);
  assert.ok(await inView(proof(), region(page, "Text")));
  await press(page, "Close");
});

test("who drags while it plays is followed, and play goes on from there", async () => {
  await goTo(page, "1903-10-10");
  await press(page, "Play");
  await untilDay(page, "1903-10-11", "1905-01-01");
  for (const date of ["1908-01-01", "1911-01-01", "1917-05-01"]) await goTo(page, date);
  await untilDay(page, "1917-05-02", "1919-01-01");

  // While the thumb is held, play waits.
  const box = await slider(page).boundingBox();
  const share = (await now(page)) - day("1878-12-18");
  const x = box.x + 10 + (share / (day("1931-12-31") - day("1878-12-18"))) * (box.width - 20);
  await page.mouse.move(x, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(x + 60, box.y + box.height / 2, { steps: 3 });
  const held = await now(page);
  await frames(page, 20);
  assert.equal(await now(page), held, "play waits for the hand");
  await page.mouse.up();
  await until(page, (held) => Number(document.getElementById("timeline").value) > held, held);
  await press(page, "Pause");
});

for (const [how, pixels] of [["far", 1200], ["a little", 40]]) {
  test(`the wheel turned ${how} over the text ends play, and time stays with the text`, async () => {
    await goTo(page, "1903-12-01");
    await rest(page);
    await press(page, "Play");
    await untilDay(page, "1903-12-02", "1905-12-31");
    await wheel(pixels);
    await page.getByRole("button", { name: "Play", exact: true }).waitFor({ timeout: 3000 });
    const stands = await rest(page);
    const stopped = await now(page);
    await frames(page, 20);
    assert.equal(await now(page), stopped);
    assert.equal(await rest(page), stands);
  });
}

test("of text and slider, what is moved later wins", async () => {
  for (let i = 0; i < 3; i += 1) {
    await goTo(page, "1903-12-01");
    await rest(page);
    await wheel(2500);
    await goTo(page, "1918-06-15");
    await rest(page);
    assert.equal(await now(page), day("1918-06-15"), "the slider came later");
    assert.ok(await inView(proof(), region(page, "Text")));

    await goTo(page, "1909-03-15");
    await wheel(-2500);
    // From where depends on whether the text had come to 1909 by then; that it
    // stays where the wheel brought it does not.
    await until(page, (d) => Number(document.getElementById("timeline").value) !== d, day("1909-03-15"));
    const put = await rest(page);
    await frames(page, 20);
    assert.equal(await rest(page), put);
    assert.equal(await stayAtLine(), await proof().getAttribute("data-stay"), "the text came later");
  }
});

test("what the slider says has date, place, kind and age", async () => {
  const says = () => slider(page).getAttribute("aria-valuetext");
  await goTo(page, "1903-12-01");
  assert.match(await says(), /^1 December 1903, Novaya Uda, exile, aged 24( \(\w+\))?$/);
  await goTo(page, "1878-12-18");
  assert.match(await says(), /^18 December 1878, Gori, birth, aged 0$/);
  await goTo(page, "1917-12-18");
  assert.match(await says(), /^18 December 1917, .*aged 39/, "the birthday");
  await goTo(page, "1917-12-17");
  assert.match(await says(), /aged 38/);
  await goTo(page, "1903-11-10");
  assert.match(await says(), /^10 November 1903, from Batum to Novaya Uda, aged 24/);
  assert.deepEqual(page.complaints, []);
});
