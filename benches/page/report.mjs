// Figures → Markdown.
const digits = (n) => (value) => value.toFixed(n);
const COLUMNS = [
  ["brotli kB", "weight", (bytes) => (bytes / 1000).toFixed(1)],
  ["ready ms", "ready", digits(0)],
  ["frame p50 ms", "p50", digits(1)],
  ["frame p95 ms", "p95", digits(1)],
  ["frame max ms", "max", digits(1)],
  ["busy ms a step", "busy", digits(1)],
  ["long tasks", "long", digits(0)],
  ["longest ms", "longest", digits(0)],
  ["heap MB", "heap", digits(1)],
  ["DOM MB", "dom", digits(1)],
];
const RATIOS = ["weight", "ready", "p50", "p95", "busy", "heap"];
// Of these, what did not finish has only the steps that were done: in brackets.
const OF_STEPS = new Set(["p50", "p95", "max"]);

const row = (cells) => `| ${cells.join(" | ")} |`;
const head = (cells) => [row(cells), row(cells.map((_, i) => (i ? "---:" : "---")))];
const has = (figures, key) => figures?.[key] !== undefined && figures[key] !== null;
const broken = (figures) => figures.note?.startsWith("did not finish");
const told = (figures, key, text) => (broken(figures) && OF_STEPS.has(key) ? `(${text})` : text);

/** `results`: [[label, figures]…], ours first if it is there. */
export function table(title, results) {
  const lines = results.map(([label, figures]) =>
    row([
      label,
      ...COLUMNS.map(([, key, write]) =>
        has(figures, key) ? told(figures, key, write(figures[key])) : "–",
      ),
      figures.note ?? "",
    ]),
  );
  return [`### ${title}`, "", ...head(["", ...COLUMNS.map(([name]) => name), ""]), ...lines, ""];
}

/** How many times ours each peer takes. */
export function ratios(results, ours) {
  const peers = results.filter(([, figures]) => figures !== ours);
  if (!has(ours, "p95") || peers.length === 0) return [];
  const title = (key) => COLUMNS.find(([, column]) => column === key)[0];
  const name = (key) => title(key).replace(/ (ms|kB|MB)\b/, "");
  const lines = peers.map(([label, figures]) =>
    row([
      label,
      ...RATIOS.map((key) =>
        has(figures, key) && ours[key] > 0
          ? told(figures, key, (figures[key] / ours[key]).toFixed(2))
          : "–",
      ),
    ]),
  );
  return [...head(["ours = 1", ...RATIOS.map(name)]), ...lines, ""];
}

/** `curve`: [[count, [[label, figures or nothing]…]]…] */
export function growth(curve) {
  const labels = curve[0][1].map(([label]) => label);
  const cell = (figures) => {
    if (!figures) return "not tried";
    if (!has(figures, "p95")) return figures.note;
    const frames = `${figures.p50.toFixed(1)} / ${figures.p95.toFixed(1)}`;
    return broken(figures) ? `(${frames}: ${figures.steps} steps)` : frames;
  };
  return [
    "### Growth: cumulative, CPU 1×, frame p50 / p95 ms",
    "",
    ...head(["points", ...labels]),
    ...curve.map(([count, results]) =>
      row([count, ...results.map(([, figures]) => cell(figures))]),
    ),
    "",
  ];
}
