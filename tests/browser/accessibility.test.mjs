// Accessibility in every state of the page: axe-core, contrast, forced colours, text
// size, target size, touch, tabs, announcements.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axeFindsNothing } from "./axe.mjs";
import {
  close, counts, eventually, goTo, hasFocus, open, press, reads, region, says, slider, untilDay, useSite,
} from "./harness.mjs";

const WIDE = { width: 1440, height: 900 };

const site = await useSite();
const page = await open(site, "#date=1905-02-20", { bypassCSP: true });

const search = async (on) => {
  await on.getByRole("searchbox").fill("tiflis");
  await region(on, "Search results").getByRole("listitem").first().waitFor();
};
const figures = async (on) => {
  await press(on, "In figures");
  for (const figure of await on.locator(".figure summary").all()) await figure.click();
};
const escape = (on) => on.keyboard.press("Escape");
const text = (on) => press(on, "Text");
const mode = (on, label) => on.getByRole("combobox", { name: "Show" }).selectOption(label);

for (const [state, enter, leave] of [
  ["while it plays", (on) => press(on, "Play"), (on) => press(on, "Pause")],
  ["in search results", search, text],
  ["when nothing is found", (on) => on.getByRole("searchbox").fill("zzyzx"), text],
  ["in the figures, opened", figures, text],
  ["in the panel to share", (on) => press(on, "Share"), escape],
  ["in the help", (on) => press(on, "Help"), escape],
  ["in the panel of more", (on) => press(on, "More"), escape],
  ["in a window of time", (on) => mode(on, "Window"), (on) => mode(on, "Trail")],
  ["with a kind of stays hidden", (on) => on.locator(".legend button").first().click(), (on) => on.locator(".legend button").first().click()],
  ["zoomed into time", (on) => press(on, "Zoom into the timeline"), (on) => press(on, "The whole timeline")],
]) {
  test(`axe finds nothing ${state}`, async () => {
    await enter(page);
    try {
      await axeFindsNothing(page);
    } finally {
      await leave(page);
    }
  });
}

const card = (on) => on.evaluate(() => { location.hash = "#date=1905-02-20&sel=saint-petersburg"; });
const closeCard = (on) => press(on, "Close");
const share = (on) => press(on, "Share");
for (const [state, { viewport = WIDE, ...media }, enter, leave] of [
  ["at 320 pixels", { viewport: { width: 320, height: 640 } }, text, text],
  ["at 320 pixels in search results", { viewport: { width: 320, height: 640 } }, search, text],
  ["at 320 pixels in the panel to share", { viewport: { width: 320, height: 640 } }, share, escape],
  ["at 320 pixels in the help", { viewport: { width: 320, height: 480 } }, (on) => press(on, "Help"), escape],
  ["in forced colours", { forcedColors: "active" }, card, closeCard],
  ["with more contrast", { contrast: "more" }, card, closeCard],
  ["with more contrast in the dark", { contrast: "more", colorScheme: "dark" }, figures, text],
  ["in the dark in search results", { colorScheme: "dark" }, search, text],
  ["in the dark in the panel to share", { colorScheme: "dark" }, share, escape],
]) {
  test(`axe finds nothing ${state}`, async () => {
    await page.setViewportSize(viewport);
    await page.emulateMedia(media);
    try {
      await enter(page);
      await axeFindsNothing(page);
      await overhang(page);
      await leave(page);
    } finally {
      await page.emulateMedia({ forcedColors: null, contrast: null, colorScheme: null });
      await page.setViewportSize(WIDE);
    }
  });
}

test("axe finds nothing in a frame", async () => {
  const frame = await open(site, "?embed#date=1905-02-20&sel=saint-petersburg", { viewport: { width: 640, height: 400 }, bypassCSP: true });
  await axeFindsNothing(frame);
  await overhang(frame);
  await close(frame);
});

test("preferring more contrast changes the colours of muted text and rules", async () => {
  const colours = () => page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    return ["--muted", "--rule"].map((name) => style.getPropertyValue(name).trim());
  });
  const before = await colours();
  await page.emulateMedia({ contrast: "more" });
  const after = await colours();
  await page.emulateMedia({ contrast: null });
  assert.ok(after.every((colour, i) => colour !== before[i]), `${before} ${after}`);
});

