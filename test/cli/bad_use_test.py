"""Bad use of the tools, and a world that fails: one line that names the thing and the remedy, the
documented exit status, and nothing half-written."""
import os
import re
import resource
import shutil
import signal
import subprocess
import time
import unittest

from tools import ALL_TOOLS, LETTER, LETTER_TOOLS, ROOT, ToolTest, tool_path

USAGE, OUTPUT_FAILED, NOTHING_READ = 2, 3, 4

# Arguments that no tool can make sense of, and what the complaint has to name.
BAD_ARGUMENTS = [
    (ALL_TOOLS, ["--nosuch"], "--nosuch: no such option"),
    (("letterlines",), ["--keep"], "--keep: no such option"),
    (("letterlines",), ["--color", "red"], "--color"),
    (LETTER_TOOLS, ["--nosuch=1"], "--nosuch: no such option"),
    (ALL_TOOLS, ["-o"], "--output: needs a value"),
    (LETTER_TOOLS, ["--split", "sometimes"], "--split sometimes"),
    (LETTER_TOOLS, ["--encoding", "EBCDIC-nonsense"], "--encoding EBCDIC-nonsense"),
    (LETTER_TOOLS, ["--language", "xx"], "\"xx\""),
    (LETTER_TOOLS, ["--profile", "nosuch"], "--profile nosuch"),
    (LETTER_TOOLS, ["-0"], "--files-from"),
    (LETTER_TOOLS, ["--files-from", "nosuch"], "--files-from nosuch"),
    (LETTER_TOOLS, ["--errors", "-"], "--errors -"),
    (ALL_TOOLS, ["--completions", "ksh"], "bash, zsh, fish"),
    (("letter2json",), ["--fields", "id,nosuch"], "\"nosuch\""),
    (("letter2json",), ["--ndjson", "--pretty"], "--ndjson --pretty"),
    (("letter2json",), ["--no-pretty", "--array"], "--ndjson --array"),
    (("letter2csv",), ["--table", "nosuch"], "signatories, dossiers"),
    (("letter2csv",), ["--columns", "id,nosuch"], "\"nosuch\""),
    (("letter2csv",), ["--table", "dossiers", "--columns", "surname"], "\"surname\""),
    (("letter2csv",), ["--delimiter", "ab"], "--delimiter ab"),
    (("letter2csv",), ["--delimiter", "\""], "--delimiter \""),
    (("letter2csv",), ["--tsv", "--delimiter", ";"], "--tsv --delimiter"),
    (("lettereval",), [], "gold.jsonl"),
    (("lettereval",), [".", "--texts", "nosuch"], "--texts nosuch"),
    (("lettereval",), [".", "--only", "date,nosuch"], "\"nosuch\""),
    (("lettereval",), [".", "--misses=few"], "--misses=few"),
    (("lettereval",), [".", "--json", "--misses"], "--json --misses"),
    (("lettereval",), [".", "--json", "--baseline", "b.json"], "--json --baseline"),
    (("lettereval",), [".", "--raise-floors"], "--floors FILE"),
    (("lettereval",), [".", "--only", "date", "--floors", "f.json"], "--only --floors"),
    (("lettereval",), [".", "--floors", "nosuch"], "--floors nosuch"),
    (("lettereval",), [".", "--baseline", "nosuch"], "--baseline nosuch"),
    (("lettereval",), [".", "--block-letter", "nosuch"], "--block-letter nosuch"),
    (("lettereval",), ["-", "--records", "-"], "--records -"),
    (("lettereval",), [".", "..", "--records", "r"], "--records"),
    (("lettereval",), [".", "."], "second set"),
    (("letterprofile",), [], "no command"),
    (("letterprofile",), ["chek"], "chek: no command"),
    (("letterprofile",), ["check", "nosuch"], "\"nosuch\""),
    (("letterprofile",), ["check", "--json"], "--json"),
    (("letterprofile",), ["show"], "show: takes one profile"),
    (("letterprofile",), ["show", "nl", "de"], "show: takes one profile"),
    (("letterprofile",), ["show", "nosuch"], "\"nosuch\""),
    (("letterprofile",), ["coverage"], "coverage: no profile"),
    (("letterprofile",), ["coverage", "nl", "--split", "sometimes"], "--split sometimes"),
    (("letterprofile",), ["new", "xx"], "new: takes a language and a folder"),
    (("letterprofile",), ["new", "../x", "."], "new ../x"),
]

