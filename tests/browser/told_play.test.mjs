// Told play: the life as a tour of stops, each with its sentence on the map. The test
// controls the clock, so that it does not wait for a stop to be read.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  button, close, day, dayIs, eventually, goTo, now, open, playBy, press, reads, region, rest, slider,
  until, useSite,
} from "./harness.mjs";
import { readLife } from "./lives.mjs";

const [FIRST, LAST] = ["1871-03-14", "1930-12-31"];

const site = await useSite();
const life = readLife(site.folder);
/** Concurrent stays are not stops. */
const stops = life.stays.filter((stay) => !stay.concurrent);

/** A page whose clock stands still until the test moves it. */
async function openClocked(fragment = "", options = {}) {
  const page = await open(site, fragment, {
    ...options,
    route: async (page) => {
      await options.route?.(page);
      await page.clock.install();
    },
  });
  await page.clock.pauseAt(Date.now() + 3_600_000);
  return page;
}

const telling = (page) => page.getByRole("status", { name: "Telling" });
const sentence = (page) => telling(page).locator("blockquote");

/** Runs the clock until a condition is true; fails after `seconds` of play. */
async function runUntil(page, condition, seconds = 60) {
  for (let passed = 0; passed < seconds * 1000; passed += 200) {
    if (await condition()) return passed / 1000;
    await page.clock.runFor(200);
  }
  assert.fail(`not within ${seconds} seconds of play: ${await telling(page).textContent()}`);
}

const says = (page, words) => async () => words.test((await telling(page).textContent({ timeout: 500 }).catch(() => "")) ?? "");

/** Where the person and the card are, in pixels of the page. */
const boxes = async (page) => ({
  person: await page.locator(".person").boundingBox(),
  card: await page.locator(".telling").boundingBox(),
  map: await region(page, "Map").boundingBox(),
});

function isBeside({ person, card, map }, why) {
  assert.ok(person && card, `${why}: no person or no card`);
  const overlaps =
    person.x < card.x + card.width && card.x < person.x + person.width &&
    person.y < card.y + card.height && card.y < person.y + person.height;
  assert.ok(!overlaps, `${why}: the card covers the person`);
  assert.ok(card.x >= map.x && card.x + card.width <= map.x + map.width + 1, `${why}: off the map`);
  assert.ok(card.y >= map.y && card.y + card.height <= map.y + map.height + 1, `${why}: off the map`);
}

test("play tells: chapter, sentence, place and progress", async () => {
  const page = await openClocked();
  assert.equal(await telling(page).isVisible(), false, "nothing is told before Play");
  await press(page, "Play");
  await reads(telling(page), /Childhood and studies/, "the chapter's title");
  await reads(telling(page), /1871–1899/);
  await runUntil(page, says(page, /was born in Riga/));
  await reads(telling(page), new RegExp(`Stop 1 of ${stops.length}`));
  await reads(telling(page), /Riga.*14 March 1871/);
  assert.doesNotMatch(await sentence(page).textContent(), /\[\d+\]/, "no footnote marks");
  // As long as the words take to read at 250 words a minute, and never under 3 seconds.
  const words = (await sentence(page).textContent()).split(/\s+/).length;
  const shown = await runUntil(page, async () => (await sentence(page).count()) === 0);
  assert.ok(shown >= Math.max(3, (words * 60) / 250) - 0.4, `${words} words were shown for ${shown} s`);
  await close(page);
});

test("Next and Previous go from stop to stop, by button and by key", async () => {
  const page = await openClocked();
  await press(page, "Play");
  await press(page, "Pause");
  await press(page, "Next");
  await reads(telling(page), /Stop 1 of/);
  await press(page, "Next");
  await reads(telling(page), /Stop 2 of.*Mitau/s);
  await page.keyboard.press(".");
  await reads(telling(page), /Stop 3 of.*Dorpat/s);
  await page.keyboard.press(",");
  await reads(telling(page), /Stop 2 of/);
  await press(page, "Previous");
  await reads(telling(page), /Stop 1 of/);
  await button(page, "Play").waitFor();
  await close(page);
});

test("Pause keeps the words, and Play goes on with them", async () => {
  const page = await openClocked("#date=1906-06-20");
  await press(page, "Play");
  await reads(sentence(page), /Srednekolymsk in June 1906/);
  await press(page, "Pause");
  await page.clock.runFor(60_000);
  await reads(sentence(page), /Srednekolymsk in June 1906/);
  const before = await now(page);
  await press(page, "Play");
  await runUntil(page, says(page, /from Srednekolymsk to Nome|Whereabouts|pass/i));
  await runUntil(page, says(page, /reached Nome/));
  assert.ok((await now(page)) > before, "the day has moved on");
  await close(page);
});

