// The worker that keeps the page for when there is no network. A template:
// script/offline.mjs writes it into dist/ with its two hashes and without
// these comments.
//
// A version is the page and all that it reads, listed with hashes in
// offline.json, whose own hash is VERSION. It is kept whole or not at all, and
// answered from alone, so that page and data always belong together. Relief
// tiles are kept as they are seen. Whatever else is asked for comes from the
// network.
const VERSION = "%VERSION%";
const { scope } = registration;
// Other pages of this origin may have caches too.
const prefix = `chronotope ${scope} `;
const files = prefix + VERSION;
const tiles = prefix + "%RELIEF%";

// Past the browser's own cache, and only if it is the very file.
const exactly = ([path, integrity]) => new Request(path, { cache: "no-cache", integrity });

async function install() {
  const list = await (await fetch(exactly(["offline.json", VERSION]))).json();
  const cache = await caches.open(files);
  // All, or none.
  await cache.addAll(Object.entries(list.files).map(exactly));
}

async function activate() {
  for (const name of await caches.keys()) {
    const ours = name === files || name === tiles || !name.startsWith(prefix);
    // What is being installed at this moment is not old.
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
// The page's reader asked for this version.
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
