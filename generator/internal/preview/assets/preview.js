// Keeps a page of the preview fresh. Served and linked by `tipscore serve`
// only; a built site does not contain it.
(function () {
  "use strict";
  if (window.top !== window) return; // a chart embedded in a page comes with the page
  var seen = document.currentScript.dataset;
  var banner = null;
  var events = null;

  function show(state) {
    if (String(state.site) !== seen.site || (seen.check && String(state.check) !== seen.check)) {
      window.location.reload();
      return;
    }
    var text = seen.check ? "" : state.note;
    if (!text) {
      if (banner) banner.remove();
      banner = null;
      return;
    }
    if (!banner) {
      banner = document.createElement("p");
      banner.className = "tipscore-banner";
      banner.setAttribute("role", "status");
      document.body.appendChild(banner);
    }
    banner.textContent = text + " ";
    var link = document.createElement("a");
    link.href = "/__tipscore/problems";
    link.textContent = "Show";
    banner.appendChild(link);
  }

  function connect() {
    if (events) return;
    events = new EventSource("/__tipscore/events");
    events.onmessage = function (e) { show(JSON.parse(e.data)); };
  }

  // Browsers allow six connections to a server, so tabs in the background let go.
  function visibility() {
    if (!document.hidden) return connect();
    if (events) events.close();
    events = null;
  }
  document.addEventListener("visibilitychange", visibility);
  visibility();
})();
