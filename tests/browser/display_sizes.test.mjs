// The page in large type, in small windows, under fingers and on a projector.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axeFindsNothing } from "./axe.mjs";
import {
  button, close, dayIs, eventually, hasFocus, now, open, press, region, slider, until, useSite,
} from "./harness.mjs";

const site = await useSite();
const presentation = (page) => page.getByRole("switch", { name: "Presentation" });

/** Is an element wholly in the window? */
async function inWindow(page, locator, what) {
  const [box, size] = [await locator.boundingBox(), page.viewportSize()];
  assert.ok(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width + 1 && box.y + box.height <= size.height + 1,
    `${what}: ${JSON.stringify(box)}`);
}

test("a finger on the slider finds the stay it is near to, a mouse any day", async () => {
  const page = await open(site, "", { viewport: { width: 390, height: 844 } });
  await press(page, "Next stay");
  await press(page, "Next stay");
  const arrival = await now(page);
  await slider(page).fill(String(arrival + 9));
  await dayIs(page, arrival + 9, "a mouse is exact");
  await slider(page).dispatchEvent("pointerdown", { pointerType: "touch" });
  await slider(page).fill(String(arrival + 11));
  await dayIs(page, arrival, "a finger means the stay");
  await slider(page).dispatchEvent("pointerup", { pointerType: "touch" });
  await slider(page).fill(String(arrival + 13));
  await dayIs(page, arrival + 13);
  await close(page);
});

for (const [how, viewport] of [
  ["on a phone on its side", { width: 844, height: 390 }],
  ["at 200 % of 1366 by 768", { width: 683, height: 384 }],
]) {
  test(`one can watch and drag ${how}`, async () => {
    const page = await open(site, "#date=1905-02-20", { viewport });
    const [map, text] = [region(page, "Map"), region(page, "Text")];
    for (const [what, locator] of [
      ["map", map], ["caption", page.locator(".caption")], ["slider", slider(page)], ["player", page.getByRole("group", { name: "Player" })],
      ["text", text], ["title", page.getByRole("heading", { level: 1 })],
    ]) {
      await inWindow(page, locator, what);
    }
    assert.ok((await map.boundingBox()).height > 180, "the map is high enough");
    assert.ok((await page.locator(".masthead").boundingBox()).height < 48, "one row");
    await axeFindsNothing(page);
    const credits = page.locator(".leaflet-control-attribution");
    if (await credits.isVisible()) {
      const [full, line] = [await button(page, "Full screen").boundingBox(), await credits.boundingBox()];
      assert.ok(full.y + full.height <= line.y || full.x >= line.x + line.width, "no button over the credits");
    }
    await close(page);
  });
}

for (const width of [390, 768]) {
  test(`the masthead is one row with a menu at ${width} pixels`, async () => {
    const page = await open(site, "", { viewport: { width, height: 900 } });
    assert.ok((await page.locator(".masthead").boundingBox()).height < 48);
    await button(page, "Menu").click();
    const menu = page.getByRole("group", { name: "Menu" });
    for (const name of ["What is this?", "Lives", "Key", "Your data", "Share", "Help"]) {
      await inWindow(page, menu.getByRole("button", { name, exact: true }), name);
    }
    await menu.getByRole("link", { name: "CC0" }).waitFor();
    await axeFindsNothing(page);
    await menu.getByRole("button", { name: "Share" }).click();
    await menu.waitFor({ state: "hidden" });
    await button(page, "Copy link to this view").waitFor();
    await page.keyboard.press("Escape");
    await button(page, "Copy link to this view").waitFor({ state: "hidden" });
    await hasFocus(button(page, "Menu"));
    await close(page);
  });
}

