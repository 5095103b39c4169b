// Errors are shown to the reader, markup in data stays text, and the page works without
// scripts and by keyboard.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axeFindsNothing } from "./axe.mjs";
import { readLife } from "./lives.mjs";
import {
  button, close, dayIs, eventually, hasFocus, isReady, now, open, playBy, press, reads, region, says, slider, useSite,
} from "./harness.mjs";

const site = await useSite();
const failure = (page) => page.getByRole("alert").filter({ hasText: "cannot be shown" });

test("a missing file is an alert that names it, and can be tried again", async () => {
  let broken = true;
  const page = await open(site, "", {
    ready: false,
    route: (page) =>
      page.route("**/itinerary.geojson", (route) =>
        broken ? route.fulfill({ status: 404, body: "" }) : route.continue(),
      ),
  });
  await reads(failure(page), /itinerary\.geojson could not be fetched: the server answered 404/);
  const document = page.locator(".itinerary");
  await document.getByText("Clara Voss was born in Riga").waitFor();
  broken = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await isReady(page);
  assert.equal(await document.count(), 0);
  await page.close();
});

for (const [what, file, body, expected] of [
  ["cut off", "text.json", '{"sections":[{"ti', /text\.json cannot be read/],
  ["of the wrong type", "lives.json", '{"lives":[]}', /lives\.json cannot be read/],
  ["without lives", "lives.json", "[]", /list of lives is empty/],
  ["broken", "places.geojson", '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{}}]}', /places\.geojson: .*`id`/],
]) {
  test(`data that is ${what} is an alert that says so`, async () => {
    const page = await open(site, "", {
      ready: false,
      route: (page) => page.route(`**/${file}`, (route) => route.fulfill({ body })),
    });
    await reads(failure(page), expected);
    await page.close();
  });
}

test("data in another encoding is an alert that says so", async () => {
  const page = await open(site, "", {
    ready: false,
    route: (page) =>
      page.route("**/places.geojson", (route) => route.fulfill({ body: Buffer.from([0x7b, 0xff, 0x7d]) })),
  });
  await reads(failure(page), /places\.geojson cannot be read: it is not written in UTF-8 \(byte 1\)/);
  await page.close();
});

test("a connection that is cut is an alert, and trying again helps", async () => {
  let cut = true;
  const page = await open(site, "", {
    ready: false,
    route: (page) =>
      page.route("**/text.json", (route) => (cut ? route.abort("connectionreset") : route.continue())),
  });
  await reads(failure(page), /text\.json could not be fetched: the connection failed/);
  cut = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await isReady(page);
  await page.close();
});

for (const [what, answer, expected] of [
  ["cannot be fetched", (route) => route.abort("connectionreset"), /natural-earth\.topojson could not be fetched/],
  ["cannot be read", (route) => route.fulfill({ body: '{"type":"Topology"' }), /natural-earth\.topojson: the base map cannot be read/],
]) {
  test(`where the ground ${what} the page can be used, and says so`, async () => {
    const page = await open(site, "#date=1908-01-01", {
      route: (page) => page.route("**/natural-earth.topojson", answer),
    });
    const alert = page.getByRole("alert").filter({ hasText: "Land and water are missing" });
    await reads(alert, expected);
    await slider(page).focus();
    await page.keyboard.press("PageUp");
    await dayIs(page, "1908-02-01");
    await alert.getByRole("button", { name: "Close" }).click();
    await alert.waitFor({ state: "detached" });
    await page.close();
  });
}

