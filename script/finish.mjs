// After a build by trunk: the first life goes into the page as a document. In a
// release, in this order: scripts and styles are made small, the policy goes
// into the page, then the worker is told of every file as it now is. Otherwise a
// worker that an earlier release left behind at this address is retired, so that
// it does not hide what is being worked on.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

await import("./document.mjs");
if (process.env.TRUNK_PROFILE === "release") {
  await import("./minify.mjs");
  await import("./csp.mjs");
  await import("./offline.mjs");
} else {
  const retire = "oninstall = () => skipWaiting();\nonactivate = () => registration.unregister();\n";
  writeFileSync(join(process.env.TRUNK_STAGING_DIR, "offline.js"), retire);
}
