#!/usr/bin/env python3
"""The same letter, printed or saved another way, gives the same values.

    equivalence.py --tool letter2json [--show N] [--folder DIR]

In: the samples (or the .txt files of another folder). Each is rewritten in the ways listed under VARIANTS
and read again; what a record says of the input (source, spans, confidence, diagnostics) is not compared.
Out: per way how many letters kept every value. Status 1 when a published parliamentary paper changes in
any way, any letter changes with its bytes alone, or of all rewritten letters fewer than SHARE keep every
value; 0 else.
Example: lines of 400 characters wrapped at 72 are the same paragraph.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import textwrap
import unicodedata

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"
NOT_COMPARED = {"source", "confidence", "diagnostics"}
COLUMNS = 72
SHARE = 0.98  # of all rewritten letters keep every value
LONG = 120  # characters: a line so long is a paragraph


def crlf(text):
    return text.replace("\r\n", "\n").replace("\n", "\r\n").encode()


def in_code_page(text):
    """The text with the letters that have no place in the code page without their marks, ş as s."""
    kept = (char if char.encode("cp1252", "ignore") else unicodedata.normalize("NFD", char)[0] for char in text)
    return "".join(kept)


def windows_1252(text):
    """None when a sign of the text has no place in the code page, marks of letters apart."""
    try:
        return in_code_page(text).encode("cp1252")
    except UnicodeEncodeError:
        return None


def utf_16(text):
    return text.encode("utf-16")


def wrapped(text):
    """Lines that are paragraphs, wrapped; texts that are wrapped already are left out."""
    lines = text.split("\n")
    paragraphs = sum(len(line) > LONG and "   " not in line.strip() for line in lines)
    if 4 * paragraphs < sum(COLUMNS * 3 // 4 < len(line) <= LONG for line in lines) or not paragraphs:
        return None
    out = []
    for line in lines:
        keep = len(line) <= COLUMNS or "   " in line.strip() or line.lstrip().startswith("|")
        out += [line] if keep else textwrap.wrap(line, COLUMNS, break_long_words=False, break_on_hyphens=False)
    return "\n".join(out).encode()


def blanks_doubled(text):
    return re.sub(r"\n[ \t]*(?=\n)", "\n\n", text).encode()


def blanks_removed(text):
    """Without the blank lines between paragraphs, where a line is a paragraph."""
    lines = text.split("\n")
    is_paragraph = [len(line) > LONG and re.search(r"[.:;?!]$", line.rstrip()) is not None for line in lines]
    kept = [line for i, line in enumerate(lines)
            if line.strip() or i == 0 or i + 1 == len(lines) or not (is_paragraph[i - 1] and is_paragraph[i + 1])]
    return None if len(kept) == len(lines) else "\n".join(kept).encode()


def indented(text):
    return re.sub(r"(?m)^(?=[^\r\n\f])", "    ", text).encode()


def paged(text):
    """A page ends inside a sentence of the longest paragraph: its number, a form feed."""
    lines = text.split("\n")
    longest = max(range(len(lines)), key=lambda i: len(lines[i]))
    line = lines[longest]
    if len(line) <= LONG or "   " in line.strip() or line.lstrip().startswith("|"):
        return None
    found = re.compile(r"(?<=[a-z]{3}) (?=\w)").search(line, len(line) // 2)
    if not found:
        return None
    at = found.start()
    lines[longest:longest + 1] = [line[:at], "", "2", "", "\f" + line[at + 1:]]
    return "\n".join(lines).encode()


def head_in_capitals(text):
    """The lines above the first long one, which is where the body begins at the latest."""
    lines = text.split("\n")
    first = next((i for i, line in enumerate(lines) if len(line) > LONG), None)
    if first is None or first > 40:
        return None
    return "\n".join([line.upper() for line in lines[:first]] + lines[first:]).encode()


# name: (rewriting, whether only bytes change: then every letter must stay the same)
VARIANTS = {
    "CRLF line ends": (crlf, True),
    "Windows-1252": (windows_1252, True),
    "UTF-16": (utf_16, True),
    "wrapped at 72": (wrapped, False),
    "blank lines doubled": (blanks_doubled, False),
    "blank lines removed": (blanks_removed, False),
    "indented": (indented, False),
    "a page ends": (paged, False),
    "head in capitals": (head_in_capitals, False),
}

def decode(data):
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def folded(value, fold):
    """The value with all its text folded."""
    if isinstance(value, dict):
        return {key: folded(part, fold) for key, part in value.items()}
    if isinstance(value, list):
        return [folded(part, fold) for part in value]
    return fold(value) if isinstance(value, str) else value


FOLDS = {"head in capitals": str.casefold, "Windows-1252": in_code_page}


def values(record):
    """A record without what tells of the input."""
    kept = {key: value for key, value in record.items() if key not in NOT_COMPARED}
    kept["enclosures"] = [{"label": e["label"], "title": e["title"]} for e in record["enclosures"]]
    return kept


def read(tool, folder, names):
    """{name: values of its letters}, from texts in a folder."""
    run = subprocess.run([tool, "--ndjson", *names], cwd=folder, capture_output=True, timeout=600, check=False)
    if run.returncode != 0:
        sys.exit("%s: status %d: %s" % (folder, run.returncode, run.stderr.decode("utf-8", "replace")[-300:]))
    found = collections.defaultdict(list)
    for line in run.stdout.split(b"\n"):
        if line.strip():
            record = json.loads(line)
            found[record["source"]["name"]].append(values(record))
    return found


def changes(have, want, pointer=""):
    """(pointer, wanted, read) of values that differ."""
    if isinstance(want, dict) and isinstance(have, dict):
        for key in want:
            yield from changes(have.get(key), want[key], pointer + "/" + key)
    elif isinstance(want, list) and isinstance(have, list) and len(want) == len(have):
        for index, part in enumerate(want):
            yield from changes(have[index], part, "%s/%d" % (pointer, index))
    elif have != want:
        yield pointer, json.dumps(want, ensure_ascii=False)[:150], json.dumps(have, ensure_ascii=False)[:150]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", required=True)
    parser.add_argument("--show", type=int, default=10, metavar="N", help="show N letters that changed (10)")
    parser.add_argument("--folder", type=pathlib.Path, default=SAMPLES)
    options = parser.parse_args()
    tool = str(pathlib.Path(options.tool).resolve())
    texts = {path.name: decode(path.read_bytes()) for path in sorted(options.folder.glob("*.txt"))}
    rows, failed, shown, compared = [], 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            (pathlib.Path(folder) / name).write_bytes(text.encode())
        want = read(tool, folder, list(texts))
        for variant, (rewrite, bytes_alone) in VARIANTS.items():
            rewritten = {name: rewrite(text) for name, text in texts.items()}
            names = [name for name, data in rewritten.items() if data is not None]
            for name in names:
                (pathlib.Path(folder) / name).write_bytes(rewritten[name])
            have = read(tool, folder, names)
            kept = collections.Counter()
            total = collections.Counter()
            for name in names:
                is_paper = bool(want[name]) and want[name][0]["form"] == "kamerstuk"
                total[is_paper] += 1
                fold = FOLDS.get(variant, lambda text: text)
                found = list(changes(folded(have[name], fold), folded(want[name], fold)))
                kept[is_paper] += not found
                if found:
                    failed += is_paper or bytes_alone
                    shown += 1
                    if shown <= options.show:
                        print("%s, %s:" % (variant, name))
                        print("\n".join("  %s: %s became %s" % row for row in found[:4]))
            compared += len(names)
            rows.append((variant, kept[True], total[True], sum(kept.values()), len(names)))
    print("%-20s %20s %20s" % ("letters unchanged", "papers", "all"))
    for variant, *counts in rows:
        print("%-20s %13d of %3d %13d of %3d" % (variant, *counts))
    unchanged = sum(row[3] for row in rows)
    print("%d letters in %d ways, %d must not have changed and did; %d of %d unchanged, %.3f"
          % (len(texts), len(VARIANTS), failed, unchanged, compared, unchanged / max(1, compared)))
    return 1 if failed or unchanged < SHARE * compared or not compared else 0


if __name__ == "__main__":
    sys.exit(main())
