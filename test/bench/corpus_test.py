#!/usr/bin/env python3
"""scripts/bench-corpus: the same letters every time, in every form; lengths and encodings as asked."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
ENCODINGS = {"utf-8": "utf-8", "windows-1252": "cp1252", "utf-16": "utf-16"}
LAYOUTS = ("kamerstuk", "department", "circular", "english", "french", "german")


class Corpus(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def make(self, *options, status=0):
        done = subprocess.run([sys.executable, ROOT / "scripts/bench-corpus", *map(str, options)], check=False,
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, status, done.stderr)
        return done

    def make_dump(self, *options):
        self.make("--dump", self.folder / "dump", *options)
        return (self.folder / "dump").read_bytes().decode().removesuffix("\n").split("\n\f\n")

    def test_more_letters_start_with_the_same_letters(self):
        few, many = self.make_dump("--letters", 20), self.make_dump("--letters", 60)
        self.assertEqual((len(few), len(many)), (20, 60))
        self.assertEqual(few, many[:20])
        self.assertNotEqual(few, self.make_dump("--letters", 20, "--seed", 2))

    def test_every_form_has_the_same_letters(self):
        for encoding, codec in ENCODINGS.items():
            with self.subTest(encoding=encoding):
                tree = self.folder / encoding
                dump = self.make_dump("--letters", 12, "--rows", self.folder / "rows", "--tree", tree, "--mix",
                                      encoding + ":100")
                rows = [json.loads(line) for line in (self.folder / "rows").read_text("utf-8").splitlines()]
                files = sorted(tree.rglob("*.txt"))
                self.assertEqual([row["text"] for row in rows], dump)
                self.assertEqual([row["id"] for row in rows], [path.stem for path in files])
                self.assertEqual([path.read_bytes().decode(codec) for path in files], [text + "\n" for text in dump])

    def test_encodings_are_mixed_as_asked(self):
        self.make("--letters", 300, "--bytes", 1500, "--tree", self.folder / "tree")
        files = [path.read_bytes() for path in (self.folder / "tree").rglob("*.txt")]
        marked = sum(data.startswith(b"\xff\xfe") for data in files)
        odd = 0
        for data in files:
            try:
                data.decode("utf-8")
            except UnicodeDecodeError:
                odd += 1
        self.assertEqual(len(files), 300)
        self.assertTrue(3 <= marked <= 20, marked)
        self.assertTrue(15 <= odd <= 45, odd)  # a letter without accents is the same in both encodings

    def test_letters_are_as_long_as_asked(self):
        for layout in LAYOUTS:
            with self.subTest(layout=layout):
                for text in self.make_dump("--letters", 10, "--bytes", 20000, "--layouts", layout):
                    self.assertTrue(18000 < len(text.encode()) < 32000, len(text.encode()))

    def test_nothing_to_write_is_a_wrong_use(self):
        self.assertIn("nothing to write", self.make("--letters", 1, status=2).stderr)
        self.assertIn("no layout odd", self.make("--dump", self.folder / "dump", "--layouts", "odd", status=2).stderr)


if __name__ == "__main__":
    unittest.main()
