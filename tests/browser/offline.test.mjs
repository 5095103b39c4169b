// After one visit the page needs no network. Page and data are always of one version. A
// newer version waits until the reader asks for it.
import assert from "node:assert/strict";
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { axeFindsNothing } from "./axe.mjs";
import { finish, temporary } from "./lives.mjs";
import { counts, dist, eventually, goTo, hasFocus, isReady, open, person, reads, says, slider, useSite } from "./harness.mjs";

const site = await useSite();
const folders = temporary("offline");
// Each test has a browser context of its own.
let context;
afterEach(async () => {
  await context?.close();
  site.show(site.folder);
});

/** Opens the page in a new context and waits until the worker has everything. */
async function visit(fragment = "", options = {}) {
  context = await site.browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await open(site, fragment, {
    within: context,
    route: (page) =>
      page.addInitScript(() => {
        const { serviceWorker } = navigator;
        const register = serviceWorker.register.bind(serviceWorker);
        serviceWorker.register = async (...worker) => {
          const registration = await register(...worker);
          window.registered = true;
          return registration;
        };
      }),
  });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  return page;
}

/** A copy of the bundle with another title of the life, finished by the build's own script. */
function another(name, title) {
  const folder = join(folders, name);
  cpSync(site.folder, folder, { recursive: true });
  const file = join(folder, "data/lives.json");
  writeFileSync(file, readFileSync(file, "utf8").replace('"Clara Voss"', `"${title}"`));
  finish(folder);
  return folder;
}

/** Asserts that the page comes to show the life under a title. */
const shows = (page, title) => reads(page.getByRole("heading", { level: 1 }), new RegExp(`^${title}$`));
const note = (page) => page.getByRole("status").filter({ hasText: "A newer version is ready" });
const caches = (page) => page.evaluate(() => window.caches.keys());
const filesKept = (page) =>
  page.evaluate(async () => {
    const names = (await window.caches.keys()).filter((name) => name.includes("sha256-"));
    const kept = await Promise.all(
      names.map(async (name) => (await (await window.caches.open(name)).keys()).length),
    );
    return kept.filter((count) => count > 0);
  });

const tilesKept = (page) =>
  page.evaluate(async () => {
    const names = (await window.caches.keys()).filter((name) => !name.includes("sha256-"));
    const kept = await Promise.all(names.map(async (name) => (await (await window.caches.open(name)).keys()).length));
    return kept.reduce((a, b) => a + b, 0);
  });

/** Waits until the page has looked for a newer version, and none is being installed any more. */
const hasLooked = (page) =>
  eventually(async () => {
    const [registered, busy] = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return [window.registered, Boolean(registration.installing)];
    });
    assert.deepEqual([registered, busy], [true, false]);
  });

/** The paths that the browser asks the server for from now on. */
function watch() {
  const seen = [];
  context.on("response", (response) => seen.push(new URL(response.url()).pathname));
  return seen;
}

test("the second visit needs no server", async () => {
  const page = await visit();
  // The relief is kept as it is seen.
  const relief = page.locator("img[src*='basemap/relief']");
  const drawn = (page) =>
    eventually(async () => {
      const widths = await relief.evaluateAll((tiles) => tiles.map((tile) => tile.naturalWidth));
      assert.ok(widths.length > 0 && widths.every((width) => width > 0), `${widths}`);
    });
  await drawn(page);
  await page.reload();
  await isReady(page);
  await drawn(page);
  await eventually(async () => assert.ok((await tilesKept(page)) > 0, "no tile is kept"));
  await site.stop();
  try {
    await page.goto(`${site.url}?from=elsewhere#date=1908-01-01`);
    await isReady(page);
    await says(page, /Srednekolymsk/);
    await goTo(page, "1909-10-12");
    await says(page, /^12 October 1909/);
    await eventually(async () => assert.ok((await person(page)).lat > 55));
    await page.goto(`${site.url}index.html`);
    await isReady(page);
    await eventually(async () => {
      const seen = await relief.evaluateAll((tiles) => tiles.filter((t) => t.naturalWidth).length);
      assert.ok(seen > 0, "no relief without a network");
    });
    assert.equal(await note(page).count(), 0);
  } finally {
    await site.resume();
  }
});

test("downloads and relief are not stored in advance", async () => {
  const list = JSON.parse(readFileSync(join(dist, "offline.json"), "utf8"));
  const kept = Object.keys(list.files);
  assert.ok(kept.includes("./") && kept.includes("data/lives.json"));
  assert.ok(kept.some((path) => path.endsWith(".wasm")));
  assert.ok(!kept.some((path) => /downloads|relief|offline/.test(path)), `${kept}`);
});