test("with forced colours, marks and icons stay visible", async () => {
  await goTo(page, "1908-01-01");
  await page.emulateMedia({ forcedColors: "active" });
  const seen = await page.evaluate(() => {
    const style = (selector) => getComputedStyle(document.querySelector(selector));
    return {
      bars: style(".bar").forcedColorAdjust,
      quote: style(".proof.current").outlineStyle,
      label: style(".place .label").webkitTextStrokeWidth,
      unknown: style(".person").backgroundColor !== style(".person").borderColor,
      pressed: style(".switch [aria-selected=true]").borderBottomColor !== style(".switch [aria-selected=false]").borderBottomColor,
      person: style(".person").backgroundColor !== style(".ground").backgroundColor,
      thumb: document.querySelector(".strip .now") && style(".strip .now").backgroundColor !== style(".timeline").backgroundColor,
    };
  });
  await page.emulateMedia({ forcedColors: null });
  assert.deepEqual(seen, { bars: "none", quote: "solid", label: "0px", unknown: true, pressed: true, person: true, thumb: true });
});

/** No control extends beyond the right edge or overlaps another. */
async function overhang(on) {
  const wrong = await on.evaluate(() => {
    const wrong = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) wrong.push(`the page is ${root.scrollWidth} wide`);
    const open = document.querySelector(":popover-open");
    const controls = [...document.querySelectorAll("button, select, input, textarea, summary, h1, h2")].filter(
      (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest(".ground, .chapters") && !(open && !open.contains(e)),
    );
    const seen = [];
    for (const e of controls) {
      const name = e.getAttribute("aria-label") ?? e.textContent.slice(0, 30);
      const box = e.getBoundingClientRect();
      if (box.right > innerWidth + 1 || box.left < -1) wrong.push(`${name} ends at ${box.right}`);
      if (e.matches("button, select") && e.scrollWidth > e.clientWidth + 2 && !e.matches(".chapter")) wrong.push(`${name} is cut off`);
      // A control that is scrolled out of view cannot overlap another.
      if (box.bottom < 0 || box.top > innerHeight || !e.matches("button, select, input:not(.handle)")) continue;
      const scrolls = e.closest(".pane, .reader, .card-body, .options");
      if (scrolls) {
        const view = scrolls.getBoundingClientRect();
        if (box.top < view.top || box.bottom > view.bottom) continue;
      }
      if (e.closest(".page") && !e.closest(".card") && document.querySelector(".card")) continue;
      for (const [other, there] of seen) {
        const across = Math.min(box.right, there.right) - Math.max(box.left, there.left);
        const down = Math.min(box.bottom, there.bottom) - Math.max(box.top, there.top);
        if (across > 1 && down > 1) wrong.push(`${name} lies over ${other}`);
      }
      seen.push([name, box]);
    }
    return wrong;
  });
  assert.deepEqual(wrong, []);
}

// At a browser zoom of 200 %, a window of 1280 by 1024 has room for 640 by 512.
for (const [how, viewport] of [
  ["at 200 % of 1280 by 1024", { width: 640, height: 512 }],
  ["at 200 % of 2560 by 1440", { width: 1280, height: 720 }],
  ["where the text stands beside the map first", { width: 900, height: 700 }],
  ["on a tablet", { width: 1024, height: 768 }],
  ["on a telephone on its side", { width: 844, height: 390 }],
]) {
  test(`nothing overlaps or is cut off ${how}`, async () => {
    await page.setViewportSize(viewport);
    await goTo(page, "1905-02-20");
    await overhang(page);
    const [map, pane] = [await region(page, "Map").boundingBox(), await region(page, "Text").boundingBox()];
    assert.ok(map.height > 150, `the map is ${map.height} high`);
    assert.ok(pane.height > 150, `the text is ${pane.height} high`);
    // The date is always shown in full, and so is the place of a stay.
    for (const [date, parts] of [
      ["1905-02-20", ".caption-date"],
      ["1908-01-01", ".caption-date, .caption-place"],
      ["1918-09-25", ".caption-date, .caption-place"],
    ]) {
      await goTo(page, date);
      await eventually(async () => {
        const clipped = await page.locator(parts).evaluateAll((parts) =>
          parts.filter((e) => e.scrollWidth > e.clientWidth + 1 || e.clientWidth === 0).map((e) => e.textContent),
        );
        assert.deepEqual(clipped, [], date);
      });
    }
    const [caption, player] = [await page.locator(".caption-place").boundingBox(), await page.getByRole("group", { name: "Player" }).boundingBox()];
    assert.ok(caption.x + caption.width <= player.x || caption.y + caption.height <= player.y, "the player lies beside the words");
    await search(page);
    await overhang(page);
    await text(page);
    await page.getByRole("searchbox").scrollIntoViewIfNeeded();
    await region(page, "Text").getByRole("link", { name: "Geneva", exact: true }).first().click();
    await region(page, "Place").waitFor();
    await overhang(page);
    await press(page, "Close");
    await page.setViewportSize(WIDE);
  });
}

