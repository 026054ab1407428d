#!/usr/bin/env python3
"""scripts/instructions without valgrind: what it makes of figures, and where it finds what they are of."""
import pathlib
import subprocess
import sys
import unittest

import callgrind
import instruction_guard as guard

ROOT = pathlib.Path(__file__).resolve().parents[2]
RECORDED = {"compiler": "(Debian) 12.2.0", "build_type": "Release", "machine": "x86_64",
            "start_up": 4000000, "byte": 40}


def compare(**changed):
    return guard.compare(RECORDED, {**RECORDED, **changed})


class Comparison(unittest.TestCase):

    def test_five_percent_more_hold_and_more_do_not(self):
        for changed, verdict in (({}, guard.OK), ({"byte": 42}, guard.OK), ({"byte": 42.1}, guard.WORSE),
                                 ({"start_up": 4200000}, guard.OK), ({"start_up": 4210000}, guard.WORSE),
                                 ({"byte": 20, "start_up": 4210000}, guard.WORSE), ({"byte": 20}, guard.OK)):
            self.assertEqual(compare(**changed)[0], verdict, changed)

    def test_it_says_how_to_record(self):
        for changed in ({"byte": 50}, {"byte": 20}):
            self.assertIn("scripts/instructions --record", compare(**changed)[1])
        self.assertNotIn("--record", compare(byte=41)[1])

    def test_figures_of_another_compiler_build_or_machine_are_not_compared(self):
        for key in ("compiler", "build_type", "machine"):
            verdict, told = compare(**{key: "other", "byte": 900})
            self.assertEqual(verdict, guard.SKIPPED, key)
            self.assertIn("other", told)
        self.assertEqual(guard.compare(None, RECORDED)[0], guard.SKIPPED)

    def test_compiler_and_build_type_come_from_the_cache(self):
        cache = "CMAKE_CXX_COMPILER_AR:FILEPATH=/usr/bin/ar\nCMAKE_CXX_COMPILER:FILEPATH=/usr/bin/c++\n" \
            "CMAKE_BUILD_TYPE:STRING=Release\n"
        self.assertEqual(guard.read_cache(cache), ("/usr/bin/c++", "Release"))

    def test_stages_are_read_from_the_annotation(self):
        text = ("3,456,789 (10.0%)  ???:letterkit::cut_lines(letterkit::Lines&) [a]\n"
                "      100 ( 1.0%)  a.cpp:letterkit::Rules::score(int) const [a]\n"
                "       20 ( 0.1%)  ???:letterkit::(anonymous namespace)::Rules::score(int) [a]\n"
                "       10 ( 0.1%)  ???:letterkit::cut_lines_more(letterkit::cut_lines(int)) [a]\n")
        self.assertEqual(callgrind.read_annotation(text, ["cut_lines", "Rules::score", "label_lines"]),
                         {"cut_lines": 3456789, "Rules::score": 120, "label_lines": 0})

    def test_wrong_use(self):
        done = subprocess.run([sys.executable, ROOT / "scripts/instructions", "--odd"], capture_output=True,
                              check=False)
        self.assertEqual(done.returncode, 2)


if __name__ == "__main__":
    unittest.main()
