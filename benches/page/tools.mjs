// Who is measured: where each is opened, which dialect it reads, and how its
// own control is moved.
import { FIRST, LAST } from "./span.mjs";

const peer = (label, page, dialect, options = {}) => ({
  label,
  dialect,
  address({ kind }, data) {
    const query = new URLSearchParams({ data, kind, first: FIRST, last: LAST, ...options });
    return `/pages/${page}.html?${query}`;
  },
});

export const tools = {
  ours: {
    label: "Chronotope",
    dialect: "geojson",
    address: (set, data) =>
      `/ours/index.html?data=${data}#mode=${set.kind === "cumulative" ? "trail" : "instant"}`,
    adapt: slider,
  },
  "timeline-svg": peer("Leaflet.timeline (SVG)", "timeline", "timeline"),
  "timeline-canvas": peer("Leaflet.timeline (canvas)", "timeline", "timeline", { renderer: "canvas" }),
  "timeline-canvas-as-it-comes": peer("Leaflet.timeline (canvas, as it comes)", "timeline", "timeline", {
    renderer: "canvas",
    "as-it-comes": "",
  }),
  timedimension: peer("Leaflet.TimeDimension (canvas)", "timedimension", "timeDimension"),
  timelinejs: peer("TimelineJS (no map)", "timelinejs", "timelineJs"),
};

/**
 * Runs in our page: `bench` over the slider. Returns what speaks against
 * measuring, if anything does.
 */
function slider({ first, last }) {
  const control = document.querySelector("input[type=range][aria-label=Date]");
  if (!control) return "there is no slider";
  // Of a few hundred the first may begin late.
  const far = (a, b) => Math.abs(a - b) > 3 * 366;
  if (far(control.min, first) || far(control.max, last)) return "the data is not shown";
  window.bench = {
    set(fraction) {
      control.value = String(Math.round(first + (last - first) * fraction));
      control.dispatchEvent(new Event("input", { bubbles: true }));
    },
    shown: () => null,
  };
}
