// How soon the page can be used: the release bundle from this machine, opened again and
// again in one profile, so that what is compiled is kept, with the processor as it is
// and four times slower. Prints a table, without a threshold. Run it with: node
// benches/page/startup.mjs [times]
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { launch, start } from "../../tests/browser/harness.mjs";
import { watch } from "./in-page.mjs";
import { quantile } from "./measure.mjs";

const times = Number(process.argv[2] ?? 9);
const site = await start();
const profile = await mkdtemp(join(tmpdir(), "chronotope-"));
const context = await launch([], profile);
const page = await context.newPage();
const cdp = await context.newCDPSession(page);
await page.setViewportSize({ width: 1440, height: 900 });

await page.addInitScript(watch);

async function visit() {
  const ready = page.waitForEvent("console", (message) => message.text() === "ready");
  await page.goto(site.url, { waitUntil: "commit" });
  await ready;
  const figures = await page.evaluate(() => [watched.said, watched.ready]);
  // The service worker and the compiler are busy after the page is ready.
  await pause(1500);
  return figures;
}

const rows = [];
const row = (what, visits) => {
  const [ready, seen] = [0, 1].map((i) => visits.map((figures) => figures[i]).sort((a, b) => a - b));
  rows.push({
    visit: what,
    "ready ms": quantile(ready, 0.5).toFixed(0),
    fastest: quantile(ready, 0).toFixed(0),
    slowest: quantile(ready, 1).toFixed(0),
    "seen ms": quantile(seen, 0.5).toFixed(0),
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
