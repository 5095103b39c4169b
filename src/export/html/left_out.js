// The relief's tiles are separate files, which a single file lacks. So none are
// requested, and their credits are left out.
L.TileLayer.addInitHook(function () {
  if (/^https:/.test(this._url)) return;
  this.getTileUrl = () => "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
  this.options.attribution = this.options.attribution.replace(/relief: .*?, /, "");
});
