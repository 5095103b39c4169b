// Says so when the page cannot start, or breaks: the one thing that must work
// when the program does not.
(function () {
  "use strict";
  // What stands in the page meanwhile is the first life, not the one asked for.
  if (/[?&](life|data|embed)\b/.test(location.search)) {
    document.documentElement.className = "asked";
  }
  function show() {
    var box = document.getElementById("failure");
    if (!box || !box.hidden) return;
    box.textContent =
      "The map has stopped working. Reload the page; if that does not help, " +
      "your browser may be too old for it (it needs WebAssembly).";
    box.hidden = false;
    if (document.documentElement.dataset.ready !== "true") {
      var shell = document.querySelector(".shell");
      if (shell) shell.hidden = true;
    }
  }
  window.addEventListener("chronotope:failure", show);
  window.addEventListener("unhandledrejection", show);
  window.addEventListener(
    "error",
    function (event) {
      // Only what is needed to start: a missing relief tile is no failure.
      var source = event.target;
      if (source === window || source.tagName === "SCRIPT") show();
    },
    true
  );
})();
