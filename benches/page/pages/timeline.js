// Leaflet.timeline, with the renderer that the address names.
async function showTimeline() {
  const map = showMap({ preferCanvas: query.get("renderer") === "canvas" });
  const timeline = L.timeline(await data(), { pointToLayer: dot });
  const control = L.timelineSliderControl({
    start: timeAt(0),
    end: timeAt(1),
    formatOutput: (time) => new Date(time).toISOString().slice(0, 10),
    // One tick a day is a grey bar, and costs.
    showTicks: asItComes,
  });
  control.addTo(map);
  control.addTimelines(timeline);
  timeline.addTo(map);
  const slider = document.querySelector("input.time-slider");
  ready({
    set(fraction) {
      slider.value = timeAt(fraction);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    },
    shown: () => timeline.getLayers().length,
  });
}
showTimeline();
