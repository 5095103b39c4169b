// The view of the whole life, tested with the bundle's own life. The invented life
// spans the world, which does not fit into a window.
import assert from "node:assert/strict";
import { test } from "node:test";
import { close, eventually, open, press, useSite } from "./harness.mjs";

const site = await useSite("first");

/** The places of stays that are not in the map, or under one of its buttons. */
const covered = () => {
  const map = document.querySelector("section.map").getBoundingClientRect();
  const tools = [...document.querySelectorAll(".map-tools button")].map((e) => e.getBoundingClientRect());
  return [...document.querySelectorAll(".place.visited:not(.hidden) .dot")]
    .map((dot) => [dot.parentElement.dataset.place, dot.getBoundingClientRect()])
    .filter(([, { x, y, width, height }]) => {
      const [cx, cy] = [x + width / 2, y + height / 2];
      const within = map.left + 4 < cx && cx < map.right - 4 && map.top + 4 < cy && cy < map.bottom - 4;
      return !within || tools.some((box) => box.left < cx && cx < box.right && box.top < cy && cy < box.bottom);
    })
    .map(([id]) => id);
};

for (const [width, height] of [[390, 844], [768, 1024], [1366, 768]]) {
  test(`Fit shows every place of the life, none under a button, ${width} pixels wide`, async () => {
    const page = await open(site, "#map=7/60/30&mode=all", { viewport: { width, height } });
    await press(page, "Fit");
    await eventually(async () => assert.deepEqual(await page.evaluate(covered), []));
    await close(page);
  });
}
