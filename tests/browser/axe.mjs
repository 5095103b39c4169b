// axe-core over a whole page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const script = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Targets whose position is essential: places on the map. WCAG 2.5.8 requires no minimum
 * size of these.
 */
const PLACED = /^<button[^>]*data-place=/;

/** Asserts that axe finds nothing in the state a page is in, text and map included. */
export async function axeFindsNothing(page) {
  assert.deepEqual(await violations(page), []);
}

/** What axe finds, the size of targets included: a line for each rule, with the first elements. */
async function violations(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(script);
  // Colours are not checked in the middle of a transition.
  await page.evaluate(() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => {}))));
  const options = { rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] };
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), options);
  const found = [];
  for (const { id, nodes } of violations) {
    const wrong = [];
    for (const node of nodes) {
      const exempt = id === "target-size" && (PLACED.test(node.html) || (await isFree(page, node.target[0])));
      if (!exempt) wrong.push(node);
    }
    if (wrong.length > 0) found.push(`${id} (${wrong.length}): ${wrong.slice(0, 4).map(described).join(" | ")}`);
  }
  return found;
}

/**
 * Is an element 24 pixels wide and high, with nothing over its corners? axe
 * counts the whole box of a neighbour, also the part that is clipped away.
 */
const isFree = (page, selector) =>
  page.locator(selector).evaluate((element) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    const corners = [[left, top], [right, top], [left, bottom], [right, bottom]];
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return (
      width >= 24 &&
      height >= 24 &&
      corners.every(([a, b]) => element.contains(document.elementFromPoint(a + Math.sign(x - a), b + Math.sign(y - b))))
    );
  });

const described = ({ target, html, any }) =>
  `${target} ${html.slice(0, 120)} (${any.map((check) => check.message).join("; ").slice(0, 160)})`;
