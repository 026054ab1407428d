"""letter2json: its forms of output. What a record holds is tested elsewhere (golden/, schema/)."""
import json
import os
import pty
import unittest

from tools import LETTER, SAMPLES, ToolTest, tool_path


class Forms(ToolTest):

    def setUp(self):
        super().setUp()
        self.write("a.txt", LETTER)
        self.write("b.txt", LETTER.replace("Visser", "de Wit"))

    def json(self, *arguments, **options):
        outcome = self.run_tool("letter2json", *arguments, **options)
        self.assertEqual((outcome.status, outcome.err), (0, ""))
        return outcome.out

    def terminal(self, *arguments):
        """What the tool prints to a terminal."""
        child, descriptor = pty.fork()
        if child == 0:
            os.chdir(self.folder)
            os.execv(tool_path("letter2json"), ["letter2json", *arguments])
        printed = b""
        try:
            while chunk := os.read(descriptor, 65536):
                printed += chunk
        except OSError:  # Linux's way to tell that the other end is closed
            pass
        os.close(descriptor)
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), 0)
        return printed.decode("utf-8").replace("\r\n", "\n")

    def test_a_record_a_line_by_default(self):
        printed = self.json("a.txt", "b.txt")
        self.assertTrue(printed.endswith("}\n"))
        names = [json.loads(line)["source"]["name"] for line in printed.splitlines()]
        self.assertEqual(names, ["a.txt", "b.txt"])

    def test_pretty(self):
        compact, pretty = self.json("a.txt"), self.json("--pretty", "a.txt")
        self.assertEqual(json.loads(pretty), json.loads(compact))
        self.assertGreater(pretty.count("\n"), 20)
        self.assertIn('\n  "letterkit": "1",\n', pretty)

    def test_terminal_gets_one_letter_indented_and_several_in_lines(self):
        self.assertEqual(self.terminal("a.txt"), self.json("--pretty", "a.txt"))
        self.assertEqual(self.terminal("a.txt", "b.txt"), self.json("a.txt", "b.txt"))
        self.assertEqual(self.terminal("--no-pretty", "a.txt"), self.json("a.txt"))
        self.assertEqual(self.terminal("--ndjson", "a.txt"), self.json("a.txt"))
        self.assertEqual(self.terminal("--pretty", "a.txt", "b.txt"),
                         self.json("--pretty", "a.txt", "b.txt"))
        self.write("empty.txt", "")
        self.assertEqual(self.terminal("empty.txt"), "")

    def test_file_gets_lines_even_from_a_terminal(self):
        self.assertEqual(self.terminal("-o", "out", "a.txt"), "")
        self.assertEqual((self.folder / "out").read_text(encoding="utf-8"), self.json("a.txt"))

    def test_array(self):
        lines = [json.loads(line) for line in self.json("a.txt", "b.txt").splitlines()]
        self.assertEqual(json.loads(self.json("--array", "a.txt", "b.txt")), lines)
        self.assertEqual(json.loads(self.json("--array", "--pretty", "a.txt", "b.txt")), lines)
        self.assertEqual(json.loads(self.json("--array", "a.txt")), lines[:1])
        self.assertEqual(json.loads(self.terminal("--array", "a.txt")), lines[:1])

    def test_array_of_nothing(self):
        for empty in ("", " \n\t\r\n"):
            self.assertEqual(self.json("--array", stdin=empty), "[]\n")
            self.assertEqual(self.json(stdin=empty), "")

    def test_array_of_the_readable(self):
        outcome = self.run_tool("letter2json", "--array", "a.txt", "nosuch.txt")
        self.assertEqual(outcome.status, 1)
        self.assertEqual(len(json.loads(outcome.out)), 1)

    def test_fields(self):
        whole = json.loads(self.json("a.txt"))
        some = json.loads(self.json("--fields", "date, id,signatories", "a.txt"))
        self.assertEqual(list(some), ["id", "date", "signatories"])  # the record's own order
        self.assertEqual(some, {key: whole[key] for key in some})
        every = json.loads(self.json("--fields", ",".join(whole), "a.txt"))
        self.assertEqual(every, whole)

    def test_unknown_field_names_those_that_exist(self):
        outcome = self.run_tool("letter2json", "--fields", "dat", "a.txt")
        self.assertEqual(outcome.status, 2)
        for key in json.loads(self.json("a.txt")):
            self.assertIn(key, outcome.err)

    def test_provenance(self):
        whole = json.loads(self.json("a.txt"))
        self.assertNotIn("provenance", whole)
        record = json.loads(self.json("--provenance", "a.txt"))
        self.assertIsInstance(record.pop("provenance"), dict)
        self.assertEqual(record, whole)
        self.assertEqual(list(json.loads(self.json("--provenance", "--fields", "id", "a.txt"))),
                         ["id", "provenance"])

    def test_last_of_repeated_options_counts(self):
        self.assertEqual(self.json("--fields", "date", "--fields", "id", "a.txt"),
                         self.json("--fields", "id", "a.txt"))

    def test_samples_folder_is_read_in_order(self):
        names = [json.loads(line)["source"]["name"] for line in self.json(SAMPLES).splitlines()]
        files = [str(path) for path in SAMPLES.rglob("*.txt")]
        self.assertEqual(sorted(set(names)), sorted(files))
        self.assertGreater(len(files), 50)


if __name__ == "__main__":
    unittest.main()
