// What the page uses of Leaflet, as the global `L` that the crate `leaflet`
// binds: a quarter less to fetch than the whole. script/leaflet.mjs bundles it.
// Whoever names another class of Leaflet in this folder adds it here.
import { Control } from "leaflet/src/control/Control.js";
import { attribution } from "leaflet/src/control/Control.Attribution.js";
import { scale } from "leaflet/src/control/Control.Scale.js";
import { zoom } from "leaflet/src/control/Control.Zoom.js";
import { LatLng } from "leaflet/src/geo/LatLng.js";
import { LatLngBounds } from "leaflet/src/geo/LatLngBounds.js";
import { Point } from "leaflet/src/geometry/Point.js";
import { Marker } from "leaflet/src/layer/marker/Marker.js";
import { divIcon } from "leaflet/src/layer/marker/DivIcon.js";
import { TileLayer } from "leaflet/src/layer/tile/TileLayer.js";
import { Circle } from "leaflet/src/layer/vector/Circle.js";
import { Polygon } from "leaflet/src/layer/vector/Polygon.js";
import { Polyline } from "leaflet/src/layer/vector/Polyline.js";
import { svg } from "leaflet/src/layer/vector/SVG.js";
import { Map } from "leaflet/src/map/Map.js";
// What the map does with pointer, keys and fingers; each adds itself to `Map`.
import "leaflet/src/map/handler/Map.BoxZoom.js";
import "leaflet/src/map/handler/Map.DoubleClickZoom.js";
import "leaflet/src/map/handler/Map.Drag.js";
import "leaflet/src/map/handler/Map.Keyboard.js";
import "leaflet/src/map/handler/Map.ScrollWheelZoom.js";
import "leaflet/src/map/handler/Map.TouchZoom.js";
// How a map finds the renderer of a line.
import "leaflet/src/layer/vector/Renderer.getRenderer.js";

globalThis.L = {
  Circle,
  Control,
  LatLng,
  LatLngBounds,
  Map,
  Marker,
  Point,
  Polygon,
  Polyline,
  TileLayer,
  control: { attribution, scale, zoom },
  divIcon,
  svg,
};