test("every target is at least 24 by 24 pixels", async () => {
  const small = (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll("button, select, input, textarea, summary, .options a, .card-body a, nav a, .leaflet-bar a")]
        .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.matches(".place.area, .skip a"))
        .map((e) => {
          const box = e.getBoundingClientRect();
          return [e.getAttribute("aria-label") ?? e.textContent.slice(0, 40), box.width, box.height];
        })
        .filter(([, width, height]) => width < 24 || height < 24)
        .map((e) => e.join(" ")),
    );
  for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
    const page = await open(site, "#date=1905-02-20&mode=window&sel=saint-petersburg", { viewport });
    await region(page, "Place").waitFor();
    assert.deepEqual(await small(page), []);
    await press(page, "Close");
    for (const enter of [text, search, figures, (on) => press(on, "Stays"), (on) => press(on, "Share"), (on) => press(on, "More")]) {
      await enter(page);
      assert.deepEqual(await small(page), []);
      await escape(page);
    }
    await page.close();
  }
});

test("a place is opened and a day chosen by touch, without hovering", async () => {
  const page = await open(site, "#map=5/66/150&date=1908-01-01", { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  const dot = region(page, "Map").getByRole("button", { name: "Srednekolymsk" });
  await dot.tap();
  await region(page, "Place").getByRole("heading", { name: "Srednekolymsk" }).waitFor();
  await region(page, "Place").getByRole("button", { name: "Close" }).tap();
  await region(page, "Place").waitFor({ state: "detached" });
  const box = await page.locator(".strip").boundingBox();
  await page.touchscreen.tap(box.x + box.width * 0.5, box.y + 8);
  await untilDay(page, "1899-01-01", "1902-12-31");
  await page.getByRole("button", { name: "Next stay", exact: true }).tap();
  await region(page, "Text").getByRole("link", { name: "Nome", exact: true }).first().tap();
  await region(page, "Place").getByRole("heading", { name: "Nome" }).waitFor();
  assert.equal(await page.locator(".hover").count(), 0, "no hint is left behind");
  await close(page);
});

test("everything that hovering shows is available without it", async () => {
  await goTo(page, "1905-02-20");
  // A place whose label has no room still has an accessible name.
  const nameless = page.locator(".place.nameless:not(.hidden)");
  assert.ok((await nameless.count()) > 0);
  for (const place of await nameless.all()) {
    assert.ok((await place.textContent()).trim().length > 1);
  }
  const first = nameless.first();
  // The places are one stop of the Tab key: only the keyboard's focus shows names.
  await page.keyboard.press("Tab");
  await first.focus();
  await eventually(async () =>
    assert.equal(await first.locator(".label").evaluate((e) => getComputedStyle(e).opacity), "1", "the focus shows it"),
  );
  // The hint over the strip says what the slider says.
  await goTo(page, "1908-03-01");
  await says(page, /^1 March 1908, Srednekolymsk/);
});

const tab = (page, name) => page.getByRole("tab", { name, exact: true });

test("tabs are one stop of the Tab key, and arrows go from one to the next", async () => {
  const page = await open(site);
  await counts(page.getByRole("tablist").getByRole("tab"), 3);
  await counts(page.getByRole("tablist").getByRole("searchbox"), 0);
  await tab(page, "Text").focus();
  await page.keyboard.press("ArrowRight");
  await hasFocus(tab(page, "Stays"));
  assert.equal(await tab(page, "Stays").getAttribute("aria-selected"), "true");
  await page.getByRole("tabpanel", { name: "Stays" }).getByRole("table", { name: "Stays" }).waitFor();
  assert.equal(await tab(page, "Text").getAttribute("tabindex"), "-1");
  await page.keyboard.press("End");
  await hasFocus(tab(page, "In figures"));
  await page.keyboard.press("ArrowRight");
  await hasFocus(tab(page, "Text"));
  await region(page, "Text").waitFor();
  await axeFindsNothing(page);
  await page.keyboard.press("Tab");
  await hasFocus(page.getByRole("searchbox"));
  await page.getByRole("searchbox").fill("riga");
  await region(page, "Search results").waitFor();
  assert.equal(await tab(page, "Text").getAttribute("tabindex"), "0", "the tabs can still be reached");
  await axeFindsNothing(page);
  await close(page);
});

test("a step without the slider is announced in its words, and a drag is not", async () => {
  const page = await open(site, "#date=1900-01-01");
  const said = page.locator(".timeline > [role=status]");
  await page.keyboard.press(".");
  await eventually(async () => assert.equal(await said.textContent(), await slider(page).getAttribute("aria-valuetext")));
  assert.notEqual(await said.textContent(), "");
  await press(page, "Next stay");
  await eventually(async () => assert.equal(await said.textContent(), await slider(page).getAttribute("aria-valuetext")));
  await goTo(page, "1905-02-20");
  await reads(said, /^$/);
  await slider(page).focus();
  await page.keyboard.press(".");
  await reads(said, /^$/, "the slider says it itself");
  await close(page);
});
