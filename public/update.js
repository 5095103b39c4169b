// Registers the service worker (offline.js), and tells the reader when a newer version
// is ready.
(async () => {
  const workers = navigator.serviceWorker;
  if (!workers || /[?&]embed\b/.test(location.search)) return;
  const { dataset } = document.documentElement;
  let asked;
  workers.oncontrollerchange = () => {
    // A new worker has taken over: a page that is half loaded would mix two versions.
    if (asked || !dataset.ready) location.reload();
    for (const { name } of performance.getEntriesByType("resource")) {
      if (name.includes("/basemap/relief/")) fetch(name).catch(() => {});
    }
  };
  do await new Promise((done) => setTimeout(done, 1500));
  while (!dataset.ready && !workers.controller);
  const registration = await workers.register("offline.js");
  // A page that was here before need not ask for a newer worker on its own at once.
  if (workers.controller) registration.update().catch(() => {});
  const note = document.getElementById("update");
  const look = () => {
    const { installing, waiting, active } = registration;
    if (installing) installing.onstatechange = look;
    if (!waiting || !active) return;
    note.hidden = false;
    setTimeout(() => (note.firstElementChild.hidden = false), 100);
  };
  registration.onupdatefound = look;
  look();
  note.onclick = () => (note.hidden = true);
  note.querySelector("button").onclick = () => {
    asked = true;
    if (registration.waiting) registration.waiting.postMessage("");
    else location.reload();
  };
  document.onvisibilitychange = () => registration.update().catch(() => {});
})().catch(() => {});
