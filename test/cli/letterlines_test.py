"""letterlines: its table and its JSON say the same."""
import json
import unittest
import zipfile

from tools import LETTER, ToolTest


class Lines(ToolTest):

    def setUp(self):
        super().setUp()
        self.write("a.txt", LETTER)

    def lines(self, *arguments):
        outcome = self.run_tool("letterlines", *arguments)
        self.assertEqual((outcome.status, outcome.err), (0, ""))
        return outcome.out

    def test_json_has_the_lines_of_the_table(self):
        table = [row.split() for row in self.lines("--rules", "0", "a.txt").splitlines()[1:]]
        letter = json.loads(self.lines("--json", "a.txt"))
        self.assertEqual((letter["source"], letter["index"], letter["language"]), ("a.txt", 0, "nl"))
        self.assertGreater(len(table), 3)
        self.assertEqual([row[:3] for row in table],
                         [[str(line["number"]), line["label"], "%.1f" % line["score"]] for line in letter["lines"]])

    def test_json_rules_add_up_to_the_score(self):
        added = 0
        for line in json.loads(self.lines("--json", "a.txt"))["lines"]:
            weights = [rule["weight"] for rule in line["rules"] if rule.get("label") == line["label"]]
            if weights:
                self.assertAlmostEqual(sum(weights), line["score"], places=2)
                added += 1
        self.assertGreater(added, 3)

    def test_rows_and_archives_are_read(self):
        plain = self.lines("--json", "a.txt")
        self.write("rows.ndjson", json.dumps({"id": "a.txt", "text": LETTER}) + "\n")
        self.assertEqual(self.lines("--json", "rows.ndjson"), plain)
        with zipfile.ZipFile(self.folder / "b.zip", "w") as archive:
            archive.writestr("a.txt", LETTER)
        self.assertEqual(self.lines("--json", "b.zip"), plain.replace('"a.txt"', '"b.zip!a.txt"'))

    def test_json_is_one_line_a_letter(self):
        self.write("b.txt", LETTER)
        names = [json.loads(line)["source"] for line in self.lines("--json", "a.txt", "b.txt").splitlines()]
        self.assertEqual(names, ["a.txt", "b.txt"])


if __name__ == "__main__":
    unittest.main()
