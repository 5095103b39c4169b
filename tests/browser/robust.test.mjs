// What goes wrong is said; what is foreign stays text; everyone can use it.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { dist, open, slider, start } from "./harness.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let site;
before(async () => {
  site = await start();
});
after(() => site?.close());

test("a missing file is an alert that names it, and can be tried again", async () => {
  let broken = true;
  const page = await open(site, "", {
    ready: false,
    route: (page) =>
      page.route("**/itinerary.geojson", (route) =>
        broken ? route.fulfill({ status: 404, body: "" }) : route.continue(),
      ),
  });
  const alert = page.getByRole("alert").filter({ hasText: "cannot be shown" });
  await alert.waitFor();
  assert.match(await alert.textContent(), /itinerary\.geojson could not be fetched: the server answered 404/);
  const document = page.locator(".itinerary");
  await document.getByText("Stalin was born in Georgia").waitFor();
  broken = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await page.waitForFunction(() => document.documentElement.dataset.ready === "true");
  assert.equal(await document.count(), 0);
  await page.close();
});

for (const [what, file, body, expected] of [
  ["cut off", "text.json", '{"sections":[{"ti', /text\.json cannot be read/],
  ["of the wrong type", "lives.json", '{"lives":[]}', /lives\.json cannot be read/],
  ["without lives", "lives.json", "[]", /list of lives is empty/],
  ["broken", "places.geojson", '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{}}]}', /places\.geojson: a place without `id`/],
]) {
  test(`data that is ${what} is an alert that says so`, async () => {
    const page = await open(site, "", {
      ready: false,
      route: (page) => page.route(`**/${file}`, (route) => route.fulfill({ body })),
    });
    const alert = page.getByRole("alert").filter({ hasText: "cannot be shown" });
    await alert.waitFor();
    assert.match(await alert.textContent(), expected);
    await page.close();
  });
}

test("data in another encoding is an alert that says so", async () => {
  const page = await open(site, "", {
    ready: false,
    route: (page) =>
      page.route("**/places.geojson", (route) => route.fulfill({ body: Buffer.from([0x7b, 0xff, 0x7d]) })),
  });
  const alert = page.getByRole("alert").filter({ hasText: "cannot be shown" });
  await alert.waitFor();
  assert.match(await alert.textContent(), /places\.geojson cannot be read: it is not written in UTF-8 \(byte 1\)/);
  await page.close();
});

test("a connection that is cut is an alert, and trying again helps", async () => {
  let cut = true;
  const page = await open(site, "", {
    ready: false,
    route: (page) =>
      page.route("**/text.json", (route) => (cut ? route.abort("connectionreset") : route.continue())),
  });
  const alert = page.getByRole("alert").filter({ hasText: "cannot be shown" });
  await alert.waitFor();
  assert.match(await alert.textContent(), /text\.json could not be fetched: the connection failed/);
  cut = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await page.waitForFunction(() => document.documentElement.dataset.ready === "true");
  await page.close();
});

for (const [what, answer, expected] of [
  ["cannot be fetched", (route) => route.abort("connectionreset"), /natural-earth\.topojson could not be fetched/],
  ["cannot be read", (route) => route.fulfill({ body: '{"type":"Topology"' }), /natural-earth\.topojson: the base map cannot be read/],
]) {
  test(`where the ground ${what} the page can be used, and says so`, async () => {
    const page = await open(site, "#date=1905-11-20", {
      route: (page) => page.route("**/natural-earth.topojson", answer),
    });
    const alert = page.getByRole("alert").filter({ hasText: "Land and water are missing" });
    await alert.waitFor();
    assert.match(await alert.textContent(), expected);
    const before = Number(await slider(page).inputValue());
    await slider(page).focus();
    await page.keyboard.press("PageUp");
    assert.equal(Number(await slider(page).inputValue()), before + 30);
    await alert.getByRole("button", { name: "Close" }).click();
    await alert.waitFor({ state: "detached" });
    await page.close();
  });
}

