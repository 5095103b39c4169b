// Whoever reads, with whatever eyes, hands and screen: every state of the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { day, goTo, open, press, region, slider, start, untilDay } from "./harness.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const WIDE = { width: 1440, height: 900 };

let site;
let page;
before(async () => {
  site = await start();
  page = await open(site, "#date=1905-11-20", { bypassCSP: true });
  await page.evaluate(axe);
});
after(() => site?.close());

/**
 * What axe finds; the size of targets too, but for chapters over their years,
 * whose place and width are what they say.
 */
async function violations(on) {
  await on.evaluate(() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => {}))));
  // The text and the map are looked at elsewhere, and are most of the page.
  const part = { exclude: ["#text .passage", ".leaflet-map-pane"] };
  const { violations } = await on.evaluate((part) => axe.run(part, { rules: { "target-size": { enabled: true } } }), part);
  const dot = (rule, node) => rule === "target-size" && node.html.includes('class="chapter"');
  return violations
    .map(({ id, nodes }) => [id, nodes.filter((node) => !dot(id, node)).map((n) => `${n.target} ${n.html.slice(0, 120)}`)])
    .filter(([, nodes]) => nodes.length > 0)
    .map(([id, nodes]) => `${id}: ${nodes.slice(0, 4).join(" | ")}`);
}

const search = async (on) => {
  await on.getByRole("searchbox").fill("tiflis");
  await region(on, "Search results").getByRole("listitem").first().waitFor();
};
const figures = async (on) => {
  await press(on, "In figures");
  for (const figure of await on.locator("summary").all()) await figure.click();
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
    const found = await violations(page);
    await leave(page);
    assert.deepEqual(found, []);
  });
}

const card = (on) => on.evaluate(() => { location.hash = "#date=1905-11-20&sel=baku"; });
const close = (on) => press(on, "Close");
const share = (on) => press(on, "Share");
for (const [state, { viewport = WIDE, ...media }, enter, leave] of [
  ["at 320 pixels", { viewport: { width: 320, height: 640 } }, text, text],
  ["at 320 pixels in search results", { viewport: { width: 320, height: 640 } }, search, text],
  ["at 320 pixels in the panel to share", { viewport: { width: 320, height: 640 } }, share, escape],
  ["at 320 pixels in the help", { viewport: { width: 320, height: 480 } }, (on) => press(on, "Help"), escape],
  ["in forced colours", { forcedColors: "active" }, card, close],
  ["with more contrast", { contrast: "more" }, card, close],
  ["with more contrast in the dark", { contrast: "more", colorScheme: "dark" }, figures, text],
  ["in the dark in search results", { colorScheme: "dark" }, search, text],
  ["in the dark in the panel to share", { colorScheme: "dark" }, share, escape],
]) {
  test(`axe finds nothing ${state}`, async () => {
    await page.setViewportSize(viewport);
    await page.emulateMedia(media);
    try {
      await enter(page);
      assert.deepEqual(await violations(page), []);
      await overhang(page);
      await leave(page);
    } finally {
      await page.emulateMedia({ forcedColors: null, contrast: null, colorScheme: null });
      await page.setViewportSize(WIDE);
    }
  });
}

test("axe finds nothing in a frame", async () => {
  const frame = await open(site, "?embed#date=1905-11-20&sel=baku", { viewport: { width: 640, height: 400 }, bypassCSP: true });
  await frame.evaluate(axe);
  assert.deepEqual(await violations(frame), []);
  await overhang(frame);
  await frame.close();
});