test("dragging the slider ends the telling, and Play resumes at the stop of that day", async () => {
  const page = await openClocked();
  await press(page, "Play");
  await runUntil(page, says(page, /was born/));
  await goTo(page, "1901-06-01");
  await button(page, "Play").waitFor();
  await telling(page).waitFor({ state: "hidden" });
  await page.clock.runFor(5_000);
  await dayIs(page, "1901-06-01");
  await press(page, "Play");
  const batum = stops.findIndex((stay) => stay.place === "batum") + 1;
  const number = Number(/Stop (\d+)/.exec(await telling(page).textContent())[1]);
  assert.ok(number === batum || number === batum - 1, `stop ${number} is that of June 1901`);
  await dayIs(page, "1901-06-01", "the day stays where the reader has put it");
  await close(page);
});

test("the card stands beside the person and on the map, on every screen", async () => {
  for (const [width, height] of [[390, 844], [768, 1024], [1366, 768], [1920, 1080]]) {
    const page = await openClocked("", { viewport: { width, height }, reducedMotion: "reduce" });
    await press(page, "Play");
    await press(page, "Pause");
    for (let stop = 1; stop <= stops.length; stop += 1) {
      await press(page, "Next");
      await reads(telling(page), new RegExp(`Stop ${stop} of`));
      await page.clock.runFor(100);
      const place = life.places.find((place) => place.properties.id === stops[stop - 1].place);
      if (!place.geometry) continue; // nobody knows where it was
      await eventually(async () => isBeside(await boxes(page), `stop ${stop} at ${width}`), 3000);
    }
    await page.close();
  }
});

test("both ends of a journey are in sight before it begins", async () => {
  const page = await openClocked("#date=1905-01-10&map=8/52/0", { reducedMotion: "reduce" });
  await press(page, "Play");
  await runUntil(page, says(page, /from .* to Saint Petersburg/));
  const map = await region(page, "Map").boundingBox();
  for (const place of ["tiflis", "saint-petersburg"]) {
    const dot = await page.locator(`[data-place="${place}"] .dot`).boundingBox();
    const [x, y] = [dot.x + dot.width / 2, dot.y + dot.height / 2];
    assert.ok(x > map.x && x < map.x + map.width && y > map.y && y < map.y + map.height, `${place} is at ${x}, ${y}`);
  }
  await close(page);
});

test("the text follows and never scrolls backwards", async () => {
  const page = await openClocked("", { reducedMotion: "reduce" });
  await press(page, "Play");
  await press(page, "Pause");
  let before = -1;
  for (let stop = 1; stop <= 12; stop += 1) {
    await press(page, "Next");
    await reads(telling(page), new RegExp(`Stop ${stop} of`));
    await page.clock.runFor(400);
    const top = await page.evaluate(() => document.getElementById("text").scrollTop);
    assert.ok(top >= before - 1, `stop ${stop}: from ${before} back to ${top}`);
    before = top;
  }
  assert.ok(before > 100, "it has moved");
  await close(page);
});

test("at the end the whole way is on the map, with figures and a way back", async () => {
  const page = await openClocked("#date=1930-06-01", { reducedMotion: "reduce" });
  await press(page, "Play");
  await reads(telling(page), new RegExp(`Stop ${stops.length} of`));
  await runUntil(page, says(page, /km/));
  await reads(telling(page), /\d km · \d+ places/);
  await dayIs(page, LAST);
  await runUntil(page, async () => (await button(page, "Play").count()) === 1, 5);
  await press(page, "Play again");
  await reads(telling(page), /Childhood and studies/);
  await dayIs(page, FIRST);
  await button(page, "Pause").waitFor();
  await close(page);
});

test("passing years are announced long enough to be read", async () => {
  const page = await openClocked("#date=1909-12-01");
  await press(page, "Play");
  const passing = /^(?:.*)\d+ (years|months) pass/s;
  await runUntil(page, says(page, passing), 120);
  const shown = await runUntil(page, async () => !passing.test(await telling(page).textContent()));
  assert.ok(shown >= 2, `${shown} s`);
  await close(page);
});

test("speeds change the reading pace", async () => {
  const took = {};
  for (const label of ["Slow", "Normal", "Fast"]) {
    const page = await openClocked("#date=1906-06-20");
    await page.getByRole("combobox", { name: "Speed" }).selectOption(label);
    await press(page, "Play");
    await reads(sentence(page), /Srednekolymsk/);
    took[label] = await runUntil(page, async () => (await sentence(page).count()) === 0);
    await page.close();
  }
  assert.ok(took.Slow > 1.4 * took.Normal && took.Normal > 1.3 * took.Fast, JSON.stringify(took));
});

