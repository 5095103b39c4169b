"""Borders and names of states through time: from seeds/borders/ to borders.topojson."""

import json
import tomllib

import shapely
from shapely.geometry import LineString

from .chronicle import WHOLE, Chronicle, day_number
from .document import describe
from .grid import CELL
from .partition import Partition, Tracer, read_countries, read_provinces

TOLERANCE = 0.012  # degrees: how much lines are simplified
SOFT = 15.0  # kilometres: a border that is less precise is drawn softer
SHORTEST = 0.04  # degrees: shorter lines are left out, unless they join others


def make_borders(seeds, countries_folder, provinces_folder, out):
    """Writes borders.topojson into the folder `out`."""
    table = {name: tomllib.loads((seeds / f"{name}.toml").read_text()) for name in ("states", "units", "changes")}
    units, cuts = table["units"]["unit"], table["units"]["cut"]
    codes = {code for row in units + cuts for code in row.get("countries", [])}
    countries = read_countries(countries_folder, codes)
    tracer = Tracer(read_provinces(provinces_folder))
    for cut in cuts:
        if cut.get("trace", True):
            cut["line"] = tracer.trace([tuple(p) for p in cut["line"]])
    partition = Partition(countries, units, cuts)
    chronicle = Chronicle(table["states"]["state"], table["changes"]["change"], [u["id"] for u in units])
    end = day_number(table["changes"]["end"])
    (seeds.parent.parent / "docs" / "borders.md").write_text(describe(table))
    path = out / "borders.topojson"
    write(path, lines_of(partition, chronicle, end), labels_of(chronicle, end))


def lines_of(partition, chronicle, end):
    """Lines by (from, to, style): style 0 is a state's border, 1 an approximate one, 2 a
    border within a state, 3 an approximate one."""
    found = {}
    for (one, other), segments in sorted(partition.edges().items()):
        if one.startswith("rest of") or other.startswith("rest of"):
            print(f"no unit between {one} and {other} at {segments[0][0]}")
            continue
        stretches = chronicle.between(one, other, end)
        if not stretches:
            continue
        merged = shapely.line_merge(shapely.multilinestrings([LineString(s) for s in sorted(segments)]))
        for line in shapely.get_parts(merged):
            if line.length < SHORTEST:
                continue
            cut = partition.cut_precision(line)
            points = quantise(line.simplify(TOLERANCE).coords)
            if len(points) < 2:
                continue
            for start, stop, internal, km in stretches:
                soft = max(km, cut or WHOLE) >= SOFT
                found.setdefault((start, stop, 2 * internal + soft), []).append(points)
    return found


def labels_of(chronicle, end):
    """Points with the name of a state, from and to a day, and the zoom from which it is shown."""
    out = []
    spans = chronicle.spans(end)
    for state in chronicle.states.values():
        for start, stop in spans.get(state["id"], []):
            properties = {"name": state["name"], "from": start, "to": stop, "zoom": state.get("zoom", 3)}
            if "until_zoom" in state:
                properties["until_zoom"] = state["until_zoom"]
            (point,) = quantise([state["at"]])
            out.append({"type": "Point", "coordinates": point, "properties": properties})
    return out


def quantise(points):
    """To the grid of the base map, without repeated points."""
    out = []
    for x, y in points:
        q = (round((x + 180) / CELL), round((y + 90) / CELL))
        if not out or out[-1] != q:
            out.append(q)
    return out


def write(path, lines, labels):
    arcs, numbers, geometries = [], {}, []
    for (start, stop, style), members in sorted(lines.items()):
        indices = []
        for points in members:
            key = tuple(points)
            if key not in numbers:
                numbers[key] = len(arcs)
                steps = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(points, points[1:])]
                arcs.append([points[0], *steps])
            indices.append([numbers[key]])
        properties = {"from": start, "to": stop, "style": style}
        geometries.append({"type": "MultiLineString", "arcs": indices, "properties": properties})
    topology = {
        "type": "Topology",
        "transform": {"scale": [CELL, CELL], "translate": [-180, -90]},
        "objects": {
            "borders": {"type": "GeometryCollection", "geometries": geometries},
            "states": {"type": "GeometryCollection", "geometries": labels},
        },
        "arcs": arcs,
    }
    path.write_text(json.dumps(topology, separators=(",", ":"), ensure_ascii=False) + "\n")
    points = sum(len(arc) for arc in arcs)
    print(f"{path.name}: {path.stat().st_size} bytes, {len(arcs)} arcs, {points} points, {len(geometries)} lines")
