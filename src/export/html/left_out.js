// The relief's tiles are files of their own: without them, nothing is asked for
// and nobody is thanked.
L.TileLayer.addInitHook(function () {
  if (/^https:/.test(this._url)) return;
  this.getTileUrl = () => "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
  this.options.attribution = this.options.attribution.replace(/relief: .*?, /, "");
});
