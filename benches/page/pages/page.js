// What the peers' pages share: the same view, the same dots, the same days.
const query = new URLSearchParams(location.search);
const [first, last] = ["first", "last"].map((name) => Number(query.get(name)));
const DAY = 86_400_000;

/** The time at a fraction of the whole, as ../span.mjs has it. */
const timeAt = (fraction) => Math.round(first + (last - first) * fraction) * DAY;

const cumulative = query.get("kind") === "cumulative";
const data = () => fetch(query.get("data")).then((response) => response.json());

const showMap = (options) => L.map("map", { center: [43, 66], zoom: 3, ...options });
/** Leaflet's own look, and what else a tool does unless told not to. */
const asItComes = query.has("as-it-comes");
const small = { radius: 4, weight: 1, color: "#fff", fillColor: "#a33", fillOpacity: 0.8 };
const dot = (feature, at) => L.circleMarker(at, asItComes ? {} : small);

/** From now on `bench` can be used: `set` a fraction of the time, what is `shown`. */
function ready(bench) {
  window.bench = bench;
  document.documentElement.dataset.ready = "true";
}
