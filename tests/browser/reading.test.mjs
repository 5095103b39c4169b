// The release bundle, driven as a reader would: by role and name.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { day, dist, goTo, open, person, slider, start } from "./harness.mjs";

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

const near = (a, b, tolerance, what) =>
  assert.ok(Math.abs(a - b) <= tolerance, `${what}: ${a} is not near ${b}`);

test("becomes ready from a sub-path, without complaints or requests to others", async () => {
  const page = await open(site);
  await page.waitForTimeout(500);
  assert.deepEqual(page.complaints, []);
  assert.deepEqual(page.outside, []);
  await page.getByRole("heading", { level: 1, name: "Joseph Stalin" }).waitFor();
  await page.getByRole("region", { name: "Map" }).waitFor();
  await page.getByRole("region", { name: "Text" }).waitFor();
  assert.match(await slider(page).getAttribute("aria-valuetext"), /^18 December 1878, Gori, birth, aged 0/);
  await page.close();
});

test("the whole text is there word for word, soon after what is read", async () => {
  const page = await open(site, "#date=1923-06-01");
  const text = JSON.parse(readFileSync(join(dist, "data/joseph-stalin/text.json"), "utf8"));
  const shown = await page.evaluate(() => {
    for (const silent of document.querySelectorAll("#text .visually-hidden")) silent.remove();
    return [...document.querySelectorAll("#text .passage")].map((passage) => passage.textContent);
  });
  assert.deepEqual(
    shown,
    text.sections.flatMap(({ passages }) => passages.map((passage) => passage.text)),
  );
  await page.close();
});

