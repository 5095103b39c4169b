// TimelineJS has no free time and no map: a step goes to the slide at that
// fraction of the slides.
async function showTimelineJs() {
  const events = await data();
  const timeline = new TL.Timeline("timeline", events, {
    script_path: "/node/@knight-lab/timelinejs/dist/js/",
    // Its fonts would come from another host.
    font: null,
  });
  timeline.on("ready", () =>
    ready({
      set: (fraction) => timeline.goTo(Math.round((timeline.config.events.length - 1) * fraction)),
      shown: () => null,
    }),
  );
}
showTimelineJs();