test("more contrast is more contrast", async () => {
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

test("where colours are the system's own, marks and pictures are still there", async () => {
  await goTo(page, "1903-12-01");
  await page.emulateMedia({ forcedColors: "active" });
  const seen = await page.evaluate(() => {
    const style = (selector) => getComputedStyle(document.querySelector(selector));
    return {
      bars: style(".bar").forcedColorAdjust,
      holds: style(".proof.holds").outlineStyle,
      label: style(".place .label").webkitTextStrokeWidth,
      unknown: style(".person").backgroundColor !== style(".person").borderColor,
      pressed: style(".switch [aria-pressed=true]").borderBottomColor !== style(".switch [aria-pressed=false]").borderBottomColor,
      person: style(".person").backgroundColor !== style(".ground").backgroundColor,
      thumb: document.querySelector(".strip .now") && style(".strip .now").backgroundColor !== style(".timeline").backgroundColor,
    };
  });
  await page.emulateMedia({ forcedColors: null });
  assert.deepEqual(seen, { bars: "none", holds: "solid", label: "0px", unknown: true, pressed: true, person: true, thumb: true });
});

/** Nothing hangs over the right edge, nor lies over another control. */
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
      // Only what is scrolled into view can lie over another.
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

// At 200 % a window of 1280 by 1024 has room for 640 by 512: the browser's own zoom is that.
for (const [how, viewport] of [
  ["at 200 % of 1280 by 1024", { width: 640, height: 512 }],
  ["at 200 % of 2560 by 1440", { width: 1280, height: 720 }],
  ["where the text stands beside the map first", { width: 900, height: 700 }],
  ["on a tablet", { width: 1024, height: 768 }],
  ["on a telephone on its side", { width: 844, height: 390 }],
]) {
  test(`nothing overlaps or is cut off ${how}`, async () => {
    await page.setViewportSize(viewport);
    await goTo(page, "1905-11-20");
    await overhang(page);
    const [map, pane] = [await region(page, "Map").boundingBox(), await region(page, "Text").boundingBox()];
    assert.ok(map.height > 150, `the map is ${map.height} high`);
    assert.ok(pane.height > 150, `the text is ${pane.height} high`);
    // The date is told in full always, the place of a stay too.
    for (const [date, parts] of [
      ["1905-11-20", ".caption-date"],
      ["1903-12-01", ".caption-date, .caption-place"],
      ["1917-09-25", ".caption-date, .caption-place"],
    ]) {
      await goTo(page, date);
      const clipped = await page.locator(parts).evaluateAll((parts) =>
        parts.filter((e) => e.scrollWidth > e.clientWidth + 1 || e.clientWidth === 0).map((e) => e.textContent),
      );
      assert.deepEqual(clipped, [], date);
    }
    const [caption, player] = [await page.locator(".caption-place").boundingBox(), await page.getByRole("group", { name: "Player" }).boundingBox()];
    assert.ok(caption.x + caption.width <= player.x || caption.y + caption.height <= player.y, "the player lies beside the words");
    await search(page);
    await overhang(page);
    await text(page);
    await page.getByRole("searchbox").scrollIntoViewIfNeeded();
    await region(page, "Text").getByRole("link", { name: "Baku", exact: true }).first().click();
    await region(page, "Place").waitFor();
    await overhang(page);
    await press(page, "Close");
    await page.setViewportSize(WIDE);
  });
}

test("nothing to press is smaller than 24 pixels", async () => {
  const small = (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll("button, select, input, textarea, summary, .options a, .card-body a, nav a, .leaflet-bar a")]
        .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.matches(".chapter, .place.area, .skip a"))
        .map((e) => {
          const box = e.getBoundingClientRect();
          return [e.getAttribute("aria-label") ?? e.textContent.slice(0, 40), box.width, box.height];
        })
        .filter(([, width, height]) => width < 24 || height < 24)
        .map((e) => e.join(" ")),
    );
  for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
    const page = await open(site, "#date=1905-11-20&mode=window&sel=baku", { viewport });
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

test("a finger opens a place, goes to a day, and needs no hovering", async () => {
  const page = await open(site, "#map=5/54/103&date=1903-12-01", { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  const dot = region(page, "Map").getByRole("button", { name: "Novaya Uda" });
  await dot.tap();
  await region(page, "Place").getByRole("heading", { name: "Novaya Uda" }).waitFor();
  await region(page, "Place").getByRole("button", { name: "Close" }).tap();
  await region(page, "Place").waitFor({ state: "detached" });
  const box = await page.locator(".strip").boundingBox();
  await page.touchscreen.tap(box.x + box.width * 0.5, box.y + 8);
  await untilDay(page, "1904-01-01", "1906-12-31");
  await page.getByRole("button", { name: "Next stay", exact: true }).tap();
  await region(page, "Text").getByRole("link", { name: "Narym", exact: true }).first().tap();
  await region(page, "Place").getByRole("heading", { name: "Narym" }).waitFor();
  assert.equal(await page.locator(".hover").count(), 0, "no hint is left behind");
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test("what hovering shows is there without it", async () => {
  // A place without room for its name still has it for whoever cannot point.
  const nameless = page.locator(".place.nameless:not(.hidden)");
  assert.ok((await nameless.count()) > 0);
  for (const place of await nameless.all()) {
    assert.ok((await place.textContent()).trim().length > 1);
  }
  const first = nameless.first();
  await first.focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  assert.equal(await first.locator(".label").evaluate((e) => getComputedStyle(e).opacity), "1", "the focus shows it");
  // The hint over the strip says what the slider says.
  await goTo(page, "1915-03-01");
  assert.match(await slider(page).getAttribute("aria-valuetext"), /^1 March 1915, Kureika/);
});
