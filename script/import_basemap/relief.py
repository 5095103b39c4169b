"""The relief: from a picture of the globe to tiles of the web map."""

import io
import math
import shutil

import numpy as np
from PIL import Image

from .grid import WINDOW
from .raster import box_blur, fill_polygons, shrink
from .shading import shading
from .topojson import find, read_output

TILE, ZOOMS = 256, 5
DARK, LIGHT = (43, 35, 26), (255, 252, 245)
DEAD = 0.018  # shading weaker than this is plain, and stays transparent
EFFORT = 100  # 99 is 100 times faster and 7 % larger
GAIN = {5: 2.6, 4: 3.2, 3: 3.9, 2: 4.6, 1: 5.2, 0: 5.8}  # detail averages out as the map shrinks
DARK_MAX, LIGHT_MAX, LIGHT_SHARE = 0.52, 0.36, 0.75
LEVELS_IN, LEVELS_OUT = (12, 8), (8, 5)  # steps of alpha, dark and light


def to_mercator(s, size):
    """Equirectangular to the Web Mercator square: columns by a good filter, rows by
    the mean of four cubic samples to a row."""
    height, width = s.shape
    pad = 32
    columns = Image.fromarray(np.pad(s, ((0, 0), (pad, pad)), mode="wrap"))
    s = np.asarray(columns.resize((size, height), Image.BICUBIC, box=(pad, 0, pad + width, height)))
    out = np.empty((size, size), dtype=np.float32)
    sub = 4
    for y0 in range(0, size, TILE):
        y = (y0 + (np.arange(TILE * sub) + 0.5) / sub) / size
        lat = np.degrees(np.arctan(np.sinh(np.pi * (1 - 2 * y))))
        at = (90 - lat) / 180 * height - 0.5
        i = np.floor(at).astype(int)
        t = (at - i).astype(np.float32)[:, None]
        a, b, c, d = (s[np.clip(i + o, 0, height - 1)] for o in (-1, 0, 1, 2))
        row = b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
        out[y0 : y0 + TILE] = row.reshape(TILE, sub, size).mean(axis=1)
    return out


def mercator_mask(polygons, size):
    """Land from 0 to 1, four by four samples to a pixel, edge softened by a pixel."""
    over = 4
    strips = []

    def northing(lat):
        return (1 - math.asinh(math.tan(math.radians(max(-85.3, min(85.3, lat))))) / math.pi) / 2

    flat = [
        ([[((x + 180) / 360, northing(y)) for x, y in ring] for ring in rings], value)
        for rings, value in polygons
    ]
    extents = [(min(p[1] for p in rings[0]), max(p[1] for p in rings[0])) for rings, _ in flat]
    for y0 in range(0, size, TILE):
        top, bottom = (y0 - 1) / size, (y0 + TILE + 1) / size
        here = [f for f, (lo, hi) in zip(flat, extents) if hi >= top and lo <= bottom]
        strip = fill_polygons(
            (size * over, (TILE + 2) * over),
            here,
            lambda ring: [(x * size * over - 0.5, (y * size - y0 + 1) * over - 0.5) for x, y in ring],
        )
        m = np.asarray(strip.reduce(over), dtype=np.float32) / 255
        strips.append(box_blur(m, 1)[1:-1])
    return np.concatenate(strips)


def tile_bounds(z, x, y):
    n = 2**z
    lat = [math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * (y + k) / n)))) for k in (1, 0)]
    return x / n * 360 - 180, (x + 1) / n * 360 - 180, lat[0], lat[1]


def encode(s, mask, z, levels):
    """Shade to a picture of few colours: dark or light, in steps of alpha. Lossless
    WebP with a palette is far smaller here than lossy colour with an alpha plane."""
    force = np.maximum(np.abs(s) - DEAD, 0) * GAIN[z]
    dark = DARK_MAX * (1 - np.exp(-force / DARK_MAX)) * mask
    light = LIGHT_MAX * (1 - np.exp(-force * LIGHT_SHARE / LIGHT_MAX)) * mask
    is_dark = s < 0
    steps_dark, steps_light = levels
    level = np.where(is_dark, np.rint(dark / DARK_MAX * steps_dark), np.rint(light / LIGHT_MAX * steps_light))
    alpha = level * np.where(is_dark, DARK_MAX / steps_dark, LIGHT_MAX / steps_light)
    pixels = np.zeros(s.shape + (4,), dtype=np.uint8)
    pixels[..., 3] = np.rint(alpha * 255)
    some = level > 0
    pixels[some & is_dark, :3] = DARK
    pixels[some & ~is_dark, :3] = LIGHT
    data = io.BytesIO()
    Image.fromarray(pixels).save(data, "WEBP", lossless=True, quality=EFFORT, method=6)
    return data.getvalue()


def make_relief(package, out):
    Image.MAX_IMAGE_PIXELS = None
    picture = Image.open(find(package, "shadedrelief.jpg")).convert("RGB")
    print(f"shadedrelief.jpg: {picture.width} by {picture.height}")
    vectors = out / "natural-earth.topojson"
    polygons = [(p, 255) for p in read_output(vectors, "land")]
    polygons += [(p, 0) for p in read_output(vectors, "lakes")]
    s = shading(picture, polygons)
    size = TILE << ZOOMS
    s = to_mercator(s, size)
    mask = mercator_mask(polygons, size)
    folder = out / "relief"
    shutil.rmtree(folder, ignore_errors=True)
    total = count = 0
    for z in range(ZOOMS, -1, -1):
        sizes = []
        for x in range(2**z):
            (folder / str(z) / str(x)).mkdir(parents=True)
            for y in range(2**z):
                box = np.s_[y * TILE : (y + 1) * TILE, x * TILE : (x + 1) * TILE]
                west, east, south, north = tile_bounds(z, x, y)
                inside = west < WINDOW[1] and east > WINDOW[0] and south < WINDOW[3] and north > WINDOW[2]
                data = encode(s[box], mask[box], z, LEVELS_IN if inside else LEVELS_OUT)
                (folder / str(z) / str(x) / f"{y}.webp").write_bytes(data)
                sizes.append(len(data))
        land = sorted(n for n in sizes if n > 200)
        print(
            f"z{z}: {len(sizes)} tiles, {len(land)} with relief, median {land[len(land) // 2]}, "
            f"largest {land[-1]}, together {sum(sizes)} bytes"
        )
        total += sum(sizes)
        count += len(sizes)
        if z:  # halve: weight the shade by the share of land
            share = shrink(mask, 2)
            s = shrink(s * mask, 2) / np.maximum(share, 1e-3)
            mask = share
    print(f"relief: {count} tiles, {total} bytes")
