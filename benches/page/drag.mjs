// How smoothly the slider drags: 201 steps over the whole life, one a frame, on the
// release bundle. Prints a table. It has no threshold, because machines are shared and
// noisy. Run it with: node benches/page/drag.mjs [steps] [pane], where the pane beside
// the map is named as in the address: text, stays or figures.
import { open, start } from "../../tests/browser/harness.mjs";

const steps = Number(process.argv[2] ?? 201);
const pane = process.argv[3] ?? "text";
const site = await start();
const rows = [];
for (const [name, viewport] of [
  ["1440×900", { width: 1440, height: 900 }],
  ["390×844", { width: 390, height: 844 }],
]) {
  const page = await open(site, `#pane=${pane}`, { viewport });
  await page.waitForTimeout(800);
  const result = await page.evaluate(async (steps) => {
    const slider = document.querySelector("input[type=range]");
    const [min, max] = [Number(slider.min), Number(slider.max)];
    const long = [];
    new PerformanceObserver((list) => long.push(...list.getEntries())).observe({
      entryTypes: ["longtask"],
    });
    const frame = () => new Promise(requestAnimationFrame);
    const frames = [];
    const work = [];
    let before = await frame();
    for (let i = 0; i < steps; i += 1) {
      const began = performance.now();
      slider.value = String(Math.round(min + ((max - min) * i) / (steps - 1)));
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((done) => queueMicrotask(done));
      work.push(performance.now() - began);
      const now = await frame();
      frames.push(now - before);
      before = now;
    }
    const quantile = (list, q) => list.toSorted((a, b) => a - b)[Math.floor((list.length - 1) * q)];
    const summary = (list) => [0.5, 0.95, 1].map((q) => quantile(list, q).toFixed(1));
    return { frames: summary(frames), work: summary(work), long: long.length };
  }, steps);
  rows.push({
    view: name,
    "frame p50 ms": result.frames[0],
    "frame p95 ms": result.frames[1],
    "frame max ms": result.frames[2],
    "script p95 ms": result.work[1],
    "script max ms": result.work[2],
    "tasks over 50 ms": result.long,
  });
  await page.close();
}
console.table(rows);
await site.close();
