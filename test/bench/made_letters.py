"""Made-up letters in the layouts of samples/, for measuring speed.

In: a seed and a number. Out: the letter of that number, always the same one whatever else is made. Method:
a layout is drawn, then its parts; paragraphs are added until the letter has its length. Lengths are
log-normal as those of parliamentary letters are (median 3.6 KB, mean 4.7 KB, at most 41 KB), unless one is given.

These letters are plain: what the tools make of them says how fast they are, not how often they are right.

    LetterMaker(seed=1).letter(0) -> "38 441\n\nOnderhoud van sluizen\n\nNr. 12 Brief van ..."
"""
import random

from letter_words import Words, dossier, draw

MIDDLE, SPREAD = 8.05, 0.75  # of the logarithm of the bytes
SHORTEST, LONGEST = 700, 30000  # bytes
WIDTH = 80  # characters of a wrapped line
PAGE = 44  # lines of a page
SIDE = 87  # character that a side column starts at


def wrap(text, width):
    """The lines of a paragraph. textwrap does the same, ten times slower."""
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = word
        else:
            line = line + " " + word if line else word
    lines.append(line)
    return lines


def beside(left, right):
    """Two columns, line by line, as pdftotext -layout prints them."""
    rows = max(len(left), len(right))
    left, right = left + [""] * (rows - len(left)), right + [""] * (rows - len(right))
    return [(one.ljust(SIDE) + other).rstrip() for one, other in zip(left, right)]


def paragraphs(words, drawn, size):
    """Paragraphs of about `size` characters, one at least."""
    while True:
        text = words.paragraph(drawn)
        yield text
        size -= len(text)
        if size <= 0:
            return


def published_paper(words, drawn, size):
    """Kamerstuk: one or more ministers to a chamber."""
    count = draw((1, 1, 1, 1, 1, 1, 2, 2, 3), drawn)
    ministries = drawn.sample(words.rows["ministry"], count)
    kinds = [draw(("minister", "minister", "staatssecretaris"), drawn) for _ in ministries]
    senders = " en ".join("de %s van %s" % pair for pair in zip(kinds, ministries))
    title = "Brief van " + senders if drawn.random() < 0.7 else "BRIEF VAN " + senders.upper()
    lines = [dossier(drawn), "", draw(words.rows["title"], drawn), "",
             "Nr. %d %s" % (drawn.randint(1, 140), title), "",
             "Aan de Voorzitter van de %s Kamer der Staten-Generaal" % draw(("Tweede",) * 7 + ("Eerste",), drawn),
             "", draw(words.rows["place"], drawn) + ", " + words.date(drawn), ""]
    if drawn.random() < 0.3:
        lines += ["Geachte voorzitter,", ""]
    wrapped = drawn.random() < 0.2
    for text in paragraphs(words, drawn, size):
        extra = drawn.random()
        if extra < 0.06:
            lines += [draw(words.rows["heading"], drawn), ""]
        elif extra < 0.10:
            lines += ["– " + draw(words.sentences, drawn) for _ in range(3)] + [""]
        lines += (wrap(text, 72) if wrapped else [text]) + [""]
    if drawn.random() < 0.2:
        lines += ["Hoogachtend,", ""]
    for kind, ministry in zip(kinds, ministries):
        lines += ["De %s van %s," % (kind, ministry), words.initials_name(drawn), ""]
    return lines


def department_letter(words, drawn, size):
    """A ministry's letter with a side column on every page."""
    ministry, date = draw(words.rows["ministry"], drawn), words.date(drawn)
    reference = "%d-%010d" % (drawn.randint(2010, 2031), drawn.randint(1, 10 ** 8))
    street = draw(words.rows["street"], drawn)
    side = ["Directie", draw(words.rows["department"], drawn), street + " %d" % drawn.randint(1, 99),
            "2511 VX Den Haag", "Postbus 90801", "2509 LV Den Haag", "www.rijksoverheid.nl", "", "Contactpersoon",
            words.initials_name(drawn), "T 070 333 01 %02d" % drawn.randint(0, 99), "", "Ons kenmerk", reference]
    again = ["", "Datum", date, "", "Ons kenmerk", reference]
    head = ["Aan de Voorzitter van de Tweede Kamer", "der Staten-Generaal", "Postbus 20018",
            "2500 EA DEN HAAG"] + [""] * 11 + [
            "Datum     " + date, "Betreft   " + draw(words.rows["title"], drawn)]
    flow = ["Geachte voorzitter,", ""]
    for text in paragraphs(words, drawn, size):
        if drawn.random() < 0.1:
            flow.append(draw(words.rows["heading"], drawn))
        flow += wrap(text, WIDTH) + [""]
    flow += ["Hoogachtend,", "", "de Minister van " + ministry + ",", "", "", "", words.initials_name(drawn)]
    lines = ["> Retouradres Postbus 90801 2509 LV Den Haag", "", ""] + beside(head, side) + [""]
    first = PAGE - len(lines)
    pages = [flow[:first]] + [flow[at:at + PAGE] for at in range(first, len(flow), PAGE)]
    for number, page in enumerate(pages, 1):
        lines += beside(page, again) if number > 1 else page
        lines += ["", "", " " * SIDE + "Pagina %d van %d" % (number, len(pages))]
    return lines


