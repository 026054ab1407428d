"""lettereval: its inputs, its reports, floors and baselines. scoring_test.py checks the figures."""
import json
import unittest

from tools import LETTER, ToolTest


def record(name, date="2027-05-03", closing=None, **more):
    return {"source": {"name": name, "start": 0, "end": len(LETTER)}, "confidence": 0.75,
            "date": {"iso": date, "place": "Den Haag"}, "closing": closing, **more}


def lines(*rows):
    return "".join(json.dumps(row) + "\n" for row in rows)


GOLD = lines({"file": "a.txt", "date": "2027-05-03", "closing": None},
             {"file": "b.txt", "date": "2027-05-03", "closing": "Hoogachtend,"})
RIGHT = lines(record("a.txt"), record("b.txt", closing="Hoogachtend,"))
WRONG = lines(record("a.txt", closing="Groeten,"), record("b.txt", date="2027-05-04"))


class Evaluation(ToolTest):

    def setUp(self):
        super().setUp()
        for name, text in (("set/gold.jsonl", GOLD), ("set/a.txt", LETTER), ("set/b.txt", LETTER),
                           ("right.ndjson", RIGHT), ("wrong.ndjson", WRONG)):
            self.write(name, text)

    def eval(self, *arguments, status=0, **options):
        outcome = self.run_tool("lettereval", *arguments, **options)
        self.assertEqual(outcome.status, status, outcome.err)
        if status == 0:
            self.assertEqual(outcome.err, "")
        return outcome

    def wrong(self, *arguments, **options):
        return self.eval("set", "--records", "wrong.ndjson", *arguments, **options)

    def right(self, *arguments, **options):
        return self.eval("set", "--records", "right.ndjson", *arguments, **options)


class Reports(Evaluation):

    def test_table(self):
        printed = self.right().out
        self.assertRegex(printed, r"\Aset: 2 letters\n")
        self.assertRegex(printed, r"\ndate +2 +2 +2 +1\.000 +1\.000 +1\.000 ")
        self.assertIn("whole records right: 2 of 2 (1.000)", printed)
        self.assertLess(max(map(len, printed.splitlines())), 80)

    def test_reliability(self):
        self.assertRegex(self.right().out, r"confidence of records.*error 0\.250.*\n +0\.7 to 0\.8")

    def test_sets_are_called_like_their_folders_or_files(self):
        self.write("labels.jsonl", lines({"file": "set/a.txt", "date": None}))
        sets = json.loads(self.eval("set", "labels.jsonl", "--json").out)["sets"]
        self.assertEqual(list(sets), ["set", "labels"])

    def test_ways_to_name_a_set(self):
        reports = {self.eval(*arguments, "--json").out
                   for arguments in (["set"], ["set/"], ["./set"], ["set/gold.jsonl"],
                                     ["set/gold.jsonl", "--texts", "set"], ["set/../set"])}
        self.assertEqual(len(reports), 1)

    def test_labels_or_records_from_standard_input(self):
        by_file = json.loads(self.right("--json").out)["sets"]["set"]
        piped = json.loads(self.eval("set", "--records", "-", "--json", stdin=RIGHT).out)["sets"]["set"]
        self.assertEqual(piped, by_file)
        piped = json.loads(self.eval("-", "--records", "right.ndjson", "--json", stdin=GOLD).out)["sets"]
        self.assertEqual(piped, {"labels": by_file})

    def test_only(self):
        fields = json.loads(self.wrong("--only", "closing", "--json").out)["sets"]["set"]["fields"]
        self.assertEqual(list(fields), ["closing"])
        self.assertNotIn("\ndate ", self.wrong("--only", "closing").out)

    def test_save(self):
        printed = self.wrong("--save", "saved.json").out
        self.assertEqual(printed, self.wrong().out)
        self.assertEqual((self.folder / "saved.json").read_text(), self.wrong("--json").out)

    def test_output_file(self):
        self.assertEqual(self.wrong("-o", "out").out, "")
        self.assertEqual((self.folder / "out").read_text(), self.wrong().out)

    def test_misses(self):
        printed = self.wrong("--misses").out
        self.assertIn('\na.txt  closing\n  + have "Groeten,"\n', printed)
        self.assertIn('\nb.txt  date\n  - want "2027-05-03"\n  + have "2027-05-04"\n'
                      "       1 | Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n"
                      "       2 | \n"
                      "       3 | Den Haag, 3 mei 2027\n", printed)
        self.assertEqual(printed.count("want") + printed.count("have"), 4)
        for arguments in (["--misses", "1"], ["--misses=1"]):
            few = self.wrong(*arguments).out
            self.assertIn("\na.txt  closing\n", few)
            self.assertNotIn("\nb.txt  ", few)
        self.assertEqual(self.wrong("--misses=0").out, self.wrong().out)

    def test_misses_without_texts(self):
        for name in ("a.txt", "b.txt"):
            (self.folder / "set" / name).unlink()
        self.assertIn('  - want "2027-05-03"\n', self.wrong("--misses").out)

    def test_block_letter(self):
        block = ["De Minister van Financi\u00ebn,", "A. Visser"]
        self.write("blocks/gold.jsonl", lines({"n": 7, "lines": block, "closing": "Tot ziens"}))
        self.write("letter.txt", "Aan het hoofd\n\n{{block}}\nEinde\n")
        printed = self.eval("blocks", "--misses", "--only", "closing").out
        self.assertIn("\nblock-7  closing\n", printed)
        self.write("blocks/gold.jsonl", lines({"n": 7, "lines": block, "closing": "A. Visser "
                                                                                  "Einde"}))
        printed = self.eval("blocks", "--misses", "--block-letter", "letter.txt").out
        self.assertIn("       4 | A. Visser\n       5 | Einde\n", printed)

    def test_baseline(self):
        self.wrong("--save", "earlier.json")
        printed = self.right("--baseline", "earlier.json").out
        self.assertIn("set against earlier.json\n", printed)
        self.assertIn('  + date  b.txt  "2027-05-03"\n', printed)
        self.assertIn('  ~ closing  a.txt  "Groeten,"\n', printed)
        self.assertIn("  + whole record  a.txt\n", printed)
        self.right("--save", "earlier.json")
        self.assertIn('  - date  b.txt  "2027-05-03"\n',
                      self.wrong("--baseline", "earlier.json").out)
        self.assertIn("no value changed\n", self.right("--baseline", "earlier.json").out)

    def test_baseline_without_the_set(self):
        self.write("earlier.json", '{"lettereval": "1", "sets": {}}')
        self.assertIn("set: not in earlier.json\n", self.right("--baseline", "earlier.json").out)