# Files of a profile spoilt in one place, and where the complaint has to point.
BROKEN_PROFILES = [
    ("dates.txt", "month 13 | smarch\n", "{folder}/dates.txt:{line}:"),
    ("dates.txt", "nosuch | januari\n", "{folder}/dates.txt:{line}:"),
    ("references.txt", "nosuch | Betreft\n", "{folder}/references.txt:{line}:"),
    ("papers.txt", b"chamber 1 | \xff\xfe\n", "{folder}/papers.txt:{line}:"),
    ("rules.txt", "broken\n  label body 1\n  match ^(Nr\n", "{folder}/rules.txt:{line+2}:"),
    ("rules.txt", "broken\n  label nosuch 1\n  match ^Nr\n", "{folder}/rules.txt:{line+1}:"),
    ("rules.txt", "broken\n  label body much\n  match ^Nr\n", "{folder}/rules.txt:{line+1}:"),
    ("rules.txt", "broken\n  label body 1\n  nosuch ^Nr\n", "{folder}/rules.txt:{line+2}:"),
    ("extract.txt", "addressee-lead ^(de\n", "{folder}/extract.txt:{line}:"),
    ("extract.txt", "nosuch ^(de)\n", "{folder}/extract.txt:{line}:"),
    ("grammar.txt", "start > nosuch | 1\n", "{folder}/grammar.txt:{line}:"),
    ("grammar.txt", "start > body | dear\n", "{folder}/grammar.txt:{line}:"),
    ("confidence.txt", "nosuch | 1 | 0\n", "{folder}/confidence.txt:{line}:"),
    ("letter.txt", "date | soon\n", "{folder}/letter.txt:{line}:"),
    ("fields.txt", "nosuch | betreft\n", "{folder}/fields.txt:{line}:"),
    ("offices.txt", "nosuch chair | voorzitter\n", "{folder}/offices.txt:{line}:"),
    ("ministries.txt", "Financi\u00ebn | soon\n", "{folder}/ministries.txt:{line}:"),
]


class BadUse(ToolTest):

    def place(self, where, line):
        """{folder}, {line} and {line+2} filled in."""
        where = where.replace("{folder}", "mine")
        return re.sub(r"\{line\+?(\d*)\}", lambda found: str(line + int(found[1] or 0)), where)

    def test_bad_arguments(self):
        self.write("a.txt", LETTER)
        rows = 0
        for tools, arguments, named in BAD_ARGUMENTS:
            for tool in tools:
                with self.subTest(tool=tool, arguments=arguments):
                    outcome = self.run_tool(tool, *arguments)
                    self.assert_complaint(outcome, tool, named)
                    self.assertEqual(outcome.status, USAGE)
                    self.assertEqual(outcome.out, "")
                    rows += 1
        self.assertEqual(rows, sum(len(tools) for tools, _, _ in BAD_ARGUMENTS))

    def test_bad_arguments_write_nothing(self):
        for tool in LETTER_TOOLS:
            outcome = self.run_tool(tool, "--split", "sometimes", "-o", "out", "--errors", "errors")
            self.assertEqual(outcome.status, USAGE)
        self.assertEqual(self.files(), [])

    def test_broken_profile(self):
        rows = 0
        for name, line, where in BROKEN_PROFILES:
            shutil.rmtree(self.folder / "mine", ignore_errors=True)
            shutil.copytree(ROOT / "lib/profiles/nl", self.folder / "mine")
            path = self.folder / "mine" / name
            text = path.read_bytes()
            number = text.count(b"\n") + 1
            path.write_bytes(text + (line if isinstance(line, bytes) else line.encode()))
            for tool in LETTER_TOOLS:
                with self.subTest(tool=tool, file=name, line=line):
                    outcome = self.run_tool(tool, "--profile", "mine", stdin=LETTER)
                    self.assert_complaint(outcome, tool, self.place(where, number))
                    self.assertRegex(outcome.err, r":\d+:\d+: ")
                    self.assertEqual((outcome.status, outcome.out), (USAGE, ""))
                    rows += 1
        self.assertEqual(rows, len(BROKEN_PROFILES) * len(LETTER_TOOLS))

    def test_profile_folder_without_files(self):
        (self.folder / "empty").mkdir()
        for tool in LETTER_TOOLS:
            outcome = self.run_tool(tool, "--profile", "empty", stdin=LETTER)
            self.assert_complaint(outcome, tool, "empty")
            self.assertEqual(outcome.status, USAGE)


