"""Land, lakes and rivers: from the packages to natural-earth.topojson."""

import math

from .align import join_ends, refine
from .geometry import (
    area,
    contains,
    cut_antimeridian,
    length,
    middle,
    quantise,
    shoelace,
    simplify,
    wind,
)
from .grid import RIVER_MIN_OUT, in_window
from .names import LAKE_NAMES, RIVER_NAMES, SINCE
from .topojson import Topology, check_vectors, find, load_topology

REGIONS = ["europe", "africa", "south-america", "north-america", "asia"]
NAME_REACH = 0.5  # degrees: a river further from the point given does not get the name


def make_vectors(sane, atlas, out):
    """Writes natural-earth.topojson into the folder `out`."""
    topology = Topology()
    topology.objects["land"] = make_land(topology, atlas)
    topology.objects["lakes"] = make_lakes(topology, sane)
    topology.objects["rivers"] = make_rivers(topology, sane)
    path = out / "natural-earth.topojson"
    topology.write(path)
    check_vectors(path)
    print(f"{path.name}: {path.stat().st_size} bytes, {len(topology.arcs)} arcs")


def make_polygon(rings, threshold):
    """Simplified, on the grid, wound as RFC 7946 asks; None if it vanishes.

    `threshold` gives the least area of a ring, in square degrees.
    """
    done = []
    for i, ring in enumerate(rings):
        if area(ring) < (threshold(ring) if i == 0 else max(threshold(ring), 0.01)):
            if i == 0:
                return None
            continue
        q = quantise(simplify(ring))
        if len(q) < 4 or q[0] != q[-1] or not shoelace(q):
            if i == 0:
                return None
            continue
        done.append(wind(q, i == 0))
    return done


# ------------------------------------------------------------------- land ---


def make_land(topology, atlas):
    features, _ = load_topology(find(atlas, "land-50m.json"), "land")
    land, dropped = [], 0
    for parts in features:
        for rings in parts:
            for polygon in cut_land(rings):
                done = make_polygon(polygon, land_threshold)
                if done:
                    land.append(done)
                else:
                    dropped += 1
    land.sort(key=lambda p: -abs(shoelace(p[0])))  # islands after the hole they lie in
    arcs = [[topology.add_ring(r) for r in p] for p in land]
    print(
        f"land: {len(land)} polygons, {sum(len(r) for p in land for r in p)} points, "
        f"{sum(len(p) - 1 for p in land)} holes; {dropped} islets left out"
    )
    return {"type": "MultiPolygon", "arcs": arcs}


def land_threshold(ring):
    x, y = ring[0]
    if in_window(ring[0]):
        return 0.03 if y > 70 else 0.002
    if y > 58 or y < -60 or (y < -38 and x < -60):
        return 0.05  # Arctic Canada, Antarctica, southern Chile
    return 0.004


def cut_land(rings):
    """A polygon cut at the antimeridian: a list of polygons."""
    rings = [r for r in rings if max(p[1] for p in r) > -89]  # a seam along the pole
    if not rings:
        return []
    outers = cut_antimeridian(rings[0])
    holes = [h for r in rings[1:] for h in cut_antimeridian(r)]
    # only the mainland of Eurasia has a hole (the Caspian); it lies in the larger piece
    biggest = max(range(len(outers)), key=lambda i: area(outers[i]))
    return [[outer] + (holes if k == biggest else []) for k, outer in enumerate(outers)]


# --------------------------------------------------------- lakes and rivers ---


def load_refined(sane, name, polygons):
    """The features of the world file, with the positions of the finer files by continent."""
    world, cell = load_topology(find(sane, "world_50m.json"), name)
    finer = [load_topology(find(sane, f"{r}_50m.json"), name) for r in REGIONS]
    return refine(world, cell, finer, polygons)


def make_lakes(topology, sane):
    features = load_refined(sane, "lakes", True)
    features += missing_lakes(features, load_topology(find(sane, "world_110m.json"), "lakes")[0])
    lakes, named = [], set()
    for parts in features:
        for rings in parts:
            done = make_polygon(rings, lake_threshold)
            if not done:
                continue
            name = next((n for n, p in LAKE_NAMES.items() if contains(rings[0], p)), None)
            geometry = {"type": "Polygon", "arcs": done}
            if name:
                geometry["properties"] = {"name": name} | ({"since": SINCE[name]} if name in SINCE else {})
                named.add(name)
            lakes.append(geometry)
    lakes.sort(key=lambda g: -abs(shoelace(g["arcs"][0])))
    print(
        f"lakes: {len(lakes)}, {sum(len(r) for g in lakes for r in g['arcs'])} points; "
        f"no lake found for: {sorted(set(LAKE_NAMES) - named) or 'none'}"
    )
    for g in lakes:
        g["arcs"] = [topology.add_ring(r) for r in g["arcs"]]
    return {"type": "GeometryCollection", "geometries": lakes}


def lake_threshold(ring):
    return 0.02 if in_window(ring[0]) else 0.15


def missing_lakes(features, coarse):
    """The lakes that only the 1:110m file has: the 1:50m file lacks Balkhash and Tanganyika."""
    outlines = [rings[0] for parts in features for rings in parts]
    missing = []
    for parts in coarse:
        ring = parts[0][0]
        others = [middle(ring)] + ring
        if not any(contains(o, p) for o in outlines for p in others):
            missing.append(parts)
            print(f"lakes: one at {middle(ring)[0]:.1f}, {middle(ring)[1]:.1f} from 1:110m")
    return missing


def make_rivers(topology, sane):
    rivers = join_ends(load_refined(sane, "rivers", False), 0.05)
    ends = frozenset(p for parts in rivers for line in parts for p in (line[0], line[-1]))
    names = name_rivers(rivers)
    merged = {}
    for i, parts in enumerate(rivers):
        name = names.get(i)
        wanted = [
            line for line in parts if name or any(in_window(p) for p in line) or length(line) >= RIVER_MIN_OUT
        ]
        lines = [q for q in (quantise(simplify(line, ends)) for line in wanted) if len(q) > 1]
        merged.setdefault(name, []).extend(lines)
    geometries = []
    for name, lines in sorted(merged.items(), key=lambda m: (m[0] is None, m[0] or "")):
        g = {"type": "MultiLineString", "arcs": [[topology.add_line(line)] for line in lines]}
        if name:
            g["properties"] = {"name": name}
        geometries.append(g)
    count = sum(len(m) for m in merged.values())
    points = sum(len(q) for m in merged.values() for q in m)
    print(f"rivers: {count} lines, {points} points, {len(merged) - 1} names")
    return {"type": "GeometryCollection", "geometries": geometries}


def name_rivers(rivers):
    """The name of each river that has one, by its place in the list."""
    names = {}
    for name, points in RIVER_NAMES.items():
        for x, y in points:
            k = math.cos(math.radians(y))
            d, i = min(
                (min((p[0] - x) ** 2 * k * k + (p[1] - y) ** 2 for line in parts for p in line), i)
                for i, parts in enumerate(rivers)
            )
            if d > NAME_REACH**2:
                print(f"rivers: nothing near {name} at {x}, {y}")
            elif names.setdefault(i, name) != name:
                print(f"rivers: {name} at {x}, {y} falls on {names[i]}")
    return names