/** A browser with a voice of its own, which speaks until the test lets it end. */
const withVoice = {
  route: (page) =>
    page.addInitScript(() => {
      window.spoken = [];
      const voice = { lang: "en-GB", localService: true, name: "Test", default: true, voiceURI: "test" };
      const speech = {
        speaking: false,
        pending: false,
        getVoices: () => [voice],
        speak: (utterance) => {
          window.spoken.push(utterance.text);
          speech.speaking = true;
        },
        cancel: () => {
          speech.speaking = false;
        },
      };
      Object.defineProperty(window, "speechSynthesis", { value: speech });
      window.SpeechSynthesisUtterance = class {
        constructor(text) {
          this.text = text;
        }
      };
    }),
};

test("the voice reads the stops, and a stop waits until it has ended", async () => {
  const page = await openClocked("#date=1906-06-20", withVoice);
  await press(page, "Play");
  const voice = page.getByRole("checkbox", { name: "Voice" });
  assert.equal(await voice.isChecked(), false, "it is silent until asked");
  assert.deepEqual(await page.evaluate(() => window.spoken), []);
  await voice.check();
  await runUntil(page, says(page, /reached Nome/));
  await eventually(async () => assert.match((await page.evaluate(() => window.spoken)).at(-1), /reached Nome/));
  await page.clock.runFor(6_000);
  await reads(sentence(page), /reached Nome/, "the voice still speaks");
  await page.evaluate(() => (window.speechSynthesis.speaking = false));
  await runUntil(page, async () => (await sentence(page).count()) === 0, 5);
  await close(page);
});

test("without a voice of its own the browser is not asked to speak", async () => {
  const page = await openClocked("", {
    route: (page) => page.addInitScript(() => Object.defineProperty(window, "speechSynthesis", { value: undefined })),
  });
  await press(page, "Play");
  await reads(telling(page), /Stop 1 of/);
  assert.equal(await page.getByRole("checkbox", { name: "Voice" }).isVisible(), false);
  await close(page);
});

test("play by the calendar can be chosen, and shows no sentences", async () => {
  const page = await open(site);
  await playBy(page, "By calendar");
  await press(page, "Play");
  await until(page, (first) => Number(document.getElementById("timeline").value) > first + 100, day(FIRST));
  assert.equal(await telling(page).isVisible(), false);
  await press(page, "Pause");
  await close(page);
});

test("a chapter leads date, text and map to its beginning", async () => {
  const page = await open(site);
  const chapters = page.getByRole("group", { name: "Chapters and zoom of the timeline" });
  const chapter = chapters.getByRole("button", { name: /Arrest and exile/ });
  await chapter.click();
  await eventually(async () => {
    const shown = await now(page);
    assert.ok(day("1905-01-01") <= shown && shown <= day("1905-02-01"), `${shown}`);
  });
  await until(page, () =>
    [...document.querySelectorAll("#text .proof.current")].some((e) => e.textContent.includes("congress of teachers")),
  );
  await rest(page);
  const text = await region(page, "Text").boundingBox();
  const quote = await page.locator(".proof.current").first().boundingBox();
  assert.ok(quote.y > text.y && quote.y < text.y + text.height, "its words are in view");
  const map = await region(page, "Map").boundingBox();
  await eventually(async () => {
    for (const place of ["saint-petersburg", "srednekolymsk", "nome"]) {
      const dot = await page.locator(`[data-place="${place}"]`).boundingBox();
      assert.ok(dot && dot.x >= map.x - 12 && dot.x <= map.x + map.width, `${place} is on the map`);
    }
  });
  // The slider's day is within the years that the timeline shows.
  const [from, to] = [await slider(page).getAttribute("min"), await slider(page).getAttribute("max")];
  assert.ok(Number(from) <= (await now(page)) && (await now(page)) <= Number(to));
  await reads(page.locator(".caption-chapter"), /Arrest and exile/);
  assert.match(await chapter.getAttribute("title"), /^1905–1909: Arrest and exile$/);
  await close(page);
});

test("when the page opens, the map does not show later places", async () => {
  const page = await open(site, `#date=${FIRST}`);
  const faint = (place) => page.locator(`[data-place="${place}"].future`);
  await eventually(async () => assert.equal(await faint("tiflis").count(), 1));
  assert.equal(await faint("riga").count(), 0);
  assert.equal(await page.locator(".place.future:not(.nameless)").count(), 0, "without names");
  await page.getByRole("combobox", { name: "Show" }).selectOption("Whole life");
  await eventually(async () => assert.equal(await page.locator(".place.future").count(), 0));
  await page.getByRole("combobox", { name: "Show" }).selectOption("Trail");
  await goTo(page, "1902-01-01");
  await eventually(async () => assert.equal(await faint("tiflis").count(), 0, "it has been reached"));
  await close(page);
});
