// The reader's own data: opened by the address, by choosing and by dropping a file; in
// every dialect; with errors; with many records.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axeFindsNothing } from "./axe.mjs";
import {
  close, counts, day, dayIs, eventually, goTo, isReady, now, open, press, reads, region, says, slider, until, useSite,
} from "./harness.mjs";

const point = (properties, coordinates = [44.11, 41.98], more = {}) => ({
  type: "Feature",
  properties,
  geometry: coordinates && { type: "Point", coordinates },
  ...more,
});
const collection = (features, more = {}) => JSON.stringify({ type: "FeatureCollection", ...more, features });

const DIALECTS = collection(
  [
    point({ title: "In Linked Places" }, [10, 50], {
      when: { timespans: [{ start: { in: "1900" }, end: { in: "1909" } }] },
    }),
    point({ name: "For Leaflet.timeline", start: "1905-01-01", end: "1915-06-30" }, [12, 51]),
    point({ name: "For TimeDimension", time: "1910-05-05T12:00:00Z" }, [14, 52]),
    {
      type: "Feature",
      properties: { name: "A trip" },
      geometry: {
        type: "LineString",
        coordinates: [[0, 45, 0, -1893456000], [20, 45, 0, -1735689600]],
      },
    },
    point({ name: "By a year", year: 1912 }, [16, 53]),
    {
      type: "Feature",
      properties: { name: "An area", start_date: "1901", end_date: "1920" },
      geometry: { type: "Polygon", coordinates: [[[30, 50], [36, 50], [36, 54], [30, 54], [30, 50]]] },
    },
    point({ name: "Without a time" }, [18, 54]),
    point({ name: "Without a place", date: "1913-03" }, null),
  ],
  { name: "Eight dialects" },
);

const HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script>\u202egnp.';
const WRONG = collection([
  point({ name: HOSTILE, date: "1900", link: "javascript:document.title=3", web: "https://example.org/" }),
  point({ name: "Soon", date: "soon" }),
  point({ name: "In metres", date: "1950" }, [622000, 5200000]),
]);

const site = await useSite();

/** Opens the page on a file that the server has under `own.geojson`. */
const own = (body, fragment = "", { init, ...options } = {}) =>
  open(site, `?data=own.geojson${fragment}`, {
    ...options,
    route: async (page) => {
      if (init) await page.addInitScript(init);
      await page.route("**/own.geojson", (route) =>
        typeof body === "function" ? body(route) : route.fulfill({ body, contentType: "application/geo+json" }),
      );
    },
  });

const alert = (page) => page.getByRole("alert").filter({ hasText: /\S/ });
const table = (page) => page.getByRole("table", { name: "Records" });
const card = (page) => region(page, "Place");
/** Waits until the page says that it shows this number of its records. */
const shows = (page, count, of, why) =>
  reads(page.locator(".caption-place"), new RegExp(`^${count} of ${of} records$`), why);

/** The number of pixels of the canvas that are not blank. */
const inked = (page, canvas = "canvas.dots") =>
  page.evaluate((selector) => {
    const canvas = document.querySelector(selector);
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let i = 3; i < data.length; i += 4) count += data[i] > 0;
    return count;
  }, canvas);

test("every dialect is read, and the page is the same", async () => {
  const page = await own(DIALECTS, "#mode=instant&date=1908-06-15");
  await reads(page.getByRole("heading", { level: 1 }), /^Eight dialects$/);
  await dayIs(page, "1908-06-15");
  await shows(page, 3, 8);
  await says(page, /^15 June 1908, 3 of 8 records$/);
  for (const [date, count] of [["1904-06-01", 2], ["1910-05-05", 4], ["1912-07-01", 4], ["1920-12-31", 1]]) {
    await goTo(page, date);
    await shows(page, count, 8, date);
  }
  // First and last of all that is dated: 1900 to 1920.
  assert.equal(await slider(page).getAttribute("min"), String(day("1900-01-01")));
  assert.equal(await slider(page).getAttribute("max"), String(day("1920-12-31")));
  await counts(table(page).getByRole("row"), 9);
  const text = await table(page).textContent();
  for (const words of ["1900 to 1909", "5 May 1910", "1912", "1901 to 1920", "no time", "no place", "March 1913"]) {
    assert.ok(text.includes(words), words);
  }
  await close(page);
});