class Floors(Evaluation):

    def floors(self):
        return json.loads((self.folder / "floors.json").read_text())

    def test_floors_that_hold(self):
        self.write("floors.json", '{"set": {"record": 1, "date": 1}, "another": {"date": 1}}')
        self.right("--floors", "floors.json")

    def test_broken_floors(self):
        self.write("floors.json", '{"set": {"record": 0.5, "date": 0.6, "number": 0.1}}')
        outcome = self.wrong("--floors", "floors.json", status=1)
        complaints = outcome.err.splitlines()
        self.assertEqual(len(complaints), 3)
        for complaint, start in zip(complaints, ("record: 0.000, below", "number: not measured, below",
                                                 "date: 0.500, below its floor of 0.600 in "
                                                 "floors.json; ")):
            self.assertTrue(complaint.startswith("lettereval: set: " + start), complaint)
        self.assertIn("set: 2 letters", outcome.out)

    def test_floors_are_raised_and_never_lowered(self):
        self.wrong("--floors", "floors.json", "--raise-floors")
        self.assertEqual(self.floors(), {"set": {"record": 0.0, "date": 0.5, "closing": 0.0}})
        self.right("--floors", "floors.json", "--raise-floors")
        risen = {"set": {"record": 1.0, "date": 1.0, "closing": 1.0}}
        self.assertEqual(self.floors(), risen)
        self.wrong("--floors", "floors.json", "--raise-floors", status=1)
        self.assertEqual(self.floors(), risen)

    def test_floors_of_other_sets_stay(self):
        self.write("floors.json", '{"another": {"date": 0.9}}')
        self.right("--floors", "floors.json", "--raise-floors")
        self.assertEqual(self.floors()["another"], {"date": 0.9})

    def test_bad_floors(self):
        rows = (("{", "floors.json:1:2"), ("[]", "floors.json"), ('{"set": {"dat": 1}}', '"dat"'),
                ('{"set": {"date": 2}}', "from 0 to 1"), ('{"set": 1}', '"set"'))
        for text, named in rows:
            self.write("floors.json", text)
            outcome = self.right("--floors", "floors.json", status=2)
            self.assert_complaint(outcome, "lettereval", named)
            self.assertEqual(outcome.out, "")


class Unreadable(Evaluation):

    def test_missing_text(self):
        (self.folder / "set/b.txt").unlink()
        outcome = self.eval("set", "--json", status=1)
        self.assert_complaint(outcome, "lettereval", "set/b.txt: no such file")
        self.assertEqual(json.loads(outcome.out)["sets"]["set"]["missing"], 1)
        self.assertEqual(self.eval("set", "-q", status=1).err, "")

    def test_bad_label(self):
        self.write("set/gold.jsonl", GOLD + '{"file": "c.txt", "date": 3.5}\n')
        outcome = self.right(status=1)
        self.assert_complaint(outcome, "lettereval", 'set/gold.jsonl:3: "date"')
        self.assertIn("set: 2 letters", outcome.out)

    def test_bad_record(self):
        self.write("right.ndjson", RIGHT + "{\n")
        self.assert_complaint(self.right(status=1), "lettereval", "right.ndjson:3:")

    def test_missing_records(self):
        outcome = self.eval("set", "--records", "nosuch", "-o", "out", status=4)
        self.assert_complaint(outcome, "lettereval", "nosuch: no such file")
        self.assertFalse((self.folder / "out").exists())

    def test_no_labels(self):
        self.write("set/gold.jsonl", "\n")
        self.assert_complaint(self.eval("set", status=4), "lettereval", "set/gold.jsonl: no labels")

    def test_folder_without_labels(self):
        self.write("bare/a.txt", LETTER)
        self.assert_complaint(self.eval("bare", status=4), "lettereval", "bare/gold.jsonl: no such")

    def test_one_set_of_two(self):
        outcome = self.eval("set", "nosuch", status=1)
        self.assert_complaint(outcome, "lettereval", "nosuch: no such file")
        self.assertIn("set: 2 letters", outcome.out)

    def test_bad_baseline(self):
        for text in ("{", "[]", '{"sets": {"set": 1}}'):
            self.write("earlier.json", text)
            outcome = self.right("--baseline", "earlier.json", status=2)
            self.assert_complaint(outcome, "lettereval", "earlier.json")


if __name__ == "__main__":
    unittest.main()
