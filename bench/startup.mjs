// How soon the page can be used: the release bundle from this machine, opened
// again and again in one profile, so that what is compiled is kept, with the
// processor as it is and four times slower. Prints a table; judges nothing.
// Run it with: node bench/startup.mjs [times]
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { launch, start } from "../tests/browser/harness.mjs";

const times = Number(process.argv[2] ?? 9);
const site = await start();
const profile = await mkdtemp(join(tmpdir(), "chronotope-"));
const context = await launch([], profile);
const page = await context.newPage();
const cdp = await context.newCDPSession(page);
await page.setViewportSize({ width: 1440, height: 900 });

// Said by the page itself: to ask would keep it from its work.
await page.addInitScript(() => {
  const seen = new MutationObserver(() => {
    if (document.documentElement.dataset.ready !== "true") return;
    seen.disconnect();
    const ready = performance.now();
    // Seen is what was ready in the frame before.
    requestAnimationFrame(() => setTimeout(() => console.debug(`${ready} ${performance.now()}`)));
  });
  seen.observe(document, { subtree: true, attributeFilter: ["data-ready"] });
});

async function visit() {
  const said = page.waitForEvent("console", (message) => message.type() === "debug");
  await page.goto(site.url, { waitUntil: "commit" });
  const figures = (await said).text().split(" ").map(Number);
  // The worker and the compiler have their say after the page is ready.
  await pause(1500);
  return figures;
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const rows = [];
const row = (what, visits) => {
  const [ready, seen] = [0, 1].map((i) => visits.map((figures) => figures[i]));
  const [fastest, slowest] = [Math.min(...ready), Math.max(...ready)];
  rows.push({
    visit: what,
    "ready ms": median(ready).toFixed(0),
    "fastest": fastest.toFixed(0),
    "slowest": slowest.toFixed(0),
    "seen ms": median(seen).toFixed(0),
  });
};

row("first", [await visit()]);
// After a few visits the browser keeps what it has compiled.
for (let i = 0; i < 3; i += 1) await visit();
for (const rate of [1, 4]) {
  await cdp.send("Emulation.setCPUThrottlingRate", { rate });
  const visits = [];
  for (let i = 0; i < times; i += 1) visits.push(await visit());
  row(`compiled, CPU ${rate}×`, visits);
}
console.table(rows);
await context.close();
await site.close();
await rm(profile, { recursive: true, force: true });