test("dots appear and disappear with the slider, without remains", async () => {
  const page = await own(DIALECTS, "#mode=instant&date=1900-02-01");
  const one = await eventually(async () => {
    const pixels = await inked(page);
    assert.ok(pixels > 20 && pixels < 200, `${pixels} pixels`);
    return pixels;
  });
  await goTo(page, "1912-07-01");
  await eventually(async () => assert.ok((await inked(page)) > 1.5 * one));
  await goTo(page, "1900-02-01");
  await eventually(async () => assert.equal(await inked(page), one));
  await page.close();
});

test("labels disappear when there are too many and come back; a mixed geometry disappears as a whole", async () => {
  const few = Array.from({ length: 5 }, (_, i) => point({ name: `Few ${i}`, date: "1900" }, [i * 10, 50]));
  const many = Array.from({ length: 200 }, (_, i) =>
    point({ name: `Many ${i}`, start: "1901", end: "1901" }, [(i % 20) * 3, 40 + Math.floor(i / 20)]),
  );
  const mixed = {
    type: "Feature",
    properties: { name: "Mixed", date: "1902" },
    geometry: {
      type: "GeometryCollection",
      geometries: [
        { type: "Point", coordinates: [10, 50] },
        { type: "LineString", coordinates: [[10, 50], [40, 60]] },
      ],
    },
  };
  const page = await own(collection([...few, ...many, mixed, point({ name: "", date: "1904" }, null)]), "#mode=instant&date=1900-06-01");
  /** Waits until a number of pixels of names and lines is drawn on a date. */
  const draws = async (date, such) => {
    await goTo(page, date);
    return eventually(async () => {
      const pixels = await inked(page, "canvas.shapes");
      assert.ok(such(pixels), `${pixels} pixels on ${date}`);
      return pixels;
    });
  };
  const names = await draws("1900-06-01", (pixels) => pixels > 500);
  await draws("1901-06-01", (pixels) => pixels === 0);
  await draws("1900-06-01", (pixels) => pixels === names);
  await draws("1902-06-01", (pixels) => pixels > 300);
  await draws("1903-06-01", (pixels) => pixels === 0);
  await close(page);
});

test("a row leads to its time, its place and what the file says of it", async () => {
  const page = await own(DIALECTS);
  await table(page).getByRole("button", { name: "For Leaflet.timeline" }).click();
  await card(page).waitFor();
  await reads(card(page).getByRole("heading", { level: 2 }), /^For Leaflet\.timeline$/);
  await reads(card(page), /51° N, 12° E/);
  await reads(card(page), /January 1905 to June 1915/);
  await dayIs(page, "1905-01-01");
  await until(page, () => location.hash.includes("sel=2"));
  await page.keyboard.press("Escape");
  await card(page).waitFor({ state: "detached" });
  await until(page, () => !location.hash.includes("sel="));
  await page.goBack();
  await card(page).waitFor();
  await close(page);
});

