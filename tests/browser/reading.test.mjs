// The release bundle, driven as a reader would: by role and name.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readLife } from "./lives.mjs";
import {
  button, close, counts, day, dayIs, eventually, frames, goTo, hasFocus, inView, near, now, open, person, playBy, press,
  reads, region, says, slider, textFollows, until, useSite,
} from "./harness.mjs";

const site = await useSite();
const [FIRST, LAST] = ["1871-03-14", "1930-12-31"];

test("becomes ready from a sub-path, without complaints or requests to others", async () => {
  const page = await open(site);
  await page.getByRole("heading", { level: 1, name: "Clara Voss" }).waitFor();
  await region(page, "Map").waitFor();
  await region(page, "Text").waitFor();
  await says(page, /^14 March 1871, Riga, birth, aged 0/);
  await page.waitForLoadState("networkidle");
  await close(page);
});

test("the whole text is there word for word", async () => {
  const page = await open(site, "#date=1908-01-01");
  const shown = await page.evaluate(() => {
    for (const silent of document.querySelectorAll("#text .visually-hidden, #text .not-of-source")) silent.remove();
    return [...document.querySelectorAll("#text .passage")].map((passage) => passage.textContent);
  });
  assert.deepEqual(shown, readLife(site.folder).passages.map((passage) => passage.text));
  await close(page);
});

test("dragging the thumb moves the person and the text", async () => {
  const page = await open(site);
  const box = await slider(page).boundingBox();
  const [first, last] = [day(FIRST), day(LAST)];
  const x = (date) => box.x + 10 + ((day(date) - first) / (last - first)) * (box.width - 20);
  const y = box.y + box.height / 2;
  await page.mouse.move(x(FIRST), y);
  await page.mouse.down();
  await page.mouse.move(x("1890-01-01"), y, { steps: 5 });
  await page.mouse.move(x("1908-01-01"), y, { steps: 5 });
  await page.mouse.up();
  const perPixel = (last - first) / (box.width - 20);
  await eventually(async () => near(await now(page), day("1908-01-01"), 1.5 * perPixel, "the day under the thumb"));

  await goTo(page, "1908-01-01");
  await says(page, /^1 January 1908, Srednekolymsk, exile, aged 36$/);
  const at = await person(page);
  near(at.lat, 67.45, 0.1, "latitude of Srednekolymsk");
  near(at.lon, 153.7, 0.1, "longitude of Srednekolymsk");
  const proof = page.locator(".proof.current");
  await eventually(async () => assert.match((await proof.allTextContents()).join(""), /She reached Srednekolymsk/));
  await textFollows(page);
  assert.ok(await inView(proof.first(), region(page, "Text")));
  await close(page);
});

test("playing moves the marker, pausing stops it", async () => {
  const page = await open(site, "#date=1909-08-20");
  await playBy(page, "By calendar");
  const before = await person(page);
  await press(page, "Play");
  await eventually(async () => assert.notDeepEqual(await person(page), before));
  await press(page, "Pause");
  await button(page, "Play").waitFor();
  const stopped = await now(page);
  assert.ok(stopped > day("1909-08-20"));
  await frames(page, 20);
  assert.equal(await now(page), stopped);
  await close(page);
});

test("without motion, play goes from stay to stay", async () => {
  const page = await open(site, "", { reducedMotion: "reduce" });
  await playBy(page, "By calendar");
  const stays = readLife(site.folder).stays;
  // Each day that the slider shows, in order.
  await page.evaluate(() => {
    const slider = document.getElementById("timeline");
    window.days = [Number(slider.value)];
    const look = () => {
      const now = Number(slider.value);
      if (now !== days.at(-1)) days.push(now);
      requestAnimationFrame(look);
    };
    look();
  });
  await press(page, "Play");
  await until(page, () => days.length > 2);
  const [first, second, third] = await page.evaluate(() => days);
  assert.equal(first, day(FIRST));
  // It shows no days between the stays, only the beginning of each.
  for (const [leap, stay] of [[second, stays[1]], [third, stays[2]]]) {
    assert.ok(day(stay.earliest) <= leap && leap <= day(stay.latest), `${leap} is not a day in ${stay.place}`);
  }
  assert.ok(second - first > 100 && third - second > 100, `${first}, ${second}, ${third}`);
  await close(page);
});

