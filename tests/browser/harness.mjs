// Serves a bundle from a sub-path, as a plain static server would, opens it in
// the system's Chromium, and drives it as a reader does.
//
// Tests never wait for a fixed time. They wait for a state or an assertion: `until` (a
// state of the page), `eventually` (an assertion), `says`, `dayIs`.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after } from "node:test";
import { chromium } from "playwright-core";
import sirv from "sirv";
import { dist, secondBundle } from "./lives.mjs";

export { dist, root } from "./lives.mjs";

const PREFIX = "/atlas/first";

/** How long a state may take to come on a machine that is busy with other things. */
const PATIENCE = 20_000;

const executablePath = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path && existsSync(path));

/**
 * Starts the system's Chromium, without a GPU and without background requests. With a
 * folder for its profile it returns a context that keeps its data.
 */
export function launch(more = [], profile = undefined) {
  if (!executablePath) throw new Error("no Chromium found: run script/bootstrap --browser");
  const options = {
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...more,
    ],
  };
  return profile ? chromium.launchPersistentContext(profile, options) : chromium.launch(options);
}

/** A browser, and a server that shows a folder; `close` ends both. */
export async function start(folder = dist) {
  if (!existsSync(join(folder, "index.html"))) throw new Error("dist/ is missing: run script/build");
  let files;
  const show = (folder) => {
    files = sirv(folder, { dev: true });
  };
  show(folder);
  const server = createServer((request, response) => {
    if (!request.url.startsWith(`${PREFIX}/`)) {
      response.writeHead(404).end();
      return;
    }
    request.url = request.url.slice(PREFIX.length);
    files(request, response, () => response.writeHead(404).end());
  });
  const listen = (port) =>
    new Promise((listening) => server.listen(port, "127.0.0.1", listening));
  await listen(0);
  const { port } = server.address();
  const origin = `http://127.0.0.1:${port}`;
  const browser = await launch();
  const site = {
    origin,
    url: `${origin}${PREFIX}/`,
    folder,
    browser,
    /** From now on serves this folder. */
    show,
    /** Stops answering until `resume`. */
    stop() {
      const stopped = new Promise((done) => server.close(done));
      server.closeAllConnections();
      return stopped;
    },
    resume: () => listen(port),
    async close() {
      await browser.close();
      server.close();
    },
  };
  // If the page does not start, the file fails once, instead of every test in turn.
  try {
    await (await open(site)).close();
  } catch (error) {
    await site.close();
    throw new Error("the page does not become ready", { cause: error });
  }
  return site;
}

/**
 * A site for the tests of one file, closed after the last of them. It shows the
 * second life, or the one that the bundle was built with.
 */
export async function useSite(life = "second") {
  const site = await start(life === "first" ? dist : secondBundle());
  after(() => site.close());
  return site;
}

/**
 * Opens the page at a fragment and waits until it can be used. Errors and warnings of
 * the console are kept in `page.complaints`, requests to other sites in `page.outside`.
 * `within` is an existing browser context.
 */
export async function open(site, fragment = "", options = {}) {
  const { viewport = { width: 1440, height: 900 }, route, ready = true, within, ...context } = options;
  const page = await (within?.newPage() ?? site.browser.newPage({ viewport, ...context }));
  page.setDefaultTimeout(PATIENCE);
  page.complaints = [];
  page.outside = [];
  page.on("console", (message) => {
    if (message.type() === "error") page.complaints.push(message.text());
  });
  page.on("pageerror", (error) => page.complaints.push(error.message));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(site.url) && !url.startsWith("data:")) page.outside.push(url);
  });
  if (route) await route(page);
  await page.goto(site.url + fragment);
  if (ready) await isReady(page);
  return page;
}

/** Waits until the page can be used and all of the text is filled in. */
export const isReady = (page) =>
  until(
    page,
    () => document.documentElement.dataset.ready === "true" && !document.querySelector("#text[aria-busy]"),
    null,
    40_000,
  );

/** Asserts that there were no complaints and no requests to other sites, and closes the page. */
export async function close(page) {
  assert.deepEqual(page.complaints, []);
  assert.deepEqual(page.outside, []);
  await page.close();
}

/** Day number of a date, as the slider counts. */
export const day = (date) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

export const slider = (page) => page.getByRole("slider", { name: "Date" });

/** Moves the slider as a drag does: through its input event. */
export const goTo = (page, date) => slider(page).fill(String(day(date)));

