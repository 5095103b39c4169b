// The data that all tools are given: points with a name, a beginning and, where
// they end, an end. The same numbers give the same bytes on every machine.
// To see a set: node benches/page/generate.mjs cumulative-5000
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { date, FIRST, LAST } from "./span.mjs";

// The regions in which most points lie. The others lie anywhere between them.
const TOWNS = [
  [-0.1, 51.5], [2.3, 48.9], [-3.7, 40.4], [12.5, 41.9], [13.4, 52.5], [16.4, 48.2],
  [19.0, 47.5], [21.0, 52.2], [30.5, 50.5], [30.3, 59.9], [37.6, 55.8], [44.8, 41.7],
  [29.0, 41.0], [31.2, 30.0], [51.4, 35.7], [49.9, 40.4], [69.2, 41.3], [60.6, 56.8],
  [72.9, 19.1], [77.2, 28.6], [88.4, 22.6], [104.3, 52.3], [116.4, 39.9], [139.7, 35.7],
];
const [WEST, SOUTH, EAST, NORTH] = [-10, 15, 145, 65];
const SPREAD = 2.5;
const ANYWHERE = 0.1;
// Some months to ten years.
const [SHORTEST, LONGEST] = [90, 3650];

/** mulberry32: small, fast and the same everywhere. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function where(next) {
  if (next() < ANYWHERE) return [WEST + next() * (EAST - WEST), SOUTH + next() * (NORTH - SOUTH)];
  const [lon, lat] = TOWNS[Math.floor(next() * TOWNS.length)];
  // The sum of three uniform numbers approximates a normal distribution and is the same
  // on all machines.
  const off = () => (next() + next() + next() - 1.5) * 2 * SPREAD;
  return [lon + off(), lat + off()];
}

const round = (degrees) => Math.round(degrees * 1e4) / 1e4;

/** `intervals-500`, `cumulative-5000`… → what it means, or nothing. */
export function parse(name) {
  const [, kind, count] = /^(intervals|cumulative)-([1-9]\d*)$/.exec(name) ?? [];
  return kind && { name, kind, count: Number(count) };
}

/**
 * An interval is visible from its beginning to its end. A cumulative feature has only a
 * beginning.
 */
export function generate({ kind, count }) {
  const next = random(1850);
  const features = Array.from({ length: count }, (_, i) => {
    const start = FIRST + Math.floor(next() * (LAST - FIRST + 1));
    const length = SHORTEST + Math.floor(next() * (LONGEST - SHORTEST));
    const coordinates = where(next).map(round);
    const properties = { name: `Event ${i + 1}`, start: date(start) };
    if (kind === "intervals") properties.end = date(Math.min(start + length, LAST));
    return { type: "Feature", properties, geometry: { type: "Point", coordinates } };
  });
  return { type: "FeatureCollection", features };
}

/** How many features are visible on a day. Dates compare as they are written. */
export function holding({ features }, day) {
  const now = date(day);
  return features.filter(
    ({ properties: { start, end } }) => start <= now && (end === undefined || now <= end),
  ).length;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const set = parse(argv[2] ?? "");
  if (!set) throw new Error("which? intervals-N or cumulative-N");
  console.log(JSON.stringify(generate(set)));
}
