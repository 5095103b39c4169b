// Before a build by trunk: bundles many files into one script and one style sheet.
//   target/leaflet.js  what the page uses of Leaflet
//   target/page.css    Leaflet's style and ours, in the order of public/styles/index.css
import { build } from "esbuild";

// Leaflet's code for Internet Explorer 8 is left out.
const withoutVml = {
  name: "without-vml",
  setup: ({ onLoad }) =>
    onLoad({ filter: /SVG\.VML\.js$/ }, () => ({
      contents: "export const vmlCreate = undefined;\nexport const vmlMixin = {};\n",
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
    // strings, functions that its modules export, and the element of a line, which
    // src/view/map/trail.rs asks for.
    mangleProps: /^_[a-z]/,
    reserveProps: /^_(leaflet_|flat$|getBitCode$|getEdgeIntersection$|path$|sqClosestPoint)/,
    plugins: [withoutVml],
  }),
  build({
    entryPoints: ["public/styles/index.css"],
    outfile: "target/page.css",
    bundle: true,
    // Leaflet's style names pictures for controls and markers that the page does not use.
    loader: { ".png": "empty" },
  }),
]);
