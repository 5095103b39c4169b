// The bundle as it is published: the life that it was built with. The page's features
// are tested on the second life. Here are the first life's own facts, and its length.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readLife } from "./lives.mjs";
import { close, counts, day, dist, goTo, near, now, open, person, press, reads, region, says, slider, textFollows, until, useSite } from "./harness.mjs";

const site = await useSite("first");
const life = readLife(dist);

test("it becomes ready from a sub-path with the first life", async () => {
  const page = await open(site);
  await page.getByRole("heading", { level: 1, name: life.title }).waitFor();
  await says(page, /^18 December 1878, Gori, birth, aged 0/);
  await reads(page.locator(".caption-date"), /^6 \/ 18 December 1878$/);
  await page.waitForLoadState("networkidle");
  await close(page);
});

test("the whole text is there word for word", async () => {
  const page = await open(site, "#date=1923-06-01");
  const shown = await page.evaluate(() => {
    for (const silent of document.querySelectorAll("#text .visually-hidden, #text .not-of-source")) silent.remove();
    return [...document.querySelectorAll("#text .passage")].map((passage) => passage.textContent);
  });
  assert.deepEqual(shown, life.passages.map((passage) => passage.text));
  await close(page);
});

test("opened in the middle, the quote keeps its place while the rest of the text is filled in", async () => {
  const page = await open(site, "#date=1923-06-01", {
    route: (page) =>
      page.addInitScript(() => {
        window.tops = [];
        const look = () => {
          const pane = document.getElementById("text");
          const quote = pane?.querySelector(".proof.current");
          if (quote) {
            const { top, height } = pane.getBoundingClientRect();
            const busy = pane.hasAttribute("aria-busy");
            tops.push({ below: quote.getBoundingClientRect().top - top - height / 3, at: pane.scrollTop, busy });
          }
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  });
  await textFollows(page);
  const tops = await page.evaluate(() => tops);
  const arrived = tops.findIndex(({ below }) => Math.abs(below) < 3);
  assert.ok(arrived >= 0 && arrived <= 2, `they are there when the page is seen, not in frame ${arrived}`);
  for (const { below } of tops.slice(arrived)) near(below, 0, 3, "the words that hold");
  assert.ok(tops.some(({ busy }) => busy), "some passages came later");
  assert.ok(tops.at(-1).at > tops[arrived].at + 1000 || tops[arrived].at > 5000, "some of them above");
  assert.equal(await page.evaluate(() => location.hash), "#date=1923-06-01", "nobody has moved time");
  await close(page);
});

test("exile in Novaya Uda and in Kureika: slider, map and text agree", async () => {
  const page = await open(site);
  await goTo(page, "1903-12-01");
  await says(page, /^1 December 1903, Novaya Uda, exile, aged 24/);
  const { lat, lon } = await person(page);
  near(lat, 54.03, 0.5, "latitude of Novaya Uda");
  near(lon, 103.61, 0.7, "longitude of Novaya Uda");
  await textFollows(page);
  assert.match(await page.locator(".proof.current").first().textContent(), /Novaya Uda|arriving/);

  await region(page, "Map").getByRole("button", { name: "Kureika" }).click();
  const card = region(page, "Place");
  await card.getByRole("heading", { name: "Kureika" }).waitFor();
  const naming = life.passages.filter((p) => p.mentions?.some((m) => m.place === "kureika"));
  await counts(card.locator("blockquote"), naming.length);
  await card.getByRole("button", { name: /March 1914 to October 1916/ }).click();
  await says(page, /Kureika, exile/);
  await close(page);
});

test("October 1917, in both styles", async () => {
  const page = await open(site, "#date=1917-11-07&sel=smolny");
  await says(page, /^7 November 1917 \(25 October Old Style\), Smolny/);
  await reads(page.locator(".caption-date"), /^25 October \/ 7 November 1917$/);
  await region(page, "Place").getByRole("heading", { name: /Smolny/ }).waitFor();
  await press(page, "More");
  await page.getByRole("checkbox", { name: /Old Style/ }).check();
  await says(page, /25 October 1917.*Smolny/);
  await close(page);
});

test("what the source does not know looks unknown", async () => {
  const page = await open(site, "#date=1906-11-01");
  await says(page, /whereabouts unknown between Senaki and/);
  await until(page, () => document.querySelector(".person").classList.contains("unknown"));
  await close(page);
});

test("every stay has a row, and stepping from stay to stay reaches the last", async () => {
  const page = await open(site);
  await press(page, "Stays");
  await counts(page.getByRole("table", { name: "Stays" }).getByRole("row"), life.stays.length + 1);
  await slider(page).focus();
  await page.keyboard.press("End");
  const last = await now(page);
  assert.equal(last, day("1931-12-31"));
  await press(page, "Previous stay");
  await says(page, /1928, Moscow/);
  await press(page, "Next stay");
  assert.ok((await now(page)) <= last);
  await close(page);
});
