// The functions that run in the page that is measured. Each is self-contained,
// because only its source text is sent there.

/**
 * Runs before the page's own scripts. Records when the page is ready, and the memory of
 * the program. It reports on the console, because a query from outside would disturb
 * the page.
 */
export function watch() {
  window.watched = { said: null, ready: null, memories: [] };
  const seen = new MutationObserver(() => {
    if (document.documentElement.dataset.ready !== "true") return;
    seen.disconnect();
    watched.said = performance.now();
    // The page counts as ready after the frame in which it says so, because then it can
    // be seen.
    requestAnimationFrame(() =>
      setTimeout(() => {
        watched.ready = performance.now();
        console.debug("ready");
      }),
    );
  });
  seen.observe(document, { subtree: true, attributeFilter: ["data-ready"] });
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const result = await original.apply(WebAssembly, given);
      for (const value of Object.values((result.instance ?? result).exports ?? {})) {
        if (value instanceof WebAssembly.Memory) watched.memories.push(value);
      }
      return result;
    };
  }
}

/** How far the page has come. */
export function readiness() {
  const alert = [...document.querySelectorAll("[role=alert]")].find(
    (element) => element.checkVisibility() && element.textContent.trim(),
  );
  const { ready } = watched;
  return { done: ready !== null || Boolean(alert), ready, alert: alert?.textContent.trim() };
}

/** Begins to move the control, a step a frame. `progress` says how far it is. */
export function drag({ steps, limit }) {
  const frame = () => new Promise(requestAnimationFrame);
  const long = [];
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries()));
  observer.observe({ entryTypes: ["longtask"] });
  window.progress = { steps: 0, frames: [], long: [], done: false };
  (async () => {
    let before = await frame();
    const began = before;
    while (progress.steps < steps && before - began < limit) {
      bench.set(progress.steps / (steps - 1));
      const now = await frame();
      progress.frames.push(now - before);
      progress.steps += 1;
      before = now;
    }
    // The last task is reported after it has ended.
    await frame();
    await frame();
    long.push(...observer.takeRecords());
    progress.long = long.map((task) => task.duration);
    progress.done = true;
  })();
}

export const progressed = () => window.progress;

/** What is shown half way, once it is drawn. */
export async function middle() {
  bench.set(0.5);
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return bench.shown();
}

export const wasmBytes = () =>
  watched.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
