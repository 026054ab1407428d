#!/usr/bin/env python3
"""scripts/bench without a clock: how figures are judged, what ratios are made of, and that every row runs.

With the tools in the folder $LETTERKIT_TOOLS, it is run on a few letters; no time is judged.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import jobs
import report
import standing

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOLS = os.environ.get("LETTERKIT_TOOLS")


def made_job(walls, processor=None, size=0):
    job = jobs.Job(["true"], size)
    job.walls, job.processor = walls, processor or walls
    return job


class Judging(unittest.TestCase):

    def test_the_farthest_step_reached_counts(self):
        for row, figure, stands in ((2, 0.24, "missed"), (2, 0.25, "floor"), (2, 0.5, "goal"), (2, 3, "stretch"),
                                    (9, 129, "missed"), (9, 128, "floor"), (9, 64, "goal"), (9, 2, "stretch"),
                                    (13, 11, "missed"), (13, -4, "stretch")):
            self.assertEqual(standing.judge(row, figure), stands, (row, figure))

    def test_the_worst_figure_of_a_row_counts(self):
        self.assertEqual(standing.worst(11, [0.5, 0.9]), 0.5)
        self.assertEqual(standing.worst(12, [2, 40]), 40)

    def test_targets_get_harder(self):
        for row, (_, _, sense, *steps) in standing.TARGETS.items():
            self.assertEqual(steps, sorted(steps, reverse=sense == standing.CHEAPER), row)

    def test_growth(self):
        self.assertAlmostEqual(standing.growth(2, 3), 50)
        self.assertAlmostEqual(standing.growth(4, 3), -25)


class Figures(unittest.TestCase):

    def test_ratios_are_of_the_same_round(self):
        self.assertEqual(jobs.ratios(made_job([2, 30]), made_job([1, 10])), [2, 3])

    def test_a_row_is_the_median_of_its_rounds_and_stands_as_its_worst_figure(self):
        made = {"theirs": made_job([1, 1, 1], [4, 4, 4], 100), "one": made_job([1, 2, 3], [8, 8, 8], 100),
                "other": made_job([2, 2, 2], size=100)}
        result = report.collect({11: [("one", "one", "theirs", [0.9, 0.7, 0.8]), ("other", "other", "theirs", [0.5])]},
                                {6: "no rg"}, made)
        skipped, row = result["rows"]
        self.assertEqual((skipped["stands"], skipped["why"]), ("skipped", "no rg"))
        self.assertEqual((row["figures"][0]["median"], row["figures"][0]["least"], row["figures"][0]["most"]),
                         (0.8, 0.7, 0.9))
        self.assertEqual((row["figures"][0]["processor"], row["stands"]), (0.5, "floor"))
        result["setting"] = {"clock": "processor"}
        skipped, one, other = report.as_markdown(result).splitlines()[2:]
        self.assertIn("| skipped: no rg |", skipped)
        self.assertIn("| one | 0.800x | 0.700 - 0.900 | 8.00 s, 0.000 MB/s | 0.4 / 0.6 / 0.8 | floor |", one)
        self.assertIn("| other | 0.500x |  |", other)

    def test_a_command_that_fails_is_no_measurement(self):
        with self.assertRaisesRegex(jobs.Failed, "status 3: oh no"):
            jobs.Job("echo oh no >&2; exit 3").run(timeout=60)

    def test_a_command_that_takes_too_long_is_stopped_and_not_run_again(self):
        job = jobs.Job("sleep 600")
        job.run(timeout=0.05)
        job.run(timeout=0.05)
        self.assertEqual((job.too_slow, len(job.walls)), (True, 1))

    def test_every_job_runs_every_round(self):
        made = {"one": jobs.Job(["true"]), "other": jobs.Job("exit 0")}
        told = []
        jobs.run_rounds(made, 3, 60, told.append)
        self.assertEqual([len(job.walls) for job in made.values()], [3, 3])
        self.assertEqual(len(told), 3)


@unittest.skipUnless(TOOLS, "no LETTERKIT_TOOLS: scripts/bench is not run")
class Script(unittest.TestCase):

    def test_every_row_is_measured_or_skipped_aloud(self):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(
                [sys.executable, ROOT / "scripts/bench", "--letters", "500", "--files", "100", "--rounds", "1",
                 "--rows", "1,2,3,4,5,6,7,8,9,11,12,13", "--hostile-bytes", "20000", "--limit-bytes", "50000",
                 "--long-bytes", "100000",
                 "--tools", TOOLS, "--inputs", folder + "/inputs", "--json", folder + "/result.json"],
                capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            result = json.loads(pathlib.Path(folder, "result.json").read_text(encoding="utf-8"))
        self.assertEqual([row["row"] for row in result["rows"]], [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13])
        for row in result["rows"]:
            self.assertTrue(row["figures"] or row["why"], row)
            self.assertIn(row["stands"], ("missed", "floor", "goal", "stretch", "skipped"))
            self.assertIn("\n%d " % row["row"], "\n" + done.stdout)

    def test_wrong_use(self):
        for options in (["--rows", "99"], ["--letters", "3"]):
            done = subprocess.run([sys.executable, ROOT / "scripts/bench", *options], capture_output=True, check=False)
            self.assertEqual(done.returncode, 2)


if __name__ == "__main__":
    unittest.main()
