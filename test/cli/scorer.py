"""A second scorer of records against gold labels, to hold lettereval's figures to.

Written from the description of the labels and of the measure alone, it shares no code with the tool.
In: labels and records as lists of dictionaries. Out: {field: Score} and the numbers of records that
are right in all their labelled fields, for both matchings.
"""
import collections
import re
import unicodedata

SIMPLE = {  # label's key -> path of the same value in a record
    "number": ("header", "number"), "title": ("header", "title"), "subject": ("header", "subject"),
    "reference": ("header", "reference"), "your_reference": ("header", "your_reference"),
    "addressee_name": ("addressee", "name"), "place": ("date", "place"), "date": ("date", "iso"),
    "salutation": ("salutation",), "closing": ("closing",),
}
MATCHINGS = ("strict", "soft")


def key(text, matching):
    """Texts with the same key match."""
    if matching == "strict":
        return unicodedata.normalize("NFC", " ".join(re.split(r"\s+", text))).strip(" .,:;")
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in folded if character.isalnum())


def present(*texts):
    return [text for text in texts if text]


def wanted(label):
    """Values that a label asks for, by field; fields that were not labelled are not there."""
    values = {name: present(label[name]) for name in (*SIMPLE, "body_first", "body_last")
              if name in label}
    if "addressee" in label:
        values["addressee"] = present(" ".join(label["addressee"] or []))
    if "dossiers" in label:
        dossiers = label["dossiers"] or []
        values["dossiers"] = ["-".join(present(d.get("number"), d.get("suffix"))) for d in dossiers]
        if not any(not d.get("title") for d in dossiers):
            values["dossier_title"] = [d["title"] for d in dossiers]
    if "signatories" in label:
        people = label["signatories"] or []
        values["signatory_name"] = present(*(p.get("name") for p in people))
        if not any("role" not in p for p in people):
            values["signatory"] = [f"{p.get('name') or ''} / {p.get('role') or ''}" for p in people]
    if "on_behalf_of" in label:
        values["on_behalf_of"] = list(label["on_behalf_of"] or [])
    if "is_letter" in label:
        values["is_letter"] = ["true" if label["is_letter"] else "false"]
    return values


def found(record):
    """Values that a record has, by field; nothing at all for a letter without a record."""
    if record is None:
        return collections.defaultdict(list)
    values = {}
    for name, path in SIMPLE.items():
        value = record
        for step in path:
            value = value[step]
        values[name] = present(value)
    running = [p["text"].split() for p in record["body"]["paragraphs"]
               if p["kind"] not in ("heading", "table") and p["text"]]
    values["body_first"] = present(" ".join(running[0][:8])) if running else []
    values["body_last"] = present(" ".join(running[-1][-8:])) if running else []
    values["addressee"] = present(" ".join(record["addressee"]["lines"]))
    dossiers = record["header"]["dossiers"]
    values["dossiers"] = ["-".join(present(d["number"], d["suffix"])) for d in dossiers]
    values["dossier_title"] = present(*(d["title"] for d in dossiers))
    people = record["signatories"]
    values["signatory_name"] = present(*(p["name"] for p in people))
    values["signatory"] = [f"{p['name'] or ''} / {p['role'] or ''}" for p in people]
    values["on_behalf_of"] = present(*(b["role"] for b in record["on_behalf_of"]))
    values["is_letter"] = ["true" if record["is_letter"] else "false"]
    return values


class Score:
    """Counts of one field over the letters in which it is labelled."""

    def __init__(self):
        self.letters = self.gold = self.found = 0
        self.right = dict.fromkeys(MATCHINGS, 0)

    def add(self, want, have):
        """Counts a letter; tells for which matchings it is right."""
        self.letters += 1
        self.gold += len(want)
        self.found += len(have)
        whole = set()
        for matching in MATCHINGS:
            common = collections.Counter(key(text, matching) for text in want)
            common &= collections.Counter(key(text, matching) for text in have)
            self.right[matching] += common.total()
            if common.total() == len(want) == len(have):
                whole.add(matching)
        return whole

    def rates(self, matching):
        right = self.right[matching]
        precision = right / self.found if self.found else float(self.gold == 0)
        recall = right / self.gold if self.gold else float(self.found == 0)
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0


def score(labels, records):
    """`records` maps (file, index) to a record."""
    fields = collections.defaultdict(Score)
    whole = dict.fromkeys(MATCHINGS, 0)
    for label in labels:
        have = found(records.get((label["file"], label.get("letter", 0))))
        right = set(MATCHINGS)
        for name, want in wanted(label).items():
            right &= fields[name].add(want, have[name])
        for matching in right:
            whole[matching] += 1
    return fields, whole
