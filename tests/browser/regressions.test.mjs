// Regression tests: faults that the page once had.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  close, dayIs, eventually, goTo, now, open, press, reads, region, says, useSite,
} from "./harness.mjs";

const site = await useSite();

const SIZES = [[390, 844], [768, 1024], [1366, 768], [1920, 1080]];

for (const [width, height] of SIZES) {
  test(`each panel opens at its button, ${width} pixels wide`, async () => {
    const page = await open(site, "#date=1908-01-01", { viewport: { width, height } });
    for (const [name, role] of [["Your data", "group"], ["Share", "group"], ["Help", "dialog"], ["More", "group"]]) {
      // In a small window the buttons of the masthead are in its menu.
      const isInMenu = width < 900 && name !== "More";
      const opener = page.getByRole("button", { name: isInMenu ? "Menu" : name, exact: true });
      await press(page, name);
      const panel = page.locator(":popover-open:not(#menu)");
      await panel.waitFor();
      if (name !== "More") assert.equal(await panel.and(page.getByRole(role, { name })).count(), 1, name);
      await eventually(async () => {
        const [button, box] = [await opener.boundingBox(), await panel.boundingBox()];
        const words = `${name}: button ${sides(button)}, panel ${sides(box)}`;
        assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, `in the window: ${words}`);
        assert.ok(isAt(button, box), `at the button: ${words}`);
      });
      await page.keyboard.press("Escape");
      await panel.waitFor({ state: "detached" });
    }
    await close(page);
  });
}

const sides = ({ x, y, width, height }) => `${[x, y, x + width, y + height].map(Math.round)}`;

/** Does a box begin within 16 pixels of a button on one side, and meet it along that side? */
function isAt(button, box) {
  const gap = (a, aLength, b, bLength) => Math.max(a - (b + bLength), b - (a + aLength));
  const across = gap(button.x, button.width, box.x, box.width);
  const down = gap(button.y, button.height, box.y, box.height);
  return (Math.abs(down) <= 16 && across < 0) || (Math.abs(across) <= 16 && down < 0);
}

for (const [width, height] of [[390, 844], [1366, 768]]) {
  test(`a long name in the caption is not cut while there is room beside it, ${width} pixels wide`, async () => {
    const page = await open(site, "", { viewport: { width, height } });
    for (const [date, words] of [
      ["1917-11-10", /Imperial Botanical Garden of Peter the Great/],
      ["1909-08-28", /from Srednekolymsk to Nome/],
      ["1900-05-01", /whereabouts unknown between London and Tiflis/],
    ]) {
      await goTo(page, date);
      await says(page, words);
      await eventually(async () => {
        const { cut, free } = await page.locator(".caption-place").evaluate((name) => {
          const row = name.parentElement;
          const parts = [...row.children].filter((e) => e.checkVisibility() && e.getClientRects().length > 0);
          const onLine = parts.filter((e) => {
            const [a, b] = [e.getBoundingClientRect(), name.getBoundingClientRect()];
            return a.top < b.bottom && b.top < a.bottom;
          });
          // The text itself is measured, not the box around it.
          const written = (e) => {
            const range = document.createRange();
            range.selectNodeContents(e);
            return Math.min(range.getBoundingClientRect().width, e.getBoundingClientRect().width);
          };
          const gaps = (onLine.length - 1) * (Number.parseFloat(getComputedStyle(row).columnGap) || 0);
          const used = onLine.reduce((sum, e) => sum + written(e), 0) + gaps;
          return { cut: name.scrollWidth - name.clientWidth, free: row.clientWidth - used };
        });
        assert.ok(cut <= 0 || free < 8, `${date}: ${cut} pixels are cut while ${free} are free`);
      });
    }
    await close(page);
  });
}

test("Enter in the search box opens the best result", async () => {
  const page = await open(site);
  const box = page.getByRole("searchbox");
  await box.fill("tiflis");
  await region(page, "Search results").getByRole("listitem").first().waitFor();
  await box.press("Enter");
  await region(page, "Place").getByRole("heading", { level: 2, name: "Tiflis" }).waitFor();
  await close(page);
});

test("Enter in the search box shows a passage where that is the best result", async () => {
  const page = await open(site);
  const box = page.getByRole("searchbox");
  await box.fill("fish oil");
  await region(page, "Search results").getByRole("listitem").first().waitFor();
  await box.press("Enter");
  await eventually(async () => assert.equal(await page.evaluate(() => getSelection().toString()), "fish oil"));
  await close(page);
});

test("arrow keys choose among the results, and Enter opens the chosen one", async () => {
  const page = await open(site);
  const box = page.getByRole("searchbox");
  await box.fill("geneva");
  const results = region(page, "Search results").getByRole("listitem");
  await results.nth(1).waitFor();
  const best = await results.nth(0).locator("b").textContent();
  const second = await results.nth(1).locator("b").textContent();
  assert.deepEqual([best, second], ["Geneva", "Geneva Herbarium"]);
  const before = await now(page);
  // Down to the first, the second and the third result, and back.
  for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"]) await page.keyboard.press(key);
  await page.keyboard.press("Enter");
  await region(page, "Place").getByRole("heading", { level: 2, name: second }).waitFor();
  assert.equal(await now(page), before, "no key moves time");
  await close(page);
});

