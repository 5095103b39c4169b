// Serves dist/ from a sub-path, as a plain static server would, and opens it
// in the system's Chromium.
import { createServer } from "node:http";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import sirv from "sirv";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const dist = join(root, "dist");
const PREFIX = "/atlas/first";

const executablePath = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path && existsSync(path));

/**
 * The system's Chromium, without a GPU and without business of its own; with a
 * folder for its profile, a context that keeps what it has.
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

/** A browser and a server for one test file; `close` ends both. */
export async function start() {
  if (!existsSync(join(dist, "index.html"))) throw new Error("dist/ is missing: run script/build");
  let files;
  const show = (folder) => {
    files = sirv(folder, { dev: true });
  };
  show(dist);
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
    browser,
    /** Serves this folder from now on. */
    show,
    /** No server answers any more, until `resume`. */
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
  // A page that does not start fails the file once, not every test in turn.
  try {
    await (await open(site)).close();
  } catch (error) {
    await site.close();
    throw new Error("the page does not become ready", { cause: error });
  }
  return site;
}

/**
 * Opens the page at a fragment and waits until it can be used. Everything the
 * console complains of, and every request to others, is kept on the page.
 * `within` is a context that has been made already.
 */
export async function open(site, fragment = "", options = {}) {
  const { viewport = { width: 1440, height: 900 }, route, ready = true, within, ...context } = options;
  const page = await (within?.newPage() ?? site.browser.newPage({ viewport, ...context }));
  page.setDefaultTimeout(8000);
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
  if (ready) {
    // The words far from what is read come a little later.
    await page.waitForFunction(
      () =>
        document.documentElement.dataset.ready === "true" && !document.querySelector("#text[aria-busy]"),
      null,
      { timeout: 20_000 },
    );
  }
  return page;
}

/** Day number of a date, as the slider counts. */
export const day = (date) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

export const slider = (page) => page.getByRole("slider", { name: "Date" });

/** Moves the slider as a drag does: through its input event. */
export const goTo = (page, date) => slider(page).fill(String(day(date)));

/** Where the person's marker stands. */
export async function person(page) {
  const marker = page.locator(".person");
  return {
    lat: Number(await marker.getAttribute("data-lat")),
    lon: Number(await marker.getAttribute("data-lon")),
  };
}

/** The slider's day as a number. */
export const now = async (page) => Number(await slider(page).inputValue());

/** Waits for something that holds in the page, no longer than a reader would. */
export const until = (page, holds, argument, timeout = 5000) =>
  page.waitForFunction(holds, argument, { timeout });

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

/** Lets so many frames pass. */
export const frames = (page, count) =>
  page.evaluate(
    (count) =>
      new Promise((done) => {
        const next = () => (count-- > 0 ? requestAnimationFrame(next) : done());
        next();
      }),
    count,
  );

/** Where the text stands once it has come to rest. */
export const rest = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const pane = document.getElementById("text");
        let [last, same] = [pane.scrollTop, 0];
        const look = () => {
          same = pane.scrollTop === last ? same + 1 : 0;
          last = pane.scrollTop;
          if (same > 12) done(last);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );

/** Is it within the region that scrolls around it? */
export async function inView(locator, region) {
  const [inner, outer] = [await locator.boundingBox(), await region.boundingBox()];
  return inner.y + inner.height > outer.y && inner.y < outer.y + outer.height;
}

export const region = (page, name) => page.getByRole("region", { name, exact: true });

export const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