test("a place on the map opens its card with every passage that names it", async () => {
  const page = await open(site);
  await region(page, "Map").getByRole("button", { name: "Srednekolymsk" }).click();
  const card = region(page, "Place");
  await card.getByRole("heading", { name: "Srednekolymsk" }).waitFor();
  const naming = readLife(site.folder).passages.filter((p) => p.mentions?.some((m) => m.place === "srednekolymsk"));
  assert.ok(naming.length > 1);
  const quotes = card.locator("blockquote");
  await counts(quotes, naming.length);
  for (const quote of await quotes.all()) {
    assert.equal(await quote.locator("mark").first().textContent(), "Srednekolymsk");
  }
  await card.getByRole("button", { name: /June 1906 to August 1909/ }).click();
  await says(page, /Srednekolymsk, exile/);
  await card.getByRole("button", { name: "Close" }).click();
  await card.waitFor({ state: "detached" });
  await close(page);
});

test("a place without a point stays in every list, and its card says that the position is not known", async () => {
  const page = await open(site, "#sel=litovsky-castle");
  const card = region(page, "Place");
  await card.getByRole("heading", { name: "Litovsky Castle" }).waitFor();
  await reads(card, /position is not known/);
  assert.ok((await card.locator("blockquote").count()) > 0);
  assert.equal(await region(page, "Map").getByRole("button", { name: "Litovsky Castle" }).count(), 0);
  await press(page, "Stays");
  await page.getByRole("table", { name: "Stays" }).getByRole("button", { name: "Litovsky Castle" }).waitFor();
  await close(page);
});

test("a mention in the text opens the same card, Escape closes it", async () => {
  const page = await open(site);
  const link = region(page, "Text").getByRole("link", { name: "Dorpat", exact: true }).first();
  await link.click();
  const card = region(page, "Place");
  await card.getByRole("heading", { name: "Dorpat" }).waitFor();
  await hasFocus(card);
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "detached" });
  await hasFocus(link);
  await close(page);
});

test("a date in the text moves time", async () => {
  const page = await open(site);
  await region(page, "Text").getByRole("link", { name: "November 1903" }).click();
  await dayIs(page, "1903-11-01");
  await close(page);
});

