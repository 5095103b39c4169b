// Leaflet.TimeDimension on canvas: each step it makes all its dots anew, which
// in SVG takes longer.
async function showTimeDimension() {
  const day = (time) => new Date(time).toISOString().slice(0, 10);
  const map = showMap({
    preferCanvas: true,
    timeDimension: true,
    timeDimensionOptions: {
      timeInterval: `${day(timeAt(0))}/${day(timeAt(1))}`,
      period: "P1D",
      currentTime: timeAt(0),
    },
    timeDimensionControl: true,
  });
  const layer = L.timeDimension.layer.geoJson(L.geoJson(await data(), { pointToLayer: dot }), {
    // How long a thing stays after its end. Without it nothing before 1970 is
    // shown; with more than the whole time all that has been stays.
    duration: cumulative ? "P200Y" : "PT1S",
  });
  layer.addTo(map);
  ready({
    set: (fraction) => map.timeDimension.setCurrentTime(timeAt(fraction)),
    shown: () => layer._currentLayer?.getLayers().length ?? 0,
  });
}
showTimeDimension();
