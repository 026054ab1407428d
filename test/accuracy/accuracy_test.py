#!/usr/bin/env python3
"""scripts/accuracy where there is no corpus, and where there is half of one. (What it does with a whole
one is lettereval's work, which test/cli/ covers; the figures are held by floors.json.)"""
import os
import pathlib
import subprocess
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "scripts/accuracy"


def run(corpus):
    return subprocess.run([SCRIPT], env={**os.environ, "LETTERKIT_CORPUS": str(corpus)},
                          capture_output=True, text=True, check=False)


class Accuracy(unittest.TestCase):

    def test_without_a_corpus_it_says_that_it_was_skipped(self):
        with tempfile.TemporaryDirectory() as folder:
            done = run(pathlib.Path(folder) / "nosuch")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertRegex(done.stdout, r"\Aaccuracy: SKIPPED, nothing was measured: .*LETTERKIT_CORPUS")

    def test_half_a_corpus_fails(self):
        with tempfile.TemporaryDirectory() as folder:
            done = run(folder)
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertRegex(done.stderr, r"\Aaccuracy: \S+/gold\.jsonl: no such file; [^\n]+\n\Z")


if __name__ == "__main__":
    unittest.main()