for (const viewport of [{ width: 1920, height: 1080 }, { width: 1366, height: 768 }]) {
  test(`a presentation is map and slider in large type at ${viewport.width} pixels`, async () => {
    const page = await open(site, "#date=1908-01-01", { viewport });
    const before = (await region(page, "Map").boundingBox()).width;
    await page.keyboard.press("f");
    await eventually(async () => assert.equal(await presentation(page).getAttribute("aria-checked"), "true"));
    await region(page, "Text").waitFor({ state: "hidden" });
    await until(page, (width) => document.querySelector(".leaflet-container").offsetWidth > width, before);
    await inWindow(page, page.locator(".caption"), "caption");
    await inWindow(page, slider(page), "slider");
    const small = () => page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const small = new Set();
      while (walker.nextNode()) {
        const e = walker.currentNode.parentElement;
        if (!walker.currentNode.textContent.trim() || !e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        const size = parseFloat(getComputedStyle(e).fontSize);
        if (size < 24 && !e.closest(".masthead, .visually-hidden")) small.add(`${e.className}: ${size}`);
      }
      return [...small];
    });
    assert.deepEqual(await small(), []);
    await axeFindsNothing(page);
    await press(page, "Play");
    await page.getByRole("status", { name: "Telling" }).locator("*").first().waitFor();
    assert.deepEqual(await small(), []);
    await press(page, "Pause");
    await page.evaluate(() => document.fullscreenElement && document.exitFullscreen());
    await eventually(async () => {
      await page.keyboard.press("Escape");
      assert.equal(await presentation(page).getAttribute("aria-checked"), "false");
    });
    await region(page, "Text").waitFor();
    await presentation(page).click();
    await region(page, "Text").waitFor({ state: "hidden" });
    await presentation(page).click();
    await region(page, "Text").waitFor();
    await page.getByRole("searchbox").press("f");
    assert.equal(await presentation(page).getAttribute("aria-checked"), "false", "no key is stolen from a field");
    await close(page);
  });
}

test("type of twice the size is twice as large, and nothing is cut or covered", async () => {
  const page = await open(site, "#date=1905-02-20", { viewport: { width: 1366, height: 768 } });
  const size = (selector) => page.locator(selector).first().evaluate((e) => parseFloat(getComputedStyle(e).fontSize));
  const selectors = [".caption-details", ".source-text", ".place .label", ".tick", ".switch button"];
  const before = await Promise.all(selectors.map(size));
  await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
  for (const [i, selector] of selectors.entries()) {
    const ratio = (await size(selector)) / before[i];
    assert.ok(ratio > 1.8, `${selector} grows ${ratio} times`);
  }
  for (const [what, locator] of [
    ["map", region(page, "Map")], ["caption", page.locator(".caption")], ["slider", slider(page)], ["player", page.getByRole("group", { name: "Player" })],
  ]) {
    await inWindow(page, locator, what);
  }
  await axeFindsNothing(page);
  const overlaps = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll(".place:not(.hidden, .nameless) .label")].map((e) => [e.textContent, e.getBoundingClientRect()]);
    return boxes.flatMap(([a, p], i) => boxes.slice(i + 1).filter(([, q]) =>
      Math.min(p.right, q.right) - Math.max(p.left, q.left) > 4 && Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > 6,
    ).map(([b]) => `${a} over ${b}`));
  });
  assert.deepEqual(overlaps, [], "labels keep clear of one another");
  await close(page);
});

test("on a low map what is told lies within it, and its person is seen", async () => {
  const page = await open(site, "", { viewport: { width: 844, height: 390 }, reducedMotion: "reduce" });
  await press(page, "Play");
  const card = page.locator(".telling");
  await card.locator("blockquote").waitFor();
  await press(page, "Pause");
  await eventually(async () => {
    const [map, box, person] = [await region(page, "Map").boundingBox(), await card.boundingBox(), await page.locator(".person").boundingBox()];
    assert.ok(box.y >= map.y && box.y + box.height <= map.y + map.height && box.x >= map.x, JSON.stringify([map, box]));
    const middle = person.y + person.height / 2;
    assert.ok(middle < box.y || middle > box.y + box.height, "beside the card");
  });
  await axeFindsNothing(page);
  await close(page);
});

for (const width of [1366, 390]) {
  test(`chapters are wide enough for a finger at ${width} pixels, in their order`, async () => {
    const page = await open(site, "", { viewport: { width, height: 800 } });
    const chapters = page.getByRole("group", { name: "Chapters and zoom of the timeline" }).locator(".chapter:visible");
    const look = async () => {
      const boxes = await chapters.evaluateAll((all) => all.map((e) => e.getBoundingClientRect().toJSON()));
      assert.ok(boxes.length > 0);
      for (const [i, { left, width }] of boxes.entries()) {
        assert.ok(width > 23.9, `chapter ${i} is ${width} wide`);
        if (i > 0) assert.ok(left > boxes[i - 1].right - 0.1, `chapter ${i} lies beside the one before`);
      }
    };
    await look();
    await press(page, "Zoom into the timeline");
    await look();
    await close(page);
  });
}

test("the dates at the ends of the timeline are whole", async () => {
  const page = await open(site, "", { viewport: { width: 390, height: 844 } });
  const cut = await page.locator(".tick").evaluateAll((ticks) => {
    const { left, right } = document.querySelector(".scale").getBoundingClientRect();
    return ticks.filter((e) => e.getBoundingClientRect().left < left || e.getBoundingClientRect().right > right).map((e) => e.textContent);
  });
  assert.deepEqual(cut, []);
  await close(page);
});
