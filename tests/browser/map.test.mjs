// The map: its buttons, its keys, labels, panning, and the places marked by a search.
import assert from "node:assert/strict";
import { test } from "node:test";
import { button, close, counts, eventually, frames, goTo, hasFocus, open, person, press, region, until, useSite } from "./harness.mjs";

const site = await useSite();
const map = (page) => region(page, "Map");
const place = (page, id) => page.locator(`[data-place="${id}"]`);
const TOOLS = ["Zoom in", "Zoom out", "Fit", "Follow", "Today’s map", "Full screen"];

/** Where the person is on the screen, within the map. */
const personAt = (page) =>
  page.evaluate(() => {
    const marker = document.querySelector(".person").getBoundingClientRect();
    const map = document.querySelector("section.map").getBoundingClientRect();
    return { x: marker.x + marker.width / 2 - map.x, y: marker.y + marker.height / 2 - map.y, width: map.width, height: map.height };
  });

/** Waits until the map has not moved for some frames. */
async function still(page) {
  let before;
  await eventually(async () => {
    const now = await page.locator(".place").evaluateAll((all) => JSON.stringify(all.map((e) => e.getBoundingClientRect().x)));
    await frames(page, 4);
    const same = now === before;
    before = now;
    assert.ok(same && !(await page.locator(".leaflet-zoom-anim").count()));
  });
}

for (const [width, height, options, least] of [
  [1440, 900, {}, 24],
  [768, 1024, {}, 24],
  [390, 844, { hasTouch: true, isMobile: true }, 44],
]) {
  test(`the buttons are one column of one size at the right edge, ${width} pixels wide`, async () => {
    const page = await open(site, "", { viewport: { width, height }, ...options });
    const frame = await map(page).boundingBox();
    const boxes = [];
    for (const name of TOOLS) {
      const tool = map(page).getByRole("button", { name, exact: true });
      if (width < 560 && name === "Full screen") continue;
      assert.ok(await tool.getAttribute("title"), `${name} has a tooltip`);
      boxes.push(await tool.boundingBox());
    }
    for (const box of boxes) {
      assert.deepEqual([box.x, box.width, box.height], [boxes[0].x, boxes[0].width, boxes[0].height]);
      assert.ok(box.width >= least && box.height >= least, `${box.width}`);
      assert.ok(frame.x + frame.width - (box.x + box.width) <= 12, "at the edge");
      assert.ok(box.y + box.height <= frame.y + frame.height, "within the map");
    }
    await close(page);
  });
}

for (const [width, height, fragment] of [[390, 844, ""], [480, 320, "?embed"], [768, 1024, ""]]) {
  test(`no button covers the person's place at the opening view, ${width} pixels wide`, async () => {
    const page = await open(site, fragment, { viewport: { width, height } });
    const covered = () =>
      page.evaluate(() => {
        const { x, y, width, height } = document.querySelector(".person").getBoundingClientRect();
        return [...document.querySelectorAll(".map-tools button")]
          .map((e) => [e.ariaLabel, e.getBoundingClientRect()])
          .filter(([, box]) => box.width && x < box.right && box.left < x + width && y < box.bottom && box.top < y + height)
          .map(([name]) => name);
      });
    await eventually(async () => assert.deepEqual(await covered(), []));
    await close(page);
  });
}

test("the credits are one line, and behind a button on a phone", async () => {
  const wide = await open(site);
  const credits = (page) => page.locator(".leaflet-control-attribution");
  await eventually(async () => assert.match(await credits(wide).textContent(), /Natural Earth/));
  // As high as a finger needs for its links.
  assert.ok((await credits(wide).boundingBox()).height < 30);
  await close(wide);
  const phone = await open(site, "", { viewport: { width: 390, height: 844 } });
  await eventually(async () => assert.match(await credits(phone).textContent(), /Natural Earth/));
  assert.equal(await credits(phone).isVisible(), false);
  await press(phone, "Credits of the map");
  await credits(phone).waitFor();
  await press(phone, "Credits of the map");
  await credits(phone).waitFor({ state: "hidden" });
  await close(phone);
});