test("opened in the middle, the words that hold stay at the line of reading while the others come", async () => {
  const page = await open(site, "#date=1923-06-01", {
    route: (page) =>
      page.addInitScript(() => {
        window.tops = [];
        const look = () => {
          const pane = document.getElementById("text");
          const holds = pane?.querySelector(".proof.holds");
          if (holds) {
            const { top, height } = pane.getBoundingClientRect();
            const busy = pane.hasAttribute("aria-busy");
            tops.push({ below: holds.getBoundingClientRect().top - top - height / 3, at: pane.scrollTop, busy });
          }
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  });
  await page.waitForTimeout(300);
  const tops = await page.evaluate(() => tops);
  const arrived = tops.findIndex(({ below }) => Math.abs(below) < 3);
  assert.ok(arrived >= 0 && arrived <= 2, `they are there when the page is seen, not in frame ${arrived}`);
  for (const { below } of tops.slice(arrived)) near(below, 0, 3, "the words that hold");
  assert.ok(tops.some(({ busy }) => busy), "some passages came later");
  assert.ok(tops.at(-1).at > tops[arrived].at + 1000 || tops[arrived].at > 5000, "some of them above");
  assert.equal(await page.evaluate(() => location.hash), "#date=1923-06-01", "nobody has moved time");
  await page.close();
});

test("dragging the thumb moves the person and the text", async () => {
  const page = await open(site);
  const box = await slider(page).boundingBox();
  const [first, last] = [day("1878-12-18"), day("1931-12-31")];
  const x = (date) => box.x + 10 + ((day(date) - first) / (last - first)) * (box.width - 20);
  const y = box.y + box.height / 2;
  await page.mouse.move(x("1878-12-18"), y);
  await page.mouse.down();
  await page.mouse.move(x("1895-01-01"), y, { steps: 5 });
  await page.mouse.move(x("1903-12-05"), y, { steps: 5 });
  await page.mouse.up();
  near(Number(await slider(page).inputValue()), day("1903-12-05"), 30, "the day under the thumb");

  await goTo(page, "1903-12-01");
  const at = await person(page);
  near(at.lat, 54.03, 0.5, "latitude of Novaya Uda");
  near(at.lon, 103.61, 0.7, "longitude of Novaya Uda");
  assert.match(
    await slider(page).getAttribute("aria-valuetext"),
    /^1 December 1903, Novaya Uda, exile, aged 24/,
  );
  const proof = page.locator(".proof.holds").first();
  assert.match(await proof.textContent(), /Novaya Uda|arriving/);
  await assertInView(page, proof);
  await page.close();
});

test("playing moves the marker, pausing stops it", async () => {
  const page = await open(site, "#date=1903-10-10");
  const before = await person(page);
  await page.getByRole("button", { name: "Play" }).click();
  await page.waitForTimeout(900);
  await page.getByRole("button", { name: "Pause" }).click();
  const after = await person(page);
  assert.notDeepEqual(after, before);
  const stopped = await slider(page).inputValue();
  await page.waitForTimeout(300);
  assert.equal(await slider(page).inputValue(), stopped);
  await page.close();
});

test("without motion, play goes from stay to stay", async () => {
  const page = await open(site, "", { reducedMotion: "reduce" });
  await page.getByRole("button", { name: "Play" }).click();
  await page.waitForTimeout(400);
  assert.equal(await slider(page).inputValue(), String(day("1878-12-18")));
  await page.waitForFunction(
    (first) => Number(document.querySelector("input[type=range]").value) > first + 100,
    day("1878-12-18"),
    { timeout: 5000 },
  );
  await page.close();
});

test("a place on the map opens its card with every passage that names it", async () => {
  const page = await open(site);
  await page.getByRole("region", { name: "Map" }).getByRole("button", { name: "Kureika" }).click();
  const card = page.getByRole("region", { name: "Place" });
  await card.getByRole("heading", { name: "Kureika" }).waitFor();
  const quotes = card.locator("blockquote");
  assert.equal(await quotes.count(), 2);
  for (const quote of await quotes.all()) {
    assert.equal(await quote.locator("mark").first().textContent(), "Kureika");
  }
  await card.getByRole("button", { name: /March 1914 to October 1916/ }).click();
  assert.match(await slider(page).getAttribute("aria-valuetext"), /Kureika, exile/);
  await card.getByRole("button", { name: "Close" }).click();
  assert.equal(await card.count(), 0);
  await page.close();
});

test("a mention in the text opens the same card, Escape closes it", async () => {
  const page = await open(site);
  const text = page.getByRole("region", { name: "Text" });
  await text.getByRole("link", { name: "Narym", exact: true }).first().click();
  const card = page.getByRole("region", { name: "Place" });
  await card.getByRole("heading", { name: "Narym" }).waitFor();
  await page.waitForFunction(() => document.activeElement.classList.contains("card"));
  await page.keyboard.press("Escape");
  assert.equal(await card.count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Narym");
  await page.close();
});

test("a date in the text moves time", async () => {
  const page = await open(site);
  const text = page.getByRole("region", { name: "Text" });
  await text.getByRole("link", { name: "January 1904" }).click();
  assert.equal(await slider(page).inputValue(), String(day("1904-01-01")));
  await page.close();
});

test("the address restores day, place and map, and back undoes a choice", async () => {
  const page = await open(site, "#map=6/56/37.5&date=1917-10-25&sel=smolny");
  await page.getByRole("region", { name: "Place" }).getByRole("heading", { name: /Smolny/ }).waitFor();
  assert.equal(await slider(page).inputValue(), String(day("1917-10-25")));
  await page.getByRole("region", { name: "Text" }).getByRole("link", { name: "Winter Palace" }).click();
  await page.getByRole("region", { name: "Place" }).getByRole("heading", { name: "Winter Palace" }).waitFor();
  await page.waitForFunction(() => location.hash.includes("sel=winter-palace"));
  await page.goBack();
  await page.getByRole("region", { name: "Place" }).getByRole("heading", { name: /Smolny/ }).waitFor();

  await goTo(page, "1918-06-01");
  await page.waitForFunction(() => location.hash.includes("date=1918-06-01"));
  const copy = await open(site, new URL(page.url()).hash);
  assert.equal(await slider(copy).inputValue(), String(day("1918-06-01")));
  assert.match(new URL(copy.url()).hash, /^#map=\d/);
  await copy.close();
  await page.close();
});

test("a mistyped address still opens the page", async () => {
  const page = await open(site, "#map=x/y&date=1903-99-99&sel=<b>&nonsense");
  assert.equal(await slider(page).inputValue(), String(day("1878-12-18")));
  assert.equal(await page.getByRole("region", { name: "Place" }).count(), 0);
  await page.close();
});

test("all keys of the slider", async () => {
  const page = await open(site, "#date=1905-02-15");
  const value = async () => Number(await slider(page).inputValue()) - day("1905-02-15");
  await slider(page).focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await value(), 1);
  await page.keyboard.press("Shift+ArrowRight");
  assert.equal(await value(), 11);
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await value(), 0);
  await page.keyboard.press("PageUp");
  assert.equal(await value(), 28, "a month later: 15 March");
  await page.keyboard.press("PageDown");
  assert.equal(await value(), 0);
  await page.keyboard.press(".");
  const next = await slider(page).getAttribute("aria-valuetext");
  assert.match(next, /Saint Petersburg, congress/);
  await page.keyboard.press(",");
  assert.match(await slider(page).getAttribute("aria-valuetext"), /Baku/);
  await page.keyboard.press("Home");
  assert.equal(await slider(page).inputValue(), String(day("1878-12-18")));
  await page.keyboard.press("End");
  assert.equal(await slider(page).inputValue(), String(day("1931-12-31")));
  await page.keyboard.press("Home");
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Pause" }).waitFor();
  await page.close();
});

test("stay by stay with the buttons, from the birth to the last stay", async () => {
  const page = await open(site);
  const next = page.getByRole("button", { name: "Next stay" });
  let before = await slider(page).inputValue();
  let steps = 0;
  for (; steps < 200; steps += 1) {
    await next.click();
    const now = await slider(page).inputValue();
    if (now === before) break;
    assert.ok(Number(now) > Number(before));
    before = now;
  }
  assert.ok(steps > 60, `${steps} steps`);
  assert.match(await slider(page).getAttribute("aria-valuetext"), /1928, Moscow/);
  await page.close();
});

test("places carry the names of the slider's day", async () => {
  const page = await open(site, "#date=1905-11-20&sel=saint-petersburg");
  const heading = page.getByRole("region", { name: "Place" }).getByRole("heading", { level: 2 });
  assert.equal(await heading.textContent(), "Saint Petersburg");
  await goTo(page, "1917-05-01");
  assert.equal(await heading.textContent(), "Petrograd");
  await goTo(page, "1925-05-01");
  assert.equal(await heading.textContent(), "Leningrad");
  const map = page.getByRole("region", { name: "Map" });
  await map.getByRole("button", { name: "Leningrad" }).waitFor();
  assert.equal(await map.getByRole("button", { name: "Petrograd" }).count(), 0);
  await page.close();
});

test("the table of stays is the map's equal", async () => {
  const page = await open(site, "#date=1905-02-15");
  await page.getByRole("button", { name: "Stays", exact: true }).click();
  const table = page.getByRole("table", { name: "Stays" });
  const rows = table.getByRole("row");
  assert.equal(await rows.count(), 94, "93 stays and the head");
  assert.match(await table.locator("tr[aria-current]").textContent(), /February 1905\s*Baku/);
  await table.getByRole("button", { name: "Narym" }).click();
  assert.match(await slider(page).getAttribute("aria-valuetext"), /1912, Narym, exile/);
  await page.getByRole("region", { name: "Place" }).getByRole("heading", { name: "Narym" }).waitFor();

  await table.getByRole("button", { name: "Place", exact: true }).click();
  assert.match(await rows.nth(1).textContent(), /Achinsk/);
  assert.equal(
    await table.getByRole("columnheader", { name: "Place" }).getAttribute("aria-sort"),
    "ascending",
  );
  await table.getByRole("button", { name: "Place", exact: true }).click();
  assert.match(await rows.nth(1).textContent(), /Zubalov/);
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await assertInView(page, page.locator(".proof.holds").first());
  await page.close();
});

test("what the source does not know looks unknown", async () => {
  const page = await open(site, "#date=1906-11-01");
  assert.match(
    await slider(page).getAttribute("aria-valuetext"),
    /whereabouts unknown between Senaki and/,
  );
  assert.match(await page.locator(".person").getAttribute("class"), /unknown/);
  await page.close();
});

/** The text follows a moment later. */
async function assertInView(page, locator) {
  const region = page.getByRole("region", { name: "Text" });
  const inView = async () => {
    const [inner, outer] = [await locator.boundingBox(), await region.boundingBox()];
    return inner.y >= outer.y && inner.y < outer.y + outer.height;
  };
  for (let tries = 0; tries < 50 && !(await inView()); tries += 1) await page.waitForTimeout(50);
  assert.ok(await inView(), "the passage is in view");
}