test("while data is slow the document can be read, and then the page comes", async () => {
  let go;
  const held = new Promise((resolve) => (go = resolve));
  const page = await open(site, "", {
    ready: false,
    route: (page) => page.route("**/text.json", (route) => held.then(() => route.continue())),
  });
  await page.getByRole("status").filter({ hasText: "Unfolding the map" }).waitFor();
  await page.getByRole("heading", { level: 1, name: "Joseph Stalin" }).waitFor();
  assert.equal(await page.getByRole("alert").filter({ hasText: /\S/ }).count(), 0);
  go();
  await page.waitForFunction(() => document.documentElement.dataset.ready === "true");
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test("a clock that is wrong, or leaps, changes nothing", async () => {
  const page = await open(site, "#date=1905-11-20", {
    route: (page) =>
      page.addInitScript(() => {
        let now = -62e12;
        Date.now = () => (now += Math.random() < 0.5 ? -1e9 : 1e7);
      }),
  });
  const before = Number(await slider(page).inputValue());
  await slider(page).focus();
  await page.keyboard.press("PageUp");
  assert.equal(Number(await slider(page).inputValue()), before + 30);
  await page.getByRole("button", { name: "Play" }).click();
  await page.waitForTimeout(800);
  await page.getByRole("button", { name: "Pause" }).click();
  const after = Number(await slider(page).inputValue());
  assert.ok(after >= before + 30 && after < before + 3000, `${after - before} days`);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test("a program that cannot start says so", async () => {
  const page = await open(site, "", {
    ready: false,
    route: (page) => page.route("**/*.wasm", (route) => route.fulfill({ body: "no program" })),
  });
  const alert = page.getByRole("alert");
  await alert.waitFor();
  assert.match(await alert.textContent(), /has stopped working/);
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
  assert.match(await page.title(), /^Joseph Stalin/);
  await page.getByRole("heading", { level: 1, name: "Joseph Stalin" }).waitFor();
  const map = await page.getByRole("img", { name: /^Map of the places/ }).boundingBox();
  assert.ok(map.width > 300 && map.height > 150, "the map is seen");
  assert.equal(await page.getByRole("main").getByRole("listitem").count(), 93);
  const place = page.getByRole("link", { name: "Novaya Uda" }).first();
  assert.equal(await place.getAttribute("href"), "#sel=novaya-uda");
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
  await copy.getByRole("heading", { level: 1, name: "Joseph Stalin" }).waitFor();
  await copy.evaluate(axe);
  const { violations } = await copy.evaluate(() => axe.run());
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 160)}`), []);
  await copy.close();
});

test("the document gives way to the page, and stands aside for another life", async () => {
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

test("the document stays within 15 kB", () => {
  const lives = JSON.parse(readFileSync(join(dist, "data/lives.json"), "utf8"));
  const html = readFileSync(join(dist, "data", lives[0].id, "itinerary.html"));
  const size = brotliCompressSync(html).length;
  assert.ok(size <= 15_000, `${size} bytes`);
});

test("markup in data stays text", async () => {
  const evil = '<img src=x onerror="window.hacked=1"><b>Gori</b>';
  const page = await open(site, "#sel=gori", {
    route: (page) =>
      page.route("**/places.geojson", async (route) => {
        const response = await route.fetch();
        const data = await response.json();
        const gori = data.features.find((f) => f.properties.id === "gori");
        gori.names = [{ toponym: evil }];
        gori.properties.source = evil;
        await route.fulfill({ json: data });
      }),
  });
  const heading = page.getByRole("region", { name: "Place" }).getByRole("heading", { level: 2 });
  assert.equal(await heading.textContent(), evil);
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.equal(await page.locator("img[src=x]").count(), 0);
  await page.close();
});

for (const [state, fragment, options] of [
  ["at the start", "", {}],
  ["with a card", "#date=1905-11-20&sel=saint-petersburg", {}],
  ["with the table", "#date=1905-02-15", { table: true }],
  ["in the dark", "#date=1918-06-01&sel=tsaritsyn", { colorScheme: "dark" }],
  ["on a phone", "#date=1909-06-12", { viewport: { width: 390, height: 844 } }],
  ["on a phone with a card", "#date=1909-06-12&sel=kotlas", { viewport: { width: 390, height: 844 } }],
]) {
  test(`axe finds nothing ${state}`, async () => {
    const page = await open(site, fragment, { ...options, bypassCSP: true });
    if (options.table) await page.getByRole("button", { name: "Stays", exact: true }).click();
    await page.waitForTimeout(400);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run());
    assert.deepEqual(
      violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).slice(0, 4).join(" | ")}`),
      [],
    );
    await page.close();
  });
}

for (const width of [320, 390, 768, 1440]) {
  test(`nothing hangs over the edge at ${width} pixels`, async () => {
    const page = await open(site, "#date=1909-06-12&sel=kotlas", {
      viewport: { width, height: width < 700 ? 700 : 900 },
    });
    const [scroll, client] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.ok(scroll <= client, `${scroll} > ${client}`);
    for (const name of ["Play", "Next stay", "Previous stay"]) {
      const box = await page.getByRole("button", { name }).boundingBox();
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
  for (const name of ["Kureika", "Zoom in", "Follow", "Whole life", "Play", "Next stay", "Speed", "Date", "Text"]) {
    assert.ok(reached.includes(name), `${name} is not reached: ${reached}`);
  }
  await page.close();
});

test("two keys pass the map by", async () => {
  const page = await open(site);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  assert.match(await slider(page).getAttribute("aria-valuetext"), /^19 December 1878/);
  await page.close();
});

/** That these files of dist/ are together not larger than so many bytes, brotli 11. */
function assertWithin(most, files) {
  const sizes = files.map((name) => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    return [name, brotliCompressSync(readFileSync(join(dist, name)), { params }).length];
  });
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  assert.ok(total <= most, `${total} bytes: ${sizes.map((s) => s.join(" ")).join(", ")}`);
}

test("the bundle stays within 250 kB", () => {
  assertWithin(250_000, readdirSync(dist).filter((name) => /\.(js|css|wasm)$/.test(name)));
});

test("a first visit fetches not more than 400 kB, but for the tiles of the relief", async () => {
  const asked = new Set();
  const page = await open(site, "", {
    route: (page) => page.on("request", (request) => asked.add(request.url())),
  });
  await page.locator("path.lake").waitFor();
  await page.close();
  const files = [...asked]
    .filter((url) => url.startsWith(site.url) && !url.includes("/relief/"))
    .map((url) => url.slice(site.url.length) || "index.html");
  assert.ok(files.includes("index.html") && files.some((name) => name.endsWith(".wasm")), files.join());
  assertWithin(400_000, files);
});

test("a strict policy holds: no inline script but trunk's own, no one else's server but for the map's images", () => {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const policy = html.match(/Content-Security-Policy" content="([^"]*)"/)?.[1];
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval' 'sha256-[^']+'(;|$)/);
  assert.doesNotMatch(policy, /unsafe-inline/);
  const others = policy.match(/[a-z-]+-src[^;]*https?:[^;]*/g);
  assert.deepEqual(others, ["img-src 'self' data: https://tile.openstreetmap.org"]);
});

