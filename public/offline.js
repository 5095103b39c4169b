// The service worker: keeps the page for use without a network. This is a template;
// script/offline.mjs writes it into dist/ with its two hashes and without comments.
//
// A version is the page with all files it reads, listed with hashes in offline.json,
// whose own hash is VERSION. A version is stored completely or not at all, and
// requests are answered from one version only, so that page and data always match.
// Relief tiles are stored as they are requested. Everything else comes from the
// network.
const VERSION = "%VERSION%";
const { scope } = registration;
// Other pages of this origin may have caches too: ours begin with this.
const prefix = `chronotope ${scope} `;
const files = prefix + VERSION;
const tiles = prefix + "%RELIEF%";

// Bypasses the browser's cache, and fails unless the file has this hash.
const exactly = ([path, integrity]) => new Request(path, { cache: "no-cache", integrity });

async function install() {
  const list = await (await fetch(exactly(["offline.json", VERSION]))).json();
  const cache = await caches.open(files);
  // Stores all files, or none.
  await cache.addAll(Object.entries(list.files).map(exactly));
}

async function activate() {
  for (const name of await caches.keys()) {
    const ours = name === files || name === tiles || !name.startsWith(prefix);
    // A version that is being installed is not an old one.
    if (!ours && !registration.installing) await caches.delete(name);
  }
  await clients.claim();
}

async function keep(path, answer) {
  const cache = await caches.open(tiles);
  await cache.put(path, answer);
  for (const oldest of (await cache.keys()).slice(0, -400)) await cache.delete(oldest);
}

oninstall = (event) => event.waitUntil(install());
onactivate = (event) => event.waitUntil(activate());
// The reader has pressed "Reload".
onmessage = () => skipWaiting();
onfetch = (event) => {
  const { request } = event;
  const path = request.url.replace(/[?#].*/, "").replace(/\/index\.html$/, "/");
  if (request.method !== "GET" || !path.startsWith(scope)) return;
  const cacheName = path.includes("/basemap/relief/") ? tiles : files;
  const answer = async () => {
    const kept = await caches.match(path, { cacheName }).catch(() => {});
    if (kept) return kept;
    const fetched = await fetch(request);
    if (cacheName === tiles && fetched.ok) event.waitUntil(keep(path, fetched.clone()));
    return fetched;
  };
  event.respondWith(answer());
};
