"""The inputs of scripts/bench: letters in all forms, and texts made to be hard.

In: a folder and sizes. Out: files in it, made once for the same sizes. Every text is made by
scripts/bench-corpus or here, from a fixed seed.
"""
import json
import pathlib
import random
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LETTER_SIZES = (1000, 10000, 100000, 1000000)  # bytes, of the letters for growth
ENCODINGS = ("utf-8", "windows-1252", "utf-16")
MEAN = 4700  # bytes of a letter, about
MAKERS = ("made_letters.py", "letter_words.py", "inputs.py")  # what inputs depend on


def columns(lines):
    """Lines of words with gaps of all widths: wherever one looks, a column may begin."""
    choose = random.Random(1)
    return "".join("".join(choose.choice(("Betreft", "de", "sluizen", "12", "")) + " " * choose.randint(1, 40)
                           for _ in range(choose.randint(1, 5))) + "\n" for _ in range(lines))


def notes(paragraphs):
    """A letter with as many notes as paragraphs, whose marks stand nowhere in its text."""
    return ("Den Haag, 3 mei 2027\n\n"
            + "Met deze brief informeer ik uw Kamer over het onderhoud van de sluizen te Tiel.\n\n" * paragraphs
            + "De minister van Defensie,\nA.B. van der Molenhorst\n\n"
            + "".join("%d Kamerstuk 33 279, nr. 40.\n" % (i % 99 + 1) for i in range(paragraphs)))


# What no letter is made of, but what each part of one looks for: a text is one of these again and again.
HOSTILE = {
    "no newline": "Met deze brief informeer ik uw Kamer over het onderhoud van de sluizen te Tiel. ",
    "all newlines": "\n",
    "all returns": "\r",
    "all dates": "Den Haag, 3 mei 2027\n",
    "all signatures": "De minister van Defensie,\nA.B. van der Molenhorst\n",
    "all labels": "Ons kenmerk\nUw brief van 3 mei 2027\nBetreft   Onderhoud van de sluizen\n",
    "all salutations": "Geachte voorzitter,\nHoogachtend,\n",
    "all recipients": "Aan de minister van Defensie,\n",
    "all prepositions": "Aan\n",
    "all offices": "Der Oberbürgermeister\n",
    "all dossiers": "31 243\n",
    "all quotations": "De minister schreef: \"Geachte voorzitter, de sluizen worden onderhouden.\"\n",
    "all references": "Kamerstuk 33 279, nr. 40; Handelingen II 2026/27, nr. 12; brief van 3 mei 2027; ",
    "all page marks": "Pagina 3 van 6\n\f",
    "spaced capitals": "A A N  D E  V O O R Z I T T E R  V A N  D E  T W E E D E  K A M E R\n",
    "columns": columns(2000),
    "notes": notes(16000),
}
LONG = "one long letter"


class Inputs:
    """Paths of the inputs; `letters` in the dump and the rows, `files` in the tree."""

    def __init__(self, folder, letters, files, hostile_bytes, limit_bytes, long_bytes):
        self.folder = pathlib.Path(folder)
        self.letters, self.files = letters, files
        self.hostile_bytes, self.limit_bytes, self.long_bytes = hostile_bytes, limit_bytes, long_bytes
        self.dump, self.rows = self.folder / "dump.txt", self.folder / "rows.ndjson"
        self.tree = self.folder / "tree"
        self.one = ROOT / "samples/kamerstuk-page-break.txt"
        self.counts = sorted({max(1, letters // 100), max(1, letters // 10)})

    def counted(self, count):
        """The first letters of the dump; all of them are the dump."""
        return self.dump if count == self.letters else self.folder / ("dump-%d.txt" % count)

    def sized(self, size):
        """A dump of letters of a size, as many bytes whatever the size."""
        return self.folder / ("letters-%d.txt" % size)

    def encoded(self, encoding):
        """A tree of the same letters in one encoding."""
        return self.folder / ("tree-" + encoding)

    def hostile(self):
        """{what: path} of texts that no letter looks like."""
        return {name: self.folder / (name.replace(" ", "-") + ".txt") for name in (*HOSTILE, LONG)}

    def at_limit(self):
        """Those of them that take most memory, as long as a letter may be."""
        return {name: self.folder / ("limit-" + name.replace(" ", "-") + ".txt")
                for name in ("all dates", "all signatures")}

    def make(self):
        """Makes what is missing; all of it when it was made with other sizes or another bench-corpus."""
        here = ROOT / "test/bench"
        makers = [ROOT / "scripts/bench-corpus", *(here / name for name in MAKERS), *sorted(here.glob("words/*.txt"))]
        made = {"letters": self.letters, "files": self.files, "hostile": self.hostile_bytes,
                "limit": self.limit_bytes, "long": self.long_bytes,
                "makers": [path.stat().st_mtime_ns for path in makers]}
        note = self.folder / "made.json"
        if note.exists() and json.loads(note.read_text(encoding="utf-8")) == made:
            return
        if self.folder.exists():
            shutil.rmtree(self.folder)
        self.folder.mkdir(parents=True)
        corpus("--letters", self.letters, "--dump", self.dump, "--rows", self.rows, "--tree", self.tree,
               "--tree-letters", self.files)
        self.make_growth()
        for encoding in ENCODINGS:
            corpus("--letters", max(1, self.files // 5), "--tree", self.encoded(encoding), "--mix", encoding + ":100")
        self.make_hostile()
        note.write_text(json.dumps(made), encoding="utf-8")

    def make_growth(self):
        for count in self.counts:
            corpus("--letters", count, "--dump", self.counted(count))
        most = max(self.letters * MEAN // 5, 2 * LETTER_SIZES[-1])
        for size in LETTER_SIZES:
            corpus("--letters", max(2, most // size), "--bytes", size, "--layouts", "kamerstuk", "--dump",
                   self.sized(size))

    def make_hostile(self):
        for name, text in HOSTILE.items():
            fill(self.hostile()[name], text, self.hostile_bytes)
        for name, path in self.at_limit().items():
            fill(path, HOSTILE[name], self.limit_bytes)
        corpus("--letters", 1, "--bytes", self.long_bytes, "--layouts", "kamerstuk", "--dump",
               self.hostile()[LONG])


def fill(path, text, size):
    path.write_bytes((text * (size // len(text) + 1)).encode()[:size])


def corpus(*options):
    subprocess.run([sys.executable, ROOT / "scripts/bench-corpus", *map(str, options)], check=True,
                   stdout=subprocess.DEVNULL)