/** The position of the person's marker. */
export async function person(page) {
  const marker = page.locator(".person");
  return {
    lat: Number(await marker.getAttribute("data-lat")),
    lon: Number(await marker.getAttribute("data-lon")),
  };
}

/** The slider's day as a number. */
export const now = async (page) => Number(await slider(page).inputValue());

/** Waits until a condition is true in the page. */
export const until = (page, condition, argument, timeout = PATIENCE) =>
  page.waitForFunction(condition, argument, { timeout });

/** Repeats an assertion until it passes. After `patience` milliseconds it throws the last error. */
export async function eventually(assertion, patience = PATIENCE) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((again) => setTimeout(again, 50));
  }
}

/** Waits until a day lies within two dates. */
export const untilDay = (page, from, to) =>
  until(
    page,
    ([from, to]) => {
      const now = Number(document.getElementById("timeline").value);
      return from <= now && now <= to;
    },
    [day(from), day(to)],
  );

/** Waits until the slider is at a date, or at a day by its number. */
export const dayIs = (page, date, why) =>
  eventually(async () => assert.equal(await now(page), typeof date === "string" ? day(date) : date, why));

/** Waits until the slider's spoken value matches. */
export const says = (page, words, why) =>
  eventually(async () => assert.match(await slider(page).getAttribute("aria-valuetext"), words, why));

/** Waits until the text of an element matches. */
export const reads = (locator, words, why) =>
  eventually(async () => assert.match(await locator.textContent(), words, why));

/** Waits until there is this number of elements. */
export const counts = (locator, count, why) =>
  eventually(async () => assert.equal(await locator.count(), count, why));

/** Waits until an element has the focus. */
export const hasFocus = (locator, why) =>
  eventually(async () => assert.ok(await locator.evaluate((e) => e === document.activeElement), why));

/** Waits for a number of frames, to see that nothing happens in them. */
export const frames = (page, count) =>
  page.evaluate(
    (count) =>
      new Promise((done) => {
        const next = () => (count-- > 0 ? requestAnimationFrame(next) : done());
        next();
      }),
    count,
  );

/** The scroll position of the text, once it has not moved for some frames and a third of a second. */
export const rest = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const pane = document.getElementById("text");
        let [last, same, since] = [pane.scrollTop, 0, performance.now()];
        const look = () => {
          if (pane.scrollTop !== last) [last, same, since] = [pane.scrollTop, 0, performance.now()];
          else same += 1;
          if (same > 12 && performance.now() - since > 330) done(last);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );

/** Waits until the quote of the slider's stay is at the reading line and the text has stopped scrolling. */
export async function textFollows(page) {
  await until(page, () => {
    const pane = document.getElementById("text");
    const quote = pane.querySelector(".proof.current");
    if (!quote) return false;
    const { top, height } = pane.getBoundingClientRect();
    const below = quote.getBoundingClientRect().top - top - height / 3;
    const end = pane.scrollHeight - pane.clientHeight;
    // Near either end of the text the quote cannot reach the line.
    return Math.abs(below) < 3 || (below < 0 && pane.scrollTop < 1) || (below > 0 && pane.scrollTop > end - 2);
  });
  return rest(page);
}

/** Is it within the region that scrolls around it? */
export async function inView(locator, region) {
  const [inner, outer] = [await locator.boundingBox(), await region.boundingBox()];
  return inner.y + inner.height > outer.y && inner.y < outer.y + outer.height;
}

export const region = (page, name) => page.getByRole("region", { name, exact: true });

export const button = (page, name) => page.getByRole("button", { name, exact: true });

/** Presses a button or a tab; where the window is small, a button of the masthead in its menu. */
export async function press(page, name) {
  const target = button(page, name).or(page.getByRole("tab", { name, exact: true })).first();
  const menu = page.locator("#menu");
  const isInMenu = await menu.evaluate(
    (menu, name) =>
      getComputedStyle(menu).display === "none" &&
      [...menu.querySelectorAll("button")].some((b) => (b.ariaLabel ?? b.textContent.trim()) === name),
    name,
  ).catch(() => false);
  if (isInMenu) await button(page, "Menu").click();
  await target.click();
}

/** Chooses how Play divides its time: "Told", "By calendar" or "Equal time". */
export async function playBy(page, label) {
  await press(page, "More");
  await page.getByRole("combobox", { name: "Play", exact: true }).selectOption(label);
  await page.keyboard.press("Escape");
}

export const near = (a, b, tolerance, what) =>
  assert.ok(Math.abs(a - b) <= tolerance, `${what}: ${a} is not near ${b}`);
