"""The output's grid, and where the map is shown in full detail."""

CELL = 0.01  # the output's grid, degrees
SOUTH = -85.06  # the Web Mercator square ends at -85.0511
WINDOW = (-30.0, 180.0, 25.0, 80.0)  # west, east, south, north: full detail
TOLERANCE_IN, TOLERANCE_OUT = 0.006, 0.045  # Douglas-Peucker, degrees on the ground
RIVER_MIN_OUT = 5.0  # degrees of length; all rivers inside the window stay


def in_window(p):
    return WINDOW[0] <= p[0] <= WINDOW[1] and WINDOW[2] <= p[1] <= WINDOW[3]