test("while data loads slowly the document can be read, and then the page replaces it", async () => {
  let go;
  const held = new Promise((resolve) => (go = resolve));
  const page = await open(site, "", {
    ready: false,
    route: (page) => page.route("**/text.json", (route) => held.then(() => route.continue())),
  });
  await page.getByRole("status").filter({ hasText: "Unfolding the map" }).waitFor();
  await page.getByRole("heading", { level: 1, name: "Clara Voss" }).waitFor();
  assert.equal(await page.getByRole("alert").filter({ hasText: /\S/ }).count(), 0);
  go();
  await isReady(page);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test("a wrong clock, or one that is set anew, does not affect the page", async () => {
  const page = await open(site, "#date=1908-01-01", {
    route: (page) =>
      page.addInitScript(() => {
        let now = -62e12;
        Date.now = () => (now += Math.random() < 0.5 ? -1e9 : 1e7);
      }),
  });
  await playBy(page, "By calendar");
  await slider(page).focus();
  await page.keyboard.press("PageUp");
  await dayIs(page, "1908-02-01");
  const before = await now(page);
  await press(page, "Play");
  await eventually(async () => assert.ok((await now(page)) > before, "play goes on"));
  await press(page, "Pause");
  await button(page, "Play").waitFor();
  const after = await now(page);
  assert.ok(after < before + 3000, `${after - before} days`);
  await close(page);
});

test("a program that cannot start says so", async () => {
  const page = await open(site, "", {
    ready: false,
    route: (page) => page.route("**/*.wasm", (route) => route.fulfill({ body: "no program" })),
  });
  await reads(page.getByRole("alert").filter({ hasText: /\S/ }), /has stopped working/);
  await page.close();
});

test("without scripts the page says what it is and where the data is", async () => {
  const page = await open(site, "", { ready: false, javaScriptEnabled: false });
  const note = page.locator("noscript p");
  assert.match(await note.innerText(), /scripts are switched off/);
  assert.ok((await note.boundingBox()).height > 20);
  await page.close();
});

test("without scripts the first life is a document, and axe finds nothing", async () => {
  const page = await open(site, "", { ready: false, javaScriptEnabled: false });
  assert.deepEqual(page.complaints, []);
  assert.match(await page.title(), /^Clara Voss/);
  await page.getByRole("heading", { level: 1, name: "Clara Voss" }).waitFor();
  const map = await page.getByRole("img", { name: /^Map of the places/ }).boundingBox();
  assert.ok(map.width > 300 && map.height > 150, "the map is seen");
  assert.equal(await page.getByRole("main").getByRole("listitem").count(), readLife(site.folder).stays.length);
  const place = page.getByRole("link", { name: "Srednekolymsk" }).first();
  assert.equal(await place.getAttribute("href"), "#sel=srednekolymsk");
  const html = await page.content();
  await page.close();

  // axe is a script: it reads the same markup without the program's.
  const copy = await open(site, "", {
    ready: false,
    bypassCSP: true,
    route: (page) => page.route("**/*.{js,wasm}", (route) => route.abort()),
  });
  await copy.evaluate(() => document.getElementById("failure").remove());
  assert.match(html, /<article class="itinerary">/);
  await copy.getByRole("heading", { level: 1, name: "Clara Voss" }).waitFor();
  await axeFindsNothing(copy);
  await copy.close();
});

test("the page replaces the document, which is hidden for another life", async () => {
  const page = await open(site);
  assert.equal(await page.locator(".itinerary").count(), 0);
  await page.close();
  const other = await open(site, "?life=nobody", {
    ready: false,
    route: (page) => page.route("**/*.wasm", () => {}),
  });
  assert.equal(await other.locator(".itinerary").isVisible(), false);
  await other.getByText("Unfolding the map").waitFor();
  await other.close();
});

test("markup in data stays text", async () => {
  const evil = '<img src=x onerror="window.hacked=1"><b>Riga</b>';
  const page = await open(site, "#sel=riga", {
    route: (page) =>
      page.route("**/places.geojson", async (route) => {
        const response = await route.fetch();
        const data = await response.json();
        const riga = data.features.find((f) => f.properties.id === "riga");
        riga.names = [{ toponym: evil }];
        riga.properties.source = evil;
        await route.fulfill({ json: data });
      }),
  });
  const heading = region(page, "Place").getByRole("heading", { level: 2 });
  await eventually(async () => assert.equal(await heading.textContent(), evil));
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.equal(await page.locator("img[src=x]").count(), 0);
  await page.close();
});

for (const [state, fragment, options] of [
  ["at the start", "", {}],
  ["with a card", "#date=1905-02-20&sel=saint-petersburg", {}],
  ["with the table", "#date=1908-01-01", { table: true }],
  ["in the dark", "#date=1918-06-01&sel=moscow", { colorScheme: "dark" }],
  ["on a phone", "#date=1900-05-01", { viewport: { width: 390, height: 844 } }],
  ["on a phone with a card", "#date=1900-05-01&sel=geneva", { viewport: { width: 390, height: 844 } }],
]) {
  test(`axe finds nothing ${state}`, async () => {
    const page = await open(site, fragment, { ...options, bypassCSP: true });
    if (options.table) {
      await press(page, "Stays");
      await page.getByRole("table", { name: "Stays" }).waitFor();
    }
    await axeFindsNothing(page);
    await close(page);
  });
}

for (const width of [320, 390, 768, 1440]) {
  test(`nothing extends beyond the edge at ${width} pixels`, async () => {
    const page = await open(site, "#date=1900-05-01&sel=geneva", {
      viewport: { width, height: width < 700 ? 700 : 900 },
    });
    const [scroll, client] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.ok(scroll <= client, `${scroll} > ${client}`);
    for (const name of ["Play", "Next stay", "Previous stay"]) {
      const box = await button(page, name).boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width, `${name} is off the page`);
      assert.ok(box.width >= 24 && box.height >= 24, `${name} is too small to touch`);
    }
    await page.close();
  });
}

test("everything can be reached by keyboard alone", async () => {
  const page = await open(site);
  const reached = [];
  const inText = () => page.evaluate(() => document.activeElement.id === "text");
  for (let i = 0; i < 400 && !(await inText()); i += 1) {
    await page.keyboard.press("Tab");
    reached.push(
      await page.evaluate(() => {
        const e = document.activeElement;
        return e.getAttribute("aria-label") ?? e.textContent.trim().slice(0, 40);
      }),
    );
  }
  for (const name of ["Riga, here now, 1 stay", "Zoom in", "Follow", "Fit", "Play", "Next stay", "Speed", "Date", "Text"]) {
    assert.ok(reached.includes(name), `${name} is not reached: ${reached}`);
  }
  await close(page);
});

test("the map is skipped with two keys", async () => {
  const page = await open(site);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await hasFocus(slider(page));
  await page.keyboard.press("ArrowRight");
  await says(page, /^15 March 1871/);
  await close(page);
});