test("what is on the map is found by the pointer: dot, line and area", async () => {
  const page = await own(DIALECTS, "#map=5/50/20&mode=all&date=1910-01-01");
  const box = await page.locator(".ground").boundingBox();
  const at = ([lon, lat]) => {
    const scale = 256 * 2 ** 5;
    const y = (lat) => (0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * scale;
    return [box.x + box.width / 2 + ((lon - 20) / 360) * scale, box.y + box.height / 2 + y(lat) - y(50)];
  };
  for (const [name, place] of [
    ["For TimeDimension", [14, 52]],
    ["A trip", [10, 45]],
    ["An area", [33.5, 51.5]],
  ]) {
    await page.mouse.click(...at(place));
    await card(page).getByRole("heading", { level: 2, name }).waitFor();
  }
  await page.mouse.click(...at([25, 48]));
  await card(page).waitFor({ state: "detached" });
  await page.close();
});

test("markup in own data stays text", async () => {
  const page = await own(WRONG);
  await table(page).getByRole("button").nth(2).click();
  await card(page).waitFor();
  await eventually(async () => assert.equal(await card(page).getByRole("heading", { level: 2 }).textContent(), HOSTILE));
  assert.equal(await page.locator("img[src=x]").count(), 0);
  assert.equal(await card(page).getByRole("link").count(), 1, "only the web's own addresses are links");
  assert.equal(await card(page).getByRole("link").getAttribute("href"), "https://example.org/");
  assert.match(await page.title(), /^own\.geojson/);
  await close(page);
});

test("what cannot be read is listed with the reason, the rest is shown", async () => {
  const page = await own(WRONG);
  const list = page.locator(".unread");
  await reads(list, /Record 2, Soon: `date` is “soon”, which is not a date/);
  await reads(list, /Record 3, In metres: \[622000, 5200000\] is not a longitude and latitude in degrees \(WGS84\)/);
  await counts(table(page).getByRole("row"), 4);
  await page.close();
});

test("a file that breaks off shows what came before", async () => {
  const page = await own(DIALECTS.slice(0, -120));
  await page.getByText("The file is incomplete").waitFor();
  assert.ok((await table(page).getByRole("row").count()) >= 7);
  await page.close();
});

for (const [what, body, words] of [
  ["is missing", (route) => route.fulfill({ status: 404, body: "" }), /own\.geojson could not be fetched: the server answered 404/],
  ["breaks off while it is fetched", (route) => route.abort("connectionreset"), /own\.geojson could not be fetched: the connection failed/],
  ["is no JSON", "<kml/>", /own\.geojson cannot be read: it is not valid JSON/],
  ["is no GeoJSON", '{"type":"Topology"}', /it is JSON but not GeoJSON/],
  ["is in another encoding", Buffer.from([0x7b, 0x22, 0xe9, 0x22]), /not written in UTF-8 \(byte 2\)/],
  ["has no times", collection([point({ name: "Gori", date: "once" })]), /none of its records has a time that can be read.*`date` is “once”/],
]) {
  test(`a file that ${what} is one clear alert`, async () => {
    const page = await own(body, "", { ready: false });
    await reads(alert(page), words);
    await page.getByRole("button", { name: "Try again" }).waitFor();
    await page.close();
  });
}

test("a file of another site is not requested", async () => {
  const page = await open(site, "?data=https%3A%2F%2Fexample.org%2Fx.geojson", { ready: false });
  await reads(alert(page), /the file is on another site/);
  assert.deepEqual(page.outside, []);
  await page.close();
});

const file = (body, name = "mine.geojson") => ({ name, mimeType: "application/geo+json", buffer: Buffer.from(body) });

test("a chosen file replaces the life, and the life can be opened again", async () => {
  const page = await open(site, "#date=1905-11-20");
  await press(page, "Your data");
  await page.getByLabel("Open a file").setInputFiles(file(DIALECTS));
  await page.getByRole("heading", { level: 1, name: "Eight dialects" }).waitFor();
  await counts(page.locator(".ground"), 1);
  await shows(page, "\\d", 8);
  // The listeners of the life's page are removed with it, so a key works once.
  await slider(page).focus();
  const before = await now(page);
  await page.keyboard.press("ArrowRight");
  await dayIs(page, before + 1);
  await page.keyboard.press(".");
  await eventually(async () => assert.ok((await now(page)) > before + 1));
  await press(page, "Your data");
  await page.getByRole("link", { name: "Back to the life" }).click();
  await page.getByRole("heading", { level: 1, name: "Clara Voss" }).waitFor();
  await close(page);
});

test("a file can be dropped; an unreadable one is reported and changes nothing", async () => {
  const page = await open(site, "#date=1905-11-20&sel=tiflis");
  const drop = (body, name) =>
    page.evaluate(
      ([body, name]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([body], name));
        const target = document.querySelector(".page");
        for (const type of ["dragover", "drop"]) {
          target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
        }
      },
      [body, name],
    );
  await drop("nonsense", "bad.json");
  await reads(alert(page), /bad\.json cannot be read: it is not valid JSON/);
  assert.equal(await now(page), day("1905-11-20"));
  assert.ok(await card(page).isVisible());
  await alert(page).getByRole("button", { name: "Close" }).click();
  await alert(page).waitFor({ state: "detached" });
  await drop(DIALECTS, "mine.geojson");
  await page.getByRole("heading", { level: 1, name: "Eight dialects" }).waitFor();
  await counts(page.locator(".failure[role=alert]:not([hidden])"), 0);
  await page.close();
});

