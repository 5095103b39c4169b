"""Operations on grids of numbers that cover the globe from west to east."""

import numpy as np
from PIL import Image, ImageDraw


def box_blur(x, r):
    """Mean over 2r+1 cells; the map is round from east to west, not north to south."""
    n = 2 * r + 1
    for axis, mode in ((0, "edge"), (1, "wrap")):
        pad = [(0, 0), (0, 0)]
        pad[axis] = (r + 1, r)
        c = np.cumsum(np.pad(x, pad, mode=mode), axis=axis, dtype=np.float64)
        x = (c[n:] - c[:-n] if axis == 0 else c[:, n:] - c[:, :-n]) / n
        x = x.astype(np.float32)
    return x


def blur(x, sigma):
    r = max(1, round(sigma))  # three passes of a box of 2r+1: a bell of about that sigma
    for _ in range(3):
        x = box_blur(x, r)
    return x


def shrink(x, k):
    h, w = x.shape
    return x.reshape(h // k, k, w // k, k).mean(axis=(1, 3), dtype=np.float32)


def enlarge(x, k):
    """Bilinear, round from east to west."""
    h, w = x.shape
    padded = Image.fromarray(np.pad(x, ((0, 0), (2, 2)), mode="wrap"))
    return np.asarray(padded.resize((w * k, h * k), Image.BILINEAR, box=(2, 0, w + 2, h)))


def fill_polygons(size, polygons, project):
    """255 inside the polygons. A hole is emptied at once, so islands in it must come later in the list."""
    image = Image.new("L", size)
    draw = ImageDraw.Draw(image)
    for rings, value in polygons:
        for i, ring in enumerate(rings):
            draw.polygon(project(ring), fill=value if i == 0 else 255 - value)
    return image
