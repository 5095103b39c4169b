"""Tests of the vectors' pure functions, on shapes small enough to check by hand."""

import json
import tempfile
import unittest
from pathlib import Path

from . import align, geometry, topojson, vectors
from .grid import SOUTH

SQUARE = [(0, 0), (2, 0), (2, 2), (0, 2), (0, 0)]  # counterclockwise


class Geometry(unittest.TestCase):
    def test_the_signed_area_is_positive_counterclockwise(self):
        self.assertEqual(geometry.shoelace(SQUARE), 4)
        self.assertEqual(geometry.shoelace(SQUARE[::-1]), -4)

    def test_a_square_degree_is_half_as_large_at_60_degrees(self):
        north = [(x, y + 60) for x, y in [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5), (-0.5, -0.5)]]
        self.assertAlmostEqual(geometry.area(north), 0.5, places=1)

    def test_wind_turns_a_ring_only_if_it_must(self):
        self.assertEqual(geometry.wind(SQUARE, True), SQUARE)
        self.assertEqual(geometry.wind(SQUARE, False), SQUARE[::-1])

    def test_a_point_is_inside_or_outside_a_ring(self):
        self.assertTrue(geometry.contains(SQUARE, (1, 1)))
        self.assertFalse(geometry.contains(SQUARE, (3, 1)))

    def test_clipping_cuts_at_the_line_and_closes_the_ring(self):
        clipped = geometry.clip(SQUARE, 0, 1, True)
        self.assertEqual(clipped[0], clipped[-1])
        self.assertEqual(max(x for x, _ in clipped), 1)
        self.assertEqual(abs(geometry.shoelace(clipped)), 2)

    def test_clipping_away_everything_leaves_nothing(self):
        self.assertEqual(geometry.clip(SQUARE, 0, -1, True), [])

    def test_a_ring_over_the_antimeridian_becomes_two(self):
        ring = [(179, 0), (-179, 0), (-179, 2), (179, 2), (179, 0)]
        pieces = geometry.cut_antimeridian(ring)
        self.assertEqual(len(pieces), 2)
        for piece in pieces:
            self.assertEqual(piece[0], piece[-1])
            self.assertLessEqual(max(x for x, _ in piece) - min(x for x, _ in piece), 1)
        self.assertEqual(sum(abs(geometry.shoelace(p)) for p in pieces), 4)

    def test_a_ring_round_the_pole_is_closed_along_the_south_edge(self):
        ring = [(180.0, -70), (90, -70), (0, -70), (-90, -70), (-180.0, -70)]
        (piece,) = geometry.cut_antimeridian(ring)
        self.assertEqual(min(y for _, y in piece), SOUTH)
        self.assertEqual({x for x, y in piece if y == SOUTH}, {-180, 180})

    def test_simplification_drops_small_bends_and_keeps_large_ones(self):
        line = [(0, 0), (1, 0.001), (2, 0), (3, 1), (4, 0)]
        kept = geometry.douglas_peucker(line, 0.01)
        self.assertEqual(kept, [(0, 0), (2, 0), (3, 1), (4, 0)])

    def test_fixed_points_survive_simplification(self):
        line = [(0, 0), (1, 0), (2, 0)]
        self.assertEqual(geometry.simplify(line), [(0, 0), (2, 0)])
        self.assertEqual(geometry.simplify(line, frozenset([(1, 0)])), line)

    def test_the_grid_drops_repeated_points_and_points_on_straight_runs(self):
        self.assertEqual(
            geometry.quantise([(0, 0), (0.001, 0), (0.01, 0), (0.02, 0), (0.02, 0.01)]),
            [(18000, 9000), (18002, 9000), (18002, 9001)],
        )


class Align(unittest.TestCase):
    def test_a_vertex_moves_to_a_finer_one_within_half_a_cell(self):
        line = [(0.0, 0.0), (1.0, 1.0), (2.0, 0.0)]
        finer = [([[[(1.01, 1.01)]]], (0.0, 0.0))]
        ((moved,),) = align.refine([[line]], (0.04, 0.04), finer, False)
        self.assertEqual(moved[1], (1.01, 1.01))
        self.assertEqual((moved[0], moved[-1]), (line[0], line[-1]))

    def test_a_step_is_smoothed_by_half_a_cell_at_most(self):
        line = [(0.0, 0.0), (1.0, 1.0), (2.0, 0.0)]
        ((moved,),) = align.refine([[line]], (0.04, 0.04), [], False)
        self.assertEqual(moved[1], (1.0, 0.98))

    def test_a_tributary_is_extended_to_its_river(self):
        river, tributary = [(0.0, 0.0), (0.1, 0.0), (0.2, 0.0)], [(0.1, 0.1), (0.1, 0.01)]
        (_, (joined,)) = align.join_ends([[river], [tributary]], 0.05)
        self.assertEqual(joined, [(0.1, 0.1), (0.1, 0.01), (0.1, 0.0)])

    def test_an_end_out_of_reach_stays(self):
        river, tributary = [(0.0, 0.0), (0.2, 0.0)], [(0.1, 0.2), (0.1, 0.1)]
        (_, (joined,)) = align.join_ends([[river], [tributary]], 0.05)
        self.assertEqual(joined, tributary)


class TopoJson(unittest.TestCase):
    def test_what_is_written_is_read_again(self):
        topology = topojson.Topology()
        square = geometry.quantise(SQUARE)
        topology.objects["land"] = {"type": "MultiPolygon", "arcs": [[topology.add_ring(square)]]}
        for name in ("lakes", "rivers"):
            topology.objects[name] = {"type": "GeometryCollection", "geometries": []}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "map.topojson"
            topology.write(path)
            topojson.check_vectors(path)
            ((ring,),) = topojson.read_output(path, "land")
            self.assertEqual([(round(x, 9), round(y, 9)) for x, y in ring], SQUARE)
            self.assertEqual(json.loads(path.read_text())["transform"]["scale"], [0.01, 0.01])

    def test_an_open_ring_is_refused(self):
        topology = topojson.Topology()
        line = geometry.quantise(SQUARE[:-1])
        topology.objects["land"] = {"type": "Polygon", "arcs": [[topology.add_line(line)]]}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "map.topojson"
            topology.write(path)
            with self.assertRaisesRegex(SystemExit, "open or empty ring in land"):
                topojson.check_vectors(path)

    def test_the_edge_of_the_map_is_an_arc_of_its_own(self):
        topology = topojson.Topology()
        east = 36000
        ring = [(east, 9000), (east, 9100), (east - 100, 9100), (east - 100, 9000), (east, 9000)]
        self.assertEqual(len(topology.add_ring(ring)), 2)
        self.assertEqual(topology.arcs[0], [(east, 9000), (0, 100)])


class Polygons(unittest.TestCase):
    def test_an_islet_vanishes_and_a_small_hole_is_filled(self):
        hole = [(x / 100 + 1, y / 100 + 1) for x, y in SQUARE]
        self.assertIsNone(vectors.make_polygon([hole], lambda ring: 0.01))
        self.assertEqual(len(vectors.make_polygon([SQUARE, hole], lambda ring: 0.01)), 1)

    def test_a_lake_that_only_the_coarse_file_has_is_added(self):
        far = [(x + 50, y) for x, y in SQUARE]
        coarse = [[[SQUARE]], [[far]]]
        self.assertEqual(vectors.missing_lakes([[[SQUARE]]], coarse), [[[far]]])


if __name__ == "__main__":
    unittest.main()
