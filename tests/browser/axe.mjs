// axe-core over a whole page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const script = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What lies where it does because of what it says: chapters over their years,
 * places on the map. WCAG 2.5.8 asks no size of a target whose position is
 * essential.
 */
const PLACED = /^<button[^>]*(class="chapter"|data-place=)/;

/** Asserts that axe finds nothing in the state a page is in, text and map included. */
export async function axeFindsNothing(page) {
  assert.deepEqual(await violations(page), []);
}

/** What axe finds, the size of targets included: a line for each rule, with the first elements. */
async function violations(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(script);
  // Half-faded colours are not what a reader reads.
  await page.evaluate(() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => {}))));
  const options = { rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] };
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), options);
  const exempt = (rule, node) => rule === "target-size" && PLACED.test(node.html);
  return violations
    .map(({ id, nodes }) => [id, nodes.filter((node) => !exempt(id, node))])
    .filter(([, nodes]) => nodes.length > 0)
    .map(([id, nodes]) => `${id} (${nodes.length}): ${nodes.slice(0, 4).map(described).join(" | ")}`);
}

const described = ({ target, html, any }) =>
  `${target} ${html.slice(0, 120)} (${any.map((check) => check.message).join("; ").slice(0, 160)})`;
