#!/usr/bin/env python3
"""Validates records against the JSON Schema.

    letter2json letters/ | test/golden/validate_records.py lib/schema/letter-1.schema.json

In: NDJSON on standard input, one whole record a line (not a part printed with --fields). Out: a line
for every fault, with the record's line and the JSON Pointer, and the number of records. Exit status:
0 all valid; 1 some are not, or there was none to check; 2 the check could not be made.
"""
import json
import sys

try:
    import jsonschema
except ImportError:
    sys.exit("validate_records: needs the Python package jsonschema, 4.0 or newer "
             "(Debian: python3-jsonschema)")


def faults(validator, line):
    """What is wrong with one line, as (pointer, message)."""
    try:
        record = json.loads(line)
    except ValueError as error:
        return [("", f"not JSON: {error}")]
    return [("".join(f"/{part}" for part in error.absolute_path), error.message[:300])
            for error in validator.iter_errors(record)]


def main():
    if len(sys.argv) != 2:
        print("usage: validate_records.py SCHEMA < records.ndjson", file=sys.stderr)
        return 2
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)

    records = 0
    invalid = 0
    # Bytes, cut at line feeds alone: U+2028 within a text is no end of a record.
    for number, line in enumerate(sys.stdin.buffer, start=1):
        records += 1
        found = faults(validator, line)
        invalid += bool(found)
        for pointer, message in found:
            print(f"line {number}: {pointer or '/'}: {message}", file=sys.stderr)
    print(f"{records} records, {invalid} invalid")
    if records == 0:
        print("validate_records: no records to check", file=sys.stderr)
    return 0 if records and not invalid else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as error:
        print(f"validate_records: {error}", file=sys.stderr)
        sys.exit(2)
