// Before a build by trunk: bundles many files into one script and one style sheet.
//   target/leaflet.js  what the page uses of Leaflet
//   target/page.css    Leaflet's style and ours, in the order of public/styles/index.css
import { readFileSync } from "node:fs";
import { build } from "esbuild";

// Leaflet's code for Internet Explorer 8 is left out.
const withoutVml = {
  name: "without-vml",
  setup: ({ onLoad }) =>
    onLoad({ filter: /SVG\.VML\.js$/ }, () => ({
      contents: "export const vmlCreate = undefined;\nexport const vmlMixin = {};\n",
    })),
};

// Of Leaflet's style, the rules for parts that src/view/map/leaflet.js does not bundle are
// left out: popups, tooltips, its choice of layers, and old versions of Internet Explorer.
const UNUSED = /leaflet-(popup|tooltip|control-layers|oldie)|lvml/;
const withoutUnusedRules = {
  name: "without-unused-rules",
  setup: ({ onLoad }) =>
    onLoad({ filter: /leaflet\.css$/ }, ({ path }) => ({
      loader: "css",
      contents: readFileSync(path, "utf8")
        .replace(/\/\*[^]*?\*\//g, "")
        .replace(/([^{}]+)\{[^{}]*\}/g, (rule, selectors) =>
          selectors.split(",").every((selector) => UNUSED.test(selector)) ? "" : rule,
        ),
    })),
};

await Promise.all([
  build({
    entryPoints: ["src/view/map/leaflet.js"],
    outfile: "target/leaflet.js",
    bundle: true,
    minify: true,
    target: "es2022",
    legalComments: "inline",
    // Leaflet's private names begin with "_". Kept are names that it also writes as
    // strings, functions that its modules export, and what others ask for: the element
    // of a line (src/view/map/trail.rs), a layer's address (src/export/html/left_out.js).
    mangleProps: /^_[a-z]/,
    reserveProps: /^_(leaflet_|flat$|getBitCode$|getEdgeIntersection$|path$|sqClosestPoint|url$)/,
    plugins: [withoutVml],
  }),
  build({
    entryPoints: ["public/styles/index.css"],
    outfile: "target/page.css",
    bundle: true,
    // Leaflet's style names pictures for controls and markers that the page does not use.
    loader: { ".png": "empty" },
    plugins: [withoutUnusedRules],
  }),
]);
