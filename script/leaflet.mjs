// Before a build by trunk: bundles what the page uses of Leaflet.
import { build } from "esbuild";

await build({
  entryPoints: ["src/view/chart/leaflet.js"],
  outfile: "target/leaflet.js",
  bundle: true,
  minify: true,
  target: "es2022",
  legalComments: "inline",
});