test("a newer version waits for the reader, and brings page and data together", async () => {
  const page = await visit("#date=1908-01-01");
  // The version, and the relief, whose tiles come after the page is ready.
  const before = await eventually(async () => {
    const now = await caches(page);
    assert.equal(now.length, 2, `${now}`);
    return now;
  });
  site.show(another("newer", "Somebody Newer"));
  await page.reload();
  await isReady(page);
  await shows(page, "Clara Voss");
  await note(page).waitFor();
  // Reloading as such changes nothing; nor does the note take the focus.
  await page.reload();
  await isReady(page);
  await slider(page).focus();
  await note(page).waitFor();
  await shows(page, "Clara Voss");
  await hasFocus(slider(page));

  await page.getByRole("button", { name: "Reload" }).click();
  await shows(page, "Somebody Newer");
  await isReady(page);
  await says(page, /^1 January 1908/);
  // The old version is gone, the relief has stayed.
  await eventually(async () => {
    const now = await caches(page);
    assert.equal(now.length, before.length, `${now}`);
    assert.equal(now.filter((name) => before.includes(name)).length, before.length - 1);
  });
  await hasLooked(page);
  await counts(note(page), 0);
});

test("the note can be put off, and another page of the old version goes on", async () => {
  const page = await visit("", { bypassCSP: true });
  const other = await open(site, "#date=1908-01-01", { within: context });
  site.show(another("later", "Somebody Later"));
  await page.reload();
  await note(page).waitFor();
  await axeFindsNothing(page);
  await page.getByRole("button", { name: "Later" }).click();
  await counts(note(page), 0);
  await shows(page, "Clara Voss");

  await note(other).waitFor();
  await page.reload();
  await note(page).waitFor();
  await page.getByRole("button", { name: "Reload" }).click();
  await shows(page, "Somebody Later");
  await shows(other, "Clara Voss");
  await goTo(other, "1909-10-12");
  await says(other, /^12 October 1909/);
  await other.getByRole("button", { name: "Reload" }).click();
  await shows(other, "Somebody Later");
});

test("a version that does not work can be replaced by one that does", async () => {
  const page = await visit();
  const broken = another("broken", "Somebody Broken");
  writeFileSync(join(broken, "data/clara-voss/text.json"), "{}");
  finish(broken);
  site.show(broken);
  await page.reload();
  await note(page).waitFor();
  await page.getByRole("button", { name: "Reload" }).click();
  await page.getByRole("alert").filter({ hasText: "cannot be shown" }).waitFor();
  site.show(another("mended", "Somebody Mended"));
  await page.reload();
  await note(page).waitFor();
  await page.getByRole("button", { name: "Reload" }).click();
  await shows(page, "Somebody Mended");
});

for (const [what, harm] of [
  ["lacks a file", (folder) => rmSync(join(folder, "data/clara-voss/places.geojson"))],
  ["has a file of another", (folder) => writeFileSync(join(folder, "data/clara-voss/text.json"), "[]")],
  ["lacks its list", (folder) => rmSync(join(folder, "offline.json"))],
]) {
  test(`a version that ${what} leaves the old one whole`, async () => {
    const page = await visit();
    const whole = await filesKept(page);
    const folder = another(what, "Somebody Broken");
    harm(folder);
    site.show(folder);
    const seen = watch();
    await page.reload();
    await isReady(page);
    await eventually(async () => assert.ok(seen.some((path) => path.endsWith("/offline.js")), "no newer worker is asked for"));
    await hasLooked(page);
    await shows(page, "Clara Voss");
    assert.equal(await note(page).count(), 0);
    await eventually(async () => assert.deepEqual(await filesKept(page), whole));
    await site.stop();
    try {
      await page.reload();
      await isReady(page);
      await shows(page, "Clara Voss");
    } finally {
      await site.resume();
    }
  });
}

test("where storage is refused, and in a frame, everything is as without it", async () => {
  const refused = await open(site, "", {
    route: (page) =>
      page.addInitScript(() => {
        window.refused = 0;
        navigator.serviceWorker.register = () => {
          window.refused += 1;
          return Promise.reject(new Error("refused"));
        };
      }),
  });
  await eventually(async () => assert.ok((await refused.evaluate(() => window.refused)) > 0));
  await refused.waitForLoadState("networkidle");
  assert.deepEqual(refused.complaints, []);
  assert.equal(await refused.getByRole("alert").count(), 0);
  await refused.context().close();

  // The page registers the worker a moment after it is ready. With a clock that the
  // test controls, the test need not wait for that.
  for (const [fragment, asked] of [["", 1], ["?embed", 0]]) {
    const page = await open(site, fragment, {
      route: async (page) => {
        await page.clock.install();
        await page.addInitScript(() => {
          window.asked = 0;
          navigator.serviceWorker.register = () => {
            window.asked += 1;
            return new Promise(() => {});
          };
        });
      },
    });
    await page.clock.runFor(10_000);
    assert.equal(await page.evaluate(() => window.asked), asked, fragment);
    await page.context().close();
  }
});

test("worker and list of files are small", () => {
  const scripts = readdirSync(dist).filter((name) => /^(offline|update).*\.js$/.test(name));
  assert.equal(scripts.length, 2, `${scripts}`);
  const size = scripts
    .map((name) => brotliCompressSync(readFileSync(join(dist, name))).length)
    .reduce((a, b) => a + b);
  assert.ok(size <= 1500, `${size} bytes`);
});