for (const [width, height] of SIZES) {
  test(`no label leaves the map or lies under its buttons at the opening view, ${width} pixels wide`, async () => {
    for (const fragment of ["", "#date=1908-01-01", "#date=1922-08-01"]) {
      const page = await open(site, fragment, { viewport: { width, height } });
      await page.waitForLoadState("networkidle");
      await eventually(async () => assert.deepEqual(await page.evaluate(misplacedLabels), [], fragment));
      await close(page);
    }
  });
}

/** Runs in the page: the labels of places that extend beyond the map or lie under one of its controls. */
function misplacedLabels() {
  const map = document.querySelector("[role=region][aria-label=Map], section[aria-label=Map]").getBoundingClientRect();
  const shown = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const labels = [...document.querySelectorAll("button[data-place] .label")].filter((e) => shown(e) && e.textContent.trim());
  const controls = [...document.querySelectorAll("[aria-label=Map] :is(button, a, .leaflet-control-scale)")]
    .filter((e) => shown(e) && !e.closest("[data-place]"))
    .map((e) => [e.textContent.trim() || e.className, e.getBoundingClientRect()]);
  const wrong = [];
  for (const label of labels) {
    const box = label.getBoundingClientRect();
    if (box.width === 0) continue;
    // A place that lies outside the view has its label there with it.
    const dot = label.closest("button").getBoundingClientRect();
    const [x, y] = [dot.left, dot.top];
    if (x < map.left || x > map.right || y < map.top || y > map.bottom) continue;
    const out = Math.max(map.left - box.left, box.right - map.right, map.top - box.top, box.bottom - map.bottom);
    if (out > 1) wrong.push(`${label.textContent} leaves the map by ${Math.round(out)} pixels`);
    for (const [name, control] of controls) {
      const across = Math.min(box.right, control.right) - Math.max(box.left, control.left);
      const down = Math.min(box.bottom, control.bottom) - Math.max(box.top, control.top);
      if (across > 1 && down > 1) wrong.push(`${label.textContent} lies under ${name}`);
    }
  }
  return wrong;
}

const collection = (features) => JSON.stringify({ type: "FeatureCollection", features });
const point = (properties, more = {}) => ({
  type: "Feature",
  properties,
  geometry: { type: "Point", coordinates: [12, 51] },
  ...more,
});

/** Opens the page on a file that the server has under `own.geojson`. */
const own = (body) =>
  open(site, "?data=own.geojson", {
    route: (page) =>
      page.route("**/own.geojson", (route) => route.fulfill({ body, contentType: "application/geo+json" })),
  });

test("own data speaks of records, nowhere of stays", async () => {
  const page = await own(collection([point({ name: "One", date: "1900" }), point({ name: "Two", date: "1910" })]));
  const table = page.getByRole("table", { name: "Records" });
  await table.waitFor();
  await page.getByRole("button", { name: "Records", exact: true }).or(page.getByRole("tab", { name: "Records", exact: true })).first().waitFor();
  const first = await now(page);
  await press(page, "Next record");
  await dayIs(page, "1910-01-01");
  await press(page, "Previous record");
  await dayIs(page, first);
  // In every panel and pane, in visible words and in accessible names.
  await table.getByRole("button", { name: "One" }).click();
  await region(page, "Place").waitFor();
  for (const name of ["Your data", "Share", "More"]) {
    await press(page, name);
    await page.locator(":popover-open").waitFor();
    await assertNoStays(page, name);
    await page.keyboard.press("Escape");
  }
  await page.getByRole("searchbox").fill("two");
  await assertNoStays(page, "search");
  await close(page);
});

async function assertNoStays(page, where) {
  const said = await page.evaluate(() => {
    const help = document.getElementById("help");
    const told = (e) => [e.getAttribute("aria-label"), e.getAttribute("title"), e.getAttribute("placeholder")];
    const seen = [...document.body.querySelectorAll("*")].filter((e) => e.checkVisibility() && !help?.contains(e));
    const words = seen.flatMap((e) => [...told(e), ...[...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data)]);
    return words.filter((words) => /\bstays?\b/i.test(words ?? ""));
  });
  assert.deepEqual(said, [], where);
}

test("numbers of own data are shown as the file writes them", async () => {
  const id = "9007199254740993";
  const body = collection([
    point({ count: "LARGE", share: "SMALL", whole: 42, part: 2.5, date: "1900" }, { id: "ID" }),
    point({ name: "Another", date: "1901" }),
  ])
    .replace('"LARGE"', "12345678901234567890")
    .replace('"SMALL"', "1e-9")
    .replace('"ID"', id);
  const page = await own(body);
  const table = page.getByRole("table").filter({ visible: true });
  await table.getByRole("button", { name: id }).click();
  const card = region(page, "Place");
  await reads(card.getByRole("heading", { level: 2 }), new RegExp(`^${id}$`), "a 64-bit id is no rounded number");
  for (const number of ["12345678901234567890", "1e-9", "42", "2.5"]) {
    await eventually(async () => assert.ok((await card.innerText()).split(/\s+/).includes(number), number));
  }
  await close(page);
});