test("the address restores day, place and map, and back undoes a choice", async () => {
  const page = await open(site, "#map=6/58/30&date=1917-11-07&sel=botanical-garden");
  const heading = (name) => region(page, "Place").getByRole("heading", { level: 2, name });
  await heading(/Botanical Garden/).waitFor();
  await dayIs(page, "1917-11-07");
  await region(page, "Text").getByRole("link", { name: "Winter Palace" }).click();
  await heading("Winter Palace").waitFor();
  await until(page, () => location.hash.includes("sel=winter-palace"));
  await page.goBack();
  await heading(/Botanical Garden/).waitFor();

  await goTo(page, "1918-06-01");
  await until(page, () => location.hash.includes("date=1918-06-01"));
  const copy = await open(site, new URL(page.url()).hash);
  await dayIs(copy, "1918-06-01");
  assert.match(new URL(copy.url()).hash, /^#map=\d/);
  await close(copy);
  await close(page);
});

test("a mistyped address still opens the page", async () => {
  const page = await open(site, "#map=x/y&date=1903-99-99&sel=<b>&nonsense");
  await dayIs(page, FIRST);
  assert.equal(await region(page, "Place").count(), 0);
  await close(page);
});

test("all keys of the slider", async () => {
  const page = await open(site, "#date=1903-12-15");
  const start = day("1903-12-15");
  await slider(page).focus();
  for (const [key, days] of [
    ["ArrowRight", 1],
    ["Shift+ArrowRight", 11],
    ["Shift+ArrowLeft", 1],
    ["ArrowLeft", 0],
    ["PageUp", 31],
    ["PageDown", 0],
  ]) {
    await page.keyboard.press(key);
    await dayIs(page, start + days, key);
  }
  await page.keyboard.press(".");
  await says(page, /1905 \(16 January Old Style\), Saint Petersburg, congress/);
  await page.keyboard.press(",");
  await says(page, /1903, Tiflis, political/);
  for (const [key, date] of [["Home", FIRST], ["End", LAST], ["Home", FIRST]]) {
    await page.keyboard.press(key);
    await dayIs(page, date, key);
  }
  await page.keyboard.press("Space");
  await button(page, "Pause").waitFor();
  await close(page);
});

test("stay by stay with the buttons, from the birth to the last stay", async () => {
  const page = await open(site);
  const { stays } = readLife(site.folder);
  const [reached, most] = [[await now(page)], stays.length + 1];
  for (let steps = 0; steps <= most; steps += 1) {
    await press(page, "Next stay");
    const day = await now(page);
    if (day === reached.at(-1)) break;
    assert.ok(day > reached.at(-1));
    reached.push(day);
  }
  // Concurrent stays may begin on the same day as another.
  const accompanying = stays.filter((stay) => stay.concurrent).length;
  const least = stays.length - accompanying;
  assert.ok(reached.length >= least && reached.length < most, `${reached.length} days of ${stays.length} stays`);
  await says(page, /1925, Leningrad/);
  await close(page);
});

test("places carry the names of the slider's day", async () => {
  const page = await open(site, "#date=1905-11-20&sel=saint-petersburg");
  const heading = region(page, "Place").getByRole("heading", { level: 2 });
  await reads(heading, /^Saint Petersburg$/);
  await goTo(page, "1917-05-01");
  await reads(heading, /^Petrograd$/);
  await goTo(page, "1925-05-01");
  await reads(heading, /^Leningrad$/);
  const map = region(page, "Map");
  await map.getByRole("button", { name: "Leningrad" }).waitFor();
  await counts(map.getByRole("button", { name: "Petrograd" }), 0);
  await close(page);
});

test("the table of stays is complete and controls the map", async () => {
  const page = await open(site, "#date=1908-01-01");
  await press(page, "Stays");
  const table = page.getByRole("table", { name: "Stays" });
  const rows = table.getByRole("row");
  await counts(rows, readLife(site.folder).stays.length + 1, "every stay, and the head");
  await reads(table.locator("tr[aria-current]"), /June 1906 to August 1909\s*Srednekolymsk/);
  await table.getByRole("button", { name: "Nome" }).click();
  await says(page, /1909, Nome, escape/);
  await region(page, "Place").getByRole("heading", { name: "Nome" }).waitFor();

  const byPlace = table.getByRole("button", { name: "Place", exact: true });
  await byPlace.click();
  await reads(rows.nth(1), /Batum/);
  assert.equal(
    await table.getByRole("columnheader", { name: "Place" }).getAttribute("aria-sort"),
    "ascending",
  );
  await byPlace.click();
  await reads(rows.nth(1), /Wrangel Island/);
  await press(page, "Text");
  await textFollows(page);
  assert.ok(await inView(page.locator(".proof.current").first(), region(page, "Text")));
  await close(page);
});

test("what the text dates without a place is listed under the stays", async () => {
  const page = await open(site);
  await press(page, "Stays");
  await page.getByText("In 1907 a fire destroyed her notes").filter({ visible: true }).waitFor();
  await close(page);
});

test("what the source does not know looks unknown", async () => {
  const page = await open(site, "#date=1900-05-01");
  await says(page, /whereabouts unknown between London and Tiflis/);
  await until(page, () => document.querySelector(".person").classList.contains("unknown"));
  await close(page);
});