test("names are searched, and a result leads there", async () => {
  const page = await own(DIALECTS);
  await page.getByRole("searchbox").fill("DIMENSION");
  await page.getByRole("status").filter({ hasText: "1 result" }).waitFor();
  await page.locator(".results").getByRole("button").click();
  await card(page).getByRole("heading", { name: "For TimeDimension" }).waitFor();
  await dayIs(page, "1910-05-05");
  await close(page);
});

test("years before Christ are labelled BCE and can be typed", async () => {
  const body = collection([
    point({ name: "Rome", start: "-0753-04-21", end: "0476-09-04" }, [12.5, 41.9]),
    point({ name: "The first", year: -9999 }, [12.5, 41.9]),
    point({ name: "The last", year: 9999 }, [12.5, 41.9]),
  ]);
  const page = await own(body, "#date=-0043-03-15");
  await says(page, /^15 March 44 BCE, 2 of 3 records/);
  await reads(page.locator(".years"), /^10000 BCE–9999$/);
  await press(page, "More");
  await page.getByLabel("Go to date").fill("21 April 754 BC");
  await page.keyboard.press("Enter");
  await says(page, /^21 April 754 BCE/);
  await page.close();
});

test("without a canvas the page says so, and the table lists everything", async () => {
  const page = await open(site, "?data=own.geojson", {
    route: async (page) => {
      await page.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null;
      });
      await page.route("**/own.geojson", (route) => route.fulfill({ body: DIALECTS }));
    },
  });
  assert.match(await alert(page).textContent(), /cannot draw on the map/);
  await counts(table(page).getByRole("row"), 9);
  await close(page);
});

test("twenty thousand records are read with progress, and shown page by page", async () => {
  const features = Array.from({ length: 20_000 }, (_, i) =>
    point({ name: `Event ${i}`, start: `${1800 + (i % 200)}-01-01` }, [(i * 7) % 170, (i * 13) % 70]),
  );
  const page = await own(collection(features), "", {
    ready: false,
    // The messages are recorded, because one may disappear before it could be read.
    init: () => {
      window.statuses = new Set();
      const look = () => {
        for (const status of document.querySelectorAll("[role=status]")) statuses.add(status.textContent);
      };
      new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
    },
  });
  await isReady(page);
  const statuses = await page.evaluate(() => [...statuses]);
  assert.ok(statuses.some((words) => /Reading own\.geojson: \d+ %/.test(words)), `${statuses}`);
  await counts(table(page).getByRole("row"), 101);
  await press(page, "Next rows");
  await page.getByText("101–200 of 20,000").waitFor();
  await goTo(page, "1899-06-01");
  await shows(page, "10,000", "20,000");
  await page.getByRole("button", { name: /^Next (stay|record)$/ }).click();
  await dayIs(page, "1900-01-01");
  await close(page);
});

for (const [where, fragment, viewport] of [
  ["wide", "#mode=all&sel=2", undefined],
  ["on a phone", "#mode=window", { width: 390, height: 844 }],
]) {
  test(`axe finds nothing, ${where}`, async () => {
    const page = await own(WRONG.replace("1900", "1905"), fragment, viewport && { viewport });
    await axeFindsNothing(page);
    await close(page);
  });
}
