// Before a build by trunk: makes one script and one style sheet of many files.
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
    // Leaflet's style names pictures of controls and markers that the page has not.
    loader: { ".png": "empty" },
  }),
]);
