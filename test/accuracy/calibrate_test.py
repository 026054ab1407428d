#!/usr/bin/env python3
"""scripts/calibrate: the fit finds a curve that is known, distrusts small numbers, and does not depend on order; a run
over the samples measures and says what it did not measure; what it writes, the profiles can read (test/unit/)."""
import importlib.machinery
import importlib.util
import os
import pathlib
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOLS = sys.argv.pop(1)


def load():
    sys.dont_write_bytecode = True
    loader = importlib.machinery.SourceFileLoader("calibrate", str(ROOT / "scripts/calibrate"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("calibrate", loader))
    loader.exec_module(module)
    return module


calibrate = load()


def points(row, count):
    """At each margin, of `count` values as many right as the curve says."""
    made = []
    for margin in range(0, 12):
        right = round(count * calibrate.probability(row, margin))
        made += [calibrate.Point("g", float(margin), i < right) for i in range(count)]
    return made


class Calibrate(unittest.TestCase):

    def test_many_points_outweigh_what_the_fit_is_drawn_to(self):
        slope, offset = calibrate.fit(points((0.7, -1.5), 2000), calibrate.START)
        self.assertAlmostEqual(slope, 0.7, delta=0.02)
        self.assertAlmostEqual(offset, -1.5, delta=0.05)

    def test_without_points_the_fit_is_what_it_is_drawn_to(self):
        self.assertEqual(calibrate.fit([], (0.4, 2.0)), (0.4, 2.0))

    def test_a_few_right_values_make_nobody_sure(self):
        few = calibrate.fit([calibrate.Point("g", 5.0, True)] * 5, (0.1, 0.0))
        self.assertLess(calibrate.probability(few, 5.0), 0.95)
        self.assertGreater(calibrate.probability(few, 5.0), calibrate.probability((0.1, 0.0), 5.0))

    def test_margins_that_mislead_get_no_negative_slope(self):
        made = [calibrate.Point("g", 1.0, True)] * 50 + [calibrate.Point("g", 9.0, False)] * 50
        slope, offset = calibrate.fit(made, calibrate.START)
        self.assertEqual(slope, 0.0)
        self.assertAlmostEqual(calibrate.probability((slope, offset), 5.0), 0.5, delta=0.02)

    def test_the_order_of_points_does_not_matter(self):
        made = points((0.3, 0.2), 20)
        for a, b in zip(calibrate.fit(made, calibrate.START), calibrate.fit(made[::-1], calibrate.START)):
            self.assertAlmostEqual(a, b, places=9)

    def test_probabilities_of_the_probe_give_the_margin_back(self):
        for margin in (0.0, 2.5, 7.0, 15.0):
            printed = round(calibrate.probability((calibrate.PROBE, 0), margin), 3)
            self.assertAlmostEqual(calibrate.margin_of(printed), margin, delta=0.06)

    def test_renderings_of_a_letter_stay_together(self):
        def letter(name, date):
            return {"file": name, "letter": 0, "fields": {"date": {"want": date}, "body_first": {"want": ["Op 3 mei"]}}}
        one, other = letter("a.raw.txt", ["2029-05-03"]), letter("a.layout.txt", ["2029-05-03"])
        self.assertEqual(calibrate.labelled.group_of("s", one), calibrate.labelled.group_of("s", other))
        unknown = [calibrate.labelled.group_of("s", letter(name, [])) for name in ("a.txt", "b.txt")]
        self.assertNotEqual(*unknown)

    def test_expected_error_by_hand(self):
        table = calibrate.Reliability()
        for confidence, right in ((0.95, True), (0.95, False), (0.25, False), (0.25, False)):
            table.add(confidence, right)
        self.assertAlmostEqual(table.error(), (abs(1 - 1.9) + abs(0 - 0.5)) / 4)
        self.assertEqual(table.sure, [2, 1])

    def test_a_run_over_the_samples(self):
        run = [ROOT / "scripts/calibrate", "--tools", TOOLS, "--language", "nl", "--folds", "3"]
        environment = {**os.environ, "LETTERKIT_CORPUS": "/nosuch"}
        done = [subprocess.run(run, env=environment, capture_output=True, text=True, check=False) for _ in range(2)]
        self.assertEqual((done[0].returncode, done[0].stderr), (0, ""))
        self.assertRegex(done[0].stdout, r"\Ano corpus at /nosuch: samples alone")
        self.assertRegex(done[0].stdout, r"(?m)^nl values +\d{3} +0\.\d+ +[01]\.\d+ +0\.\d+ ")
        self.assertEqual(done[0].stdout, done[1].stdout)


if __name__ == "__main__":
    unittest.main()
