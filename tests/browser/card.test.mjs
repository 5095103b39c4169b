// The card of a place: names, stays, passages, where it is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { close, counts, eventually, goTo, hasFocus, now, open, press, reads, region, rest, says, useSite } from "./harness.mjs";

const site = await useSite();
const page = await open(site, "#date=1905-11-20&sel=saint-petersburg");

const card = (on = page) => region(on, "Place");

test("the name of the slider's day is the current one", async () => {
  const names = card().locator(".names").getByRole("listitem");
  const current = names.and(page.locator("[aria-current=true]"));
  assert.ok((await names.count()) >= 3);
  for (const [date, name] of [
    ["1905-11-20", "Saint Petersburg"],
    ["1914-09-15", "Petrograd"],
    ["1924-01-01", "Petrograd"],
    ["1925-05-01", "Leningrad"],
  ]) {
    await goTo(page, date);
    await eventually(async () => assert.deepEqual(await current.locator(".name").allTextContents(), [name], date));
    await reads(card().getByRole("heading", { level: 2 }), new RegExp(`^${name}$`));
  }
  // Two names are alike; their times tell them apart.
  await goTo(page, "1905-11-20");
  const when = await names.first().locator(".when").textContent();
  await eventually(async () => assert.equal(await current.first().locator(".when").textContent(), when));
});

test("the card's buttons step through the stays of its place alone", async () => {
  await goTo(page, "1871-03-14");
  const stays = card().locator(".stays").getByRole("listitem");
  const count = await stays.count();
  assert.ok(count >= 4, `${count} stays`);
  let before = await now(page);
  let steps = 0;
  for (; steps <= count; steps += 1) {
    await press(page, "Next stay here");
    const after = await now(page);
    if (after === before) break;
    assert.ok(after > before);
    await says(page, /Saint Petersburg|Petrograd|Leningrad|Litovsky Castle|Botanical Garden/);
    before = after;
  }
  assert.equal(steps, count, "a step for each stay");
  await press(page, "Previous stay here");
  await eventually(async () => assert.ok((await now(page)) < before));
  await counts(stays.and(page.locator("[aria-current=true]")), 1);
  await stays.first().getByRole("button", { name: /congress/ }).click();
  await says(page, /1905 \(16 January Old Style\), Saint Petersburg, congress/);
});

for (const [where, options] of [["", {}], [" on a phone", { viewport: { width: 390, height: 844 } }]]) {
  test(`a passage is shown in the text with the mention in view${where}`, async () => {
    const page = await open(site, "", options);
    const select = (place) => page.evaluate((fragment) => { location.hash = fragment; }, `#date=1900-01-01&sel=${place}`);
    for (const place of ["saint-petersburg", "tiflis", "srednekolymsk", "soviet-union"]) {
      await select(place);
      const passages = card(page).locator(".passages").getByRole("listitem");
      await passages.first().waitFor();
      // There are many, so only the first, the middle and the last are tested.
      const count = await passages.count();
      for (const nth of new Set([0, count >> 1, count - 1])) {
        if ((await card(page).count()) === 0) {
          await select(`${place}&n=${nth}`);
          await passages.first().waitFor();
        }
        const name = await passages.nth(nth).locator("mark").first().textContent();
        await passages.nth(nth).getByRole("button").click();
        await eventually(async () => assert.deepEqual(await pointedOut(page), [name, true, `#sel=${place}`, true], `${place} ${nth}`));
        await rest(page);
        assert.deepEqual(await pointedOut(page), [name, true, `#sel=${place}`, true], `${place} ${nth}, at rest`);
      }
    }
    await close(page);
  });
}

/** The selected words, whether they are within the text's pane, where they link to, and whether nothing lies over them. */
const pointedOut = (page) =>
  page.evaluate(() => {
    const selection = getSelection();
    if (!selection.rangeCount) return [];
    const pane = document.getElementById("text").getBoundingClientRect();
    const words = selection.getRangeAt(0);
    const box = words.getBoundingClientRect();
    const link = words.startContainer.parentElement.closest("a.mention");
    const first = words.getClientRects()[0];
    const top = document.elementFromPoint(first.left + first.width / 2, first.top + first.height / 2);
    return [
      selection.toString(),
      box.top >= pane.top && box.bottom <= pane.bottom,
      link.getAttribute("href"),
      link.contains(top),
    ];
  });

test("links to elsewhere say that they are", async () => {
  const links = card().getByRole("link");
  assert.ok((await links.count()) >= 1);
  for (const link of await page.locator("a[href^=http]").all()) {
    const [href, rel] = [await link.getAttribute("href"), await link.getAttribute("rel")];
    assert.match(rel ?? "", /noopener/, href);
    assert.match(href, /^https:/);
  }
});

test("Escape gives the focus back to the map, the table and the text", async () => {
  await press(page, "Close");
  await goTo(page, "1908-01-01");
  await press(page, "Stays");
  for (const button of [
    region(page, "Map").getByRole("button", { name: "Srednekolymsk" }),
    page.getByRole("table", { name: "Stays" }).getByRole("button", { name: "Srednekolymsk" }),
  ]) {
    await button.focus();
    await page.keyboard.press("Enter");
    await card().getByRole("heading", { name: "Srednekolymsk" }).waitFor();
    await hasFocus(card());
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    await card().waitFor({ state: "detached" });
    await hasFocus(button);
  }
  await press(page, "Text");
});

test("a card opened from a card: the focus still goes back to where it came from", async () => {
  const text = region(page, "Text");
  await text.getByRole("link", { name: "Srednekolymsk", exact: true }).first().click();
  await card().getByRole("heading", { name: "Srednekolymsk" }).waitFor();
  const other = text.getByRole("link", { name: "Nome", exact: true }).first();
  await other.click();
  await card().getByRole("heading", { name: "Nome" }).waitFor();
  await hasFocus(card());
  await page.keyboard.press("Escape");
  await card().waitFor({ state: "detached" });
  await hasFocus(other);
  assert.deepEqual(page.complaints, []);
});
