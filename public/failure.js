// Shows a message when the page cannot start or has stopped. It must work when the
// program does not, in old browsers too, so it is written in old JavaScript.
(function () {
  "use strict";
  // The document in the page is the first life's: hide it if another was requested.
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
  window.addEventListener("unhandledrejection", show);
  window.addEventListener(
    "error",
    function (event) {
      // Scripts and exceptions only: a missing relief tile is not a failure.
      var source = event.target;
      if (source === window || source.tagName === "SCRIPT") show();
    },
    true
  );
})();
