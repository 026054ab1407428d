#!/usr/bin/env python3
"""Check the hand-made labels of samples/gold.jsonl against the sample texts.

In:  gold.jsonl, here and in the folders of other languages, and the .txt files beside it. Out: one `gold.jsonl:LINE: FIELD: what is wrong` a line, status 1 when any.
Checked: known keys, no key missing, every labelled value printed in its text (white space collapsed, line-end hyphens
joined), every text labelled, the letters of one file numbered 0, 1, 2 ...
Example: {"file": "a.txt", "number": "40"} needs "40" in a.txt.
"""
import json
import pathlib
import re
import sys

KEYS = ("file letter language family is_letter dossiers number title subject reference your_reference addressee "
        "addressee_name place date salutation body_first body_last closing signatories on_behalf_of enclosure").split()
LISTS = {"dossiers": {"number", "suffix", "title"}, "signatories": {"name", "role"}}
FAMILIES = {"kamerstuk", "ministry", "circular", "agency", "personal"}
MAY_BE_UNLABELLED = {"on_behalf_of", "signatories", "reference", "salutation"}  # with a word of explanation in `notes`
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


def collapse(text):
    return re.sub(r"\s+", " ", text).strip()


def decode(data):
    """UTF-8, or windows-1252 where the bytes are not."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("windows-1252")


def readings(text):
    """The text on one line: as printed, with hyphenated line breaks joined, one column of several, without note marks."""
    joined = re.sub(r"(?<=\w)-[ \t]*\n\s*(?=[a-z])", "", text)
    left_column = re.sub(r"(?<=\S) {3,}\S.*", "", text)
    right_column = re.sub(r"(?m)^.*\S {3,}(?=\S)", "", text)
    unmarked = re.sub(r"(?<=[a-z.])\d(?=\s)", "", text)
    return [collapse(each) for each in (text, joined, left_column, right_column, unmarked)]


def without_commas(text):
    """Roles of several lines are joined by commas that are not printed."""
    return text.replace(",", "")


def printed_date(iso):
    """'2029-05-04' as printed: '4 mei 2029'."""
    year, month, day = (int(part) for part in iso.split("-"))
    return "%d %s %d" % (day, MONTHS[month - 1], year)


def wanted(row):
    """(field, string that must be printed) for each labelled value of a row."""
    for key in ("number", "title", "subject", "reference", "your_reference", "addressee_name", "place", "salutation",
                "body_first", "body_last", "closing"):
        if row.get(key) is not None:
            for part in row[key].split("; ") if key == "addressee_name" else [row[key]]:
                yield key, part
    if row.get("date"):  # other languages write the day and the month in too many ways
        yield "date", printed_date(row["date"]) if row.get("language") == "nl" else row["date"][:4]
    for key in ("addressee", "on_behalf_of"):
        for value in row.get(key) or []:
            yield key, value
    for dossier in row.get("dossiers") or []:
        yield "dossiers", re.sub(r"^(\d\d)(\d{3})$", r"\1 \2", dossier["number"])
        for part in ("suffix", "title"):
            if dossier[part]:
                yield "dossiers", dossier[part]
    for signatory in row.get("signatories") or []:
        yield "signatories", signatory["name"]
        if signatory["role"]:
            yield "signatories", signatory["role"]


def shape_faults(row):
    """(field, fault) for unknown, missing or ill-formed keys."""
    for key in row:
        if key not in KEYS and key != "notes":
            yield key, "unknown key"
    needed = KEYS if row.get("is_letter") else ["file", "letter", "language", "is_letter"]
    for key in needed:
        if key not in row and not (key in MAY_BE_UNLABELLED and key in row.get("notes", "")):
            yield key, "not labelled"
    if row.get("is_letter") and row.get("family") not in FAMILIES:
        yield "family", "unknown: %s" % row.get("family")
    for key, parts in LISTS.items():
        for element in row.get(key) or []:
            if set(element) != parts:
                yield key, "keys should be %s" % ", ".join(sorted(parts))
    for key in ("body_first", "body_last"):
        if row.get(key) and len(row[key].split(" ")) > 8:
            yield key, "more than 8 words"


def check(folder):
    """Faults of one folder's labels as (line, field, fault), letters by file, how many values were compared."""
    faults, letters, values = [], {}, 0
    for number, line in enumerate((folder / "gold.jsonl").read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        faults += [(number, field, fault) for field, fault in shape_faults(row)]
        letters.setdefault(row["file"], []).append(row.get("letter"))
        path = folder / row["file"]
        if not path.is_file():
            faults.append((number, "file", "no such text: " + row["file"]))
            continue
        texts = readings(decode(path.read_bytes()))
        for field, value in wanted(row):
            values += 1
            if not any(without_commas(collapse(value)) in without_commas(text) for text in texts):
                faults.append((number, field, "not printed in %s: %s" % (row["file"], value)))
    for name, seen in letters.items():
        if seen != list(range(len(seen))):
            faults.append((0, "letter", "%s: letters numbered %s" % (name, seen)))
    for path in sorted(folder.glob("**/*.txt")):
        between = [each for each in path.parents if folder in each.parents]
        labelled_elsewhere = any((each / "gold.jsonl").is_file() for each in between)
        if not labelled_elsewhere and path.relative_to(folder).as_posix() not in letters:
            faults.append((0, "file", "no label for " + path.name))
    return faults, letters, values


def main():
    root = pathlib.Path(__file__).resolve().parent
    failed = False
    for gold in sorted(root.glob("**/gold.jsonl")):
        faults, letters, values = check(gold.parent)
        name = gold.relative_to(root).as_posix()
        for number, field, fault in faults:
            print("%s:%d: %s: %s" % (name, number, field, fault))
        print("%s: %d letters and non-letters in %d texts, %d values, %d faults" % (
            name, sum(map(len, letters.values())), len(letters), values, len(faults)))
        failed = failed or bool(faults) or not values
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
