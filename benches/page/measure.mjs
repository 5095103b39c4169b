// Measures one tool with one data set at one processor speed, in a browser of its own.
// So nothing is cached, and a tool that hangs or runs out of memory does not affect the
// others.
import { setTimeout as pause } from "node:timers/promises";
import { launch } from "../../tests/browser/harness.mjs";
import { drag, middle, progressed, readiness, wasmBytes, watch } from "./in-page.mjs";
import { dayAt, FIRST, LAST, STEPS } from "./span.mjs";
import { generate, holding } from "./generate.mjs";

export const LIMIT = 60_000;
// Time for the last step to end after the limit, before the page counts as hung.
const GRACE = 10_000;
const SETTLE = 800;
const MB = 2 ** 20;

/**
 * Asks the page until it says it is done, or time is up. A page that is busy
 * does not answer; then the last answer is kept.
 */
async function follow(page, look, limit, every) {
  const end = Date.now() + limit;
  const given = new AbortController();
  const up = pause(limit, undefined, { signal: given.signal }).catch(() => {});
  let last;
  while (!last?.done && Date.now() < end) {
    const asked = page.evaluate(look);
    asked.catch(() => {});
    last = (await Promise.race([asked, up])) ?? last;
    if (!last?.done) await Promise.race([pause(every), up]);
  }
  given.abort();
  return last;
}

export const quantile = (sorted, q) => sorted[Math.floor((sorted.length - 1) * q)];

/** Figures, with `note` where something kept them from being complete. */
export async function measure(site, tool, set, { throttle, shot }) {
  const address = site.origin + tool.address(set, site.offer(set.name, tool.dialect));
  site.forget();
  // Nothing outside is reached, and nothing waits for it.
  const browser = await launch(["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]);
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(LIMIT);
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("crash", () => errors.push("the page crashed"));
    await page.addInitScript(watch);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Performance.enable");
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: throttle });
    await page.goto(address, { waitUntil: "commit" });

    const state = await follow(page, readiness, LIMIT, 250);
    const figures = { weight: site.weight(), ready: state?.ready ?? null, steps: 0 };
    const failure = state?.alert ?? errors[0];
    if (failure) return { ...figures, note: `not available: ${failure}` };
    if (!state?.ready) return { ...figures, note: "did not finish: not ready in 60 s" };
    const unfit = tool.adapt && (await page.evaluate(tool.adapt, { first: FIRST, last: LAST }));
    if (unfit) return { weight: figures.weight, steps: 0, note: `not available: ${unfit}` };
    await pause(SETTLE);
    figures.weight = site.weight();

    const busy = async () => {
      const { metrics } = await cdp.send("Performance.getMetrics");
      return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
    };
    const before = await busy();
    await page.evaluate(drag, { steps: STEPS, limit: LIMIT });
    const { steps, frames, long, done } = await follow(page, progressed, LIMIT + GRACE, 1000);
    const sorted = frames.toSorted((a, b) => a - b);
    figures.steps = steps;
    [figures.p50, figures.p95, figures.max] = [0.5, 0.95, 1].map((q) => quantile(sorted, q));
    if (steps < STEPS) {
      // A page that hangs in a step does not say how many came before it.
      const counted = done ? steps : `at least ${steps}`;
      return { ...figures, note: `did not finish: ${counted} of ${STEPS} steps in 60 s` };
    }
    if (errors.length) return { ...figures, note: `fails: ${errors[0]}` };
    if (!done) return { ...figures, note: "did not come to rest" };
    figures.busy = ((await busy()) - before) / STEPS;
    figures.long = long.length;
    figures.longest = Math.max(0, ...long);

    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await cdp.send("HeapProfiler.collectGarbage");
    const heap = await cdp.send("Runtime.getHeapUsage");
    figures.heap = (heap.usedSize + (await page.evaluate(wasmBytes))) / MB;
    figures.dom = heap.embedderHeapUsedSize / MB;
    const shown = await page.evaluate(middle);
    const expected = holding(generate(set), dayAt(0.5));
    if (shown !== null && shown !== expected) {
      figures.note = `shows ${shown} half way where ${expected} hold`;
    }
    if (shot) await page.screenshot({ path: shot });
    return figures;
  } finally {
    await browser.close();
  }
}
