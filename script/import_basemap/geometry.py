"""Plane geometry on rings and lines: lists of points (longitude, latitude).

A ring is closed: its last point is its first.
"""

import math
import sys
from itertools import pairwise

from .grid import CELL, SOUTH, TOLERANCE_IN, TOLERANCE_OUT, in_window


def shoelace(ring):
    """Signed area, positive if the ring runs counterclockwise."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring)) / 2


def area(ring):
    """Area in square degrees; degrees of longitude count by their length on the ground."""
    return abs(shoelace(ring)) * math.cos(math.radians(sum(p[1] for p in ring) / len(ring)))


def clip(ring, axis, limit, keep_less):
    """Sutherland-Hodgman against one line; ring is closed, so is the result."""
    inside = (lambda p: p[axis] <= limit) if keep_less else (lambda p: p[axis] >= limit)
    out = []
    for a, b in pairwise(ring):
        if inside(a) != inside(b):
            f = (limit - a[axis]) / (b[axis] - a[axis])
            other = a[1 - axis] + f * (b[1 - axis] - a[1 - axis])
            cross = (limit, other) if axis == 0 else (other, limit)
            out.append(cross)
        if inside(b):
            out.append(b)
    if out and out[0] != out[-1]:
        out.append(out[0])
    return out if len(out) > 3 else []


def cut_antimeridian(ring):
    """The inputs are stitched on the sphere: undo that. Follow the ring without
    jumps, then cut at +-180; a ring about a pole is closed along SOUTH."""
    points = [ring[0]]
    for x, y in ring[1:]:
        px = points[-1][0]
        points.append((x + 360 * round((px - x) / 360), y))
    if abs(points[-1][0] - points[0][0]) > 1:  # Antarctica
        at = next((i for i, p in enumerate(ring) if abs(p[0]) == 180), None)
        if at is None:
            sys.exit("import-basemap: a ring about the pole has no point on the date line")
        line = ring[at:-1] + ring[: at + 1]
        if line[1][0] > 0:
            line.reverse()
        line[0], line[-1] = (-180.0, line[0][1]), (180.0, line[-1][1])
        closed = line + [(180.0, SOUTH - 1), (-180.0, SOUTH - 1), line[0]]
        return [clip(closed, 1, SOUTH, False)]
    points[-1] = points[0]
    pieces = []
    for k in (-1, 0, 1):
        shifted = [(x - 360 * k, y) for x, y in points]
        piece = (
            clip(clip(shifted, 0, 180.0, True), 0, -180.0, False)
            if (max(p[0] for p in shifted) > 180 or min(p[0] for p in shifted) < -180)
            else shifted
        )
        if piece and max(p[0] for p in piece) - min(p[0] for p in piece) > 1e-6:
            pieces.append(piece)
    return pieces


def douglas_peucker(points, tolerance):
    """Simplified, within `tolerance` degrees on the ground; the ends stay."""
    n = len(points)
    if n < 3:
        return points
    keep = [False] * n
    keep[0] = keep[-1] = True
    stack = [(0, n - 1)]
    while stack:
        i, j = stack.pop()
        if j - i < 2:
            continue
        (ax, ay), (bx, by) = points[i], points[j]
        k = math.cos(math.radians((ay + by) / 2))
        dx, dy = (bx - ax) * k, by - ay
        length2 = dx * dx + dy * dy
        worst, at = -1.0, -1
        for m in range(i + 1, j):
            px, py = (points[m][0] - ax) * k, points[m][1] - ay
            if length2:
                f = max(0.0, min(1.0, (px * dx + py * dy) / length2))
                px, py = px - f * dx, py - f * dy
            d = px * px + py * py
            if d > worst:
                worst, at = d, m
        if worst > tolerance * tolerance:
            keep[at] = True
            stack += [(i, at), (at, j)]
    return [p for p, k in zip(points, keep) if k]


def simplify(points, fixed=frozenset()):
    """Douglas-Peucker in runs that are wholly inside or outside the window,
    between points that must stay. A ring is first split at its far point."""
    if len(points) < 3:
        return points
    stops = {0, len(points) - 1}
    if points[0] == points[-1]:
        x0, y0 = points[0]
        stops.add(max(range(len(points)), key=lambda i: (points[i][0] - x0) ** 2 + (points[i][1] - y0) ** 2))
    for i, p in enumerate(points):
        if abs(p[0]) == 180 or p[1] <= SOUTH or p in fixed:
            stops.add(i)
        elif i and in_window(p) != in_window(points[i - 1]):
            stops.add(i)
    stops = sorted(stops)
    out = [points[0]]
    for i, j in pairwise(stops):
        middle = points[(i + j) // 2]
        out += douglas_peucker(points[i : j + 1], TOLERANCE_IN if in_window(middle) else TOLERANCE_OUT)[1:]
    return out


def quantise(points):
    """To the grid, without repeated points and without points on a straight run."""
    out = []
    for x, y in points:
        q = (round((x + 180) / CELL), round((y + 90) / CELL))
        if out and out[-1] == q:
            continue
        if len(out) > 1:
            (ax, ay), (bx, by) = out[-2], out[-1]
            if (bx - ax) * (q[1] - by) == (by - ay) * (q[0] - bx) and (bx - ax) * (q[0] - bx) + (by - ay) * (
                q[1] - by
            ) > 0:
                out.pop()
        out.append(q)
    return out


def wind(ring, ccw):
    """The ring, counterclockwise if `ccw`, else clockwise."""
    return ring if (shoelace(ring) > 0) == ccw else ring[::-1]


def contains(ring, p):
    """Is the point inside the ring? By the even-odd rule."""
    odd = False
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ay > p[1]) != (by > p[1]) and p[0] < (bx - ax) * (p[1] - ay) / (by - ay) + ax:
            odd = not odd
    return odd


def middle(ring):
    """The mean of its points."""
    return sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring)


def length(line):
    """Length in degrees on the ground."""
    return sum(
        math.hypot((b[0] - a[0]) * math.cos(math.radians(a[1])), b[1] - a[1]) for a, b in pairwise(line)
    )
