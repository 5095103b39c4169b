pub(super) mod geojson;
