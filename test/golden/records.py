#!/usr/bin/env python3
"""Holds the records of many texts to the contract: schema, exit status, provenance.

    records.py --tool letter2json --schema letter-1.schema.json [TEXT-FOLDER...]

In: every .txt of samples/ and, when they are there, of the folders named, of $LETTERKIT_CORPUS or of
../shared/corpus. Out: a line for every fault and the figures. Checked: the tool ends with status 0, each
text gives a record, each record fits the schema, spans nest in the letter, every value that was read has
a place, and the text at that place contains it. Status 0; 1 faults; 77 no jsonschema to check with.
Example fault: a.txt letter 0: /date/place: "Den Haag" is not in "Den  Bosch, 3 mei 2020"
"""
import argparse
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import unicodedata

try:
    import jsonschema
except ImportError:
    print("SKIPPED: records are not checked: needs the Python package jsonschema (Debian: python3-jsonschema)")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHOWN = 40  # faults
READ = ("header", "addressee", "date", "salutation", "body", "closing", "on_behalf_of", "signatories", "copies",
        "enclosures", "footnotes", "references")
# Normalised forms that stand beside what is printed, and numbers: not found in the text literally.
NORMALISED = re.compile(r"^/id$|/(iso|kind|ministry|acting|chamber|session_year|start|end)$|^/references/\d+/id$")


def texts(folders):
    """Paths of the samples and of the corpus."""
    corpus = folders or os.environ.get("LETTERKIT_CORPUS", str(ROOT.parent / "shared" / "corpus")).split(os.pathsep)
    found = sorted((ROOT / "samples").rglob("*.txt"))
    for folder in corpus:
        more = sorted(pathlib.Path(folder).rglob("*.txt")) if folder else []
        if not more:
            print("no corpus in %s: the samples alone are checked" % folder)
        found += more
    return found


def read_records(tool, paths):
    """The records of all texts, and the faults of running the tool."""
    names = "".join(str(path) + "\0" for path in paths)
    run = subprocess.run([tool, "--ndjson", "--provenance", "--files-from", "-", "-0"], input=names.encode(),
                         capture_output=True, timeout=1200, check=False)
    faults = []
    if run.returncode != 0:
        faults.append("status %d, not 0: %s" % (run.returncode, run.stderr.decode("utf-8", "replace").strip()[-300:]))
    records = [json.loads(line) for line in run.stdout.split(b"\n") if line.strip()]
    seen = {record["source"]["name"] for record in records}
    faults += ["%s: no record" % path for path in paths if str(path) not in seen and path.read_bytes().strip()]
    return records, faults


def leaves(value, pointer=""):
    """(pointer, value) of every value that is neither null nor a container."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from leaves(part, pointer + "/" + key)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from leaves(part, "%s/%d" % (pointer, index))
    elif value is not None:
        yield pointer, value


def squeeze(text):
    """The text without what joining lines changes: white space, hyphens, marks between joined parts."""
    return re.sub(r"[\s\-;,\u00ad]+", "", unicodedata.normalize("NFC", text))


def contains(span, value):
    """Whether a value is printed in a span; what stands between its lines (a page's foot, another column) may be skipped."""
    span, value = span.strip("\ufeff"), unicodedata.normalize("NFC", value)
    whole = squeeze(span)
    if squeeze(value) in whole:
        return True
    if not re.search(r"[\n\r\f]|[a-z.,;:)»”]\d", span):  # a line of one printed line without notes
        return False
    at = 0
    for word in value.split():
        word = squeeze(word)
        place = whole.find(word, at)
        if place < 0:  # a word that a hyphen and a page break part, or that has lost the mark of a note
            for character in word:
                place = whole.find(character, at)
                if place < 0:
                    return False
                at = place + 1
            continue
        at = place + len(word)
    return True


def text_of(path, encoding):
    """The bytes that spans count in: the input's own in UTF-8, else of its transcoding."""
    data = path.read_bytes()
    if encoding.upper().startswith("UTF-8"):
        return data
    return data.decode(encoding).removeprefix("\ufeff").encode()


def provenance_faults(record, data):
    """What is wrong with where values were read, as messages."""
    places = record["provenance"]
    start, end = record["source"]["start"], record["source"]["end"]
    values = {pointer: value for key in READ for pointer, value in leaves(record[key], "/" + key)}
    for pointer, value in values.items():
        place = places.get(pointer)
        if place is None:
            if not re.search(r"^/enclosures/\d+/(start|end)$|/acting$", pointer):
                yield "%s: %r has no place" % (pointer, value)
            continue
        if not start <= place["start"] < place["end"] <= end:
            yield "%s: span %d-%d is not within the letter's %d-%d" % (pointer, place["start"], place["end"], start, end)
            continue
        try:
            span = data[place["start"]:place["end"]].decode()
        except UnicodeDecodeError:
            if b"\x00" not in data[place["start"]:place["end"]] and is_utf8(data):
                yield "%s: span %d-%d cuts a character" % (pointer, place["start"], place["end"])
            continue
        line = len(re.findall(rb"\r\n|\n|\r", data[:place["start"]])) + 1
        if place["line"] != line:
            yield "%s: line %d, not %d" % (pointer, line, place["line"])
        # Joint recipients are printed one by one.
        parts = value.split("; ") if pointer == "/addressee/name" and value else [value]
        if isinstance(value, str) and not NORMALISED.search(pointer) and not all(contains(span, part) for part in parts):
            yield "%s: %r is not in %r" % (pointer, value[:120], span[:160])
    for pointer in places.keys() - values.keys() - {"/id"}:
        yield "%s: a place without a value" % pointer


def is_utf8(data):
    try:
        data.decode()
        return True
    except UnicodeDecodeError:
        return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", required=True)
    parser.add_argument("--schema", required=True)
    parser.add_argument("folders", nargs="*", help="folders of texts in place of the corpus")
    options = parser.parse_args()
    validator = jsonschema.Draft202012Validator(json.loads(pathlib.Path(options.schema).read_text(encoding="utf-8")))
    paths = texts(options.folders)
    records, faults = read_records(options.tool, paths)
    values = 0
    for record in records:
        where = "%s letter %d" % (record["source"]["name"], record["source"]["index"])
        faults += ["%s: schema: /%s: %s" % (where, "/".join(map(str, error.absolute_path)), error.message[:200])
                   for error in validator.iter_errors(record)]
        values += len(record["provenance"])
        data = text_of(pathlib.Path(record["source"]["name"]), record["source"]["encoding"])
        faults += ["%s: %s" % (where, fault) for fault in provenance_faults(record, data)]
    kinds = collections.Counter(re.sub(r"\d+", "N", fault.split(": ", 2)[1]) for fault in faults if ": " in fault)
    print("\n".join(fault[:400] for fault in faults[:SHOWN]))
    if len(faults) > SHOWN:
        print("... %d more; by field: %s" % (len(faults) - SHOWN, ", ".join("%s %d" % row for row in kinds.most_common(20))))
    print("%d texts, %d records, %d values with a place, %d faults" % (len(paths), len(records), values, len(faults)))
    return 1 if faults or not values else 0


if __name__ == "__main__":
    sys.exit(main())
