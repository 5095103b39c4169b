"""Takes the hill shading alone out of a picture of shaded relief."""

import numpy as np

from .raster import blur, box_blur, enlarge, fill_polygons, shrink

ROUGH = 0.012  # texture (mean absolute detail of log luminance) at which a tone counts half


def shading(picture, polygons):
    """The hill shading alone: log luminance without what the tint of the place explains.

    The picture is a hypsometric tint times a shade. A shade changes luminance
    and hardly hue, a tint changes both. So luminance is regressed on hue in a
    wide neighbourhood, and the residual is the shade. A slow drift that remains
    is removed with a local mean, clipped so that it is robust.
    """
    land, weight, log_lum, hues = read_picture(picture, polygons)
    k = 4
    w4 = shrink(weight, k)

    def means(x4):
        return x4 / np.maximum(w4, 1e-6)

    lum4, u4, v4 = (means(shrink(x * weight, k)) for x in (log_lum, *hues))
    del hues
    tint = explained_by_hue(w4, lum4, u4, v4)
    s = (log_lum - enlarge(tint, k)) * weight
    clipped = means(shrink(np.clip(s, -0.12, 0.12), k))
    drift = local_mean(clipped, w4, 3, np.maximum(blur(w4, 3), 1e-4))
    s = (s - enlarge(drift, k)) * weight
    # a slow tone with no texture in it is tint that hue did not explain (the lowest plains): drop it
    texture = np.abs(s - blur(s, 3))
    rough = blur(texture, 4) / np.maximum(blur(weight, 4), 0.05)
    s *= rough * rough / (rough * rough + ROUGH * ROUGH)
    # extend the shade to the shore, where the picture's own pixels are mixed with sea
    shore = blur(s, 2) / np.maximum(blur(weight, 2), 0.05)
    return np.where(weight > 0, s, shore * (box_blur(land, 3) > 0))


def read_picture(picture, polygons):
    """Land (0 to 1), weight (1 on land away from the shore), log luminance and two hues."""
    red, green, blue = (np.asarray(c, dtype=np.float32) + 1 for c in picture.split())
    scale = picture.width / 360
    mask = fill_polygons(
        picture.size,
        polygons,
        lambda ring: [((x + 180) * scale - 0.5, (90 - y) * scale - 0.5) for x, y in ring],
    )
    land = np.asarray(mask, dtype=np.float32) / 255
    # where the two shores differ, the picture's own sea; inland and in the north such blue is tundra or ice
    sea = (blue > red + 12) & (blue > green + 3) & (box_blur(land, 5) < 0.999)
    sea[: int(25 * scale)] = sea[int(150 * scale) :] = False
    land[sea] = 0
    weight = (box_blur(land, 2) > 0.999).astype(np.float32)  # two cells off any shore
    log_lum = np.log(0.30 * red + 0.59 * green + 0.11 * blue)
    return land, weight, log_lum, (np.log(red / green), np.log(blue / green))


def local_mean(x, weight, sigma, base):
    return blur(x * weight, sigma) / base


def explained_by_hue(weight, lum, u, v):
    """Luminance as a local linear regression on the two hues gives it."""
    wide = 10  # cells of 4 by 4: some 40 of the picture's pixels, 1.3 degrees
    base = np.maximum(blur(weight, wide), 1e-4)

    def local(x):
        return local_mean(x, weight, wide, base)

    mu, mv, ml = local(u), local(v), local(lum)
    uu = local(u * u) - mu * mu + 2e-4
    vv = local(v * v) - mv * mv + 2e-4
    uv = local(u * v) - mu * mv
    ul = local(u * lum) - mu * ml
    vl = local(v * lum) - mv * ml
    det = uu * vv - uv * uv
    flat = ml + (ul * vv - vl * uv) / det * (u - mu) + (vl * uu - ul * uv) / det * (v - mv)
    some = weight > 0.05
    near = blur(np.where(some, flat, 0) * weight, 1) / np.maximum(blur(np.where(some, weight, 0), 1), 1e-4)
    return np.where(some, flat, near)