def circular(words, drawn, size):
    """A circular with numbered headings, tables and items."""
    lines = [draw(words.rows["title"], drawn), "", "Aan: " + draw(words.rows["recipients"], drawn)]
    for number, text in enumerate(paragraphs(words, drawn, size), 1):
        lines += [str(number), "", draw(words.rows["heading"], drawn), "", text, ""]
        extra = drawn.random()
        if extra < 0.15:
            lines += ["| Plaats  | Bedrag  | Aantal  |", "|:---|:---|:---|"]
            lines += ["| %s  | € %d,%02d  | %d  |" % (draw(words.rows["town"], drawn), drawn.randint(1, 99),
                                                      drawn.randint(0, 99), drawn.randint(1, 999))
                      for _ in range(drawn.randint(3, 9))] + [""]
        elif extra < 0.35:
            lines += ["%s.%s\n" % (mark, draw(words.sentences, drawn)) for mark in "abc"]
    return lines + ["De", "Minister van " + draw(words.rows["ministry"], drawn) + ",", "", "voor deze,", "", "de",
                    "directeur-generaal " + draw(words.rows["unit"], drawn) + ",", words.initials_name(drawn)]


def english_letter(words, drawn, size):
    """A British minister to a committee's chair."""
    sender, chair = words.full_name(drawn), words.full_name(drawn)
    head = ["From " + sender + " MP", draw(words.rows["office"], drawn), "", draw(words.rows["street"], drawn),
            "London", "SW1H 0EU"]
    lines = [" " * 51 + line if line else "" for line in head]
    lines += ["", "Our Ref: PHP/%d/%04d" % (drawn.randint(10, 31), drawn.randint(1, 9999)), "", chair + " MP", "Chair",
              draw(words.rows["committee"], drawn), "House of Commons", "London", "SW1A 0AA", "", words.date(drawn), "",
              "Dear " + chair.split(" ")[0] + ",", ""]
    for text in paragraphs(words, drawn, size):
        lines += wrap(text, WIDTH) + [""]
    return lines + ["Yours ever,", "", "", "", sender.upper() + " MP"]


def french_letter(words, drawn, size):
    """A French ministry to a mayor or a deputy."""
    addressee = draw(words.rows["addressee"], drawn)
    lines = ["RÉPUBLIQUE FRANÇAISE", "Liberté", "Égalité", "Fraternité", "",
             "MINISTÈRE " + draw(words.rows["ministry"], drawn).upper(), "",
             draw(words.rows["town"], drawn) + ", le " + words.date(drawn), "",
             "Affaire suivie par : Mme " + words.full_name(drawn),
             "Réf. : DGCL/%d-%d" % (drawn.randint(2010, 2031), drawn.randint(1, 999)),
             "Objet : " + draw(words.rows["topic"], drawn), "", addressee + ",", ""]
    for text in paragraphs(words, drawn, size):
        lines += [text, ""]
    return lines + ["Je vous prie d'agréer, %s, l'expression de ma considération distinguée." % addressee, "",
                    "Pour le ministre et par délégation,", draw(words.rows["office"], drawn), "",
                    words.full_name(drawn)]


def german_letter(words, drawn, size):
    """A German office to a citizen, with the information block of DIN 5008."""
    office, name = draw(words.rows["office"], drawn), words.full_name(drawn)
    official = words.surname(drawn)
    lines = [office, draw(words.rows["unit"], drawn), "", office + ", Postfach 12 40, 88999 Oberwiesen", "", "Frau",
             name, "%s %d" % (draw(words.rows["street"], drawn), drawn.randint(1, 99)),
             "88998 " + draw(words.rows["town"], drawn), "", "Ihr Zeichen: GH",
             "Unser Zeichen: %d.2-632.6/%d" % (drawn.randint(10, 99), drawn.randint(1, 999)), "Name: Herr " + official,
             "Telefon: 07599 123-%d" % drawn.randint(100, 999), "Datum: " + words.date(drawn), "",
             draw(words.rows["subject"], drawn), "", "Sehr geehrte Frau " + name.split(" ")[1] + ",", ""]
    for text in paragraphs(words, drawn, size):
        lines += wrap(text, WIDTH) + [""]
    return lines + ["Mit freundlichen Grüßen", "", official, draw(words.rows["role"], drawn)]


# Layout: language, letters in a hundred, what it takes besides paragraphs (characters), function.
LAYOUTS = {"kamerstuk": ("nl", 50, 450, published_paper), "department": ("nl", 20, 1100, department_letter),
           "circular": ("nl", 10, 400, circular), "english": ("en", 8, 600, english_letter),
           "french": ("fr", 6, 600, french_letter), "german": ("de", 6, 550, german_letter)}


class LetterMaker:
    """Letters by number. `size` is the bytes of each, about; without it lengths vary. `layouts` names those
    to make; all, in their shares, when it is empty."""

    def __init__(self, seed, size=None, layouts=()):
        self.seed, self.size = seed, size
        self.words = {language: Words(language, seed) for language in ("nl", "en", "fr", "de")}
        self.drawer = [name for name in (layouts or LAYOUTS) for _ in range(LAYOUTS[name][1])]

    def letter(self, number):
        """The text of a letter, without a line end at its end."""
        drawn = random.Random(self.seed * 1000003 + number)
        language, _, head, make = LAYOUTS[draw(self.drawer, drawn)]
        size = self.size or min(LONGEST, max(SHORTEST, drawn.lognormvariate(MIDDLE, SPREAD)))
        lines = make(self.words[language], drawn, size - head)
        crlf = drawn.random() < 0.08
        text = "\n".join(lines).rstrip("\n")
        return text.replace("\n", "\r\n") if crlf else text
