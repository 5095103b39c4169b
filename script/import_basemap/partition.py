"""Cuts today's countries along lines into units that never changed hands in parts."""

import heapq
import io
import math
import sys
import zipfile
from itertools import pairwise

import shapefile
import shapely
from shapely.geometry import LineString, Point, box, shape
from shapely.strtree import STRtree

from .topojson import find

GRID = 0.0005  # degrees: the grid on which lines are noded
SNAP = 0.12  # degrees: a point of a line this near to a line of provinces is put on it
DETOUR = 2.2  # how many times longer than the straight line a way along lines of provinces may be
JOIN = 0.3  # degrees: ends of cuts are joined to what is this near
LOOSE = 0.03  # degrees: loose ends of lines of provinces are joined to what is this near


def read_countries(folder, wanted):
    """Today's countries by their three-letter codes."""
    archive = zipfile.ZipFile(find(folder, "ne_10m_admin_0_countries_deu.zip"))
    parts = {
        ending: io.BytesIO(archive.read(next(n for n in archive.namelist() if n.endswith("." + ending))))
        for ending in ("shp", "shx", "dbf")
    }
    reader = shapefile.Reader(**parts, encoding="utf-8")
    found = {}
    for row in reader.iterShapeRecords():
        code = row.record["ADM0_A3"]
        if code in wanted:
            found[code] = shapely.make_valid(shape(row.shape.__geo_interface__))
    if missing := set(wanted) - set(found):
        sys.exit(f"import-borders: no country {sorted(missing)}")
    return found


def read_provinces(folder):
    """The lines between today's provinces, as lists of points."""
    path = find(folder, "ne_10m_admin_1_states_provinces_lines.shp")
    lines = []
    for record in shapefile.Reader(shp=str(path), shx=str(path.with_suffix(".shx"))).iterShapes():
        stops = [*record.parts, len(record.points)]
        lines += [[(p[0], p[1]) for p in record.points[a:b]] for a, b in pairwise(stops)]
    return [line for line in lines if len(line) > 1]


class Tracer:
    """Draws a line given by a few points along the lines of provinces where it can."""

    def __init__(self, lines):
        self.lines = lines
        self.tree = STRtree([LineString(line) for line in lines])

    def trace(self, points):
        """The points, with the way between neighbours that both lie on lines of provinces
        replaced by the shortest way along these."""
        area = box(*LineString(points).bounds).buffer(0.5)
        graph = make_graph([self.lines[i] for i in sorted(self.tree.query(area))])
        nodes = [nearest(graph, p, SNAP) for p in points]
        out = [points[0], nodes[0] or points[0]]
        for (p, a), (q, b) in pairwise(zip(points, nodes)):
            way = shortest(graph, a, b) if a and b and a != b else None
            out += way[1:] if way else [b or q]
        out.append(points[-1])
        return [p for i, p in enumerate(out) if not i or p != out[i - 1]]


