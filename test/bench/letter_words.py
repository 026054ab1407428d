"""Words and sentences of made-up letters, of one language.

In: words/LANGUAGE.txt and a seed. Out: values by key, names, dates and paragraphs. Sentences are made
once, from the file's patterns, and drawn from then on, so that a letter costs little time.

    Words("nl", 1).paragraph(random.Random(7)) -> "Op 3 mei 2027 heb ik het rapport van ..."
"""
import pathlib
import random
import re

FOLDER = pathlib.Path(__file__).resolve().parent / "words"
SENTENCES = 3000  # a language


def read_rows(path):
    """{key: values} of a file of words."""
    rows = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, *values = [cell.strip() for cell in line.split("|")]
            rows.setdefault(key, []).extend(values)
    return rows


def draw(values, drawn):
    """One of the values; quicker than random.choice."""
    return values[int(drawn.random() * len(values))]


class Words:
    """What the letters of a language are made of. Every function draws from the Random it is given."""

    def __init__(self, language, seed):
        self.language = language
        self.rows = read_rows(FOLDER / (language + ".txt"))
        drawn = random.Random("%s sentences %d" % (language, seed))
        patterns = self.rows["sentence"]
        self.sentences = [self.fill(draw(patterns, drawn), drawn) for _ in range(SENTENCES)]

    def one(self, key, drawn):
        return self.fill(draw(self.rows[key], drawn), drawn)

    def fill(self, pattern, drawn):
        """The pattern with every {key} replaced."""
        while "{" in pattern:
            pattern = re.sub(r"\{(\w+)\}", lambda match: self.value(match[1], drawn), pattern)
        return pattern

    def value(self, key, drawn):
        made = {"n": lambda: str(drawn.randint(20, 999)),
                "small": lambda: str(drawn.randint(2, 19)),
                "amount": lambda: "%d,%d" % (drawn.randint(1, 400), drawn.randint(1, 9)),
                "year": lambda: str(drawn.randint(1996, 2032)),
                "date": lambda: self.date(drawn),
                "paper": lambda: "%s, nr. %d" % (dossier(drawn), drawn.randint(1, 140)),
                "member": lambda: self.surname(drawn)}
        return made[key]() if key in made else draw(self.rows[key], drawn)

    def date(self, drawn):
        """A date as a letter prints it: "3 mei 2027"."""
        day, year = 1 + int(drawn.random() * 28), 1996 + int(drawn.random() * 36)
        printed = "%d. %s %d" if self.language == "de" else "%d %s %d"
        return printed % (day, draw(self.rows["month"], drawn), year)

    def surname(self, drawn):
        return draw(self.rows["surname_head"], drawn) + draw(self.rows["surname_tail"], drawn)

    def full_name(self, drawn):
        return draw(self.rows["given"], drawn) + " " + self.surname(drawn)

    def initials_name(self, drawn):
        """"A.B. van der Oosterveld"."""
        letters = "".join(draw("ABCDEFGHJKLMNPRSTW", drawn) + "." for _ in range(drawn.randint(1, 3)))
        prefix = draw(self.rows["surname_prefix"], drawn) + " " if drawn.random() < 0.5 else ""
        return letters + " " + prefix + self.surname(drawn)

    def paragraph(self, drawn):
        """Two to seven sentences."""
        return " ".join(draw(self.sentences, drawn) for _ in range(2 + int(drawn.random() * 6)))


def dossier(drawn):
    """The number of a Dutch dossier: "38 441"."""
    return "%d %03d" % (20 + int(drawn.random() * 20), int(drawn.random() * 1000))
