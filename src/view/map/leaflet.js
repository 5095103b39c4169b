// What the page uses of Leaflet, as the global `L` that the crate `leaflet`
// binds: a quarter less to fetch than the whole. script/bundle.mjs bundles it.
// Whoever names another class of Leaflet in this folder adds it here.
import { attribution } from "leaflet/src/control/Control.Attribution.js";
import { scale } from "leaflet/src/control/Control.Scale.js";
import { LatLng } from "leaflet/src/geo/LatLng.js";
import { LatLngBounds } from "leaflet/src/geo/LatLngBounds.js";
import { Point } from "leaflet/src/geometry/Point.js";
import { TileLayer } from "leaflet/src/layer/tile/TileLayer.js";
import { Circle } from "leaflet/src/layer/vector/Circle.js";
import { Polygon } from "leaflet/src/layer/vector/Polygon.js";
import { Polyline } from "leaflet/src/layer/vector/Polyline.js";
import { Renderer } from "leaflet/src/layer/vector/Renderer.js";
import { svg } from "leaflet/src/layer/vector/SVG.js";
import { Map } from "leaflet/src/map/Map.js";
// What the map does with pointer and fingers (keys: map_keys.rs); each adds itself to `Map`.
import "leaflet/src/map/handler/Map.BoxZoom.js";
import "leaflet/src/map/handler/Map.DoubleClickZoom.js";
import "leaflet/src/map/handler/Map.Drag.js";
import "leaflet/src/map/handler/Map.ScrollWheelZoom.js";
import "leaflet/src/map/handler/Map.TouchZoom.js";

// Every line of ours names its renderer: Leaflet's own way to find one brings its
// canvas with it.
Map.include({
  getRenderer(layer) {
    const { renderer } = layer.options;
    if (!this.hasLayer(renderer)) this.addLayer(renderer);
    return renderer;
  },
});

// The wheel zooms about what the map follows (sight.rs), as long as that is in sight.
const { setZoomAround } = Map.prototype;
Map.include({
  setZoomAround(at, zoom, options) {
    const { zoomAnchor } = this.options;
    const inSight = zoomAnchor && this.getBounds().contains(zoomAnchor);
    return setZoomAround.call(this, inSight ? zoomAnchor : at, zoom, options);
  },
});

// Leaflet draws lines and areas anew only when a movement ends. A flight that zooms out
// would show where they end, so they are drawn with every quarter of a level.
Map.addInitHook(function () {
  let drawn = 0;
  this.on("zoomstart", () => (drawn = this.getZoom()));
  this.on("zoom", () => {
    if (drawn - this.getZoom() < 0.25) return;
    drawn = this.getZoom();
    this.eachLayer((layer) => layer instanceof Renderer && layer._reset());
  });
});

globalThis.L = {
  Circle,
  LatLng,
  LatLngBounds,
  Map,
  Point,
  Polygon,
  Polyline,
  TileLayer,
  control: { attribution, scale },
  svg,
};