TEXT_TOOLS = LETTER_TOOLS + ("letterlines",)


class UnreadableInput(ToolTest):

    def test_missing_file(self):
        for tool in TEXT_TOOLS:
            outcome = self.run_tool(tool, "nosuch.txt", "-o", "out")
            self.assert_complaint(outcome, tool, "nosuch.txt: no such file")
            self.assertEqual(outcome.status, NOTHING_READ)
        outcome = self.run_tool("lettereval", "nosuch.jsonl", "-o", "out")
        self.assert_complaint(outcome, "lettereval", "nosuch.jsonl: no such file")
        self.assertEqual(outcome.status, NOTHING_READ)
        self.assertEqual(self.files(), [])

    def test_missing_file_leaves_an_old_output(self):
        self.write("out", "old")
        for tool in TEXT_TOOLS:
            self.assertEqual(self.run_tool(tool, "nosuch.txt", "-o", "out").status, NOTHING_READ)
        self.assertEqual((self.folder / "out").read_text(), "old")

    def test_one_missing_file_does_not_stop_the_others(self):
        self.write("a.txt", LETTER)
        self.write("c.txt", LETTER)
        for tool in TEXT_TOOLS:
            whole = self.run_tool(tool, "a.txt", "c.txt")
            outcome = self.run_tool(tool, "a.txt", "b.txt", "c.txt")
            self.assert_complaint(outcome, tool, "b.txt: no such file")
            self.assertEqual((outcome.status, outcome.out), (1, whole.out))
            self.assertEqual(self.run_tool(tool, "-q", "a.txt", "b.txt").err, "")

    def test_folder_without_texts(self):
        self.write("letters/brief.docx", "PK")
        for tool in TEXT_TOOLS:
            outcome = self.run_tool(tool, "letters")
            self.assert_complaint(outcome, tool, "letters: no .txt files")
            self.assertEqual(outcome.status, NOTHING_READ)

    def test_name_with_line_end_stays_one_line(self):
        for tool in TEXT_TOOLS:
            outcome = self.run_tool(tool, "no\nsuch.txt")
            self.assert_complaint(outcome, tool, "no\\nsuch.txt: no such file")

    def test_list_of_errors_can_be_retried(self):
        for tool in TEXT_TOOLS:
            for path in ("b.txt", "errors", "retried"):
                (self.folder / path).unlink(missing_ok=True)
            self.write("a.txt", LETTER)
            outcome = self.run_tool(tool, "a.txt", "b.txt", "--errors", "errors")
            self.assertEqual(outcome.status, 1)
            self.write("b.txt", LETTER)
            again = self.run_tool(tool, "--files-from", "errors")
            self.assertEqual((again.status, again.err), (0, ""))
            self.assertIn("b.txt", again.out)
            self.assertNotIn("a.txt", again.out)


OPERANDS = {"lettereval": ["gold.jsonl"], "letterprofile": ["show", "nl"]}  # of others: a text


