"""lettersplit: rows, files, their names, and what it refuses."""
import json
import unittest

from tools import LETTER, SAMPLES, ToolTest

DUMP = (SAMPLES / "dump-three-letters.txt").read_bytes()


class Rows(ToolTest):

    def rows(self, *arguments, **options):
        outcome = self.run_tool("lettersplit", *arguments, **options)
        self.assertEqual((outcome.status, outcome.err), (0, ""))
        return [json.loads(line) for line in outcome.out.splitlines()]

    def test_a_row_a_letter(self):
        rows = self.rows(SAMPLES / "dump-three-letters.txt")
        self.assertEqual([row["index"] for row in rows], [0, 1, 2])
        self.assertEqual([row["date"] for row in rows], ["2029-04-04", "2029-04-18", "2029-04-30"])
        self.assertEqual([row["id"] for row in rows], ["kst-38410-8", "kst-38410-9", "kst-38702-5"])
        for row in rows:
            self.assertEqual(list(row), ["id", "date", "source", "index", "start", "end", "text"])
            self.assertEqual(row["text"].encode(), DUMP[row["start"]:row["end"]])

    def test_nothing_is_lost(self):
        rows = self.rows(stdin=DUMP * 2)
        self.assertEqual(len(rows), 6)
        self.assertEqual("".join(row["text"] for row in rows).split(), (DUMP * 2).decode().split())

    def test_other_tools_read_the_rows(self):
        outcome = self.run_tool("lettersplit", stdin=DUMP)
        records = self.run_tool("letter2json", "--from", "ndjson", "-", stdin=outcome.bytes)
        self.assertEqual([json.loads(line)["header"]["number"] for line in records.out.splitlines()],
                         ["8", "9", "5"])

    def test_modes(self):
        self.assertEqual(len(self.rows("--split", "never", stdin=DUMP)), 1)
        self.assertEqual(len(self.rows("--split", "formfeed", stdin=LETTER + "\f" + LETTER)), 2)


class Files(ToolTest):

    def test_a_file_a_letter(self):
        self.write("dump.txt", DUMP)
        outcome = self.run_tool("lettersplit", "dump.txt", "--out-dir", "out")
        self.assertEqual((outcome.status, outcome.out, outcome.err), (0, "", ""))
        names = ["kst-38410-8-2029-04-04-0.txt", "kst-38410-9-2029-04-18-1.txt",
                 "kst-38702-5-2029-04-30-2.txt"]
        self.assertEqual(self.files(), ["dump.txt", "out"] + ["out/" + name for name in names])
        text = b"".join((self.folder / "out" / name).read_bytes() for name in names)
        self.assertEqual(text.split(), DUMP.split())

    def test_names_that_clash_are_numbered(self):
        outcome = self.run_tool("lettersplit", "--out-dir", "out", "--name", "a", stdin=DUMP)
        self.assertEqual(outcome.status, 0)
        self.assertEqual(self.files(), ["out", "out/a.txt", "out/a~2.txt", "out/a~3.txt"])

    def test_no_name_leaves_the_folder(self):
        for pattern in ("../{index}", "/tmp/{index}", "a\n{index}\x7f", "..", "-rf{index}", "\\{index}"):
            with self.subTest(pattern):
                outcome = self.run_tool("lettersplit", "--out-dir", "new/out", "--name", pattern,
                                        "--force", stdin=LETTER)
                self.assertEqual((outcome.status, outcome.err), (0, ""))
        for name in self.files():
            self.assertRegex(name, r"\Anew(/out(/_[^/\x00-\x1f]*|/a_0_\.txt)?)?\Z")
        self.assertEqual(len(self.files()), 8)

    def test_files_that_are_there_stay(self):
        self.write("out/x.txt", "old")
        refused = self.run_tool("lettersplit", "--out-dir", "out", "--name", "x", stdin=LETTER)
        self.assertEqual(refused.status, 3)
        self.assert_complaint(refused, "lettersplit", "out/x.txt", "--force")
        self.assertEqual((self.folder / "out/x.txt").read_text(), "old")
        forced = self.run_tool("lettersplit", "--out-dir", "out", "--name", "x", "--force", stdin=LETTER)
        self.assertEqual(forced.status, 0)
        self.assertEqual((self.folder / "out/x.txt").read_text().split(), LETTER.split())

    def test_wrong_options(self):
        for arguments, part in ((["--name", "{who}", "--out-dir", "o"], "{who}"),
                                (["--name", "{id", "--out-dir", "o"], "{id"),
                                (["--name", "a"], "--out-dir"), (["--force"], "--out-dir")):
            with self.subTest(arguments):
                outcome = self.run_tool("lettersplit", *arguments, stdin=LETTER)
                self.assertEqual(outcome.status, 2)
                self.assert_complaint(outcome, "lettersplit", part)
        self.assertEqual(self.files(), [])


if __name__ == "__main__":
    unittest.main()
