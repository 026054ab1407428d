#!/usr/bin/env python3
"""scripts/tune: labels that follow from gold, the labelling and its learning on lattices made by hand, files read and
written back; a run over the samples gives the same twice."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOLS = sys.argv.pop(1)
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "scripts/learn"))
import line_labels  # noqa: E402
import perceptron  # noqa: E402
from weights import Weights  # noqa: E402


def line(text, label="body", features=(), rules=()):
    return {"text": text, "label": label, "features": list(features), "rules": list(rules)}


def field(want, right=False):
    have = want if right else ["something else"]
    return {"want": want, "have": have, "soft": len(want) if right else 0}


def fired(name, label, weight):
    return {"id": "xx/rules:%s" % name, "label": label, "weight": weight}


LETTER = [line("Aan de Kamer"), line("Den Haag, 3 mei 2029", "body", ["place_date"]), line("Op 3 mei 2029 woei het hard."),
          line("Hoogachtend wacht ik."), line("Het is nu weer stil."), line("Hoogachtend,", "closing"), line("De minister,"),
          line("van X,"), line("J. Stil")]
GOLD = {"addressee": field(["Aan de Kamer"]), "date": field(["2029-05-03"]), "body_first": field(["Op 3 mei 2029 woei"]),
        "body_last": field(["is nu weer stil."]), "closing": field(["Hoogachtend,"]),
        "signatory_name": field(["J. Stil"]), "signatory": field(["J. Stil / De minister, van X"])}


class LineLabels(unittest.TestCase):

    def test_values_give_labels_to_their_lines(self):
        allowed, lost = line_labels.allowed_labels(LETTER, GOLD)
        self.assertEqual(lost, 0)
        self.assertEqual([allowed[i] for i in (0, 5, 6, 7, 8)], [{"addressee"}, {"closing"}, {"role"}, {"role"}, {"name"}])
        self.assertEqual(allowed[1], {"date_line", "field", "field_value"})
        for i in (2, 4):
            self.assertEqual(allowed[i], {"body", "list_item", "quote"})

    def test_the_body_has_no_labels_of_head_or_end(self):
        allowed, _ = line_labels.allowed_labels(LETTER, GOLD)
        self.assertIn("heading", allowed[3])
        self.assertFalse(allowed[3] & (line_labels.HEAD | line_labels.END))

    def test_a_value_that_is_not_found_forbids_nothing(self):
        allowed, lost = line_labels.allowed_labels([line("Met groet")], {"closing": field(["Hoogachtend"])})
        self.assertEqual((allowed, lost), ([None], 1))
        allowed, lost = line_labels.allowed_labels([line("Met groet")], {"closing": field([])})
        self.assertNotIn("closing", allowed[0])
        self.assertIn("name", allowed[0])

    def test_a_label_that_serves_right_fields_is_kept(self):
        lines = [line("Aan", "addressee"), line("Postbus 1", "addressee"), line("Aan de Kamer", "addressee")]
        wrong, _ = line_labels.allowed_labels(lines, {"addressee": field(["Aan de Kamer"]), "closing": field(["x"])})
        right, _ = line_labels.allowed_labels(lines, {"addressee": field(["Aan de Kamer"], True), "closing": field(["x"])})
        self.assertNotIn("addressee", wrong[0])
        self.assertIn("addressee", right[0])

    def test_a_letter_read_rightly_keeps_its_labels(self):
        lines = [line("Aan de Kamer", "addressee"), line("Bijlage", "enclosure")]
        allowed, _ = line_labels.allowed_labels(lines, {"addressee": field(["Aan de Kamer"], True)})
        self.assertEqual(allowed, [{"addressee"}, {"enclosure"}])


RULES = """# of a test
echo enclosure 0.5 body
short
  label name 2
  label body -0.3
  when short
plain
  label body 1
