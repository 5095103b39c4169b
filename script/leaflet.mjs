// Before a build by trunk: bundles what the page uses of Leaflet, and leaves out
// of its style what is for the rest.
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

await build({
  entryPoints: ["src/view/chart/leaflet.js"],
  outfile: "target/leaflet.js",
  bundle: true,
  minify: true,
  target: "es2022",
  legalComments: "inline",
});

const UNUSED = /marker|popup|tooltip|layers|draw|div-icon|lvml|image-layer|touch-(zoom|drag)-?x/;
const style = readFileSync("node_modules/leaflet/dist/leaflet.css", "utf8");
// Rules of one level: selectors, and what is set.
const used = style.replace(/\/\*[\s\S]*?\*\//g, "").replace(/([^{}]+)\{[^{}]*\}/g, (rule, selectors) => {
  const kept = selectors.split(",").filter((selector) => !UNUSED.test(selector));
  return kept.length ? rule.replace(selectors, kept.join(",")) : "";
});
writeFileSync("target/leaflet.css", used);
