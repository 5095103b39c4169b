// Our page beside other tools that show time, with the same data, in the same run.
// Prints Markdown, without a verdict. benches/page/README.md explains the figures. node
// benches/page/peers.mjs --only ours,timeline-canvas --sets cumulative-5000 --throttle
// 1
import { existsSync, mkdirSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { dist } from "../../tests/browser/harness.mjs";
import { parse } from "./generate.mjs";
import { measure } from "./measure.mjs";
import { growth, ratios, table } from "./report.mjs";
import { serve } from "./site.mjs";
import { tools } from "./tools.mjs";

const GROWTH = [1000, 3000, 10_000, 30_000, 100_000];
const GROWING = ["ours", "timeline-canvas"];

const { values: options } = parseArgs({
  options: {
    only: { type: "string", default: Object.keys(tools).join() },
    sets: {
      type: "string",
      default: "intervals-500,intervals-5000,cumulative-5000,cumulative-100000,growth",
    },
    throttle: { type: "string", default: "1,4" },
    repeat: { type: "string", default: "1" },
    shots: { type: "string" },
  },
});
const chosen = options.only.split(",");
const sets = options.sets.split(",");
const throttles = options.throttle.split(",").map(Number);
const repeat = Number(options.repeat);
const refuse = (message) => {
  console.error(message);
  process.exit(2);
};
for (const id of chosen) if (!Object.hasOwn(tools, id)) refuse(`--only: no tool ${id}`);
for (const id of sets) if (id !== "growth" && !parse(id)) refuse(`--sets: no set ${id}`);
if (!throttles.every((rate) => rate >= 1)) refuse("--throttle: numbers from 1");
if (!(repeat >= 1)) refuse("--repeat: a number from 1");
if (chosen.includes("ours") && !existsSync(join(dist, "index.html"))) {
  refuse("dist/ is missing: run script/build, or leave ours out with --only");
}
if (options.shots) mkdirSync(options.shots, { recursive: true });

/** The median of each figure over several runs. If one run did not finish, its figures are used. */
function median(runs) {
  const broken = runs.find((run) => run.note);
  if (broken) return broken;
  const middle = (list) => list.toSorted((a, b) => a - b)[Math.floor((list.length - 1) / 2)];
  return Object.fromEntries(
    Object.keys(runs[0]).map((key) => [key, middle(runs.map((run) => run[key]))]),
  );
}

const site = await serve();
const known = new Map();

async function figures(id, name, throttle) {
  const key = `${id} ${name} ${throttle}×`;
  if (known.has(key)) return known.get(key);
  const shot = options.shots && join(options.shots, `${name}-${throttle}x-${id}.png`);
  const runs = [];
  while (runs.length < repeat && !runs.at(-1)?.note) {
    process.stderr.write(`${key}\n`);
    try {
      runs.push(await measure(site, tools[id], parse(name), { throttle, shot }));
    } catch (error) {
      runs.push({ note: `fails: ${error.message.split("\n")[0]}` });
    }
  }
  known.set(key, median(runs));
  return known.get(key);
}

const print = (lines) => console.log(lines.join("\n"));
const load = () => loadavg()[0].toFixed(1);
const before = load();

for (const name of sets.filter((name) => name !== "growth")) {
  const hopeless = new Map();
  for (const throttle of throttles) {
    const results = [];
    let ours;
    for (const id of chosen) {
      const result = hopeless.has(id)
        ? { note: `not tried: did not finish at ${hopeless.get(id)}×` }
        : await figures(id, name, throttle);
      if (result.note?.startsWith("did not finish")) hopeless.set(id, throttle);
      if (id === "ours") ours = result;
      results.push([tools[id].label, result]);
    }
    print([...table(`${name}, CPU ${throttle}×`, results), ...ratios(results, ours)]);
  }
}

if (sets.includes("growth")) {
  const growing = GROWING.filter((id) => chosen.includes(id));
  const ended = new Set();
  const curve = [];
  for (const count of GROWTH) {
    const results = [];
    for (const id of growing) {
      const result = ended.has(id) ? null : await figures(id, `cumulative-${count}`, 1);
      if (result?.note) ended.add(id);
      results.push([tools[id].label, result]);
    }
    curve.push([count, results]);
  }
  if (growing.length) print(growth(curve));
}

console.log(`${availableParallelism()} cores; load ${before} before, ${load()} after`);
site.close();
