"""Reads the packages' TopoJSON, and writes ours."""

import json
import sys
from itertools import pairwise
from pathlib import Path

from .grid import CELL, SOUTH


def find(folder, name):
    """The file of that name that lies least deep in the folder."""
    hits = sorted(Path(folder).rglob(name), key=lambda p: (len(p.parts), str(p)))
    if not hits:
        sys.exit(f"import-basemap: no {name} under {folder}")
    return hits[0]


def load_topology(source, name):
    """One object of a TopoJSON file: a list of features, each a list of parts
    (polygons as lists of rings, or lines), and the size of a cell of its grid."""
    t = json.loads(Path(source).read_text())
    (sx, sy), (tx, ty) = t["transform"]["scale"], t["transform"]["translate"]
    arcs = []
    for arc in t["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x += dx
            y += dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)

    def join(indices):
        points = []
        for i in indices:
            piece = arcs[i] if i >= 0 else arcs[~i][::-1]
            points += piece[1:] if points else piece
        return points

    features = []
    top = t["objects"][name]
    for g in top.get("geometries", [top]):
        match g["type"]:
            case "Polygon":
                features.append([[join(r) for r in g["arcs"]]])
            case "MultiPolygon":
                features.append([[join(r) for r in p] for p in g["arcs"]])
            case "LineString":
                features.append([join(g["arcs"])])
            case "MultiLineString":
                features.append([join(line) for line in g["arcs"]])
    return features, (sx, sy)


def read_output(path, name):
    """The polygons (lists of rings) or lines of one object of our own file."""
    return [part for parts in load_topology(path, name)[0] for part in parts]


class Topology:
    """The file that is written: objects, whose arcs are on the grid."""

    def __init__(self):
        self.arcs = []
        self.objects = {}

    def add_line(self, points):
        """Adds an arc of grid points and returns its number."""
        self.arcs.append([points[0]] + [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)])
        return len(self.arcs) - 1

    def add_ring(self, ring):
        """One arc, but the edges along +-180 and along the bottom are arcs of
        their own, so that a coast can be drawn without them. Returns their numbers."""
        kinds = [is_map_edge(a, b) for a, b in pairwise(ring)]
        if not any(kinds):
            return [self.add_line(ring)]
        start = next((i for i in range(len(kinds)) if kinds[i] and not kinds[i - 1]), 0)
        ring = ring[start:-1] + ring[: start + 1]
        kinds = kinds[start:] + kinds[:start]
        found, run = [], [ring[0]]
        for i, kind in enumerate(kinds):
            run.append(ring[i + 1])
            if i + 1 == len(kinds) or kinds[i + 1] != kind:
                found.append(self.add_line(run))
                run = [ring[i + 1]]
        return found

    def write(self, path):
        topology = {
            "type": "Topology",
            "transform": {"scale": [CELL, CELL], "translate": [-180, -90]},
            "objects": self.objects,
            "arcs": self.arcs,
        }
        path.write_text(json.dumps(topology, separators=(",", ":"), ensure_ascii=False) + "\n")


def is_map_edge(a, b):
    """Does the segment between two grid points run along the edge of the map?"""
    east, bottom = round(360 / CELL), round((SOUTH + 90) / CELL)
    return (a[0] == b[0] and a[0] in (0, east)) or (a[1] == b[1] == bottom)


def check_vectors(path):
    """Ends the program if a ring is open, a step is longer than 180 degrees, or a
    point is off the map."""
    for name in ("land", "lakes", "rivers"):
        for part in read_output(path, name):
            for line in part if name != "rivers" else [part]:
                if name != "rivers" and (line[0] != line[-1] or len(line) < 4):
                    sys.exit(f"import-basemap: open or empty ring in {name} at {line[0]}")
                for a, b in pairwise(line):
                    along_bottom = a[1] == b[1] and a[1] < -85
                    if abs(a[0] - b[0]) > 180 and not along_bottom:
                        sys.exit(f"import-basemap: {name} jumps from {a} to {b}")
                    if not (-180 <= b[0] <= 180 and -90 < b[1] < 90):
                        sys.exit(f"import-basemap: {name} leaves the map at {b}")
