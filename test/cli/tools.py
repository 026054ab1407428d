"""Runs the real binaries for the tests of the command line.

The build folder of the tools comes from the environment: LETTERKIT_TOOLS=build/release/apps. A test
asks `run("letter2json", "a.txt")` for status, stdout and stderr, and keeps its files in a folder of
its own (ToolTest.folder), which is gone afterwards.
"""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
TOOLS = pathlib.Path(os.environ.get("LETTERKIT_TOOLS", ROOT / "build/release/apps")).resolve()

LETTER_TOOLS = ("letter2json", "letter2csv")  # those that print records or rows of letters
ALL_TOOLS = LETTER_TOOLS + ("letterlines", "lettersplit", "lettereval", "letterprofile")

LETTER = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 3 mei 2027

Hierbij bied ik u het jaarverslag van de commissie aan.

De minister van Economische Zaken,
A. Visser
"""


class Outcome:
    """What a run gave: status (negative: the signal that ended it), bytes and text of both streams."""

    def __init__(self, done):
        self.status = done.returncode
        self.bytes = done.stdout or b""
        self.out = self.bytes.decode("utf-8", "replace")
        self.err = (done.stderr or b"").decode("utf-8", "replace")


# The tools of a sanitizer's build run about ten times as long.
SANITIZED = b"__asan_init" in (TOOLS / "letter2json").read_bytes()


def tool_path(tool):
    return str(TOOLS / tool)


class ToolTest(unittest.TestCase):
    """A test case with a folder of its own that is the working folder of the tools it runs."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="letterkit-cli-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    def run_tool(self, tool, *arguments, stdin=b"", **options):
        if isinstance(stdin, (bytes, str)):
            options["input"] = stdin.encode("utf-8") if isinstance(stdin, str) else stdin
        else:
            options["stdin"] = stdin
        options.setdefault("stdout", subprocess.PIPE)
        options.setdefault("stderr", subprocess.PIPE)
        return Outcome(subprocess.run([tool_path(tool), *map(str, arguments)], cwd=self.folder,
                                      timeout=600 if SANITIZED else 60, check=False, **options))

    def assert_complaint(self, outcome, tool, *parts):
        """One line on standard error: the tool, the thing, what is wrong, after ';' what to do."""
        self.assertRegex(outcome.err, r"\A" + tool + r": [^\n]+; [^\n]+\n\Z")
        for part in parts:
            self.assertIn(part, outcome.err)

    def files(self):
        """All that is in the test's folder, hidden files too."""
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*"))
