// After a build by trunk: puts the first life into the page as a document. Then, in a
// release and in this order: shrinks the program, minifies scripts and styles, puts
// the policy into the page, and writes the service worker with the hash of every file.
// In a development build, writes a worker that retires one that an earlier release
// left at this address, which would otherwise go on showing that release.
//
// The page is finished in two places, and in two languages. Here, once a build, on a
// developer's machine, where Node and esbuild are: all that is the same for every
// life. In src/, by `chronotope export --to html`, for one life and on a curator's
// machine, which may have the program and dist/ but no Node: the files become parts
// of one page, and its policy names their hashes instead of 'self'.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

await import("./document.mjs");
if (process.env.TRUNK_PROFILE === "release") {
  await import("./shrink.mjs");
  await import("./minify.mjs");
  await import("./csp.mjs");
  await import("./offline.mjs");
} else {
  const retire = "oninstall = () => skipWaiting();\nonactivate = () => registration.unregister();\n";
  writeFileSync(join(process.env.TRUNK_STAGING_DIR, "offline.js"), retire);
}
