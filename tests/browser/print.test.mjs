// On paper: map, date, legend, every stay with its quote, and nothing over them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readLife } from "./lives.mjs";
import { eventually, open, press, region, useSite } from "./harness.mjs";

const site = await useSite();
const life = readLife(site.folder);

/** Prints as a browser does: the event first, then the layout for paper. */
async function print(page) {
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
}

for (const [width, height] of [[390, 844], [1366, 768]]) {
  test(`the panel that printed is not on paper, ${width} pixels wide`, async () => {
    const page = await open(site, "#date=1908-06-01&sel=srednekolymsk", { viewport: { width, height } });
    await press(page, "Share");
    const panel = page.getByRole("group", { name: "Share" });
    await panel.waitFor();
    await print(page);
    assert.equal(await panel.isVisible(), false);
    assert.equal(await region(page, "Place").isVisible(), false, "the card");
    await page.close();
  });

  test(`paper has date, place, legend and quotes, ${width} pixels wide`, async () => {
    const page = await open(site, "#date=1908-06-01", { viewport: { width, height } });
    await print(page);
    const paper = await page.evaluate(() => document.body.innerText);
    assert.match(paper, /1 June 1908[^]*Srednekolymsk/, "the day shown");
    assert.match(paper, /exile/, "its kind");
    const legend = page.locator(".legend").filter({ visible: true });
    assert.equal(await legend.count(), 1, "the colours of kinds");
    assert.ok(await legend.locator(".swatch").first().isVisible());
    const table = page.getByRole("table", { name: "Stays" });
    const quotes = table.locator("q");
    assert.equal(await quotes.filter({ visible: true }).count(), life.stays.filter((stay) => stay.quote).length);
    assert.doesNotMatch(await quotes.allInnerTexts().then((all) => all.join(" ")), /\[\d+\]/, "without marks of notes");
    const look = await table.evaluate((table) => ({
      arrow: getComputedStyle(table.querySelector("th[aria-sort] button"), "::after").content,
      line: getComputedStyle(table.querySelector("td button")).textDecorationLine,
    }));
    assert.deepEqual(look, { arrow: "none", line: "none" });
    await page.close();
  });
}

test("the map takes the width of the paper", async () => {
  const page = await open(site, "#date=1908-06-01", { viewport: { width: 1920, height: 1080 } });
  await print(page);
  await eventually(async () => {
    const { width } = await page.locator(".ground").boundingBox();
    assert.ok(width > 690 && width < 703, `${width} pixels; A4 has 703 between its margins`);
  });
  await page.close();
});
