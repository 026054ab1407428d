"""--out-dir and --resume: what is written, what is passed over, and that nothing gets lost."""
import json
import os
import pathlib
import resource
import signal
import subprocess
import sys
import time
import unittest

from tools import LETTER, ToolTest, tool_path

TOOL = "letter2json"


class OutDir(ToolTest):

    def batch(self, *arguments, status=0, **options):
        outcome = self.run_tool(TOOL, "--out-dir", "out", *arguments, **options)
        self.assertEqual(outcome.status, status, outcome.err)
        return outcome

    def manifest(self):
        lines = (self.folder / "out/manifest.ndjson").read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def skipped(self, *arguments, status=0):
        outcome = self.batch("--resume", "-q", "--stats", *arguments, status=status)
        return json.loads(outcome.err)["skipped"]

    def test_one_output_an_input_and_a_manifest(self):
        self.write("d/a.txt", LETTER)
        self.write("d/e/b.txt", LETTER + "\f" + LETTER)
        self.batch("--split", "formfeed", "d", "-", stdin=LETTER)
        self.assertEqual([name for name in self.files() if name.endswith(".ndjson")],
                         ["out/d/a.txt.ndjson", "out/d/e/b.txt.ndjson", "out/manifest.ndjson",
                          "out/stdin.ndjson"])
        plain = self.run_tool(TOOL, "--split", "formfeed", "d/e/b.txt")
        self.assertEqual((self.folder / "out/d/e/b.txt.ndjson").read_bytes(), plain.bytes)
        rows = self.manifest()
        self.assertEqual([row["input"] for row in rows], ["d/a.txt", "d/e/b.txt", "-"])
        self.assertEqual([row["records"] for row in rows], [1, 2, 1])
        self.assertEqual({row["status"] for row in rows}, {"done"})
        status = os.stat(self.folder / "d/a.txt")
        self.assertEqual((rows[0]["size"], rows[0]["modified"]),
                         (status.st_size, status.st_mtime_ns))
        self.assertRegex(rows[0]["hash"], r"\Axxh64:[0-9a-f]{16}\Z")
        self.assertEqual(rows[0]["hash"], rows[2]["hash"])
        self.assertEqual((rows[2]["size"], rows[2]["modified"]), (None, None))

    def test_resume_redoes_what_changed_or_failed(self):
        for name in "abcd":
            self.write(f"d/{name}.txt", LETTER)
        self.write("d/z.txt.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\3no")
        self.batch("d", status=1)
        self.assertEqual(self.manifest()[-1]["status"], "failed")
        self.assertEqual(self.skipped("d", status=1), 4)
        self.write("d/b.txt", LETTER + "Meer.\n")
        self.assertEqual(self.skipped("d", status=1), 3)
        os.utime(self.folder / "d/c.txt", ns=(5, 5))
        (self.folder / "out/d/d.txt.ndjson").unlink()
        self.assertEqual(self.skipped("d", status=1), 2)
        self.assertEqual(self.skipped("d", "--fields", "id", status=1), 0)
        os.remove(self.folder / "d/z.txt.gz")
        self.assertEqual(self.skipped("d", "--fields", "id"), 4)
        self.assertEqual(len(self.manifest()), 4)

    def test_failures_leave_no_output(self):
        self.write("a.txt", LETTER)
        outcome = self.batch("a.txt", "no.txt", status=1)
        self.assertIn("no.txt", outcome.err)
        self.assertEqual(len(self.manifest()), 2)
        self.assertFalse((self.folder / "out/no.txt.ndjson").exists())
        os.remove(self.folder / "a.txt")
        self.batch("--resume", "a.txt", "no.txt", status=4)
        self.assertEqual([name for name in self.files() if "a.txt" in name], [])

    def test_names_that_come_to_the_same(self):
        self.write("a.txt", LETTER)
        self.write("manifest", LETTER)
        self.batch("a.txt", "./a.txt", str(self.folder / "a.txt"), "manifest")
        outputs = [row["output"] for row in self.manifest()]
        self.assertEqual(outputs[:2], ["a.txt.ndjson", "a.txt~2.ndjson"])
        self.assertEqual(outputs[3], "manifest~2.ndjson")
        self.assertTrue(all((self.folder / "out" / name).is_file() for name in outputs))

    def test_arrays_and_tables_are_whole_in_each_file(self):
        self.write("d/a.txt", LETTER)
        self.write("d/b.txt", "")
        self.batch("--array", "d")
        self.assertEqual(len(json.loads((self.folder / "out/d/a.txt.json").read_bytes())), 1)
        self.assertEqual(json.loads((self.folder / "out/d/b.txt.json").read_bytes()), [])
        self.run_tool("letter2csv", "--out-dir", "csv", "d")
        for name in "ab":
            text = (self.folder / f"csv/d/{name}.txt.csv").read_text(encoding="utf-8")
            self.assertTrue(text.startswith("id,source,index"))

    def test_two_runs_do_not_write_in_one_folder(self):
        self.write("a.txt", LETTER)
        first = subprocess.Popen([tool_path(TOOL), "--out-dir", self.folder / "out", "-"],
                                 stdin=subprocess.PIPE)
        while not (self.folder / "out/manifest.ndjson").exists():
            time.sleep(0.01)
        second = self.run_tool(TOOL, "--out-dir", "out", "a.txt")
        self.assertEqual(second.status, 3)
        self.assert_complaint(second, TOOL, "another run")
        first.communicate(LETTER.encode())
        self.assertEqual(first.returncode, 0)

    def test_a_full_disk_is_told_and_can_be_gone_on_from(self):
        for i in range(500):
            self.write("d/%03d.txt" % i, LETTER)
        self.write("d/400.txt", (LETTER + "\f") * 400)

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        outcome = self.run_tool(TOOL, "--split", "formfeed", "--out-dir", "out", "d",
                                preexec_fn=limit)
        self.assertEqual(outcome.status, 3)
        self.assert_complaint(outcome, TOOL, "cannot be written")
        self.assertEqual([name for name in self.files() if ".letterkit" in name], [])
        done = len(self.manifest())
        self.assertGreater(done, 100)
        resumed = self.run_tool(TOOL, "--split", "formfeed", "--out-dir", "out", "--resume", "d",
                                "--stats=s")
        self.assertEqual(resumed.status, 0)
        self.assertGreater(json.loads((self.folder / "s").read_text())["skipped"], 100)
        self.assertEqual(len(self.manifest()), 500)

    def test_usage(self):
        for arguments in (("--resume", "a.txt"), ("--out-dir", "x", "-o", "y", "a.txt"),
                          ("-j", "many"), ("--max-letter-bytes", "3"), ("--from", "xml")):
            outcome = self.run_tool(TOOL, *arguments)
            self.assertEqual(outcome.status, 2, arguments)
            self.assert_complaint(outcome, TOOL)

    def test_killed_runs_come_to_the_same(self):
        done = subprocess.run([sys.executable, pathlib.Path(__file__).with_name("killed_runs.py"),
                               "--tool", tool_path(TOOL), "--files", "600", "--kills", "20"],
                              capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        self.assertIn("20 runs killed", done.stdout)


if __name__ == "__main__":
    unittest.main()
