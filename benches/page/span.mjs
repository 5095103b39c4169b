// The time that every data set fills and every tool passes through. Days are
// counted from 1970, as the page's slider counts them.

export const DAY = 86_400_000;
const number = (date) => Date.parse(`${date}T00:00:00Z`) / DAY;

export const FIRST = number("1850-01-01");
export const LAST = number("1950-12-31");
export const STEPS = 201;

export const date = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/** The day at a fraction of the whole time; pages/page.js has the same. */
export const dayAt = (fraction) => Math.round(FIRST + (LAST - FIRST) * fraction);
