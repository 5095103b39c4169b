// Takes the README's pictures anew, from the release build in dist/:
//   node script/pictures.mjs
// docs/page.jpg is the page on a day, docs/told-play.webp some seconds of told play.
import { writeFileSync } from "node:fs";
import { open, start } from "../tests/browser/harness.mjs";

const DAY = "#date=1918-07-01&sel=tsaritsyn";
const STORY = { fragment: "#date=1908-02-20", seconds: 24, framesPerSecond: 2.5, quality: 20 };

const site = await start();
await takePage();
await takeStory();
process.exit(0);

async function takePage() {
  const page = await open(site, DAY, { viewport: { width: 1366, height: 768 } });
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: "docs/page.jpg", type: "jpeg", quality: 82 });
}

/** Frames of told play, each shown for as long as the page took to the next. */
async function takeStory() {
  const page = await open(site, STORY.fragment, { viewport: { width: 860, height: 540 } });
  await page.waitForLoadState("networkidle");
  const browser = await page.context().newCDPSession(page);
  await page.getByRole("button", { name: "Play", exact: true }).click();
  const frames = [];
  const began = Date.now();
  while (Date.now() - began < STORY.seconds * 1000) {
    const at = Date.now();
    const options = { format: "webp", quality: STORY.quality };
    const { data } = await browser.send("Page.captureScreenshot", options);
    await page.waitForTimeout(Math.max(0, at + 1000 / STORY.framesPerSecond - Date.now()));
    frames.push({ image: Buffer.from(data, "base64"), milliseconds: Date.now() - at });
  }
  writeFileSync("docs/told-play.webp", animation(860, 540, frames));
}

/**
 * An animated WebP of still ones. The container is that of
 * https://developers.google.com/speed/webp/docs/riff_container.
 */
function animation(width, height, frames) {
  const size = [...bytes(width - 1, 3), ...bytes(height - 1, 3)];
  const ANIMATION = 2;
  const parts = frames.map(({ image, milliseconds }) => {
    const head = [...bytes(0, 6), ...size, ...bytes(milliseconds, 3), 0];
    return chunk("ANMF", Buffer.concat([Buffer.from(head), pixels(image)]));
  });
  const body = Buffer.concat([
    Buffer.from("WEBP"),
    chunk("VP8X", Buffer.from([ANIMATION, 0, 0, 0, ...size])),
    chunk("ANIM", Buffer.alloc(6)),
    ...parts,
  ]);
  return chunk("RIFF", body);
}

/** The chunks of a still WebP that hold its pixels. */
function pixels(image) {
  const found = [];
  for (let at = 12; at < image.length; ) {
    const length = 8 + image.readUInt32LE(at + 4);
    const next = at + length + (length % 2);
    if (/^(VP8 |VP8L|ALPH)$/.test(image.toString("latin1", at, at + 4))) {
      found.push(image.subarray(at, next));
    }
    at = next;
  }
  return Buffer.concat(found);
}

function chunk(name, content) {
  const padding = Buffer.alloc(content.length % 2);
  return Buffer.concat([Buffer.from(name), Buffer.from(bytes(content.length, 4)), content, padding]);
}

function bytes(number, count) {
  return Array.from({ length: count }, (_, index) => (number >> (8 * index)) & 255);
}
