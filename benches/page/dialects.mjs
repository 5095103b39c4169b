// Writes the same data in the format of each tool.
import { date, LAST } from "./span.mjs";

const mapped = (collection, properties) => ({
  ...collection,
  features: collection.features.map((feature) => ({
    ...feature,
    properties: properties(feature.properties),
  })),
});

/** Leaflet.timeline ignores a feature without an end. */
const timeline = (collection) => mapped(collection, (its) => ({ end: date(LAST), ...its }));

/** TimeDimension: a point is there from the first of its times to the last. */
const timeDimension = (collection) =>
  mapped(collection, ({ name, start, end }) => ({
    name,
    times: (end ? [start, end] : [start]).map(Date.parse),
  }));

/** TimelineJS has events, whose end is optional, and no places. */
const timelineJs = (collection) => ({
  events: collection.features.map(({ properties: { name, start, end } }) => ({
    start_date: parts(start),
    ...(end && { end_date: parts(end) }),
    text: { headline: name },
  })),
});

function parts(written) {
  const [year, month, day] = written.split("-").map(Number);
  return { year, month, day };
}

export const dialects = {
  geojson: (collection) => collection,
  timeline,
  timeDimension,
  timelineJs,
};