"""
GRAMMAR = """start > body name | 0
body > body | 0 | 0.4
body name > name | 1
name > body | 3
name > end | 0
body > end | 0.5
"""


class Perceptron(unittest.TestCase):

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp()) / "xx"
        self.folder.mkdir()
        self.addCleanup(shutil.rmtree, self.folder.parent)
        (self.folder / "rules.txt").write_text(RULES, encoding="utf-8")
        (self.folder / "grammar.txt").write_text(GRAMMAR, encoding="utf-8")
        self.weights = Weights(self.folder)

    def lattice(self, allowed):
        both = [fired("short", "name", 2), fired("short", "body", -0.3), fired("plain", "body", 1)]
        lines = [line("a", rules=[fired("plain", "body", 1)]), line("b", rules=both)]
        return perceptron.Lattice(lines, allowed, self.weights)

    def labels(self, lattice, **options):
        return [c[0] for c in perceptron.best_labelling(lattice, self.weights, **options)]

    def test_weights_are_read_and_unread_alike(self):
        self.assertEqual(self.weights.values[self.weights.rules["xx/rules:short", "body"]], -0.3)
        self.assertEqual((self.weights.cost("body", "body", False), self.weights.cost("body", "body", True)), (0, 0.4))
        self.assertEqual(self.weights.cost("name", "name", True), 1)
        self.assertEqual(self.weights.cost("start", "enclosure", True), 1000)
        other = self.folder.parent / "yy"
        other.mkdir()
        self.weights.write(other)
        self.assertEqual((other / "rules.txt").read_text(encoding="utf-8"), RULES)
        self.assertEqual((other / "grammar.txt").read_text(encoding="utf-8"), GRAMMAR)
        self.weights.values[self.weights.costs["body", "body", True]] = 1.256
        self.weights.values[self.weights.rules["xx/rules:short", "body"]] = 2
        self.weights.write(other)
        self.assertEqual((other / "rules.txt").read_text(encoding="utf-8"), RULES.replace("-0.3", "2"))
        self.assertEqual((other / "grammar.txt").read_text(encoding="utf-8"), GRAMMAR.replace("0.4", "1.26"))

    def test_the_best_labelling_by_hand(self):
        # body name: 1 - 0 + 2 - 1 - 0 = 2; body body: 1 + 0.7 - 0 - 0.5 = 1.2
        self.assertEqual(self.labels(self.lattice([None, None])), ["body", "name"])
        self.assertEqual(self.labels(self.lattice([None, {"body"}]), only_allowed=True), ["body", "body"])
        # an advantage of 1 for labels that gold does not allow
        self.assertEqual(self.labels(self.lattice([None, {"name"}]), advantage=0.7), ["body", "name"])
        self.assertEqual(self.labels(self.lattice([None, {"name"}]), advantage=0.9), ["body", "body"])

    def test_learning_ends_where_gold_holds(self):
        lattice = self.lattice([{"body"}, {"body"}])
        self.assertEqual(self.labels(lattice), ["body", "name"])
        updates = perceptron.learn([lattice], self.weights, rounds=60, rate=0.1, shrink=0.0, advantage=0.3)
        self.assertGreater(updates, 0)
        self.assertEqual(self.labels(lattice), ["body", "body"])
        self.assertLess(self.weights.values[self.weights.rules["xx/rules:short", "name"]], 2)

    def test_what_is_right_by_enough_changes_nothing(self):
        perceptron.learn([self.lattice([{"body"}, {"name"}])], self.weights, rounds=3, rate=0.1, shrink=0.1, advantage=0.3)
        self.assertEqual(self.weights.changed(1e-9), [])

    def test_what_no_rule_speaks_for_is_left_out(self):
        lattice = self.lattice([{"closing"}, {"name"}])
        self.assertEqual((lattice.dropped, lattice.allowed), (1, [None, {"name"}]))


class Run(unittest.TestCase):

    def test_a_run_over_the_samples(self):
        run = [ROOT / "scripts/tune", "--tools", TOOLS, "--language", "de", "--folds", "2", "--rounds", "1"]
        environment = {**os.environ, "LETTERKIT_CORPUS": "/nosuch"}
        done = [subprocess.run(run, env=environment, capture_output=True, text=True, check=False) for _ in range(2)]
        self.assertEqual((done[0].returncode, done[0].stderr), (0, ""))
        self.assertRegex(done[0].stdout, r"(?m)^de: \d+ letters; gold tells of \d+ of \d+ lines")
        self.assertRegex(done[0].stdout, r"(?m)^all before +[01]\.\d+ +[01]\.\d+ +\d+ of \d+$")
        self.assertRegex(done[0].stdout, r"(?m)^all after +[01]\.\d+ +[01]\.\d+ +\d+ of \d+$")
        self.assertEqual(done[0].stdout, done[1].stdout)


class SameLabelling(unittest.TestCase):

    def test_the_labelling_here_is_that_of_the_library(self):
        profile = ROOT / "lib/profiles/nl"
        weights, same, lines = Weights(profile), 0, 0
        texts = sorted((ROOT / "samples").glob("*.txt"))
        run = subprocess.run([pathlib.Path(TOOLS) / "letterlines", "--json", "--profile", profile, *texts],
                             capture_output=True, text=True, check=True)
        for row in run.stdout.splitlines():
            kept = [one for one in json.loads(row)["lines"] if "rules" in one]
            lattice = perceptron.Lattice(kept, [None] * len(kept), weights)
            chosen = [c[0] for c in perceptron.best_labelling(lattice, weights)]
            same += sum(a == b["label"] for a, b in zip(chosen, kept))
            lines += len(kept)
        self.assertGreater(lines, 1000)
        self.assertGreater(same / lines, 0.999)   # ties may fall otherwise


if __name__ == "__main__":
    unittest.main()
