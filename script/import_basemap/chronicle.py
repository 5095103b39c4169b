"""To which state each unit belonged, from the table seeds/borders/changes.toml."""

import datetime
import sys

EPOCH = datetime.date(1970, 1, 1).toordinal()
WHOLE = 1.0  # precision of a border that is still in use, in kilometres


def day_number(date):
    """Days since 1970-01-01."""
    return date.toordinal() - EPOCH


class Chronicle:
    """The states, and for each unit its rows (day, state, precision in kilometres),
    each of which is valid until the next."""

    def __init__(self, states, changes, unit_ids):
        self.states = {state["id"]: state for state in states}
        self.rows = {unit: [] for unit in unit_ids}
        last = None
        for change in changes:
            day = day_number(change["date"])
            if last is not None and day < last:
                sys.exit(f"import-borders: the change of {change['date']} is out of order")
            last = day
            self.apply(day, change)
        for unit, rows in self.rows.items():
            if not rows:
                sys.exit(f"import-borders: no change names the unit {unit}")

    def apply(self, day, change):
        state = change["state"]
        if state not in self.states:
            sys.exit(f"import-borders: {change['date']}: no state {state}")
        units = list(change.get("units", []))
        if "all_of" in change:
            units += [unit for unit, rows in self.rows.items() if rows and rows[-1][1] == change["all_of"]]
        for unit in units:
            if unit not in self.rows:
                sys.exit(f"import-borders: {change['date']}: no unit {unit}")
            rows = self.rows[unit]
            if rows and rows[-1][0] == day:
                rows.pop()
            rows.append((day, state, change.get("precision_km", WHOLE)))

    def root(self, state):
        """The state that it is part of, or itself."""
        while "within" in self.states[state]:
            state = self.states[state]["within"]
        return state

    def between(self, one, other, end):
        """The stretches of time in which a border runs between two units: (from, to,
        is it internal to a state, precision in kilometres), joined where they are equal."""
        starts = sorted({row[0] for unit in (one, other) for row in self.rows[unit]})
        out = []
        for start, stop in zip(starts, [*starts[1:], end]):
            a, b = self.at(one, start), self.at(other, start)
            if a is None or b is None or a[1] == b[1]:
                continue
            internal = self.root(a[1]) == self.root(b[1])
            row = (start, stop, internal, max(a[2], b[2]))
            if out and out[-1][1] == start and out[-1][2:] == row[2:]:
                row = (out.pop()[0], *row[1:])
            out.append(row)
        return out

    def at(self, unit, day):
        """The row of a unit that is valid on a day, or None before the first."""
        found = None
        for row in self.rows[unit]:
            if row[0] <= day:
                found = row
        return found

    def stretches(self, end):
        """Each unit's times in a state: (state, from, to)."""
        for rows in self.rows.values():
            for (start, state, _), stop in zip(rows, [row[0] for row in rows[1:]] + [end]):
                yield state, start, stop

    def own_spans(self, end):
        """When each state had units of its own: pairs of days."""
        marks = {}
        for state, start, stop in self.stretches(end):
            marks.setdefault(state, []).append((start, stop))
        return {state: join(spans) for state, spans in marks.items()}

    def spans(self, end):
        """When each state existed: pairs of days, for each state that has or contains a unit."""
        marks = {}
        for state, start, stop in self.stretches(end):
            marks.setdefault(state, []).append((start, stop))
            while "within" in self.states[state]:
                state = self.states[state]["within"]
                marks.setdefault(state, []).append((start, stop))
        return {state: join(spans) for state, spans in marks.items()}


def join(spans):
    """Joins spans of time that overlap or touch."""
    out = []
    for start, stop in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(stop, out[-1][1]))
        else:
            out.append((start, stop))
    return out
