// Before a build by trunk: bundles many files into one script and one style sheet.
//   target/leaflet.js  what the page uses of Leaflet
//   target/page.css    Leaflet's style and ours, in the order of public/styles/index.css
import { build } from "esbuild";

await Promise.all([
  build({
    entryPoints: ["src/view/map/leaflet.js"],
    outfile: "target/leaflet.js",
    bundle: true,
    minify: true,
    target: "es2022",
    legalComments: "inline",
  }),
  build({
    entryPoints: ["public/styles/index.css"],
    outfile: "target/page.css",
    bundle: true,
    // Leaflet's style names pictures for controls and markers that the page does not use.
    loader: { ".png": "empty" },
  }),
]);
