#!/usr/bin/env python3
"""Checks the record's schema from both sides: what we write is valid, what we never may write is not.

Arguments: the schema, the program that prints random records.
"""
import copy
import json
import os
import subprocess
import sys

GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "golden")
VALIDATE = os.path.join(GOLDEN, "validate_records.py")
sys.dont_write_bytecode = True
sys.path.insert(0, GOLDEN)
import validate_records  # noqa: E402  (fails here, and the test with it, without jsonschema)

# What is done to a valid record, and whether the result may be valid.
MUTATIONS = [
    ("nothing", lambda r: None, True),
    ("a new key at the top", lambda r: r.update(novelty=1), True),
    ("a missing key", lambda r: r.pop("closing"), False),
    ("a missing key of the header", lambda r: r["header"].pop("subject"), False),
    ("a missing key of an office", lambda r: r["signatories"][0]["office"].pop("acting"), False),
    ("a new key in the header", lambda r: r["header"].update(novelty=1), False),
    ("a new key in a person", lambda r: r["signatories"][0]["person"].update(novelty=1), False),
    ("an empty text", lambda r: r.update(closing=""), False),
    ("a null list", lambda r: r.update(copies=None), False),
    ("a null in a list", lambda r: r["addressee"]["lines"].append(None), False),
    ("a number for a text", lambda r: r["header"].update(number=40), False),
    ("another version", lambda r: r.update(letterkit="2"), False),
    ("a confidence above 1", lambda r: r.update(confidence=1.5), False),
    ("a negative offset", lambda r: r["source"].update(start=-1), False),
    ("a date that is not ISO", lambda r: r["date"].update(iso="2 maart 2026"), False),
    ("a month of the year 13", lambda r: r["date"].update(iso="2026-13"), False),
    ("a partial date", lambda r: r["date"].update(iso="1996-04"), True),
    ("an unknown kind of paragraph", lambda r: r["body"]["paragraphs"].append(
        {"kind": "poem", "text": "a"}), False),
    ("an unknown severity", lambda r: r["diagnostics"].append(
        {"code": "a", "severity": "fatal", "message": "b", "start": 0, "end": 1}), False),
    ("provenance of no pointer", lambda r: r.update(provenance={"date": {
        "start": 0, "end": 1, "line": 1, "confidence": 1.0, "rule": "a"}}), False),
    ("provenance without a rule", lambda r: r.update(provenance={"/date": {
        "start": 0, "end": 1, "line": 1, "confidence": 1.0}}), False),
]


def validate(schema, text):
    return subprocess.run([sys.executable, VALIDATE, schema], input=text, capture_output=True,
                          check=False)


def main():
    schema, printer = sys.argv[1:]
    records = subprocess.run([printer], capture_output=True, check=True).stdout
    failures = []

    done = validate(schema, records)
    print(done.stdout.decode(), end="")
    if done.returncode != 0 or not done.stdout.startswith(b"201 records, 0 invalid"):
        failures.append("random records: " + done.stderr.decode())

    with open(schema, encoding="utf-8") as file:
        validator = validate_records.jsonschema.Draft202012Validator(json.load(file))
    signed = [r for r in map(json.loads, records.splitlines()) if r["signatories"]]
    for name, mutate, valid in MUTATIONS:
        record = copy.deepcopy(signed[0])
        mutate(record)
        found = validate_records.faults(validator, json.dumps(record))
        if (not found) != valid:
            failures.append(f"{name}: {found}")

    for name, text in [("no record", b""), ("no JSON", b"{\n")]:
        if validate(schema, text).returncode != 1:
            failures.append(name + " passes")

    print(f"{len(MUTATIONS)} mutations, {len(failures)} failures")
    print("\n".join(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