test("with Follow on, buttons, keys and the wheel zoom about the person", async () => {
  const page = await open(site, "#map=4/62/150&date=1908-01-01");
  await still(page);
  const before = await personAt(page);
  const stays = async (what) => {
    await still(page);
    const now = await personAt(page);
    assert.ok(Math.hypot(now.x - before.x, now.y - before.y) < 3, `${what}: ${JSON.stringify([before, now])}`);
  };
  for (const zoom of [4.5, 5, 5.5]) {
    await press(page, "Zoom in");
    await until(page, (zoom) => location.hash.includes(`map=${zoom}/`), zoom);
  }
  await stays("Zoom in");
  await place(page, "srednekolymsk").focus();
  await page.keyboard.press("-");
  await until(page, () => location.hash.includes("map=5/"));
  await stays("the minus key");
  await page.mouse.move(300, 300);
  // A small step: Leaflet rounds the point to pixels, which a large one would multiply.
  await page.mouse.wheel(0, -60);
  await until(page, () => !location.hash.includes("map=5/"));
  await stays("the wheel");
  await close(page);
});

for (const [how, go] of [
  ["by an address", async (page) => { await page.reload(); }],
  ["by a search", async (page) => {
    await press(page, "Close");
    await page.getByRole("searchbox").fill("London");
    await page.keyboard.press("Enter");
  }],
]) {
  test(`a card opened ${how} does not cover its place`, async () => {
    const page = await open(site, "#map=3.5/56/80&date=1900-01-01&sel=london");
    await region(page, "Place").waitFor();
    await page.evaluate(() => { location.hash = "#map=3.5/56/80&date=1900-01-01&sel=london"; });
    await go(page);
    await region(page, "Place").getByRole("heading", { name: "London" }).waitFor();
    await eventually(async () => {
      const [card, frame] = [await region(page, "Place").boundingBox(), await map(page).boundingBox()];
      const dot = await place(page, "london").locator(".dot").boundingBox();
      assert.ok(dot.x > card.x + card.width, `${dot.x} is right of ${card.x + card.width}`);
      assert.ok(dot.x < frame.x + frame.width - 40);
    });
    await close(page);
  });
}

test("the current stay is marked in the city's card while the person is at a part of it", async () => {
  const page = await open(site, "#sel=saint-petersburg");
  const current = region(page, "Place").locator(".stays").getByRole("listitem").and(page.locator("[aria-current=true]"));
  const sites = region(page, "Place").locator(".stays").getByText("Litovsky Castle");
  assert.ok((await sites.count()) > 0, "stays at a site are listed with its name");
  await region(page, "Place").locator(".stays").getByRole("button").filter({ hasText: "Litovsky Castle" }).first().click();
  await counts(current, 1);
  assert.match(await current.textContent(), /Litovsky Castle/);
  await close(page);
});

test("hidden kinds of stays leave the map", async () => {
  const page = await open(site, "#mode=all&date=1910-01-01");
  const shown = page.locator(".place.visited:not(.hidden)");
  const [places, lines] = [await shown.count(), await page.locator("path.leg").count()];
  assert.ok(places > 4 && lines > 4);
  const legend = page.getByRole("list", { name: "Kinds of stays" }).getByRole("button");
  await legend.first().click();
  await eventually(async () => {
    assert.ok((await shown.count()) < places, "fewer places");
    assert.ok((await page.locator("path.leg").count()) < lines, "fewer lines");
  });
  for (let i = 1; i < (await legend.count()); i += 1) await legend.nth(i).click();
  await counts(page.locator("path.leg"), 0);
  await counts(shown, 0);
  await person(page);
  for (let i = 0; i < (await legend.count()); i += 1) await legend.nth(i).click();
  await counts(page.locator("path.leg"), lines);
  await counts(shown, places);
  await close(page);
});