def make_graph(lines):
    graph = {}

    def link(a, b):
        if a != b:
            length = math.dist(a, b)
            graph.setdefault(a, {})[b] = length
            graph.setdefault(b, {})[a] = length

    for line in lines:
        points = [(round(x, 4), round(y, 4)) for x, y in line]
        for a, b in pairwise(points):
            link(a, b)
    loose = sorted(p for p, others in graph.items() if len(others) == 1)
    cells = {}
    for p in graph:
        cells.setdefault((int(p[0] // LOOSE), int(p[1] // LOOSE)), []).append(p)
    for p in loose:
        x, y = int(p[0] // LOOSE), int(p[1] // LOOSE)
        near = [q for i in (x - 1, x, x + 1) for j in (y - 1, y, y + 1) for q in cells.get((i, j), [])]
        for q in sorted(near):
            if q not in graph[p] and q != p and math.dist(p, q) < LOOSE:
                link(p, q)
    return graph


def nearest(graph, point, reach):
    best = min(graph, key=lambda node: (math.dist(node, point), node), default=None)
    return best if best and math.dist(best, point) < reach else None


def shortest(graph, start, goal):
    """The shortest way in the graph, or None if it is a long detour."""
    limit = DETOUR * math.dist(start, goal) + 0.1
    queue, came, cost = [(0.0, start)], {}, {start: 0.0}
    while queue:
        length, node = heapq.heappop(queue)
        if node == goal:
            way = [node]
            while node in came:
                node = came[node]
                way.append(node)
            return way[::-1]
        if length > cost[node]:
            continue
        for other, step in graph[node].items():
            total = length + step
            if total + math.dist(other, goal) <= limit and total < cost.get(other, math.inf):
                cost[other], came[other] = total, node
                heapq.heappush(queue, (total, other))
    return None


class Partition:
    """Faces of the plane, each of which belongs to one unit; and the edges between them."""

    def __init__(self, countries, units, cuts):
        self.countries = countries
        self.unit_of_country = {code: unit["id"] for unit in units for code in unit.get("countries", [])}
        self.precision = {}
        lines = [country.boundary for country in countries.values()]
        self.cut_lines = []
        whole = [LineString(cut["line"]) for cut in cuts]
        for i, cut in enumerate(cuts):
            line = self.joined(whole[i], whole[:i] + whole[i + 1 :], cut["countries"])
            for code in cut["countries"]:
                inside = line.intersection(countries[code].buffer(1e-9))
                lines.append(inside)
                self.cut_lines.append((inside, cut.get("precision_km", 1.0)))
        noded = shapely.union_all(lines, grid_size=GRID)
        self.faces = list(shapely.polygonize([noded]).geoms)
        self.tree = STRtree(self.faces)
        self.owners = [self.country_unit(face) for face in self.faces]
        for unit in units:
            for spot in unit.get("at", []):
                self.claim(unit["id"], spot)
        self.adopt_slivers()

    def joined(self, line, others, codes):
        """A line whose ends inside a country are joined to the nearest other cut or border."""
        targets = others + [self.countries[code].boundary for code in codes]
        points = list(line.coords)
        for at, spot in ((0, Point(points[0])), (len(points), Point(points[-1]))):
            if any(self.countries[code].contains(spot) for code in codes):
                target = min(targets, key=spot.distance)
                if target.distance(spot) < JOIN:
                    far = shapely.shortest_line(spot, target).coords[1]
                    # A little beyond, so that the lines surely cross.
                    over = [f + (f - s) * 0.01 for s, f in zip(spot.coords[0], far)]
                    points.insert(at and len(points), tuple(over))
        return LineString(points)

    def country_unit(self, face):
        """The unit that has the country of a face by default; None at sea."""
        spot = face.representative_point()
        for code, country in self.countries.items():
            if country.contains(spot):
                return self.unit_of_country.get(code, f"rest of {code}")
        return None

    def claim(self, unit, spot):
        hits = [i for i in self.tree.query(Point(spot)) if self.faces[i].contains(Point(spot))]
        if not hits or self.owners[hits[0]] is None:
            sys.exit(f"import-borders: {unit}: {spot} lies at sea")
        self.owners[hits[0]] = unit

    def adopt_slivers(self):
        """Small faces that no unit has claimed join the neighbour with the longest common edge."""
        for i, face in enumerate(self.faces):
            if self.owners[i] is None or not self.owners[i].startswith("rest of"):
                continue
            lengths = {}
            for j in self.tree.query(face):
                owner = self.owners[j]
                if j != i and owner and not owner.startswith("rest of"):
                    common = face.boundary.intersection(self.faces[j].boundary).length
                    lengths[owner] = lengths.get(owner, 0.0) + common
            best = max(sorted(lengths), key=lengths.get, default=None)
            if best and lengths[best] > 0:
                if face.area > 0.05:
                    at = face.representative_point()
                    print(f"{self.owners[i]} at {at.x:.2f}, {at.y:.2f} ({face.area:.2f}) joins {best}")
                self.owners[i] = best

    def edges(self):
        """Segments between two different units: {(unit, unit): [segment, ...]}."""
        sides = {}
        for face, owner in zip(self.faces, self.owners):
            for ring in (face.exterior, *face.interiors):
                for a, b in pairwise(ring.coords):
                    sides.setdefault((min(a, b), max(a, b)), []).append(owner)
        out = {}
        for segment, owners in sides.items():
            if len(owners) == 2 and None not in owners and owners[0] != owners[1]:
                out.setdefault(tuple(sorted(owners)), []).append(segment)
        return out

    def cut_precision(self, line):
        """The precision of the cut on which a line runs; that of today's border if on none."""
        spot = line.interpolate(0.5, normalized=True)
        near = [km for cut, km in self.cut_lines if cut.distance(spot) < 2 * GRID]
        return min(near, default=None)
