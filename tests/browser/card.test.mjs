// The card of a place: names, stays, passages, where it is.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { day, goTo, now, open, press, region, rest, slider, start, until } from "./harness.mjs";

let site;
let page;
before(async () => {
  site = await start();
  page = await open(site, "#date=1905-11-20&sel=saint-petersburg");
});
after(() => site?.close());

const card = (on = page) => region(on, "Place");

test("the name of the slider's day is the current one", async () => {
  const names = card().locator(".names").getByRole("listitem");
  const current = async () => {
    const all = await names.evaluateAll((rows) =>
      rows.filter((row) => row.ariaCurrent === "true").map((row) => row.querySelector(".name").textContent),
    );
    return all.join();
  };
  assert.ok((await names.count()) >= 3);
  for (const [date, name] of [
    ["1905-11-20", "Saint Petersburg"],
    ["1914-09-15", "Petrograd"],
    ["1924-01-01", "Petrograd"],
    ["1925-05-01", "Leningrad"],
  ]) {
    await goTo(page, date);
    assert.equal(await current(), name, date);
    assert.equal(await card().getByRole("heading", { level: 2 }).textContent(), name);
  }
  // Twice of this name: it is the time that tells them apart.
  await goTo(page, "1905-11-20");
  assert.equal(await names.and(page.locator("[aria-current]")).first().locator(".when").textContent(), await names.first().locator(".when").textContent());
});

test("previous and next stay here go through the stays of the place alone", async () => {
  await goTo(page, "1878-12-18");
  const stays = card().locator(".stays").getByRole("listitem");
  const count = await stays.count();
  assert.ok(count >= 8, `${count} stays`);
  let before = await now(page);
  let steps = 0;
  for (; steps < 40; steps += 1) {
    await press(page, "Next stay here");
    const after = await now(page);
    if (after === before) break;
    assert.ok(after > before);
    assert.match(await slider(page).getAttribute("aria-valuetext"), /Saint Petersburg|Petrograd|Leningrad/);
    before = after;
  }
  assert.ok(steps >= count - 3 && steps <= count, `${steps} steps through ${count} stays`);
  await press(page, "Previous stay here");
  assert.ok((await now(page)) < before);
  const current = stays.and(page.locator("[aria-current=true]"));
  assert.equal(await current.count(), 1);
  await stays.first().getByRole("button").click();
  assert.match(await slider(page).getAttribute("aria-valuetext"), /1905, Saint Petersburg, congress/);
});

for (const [where, options] of [["", {}], [" on a phone", { viewport: { width: 390, height: 844 } }]]) {
  test(`a passage is shown in the text with the mention in view${where}`, async () => {
    const page = await open(site, "", options);
    for (const place of ["saint-petersburg", "tiflis", "kureika", "soviet-union"]) {
      await page.evaluate((place) => { location.hash = `#date=1900-01-01&sel=${place}`; }, place);
      const passages = card(page).locator(".passages").getByRole("listitem");
      await passages.first().waitFor();
      // Not every one of the many: the first, the middle and the last.
      const count = await passages.count();
      for (const nth of new Set([0, count >> 1, count - 1])) {
        if ((await card(page).count()) === 0) {
          await page.evaluate((place) => { location.hash = `#sel=${place}&n=${Math.random()}`; }, place);
          await passages.first().waitFor();
        }
        const name = await passages.nth(nth).locator("mark").first().textContent();
        await passages.nth(nth).getByRole("button").click();
        await rest(page);
        const seen = await page.evaluate((name) => {
          const pane = document.getElementById("text").getBoundingClientRect();
          const words = getSelection().getRangeAt(0);
          const box = words.getBoundingClientRect();
          const link = words.startContainer.parentElement.closest("a.mention");
          const first = words.getClientRects()[0];
          const top = document.elementFromPoint(first.left + first.width / 2, first.top + first.height / 2);
          return [
            getSelection().toString(),
            box.top >= pane.top && box.bottom <= pane.bottom,
            link.getAttribute("href"),
            link.contains(top),
          ];
        }, name);
        assert.deepEqual(seen, [name, true, `#sel=${place}`, true], `${place} ${nth}`);
      }
    }
    assert.deepEqual(page.complaints, []);
    await page.close();
  });
}

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
  await goTo(page, "1914-06-01");
  await press(page, "Stays");
  for (const button of [
    region(page, "Map").getByRole("button", { name: "Kureika" }),
    page.getByRole("table", { name: "Stays" }).getByRole("button", { name: "Kureika" }),
  ]) {
    await button.focus();
    await page.keyboard.press("Enter");
    await card().getByRole("heading", { name: "Kureika" }).waitFor();
    await until(page, () => document.activeElement.classList.contains("card"));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    await card().waitFor({ state: "detached" });
    assert.equal(await button.evaluate((e) => e === document.activeElement), true);
  }
  await press(page, "Text");
  assert.deepEqual(page.complaints, []);
});

test("a card within a card's place: the focus still goes back to where it came from", async () => {
  const text = region(page, "Text");
  await text.getByRole("link", { name: "Kureika", exact: true }).first().click();
  await card().getByRole("heading", { name: "Kureika" }).waitFor();
  await text.getByRole("link", { name: "Narym", exact: true }).first().click();
  await card().getByRole("heading", { name: "Narym" }).waitFor();
  await until(page, () => document.activeElement.classList.contains("card"));
  await page.keyboard.press("Escape");
  await card().waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Narym");
});