test("the places are one stop of the Tab key, at the person's place", async () => {
  const page = await open(site, "#date=1908-01-01");
  await counts(page.locator(".ground [tabindex='0']"), 1);
  const here = place(page, "srednekolymsk");
  assert.equal(await here.getAttribute("tabindex"), "0");
  assert.match(await here.getAttribute("aria-label"), /^Srednekolymsk, here now, \d+ stays?$/);
  await here.focus();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest(".place") === null), true, "the next Tab leaves the places");
  await close(page);
});

test("arrow keys go from place to place, Enter opens, Escape leads to the map itself", async () => {
  const page = await open(site, "#map=4/55/30&date=1900-01-01");
  await still(page);
  const petersburg = place(page, "saint-petersburg");
  await petersburg.focus();
  const x = async (id) => (await place(page, id).locator(".dot").boundingBox()).x;
  const focused = () => page.evaluate(() => document.activeElement.dataset.place);
  await page.keyboard.press("ArrowLeft");
  const west = await focused();
  assert.ok(west && west !== "saint-petersburg", west);
  assert.ok((await x(west)) < (await x("saint-petersburg")));
  await counts(page.locator(".ground [tabindex='0']"), 1);
  await page.keyboard.press("PageDown");
  const next = await focused();
  assert.ok(next && next !== west, `${next} after ${west}`);
  await page.keyboard.press("PageUp");
  assert.equal(await focused(), west);
  await page.keyboard.press("Enter");
  await region(page, "Place").waitFor();
  await page.keyboard.press("Escape");
  await hasFocus(place(page, west));
  await page.keyboard.press("Escape");
  await hasFocus(page.locator(".ground"));
  await still(page);
  const before = await x("saint-petersburg");
  await page.keyboard.press("ArrowRight");
  await still(page);
  assert.ok((await x("saint-petersburg")) < before - 40, "the map has moved");
  await page.keyboard.press("Enter");
  assert.ok(await focused(), "back at the places");
  await close(page);
});

test("at the scale of the world a site is named by its town", async () => {
  const page = await open(site, "#map=3/55/40&sel=saint-petersburg");
  await region(page, "Place").locator(".stays").getByRole("button").filter({ hasText: "Botanical Garden" }).first().click();
  await press(page, "Close");
  const label = (id) => place(page, id).locator(".label");
  await eventually(async () => {
    assert.equal(await label("botanical-garden").isVisible(), false);
    assert.match(await label("saint-petersburg").textContent(), /Saint Petersburg|Petrograd|Leningrad/);
    assert.equal(await label("saint-petersburg").isVisible(), true);
  });
  await close(page);
});

test("the map marks what a search has found, and shows what is opened", async () => {
  const page = await open(site, "#map=8/41.7/44.8&date=1900-01-01");
  await page.getByRole("searchbox").fill("london");
  await counts(page.locator(".place.found[data-place=london]"), 1);
  await page.keyboard.press("Enter");
  await eventually(async () => {
    const [dot, frame] = [await place(page, "london").locator(".dot").boundingBox(), await map(page).boundingBox()];
    assert.ok(frame.x < dot.x && dot.x < frame.x + frame.width);
  });
  await press(page, "Text");
  await counts(page.locator(".place.found"), 0);
  await close(page);
});

test("the caption does not cut the place while there is room", async () => {
  for (const width of [390, 768, 1180, 1366, 1920]) {
    const page = await open(site, "#date=1908-01-01", { viewport: { width, height: 800 } });
    for (const date of ["1871-03-14", "1905-02-20", "1908-01-01", "1922-08-01"]) {
      await goTo(page, date);
      const cut = await page.locator(".caption-place").evaluate((e) => e.scrollWidth - e.clientWidth);
      assert.ok(cut <= 1, `${date} at ${width}: cut by ${cut}`);
    }
    await close(page);
  }
});