class UnwritableOutput(ToolTest):

    def setUp(self):
        super().setUp()
        self.write("gold.jsonl", "{\"file\": \"a.txt\", \"date\": \"2027-05-03\"}\n")
        self.write("a.txt", LETTER)
        self.before = self.files()

    def run_each(self, *arguments, tools=ALL_TOOLS, **options):
        for tool in tools:
            with self.subTest(tool=tool):
                operands = OPERANDS.get(tool, ["a.txt"])
                yield tool, self.run_tool(tool, *operands, *arguments, **options)

    def test_no_such_folder(self):
        for tool, outcome in self.run_each("-o", "nosuch/out"):
            self.assert_complaint(outcome, tool, "nosuch/out: cannot be written", "create it")
            self.assertEqual(outcome.status, OUTPUT_FAILED)
        self.assertEqual(self.files(), self.before)

    def test_output_is_a_folder(self):
        for tool, outcome in self.run_each("-o", "./"):
            self.assert_complaint(outcome, tool, "./: cannot be written", "name of a file")
            self.assertEqual(outcome.status, OUTPUT_FAILED)
        self.assertEqual(self.files(), self.before)

    def test_output_is_the_input(self):
        for tool, outcome in self.run_each("-o", "a.txt", tools=LETTER_TOOLS):
            self.assert_complaint(outcome, tool, "a.txt")
            self.assertEqual(outcome.status, USAGE)
        self.assertEqual((self.folder / "a.txt").read_text(), LETTER)
        self.assertEqual(self.files(), self.before)

    def test_full_disk(self):
        for tool, outcome in self.run_each("-o", "/dev/full"):
            self.assert_complaint(outcome, tool, "/dev/full: cannot be written: no space left")
            self.assertEqual(outcome.status, OUTPUT_FAILED)
        with open("/dev/full", "wb") as full:
            for tool, outcome in self.run_each(stdout=full):
                self.assert_complaint(outcome, tool, "standard output: cannot be written")
                self.assertEqual(outcome.status, OUTPUT_FAILED)
        for option in ("--help", "--version"):
            with open("/dev/full", "wb") as full:
                for tool, outcome in self.run_each(option, stdout=full):
                    self.assertEqual(outcome.status, OUTPUT_FAILED)

    def test_file_that_may_not_grow(self):
        """A full disk for a file that is renamed when complete: the old one stays, no other appears."""
        self.write("out", "old")

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)

        for tool, outcome in self.run_each("-o", "out", preexec_fn=limit):
            self.assert_complaint(outcome, tool, "out: cannot be written: file too large")
            self.assertEqual(outcome.status, OUTPUT_FAILED)
        self.assertEqual((self.folder / "out").read_text(), "old")
        self.assertEqual(self.files(), sorted(self.before + ["out"]))

    def test_closed_standard_output(self):
        for tool, outcome in self.run_each(preexec_fn=lambda: os.close(1), stdout=None):
            self.assert_complaint(outcome, tool, "standard output: cannot be written: it is closed")
            self.assertEqual(outcome.status, OUTPUT_FAILED)

    def test_closed_pipe_ends_quietly(self):
        for ignores in (False, True):  # some parents (old Pythons, cron jobs) ignore SIGPIPE
            read_end, write_end = os.pipe()
            os.close(read_end)
            handler = signal.SIG_IGN if ignores else signal.SIG_DFL
            for _, outcome in self.run_each(
                    stdout=write_end, preexec_fn=lambda: signal.signal(signal.SIGPIPE, handler)):
                self.assertEqual((outcome.status, outcome.err), (-signal.SIGPIPE, ""))
            os.close(write_end)

    def test_interrupted_run_leaves_nothing(self):
        for tool in LETTER_TOOLS:
            with subprocess.Popen([tool_path(tool), "-o", "out", "-"], cwd=self.folder,
                                  stdin=subprocess.PIPE) as process:
                for _ in range(1000):
                    if self.files() != self.before:
                        break
                    time.sleep(0.01)
                self.assertNotEqual(self.files(), self.before)  # the temporary file is there
                process.send_signal(signal.SIGTERM)
                self.assertEqual(process.wait(timeout=30), -signal.SIGTERM)
            self.assertEqual(self.files(), self.before)

    def test_read_only_folder(self):
        """Root may write anywhere, so it becomes somebody else for this."""
        (self.folder / "sealed").mkdir(mode=0o555)
        shutil.copy(tool_path("letter2json"), self.folder)
        for path in (self.folder, self.folder / "letter2json"):
            path.chmod(0o755)
        user = {"user": 65534} if os.geteuid() == 0 else {}
        done = subprocess.run(["./letter2json", "a.txt", "-o", "sealed/out"], cwd=self.folder,
                              capture_output=True, text=True, check=False, **user)
        self.assertRegex(done.stderr, r"\Aletter2json: sealed/out: cannot be written: permission "
                                      r"denied; [^\n]+\n\Z")
        self.assertEqual(done.returncode, OUTPUT_FAILED)


if __name__ == "__main__":
    unittest.main()
