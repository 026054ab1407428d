#!/usr/bin/env python3
"""The documents name everything there is: labels, keys of the record, folders, files of a profile.

In: the sources, the schema, docs/. Out: a line for what a document does not name in `code`, status 1 then.
Example: docs/GLOSSARY.md: no `field_value`, a label of lib/src/blocks/label.hpp
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def labels():
    source = (ROOT / "lib/src/blocks/label.hpp").read_text(encoding="utf-8")
    return re.findall(r'"(\w+)"', source[source.index("kLabelNames"):source.index("kLabelCount")])


def keys(schema):
    """Names of the properties of a schema, at any depth."""
    if isinstance(schema, dict):
        for name, part in schema.items():
            if name == "properties":
                yield from part
            yield from keys(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from keys(part)


def missing(document, names, what):
    named = set(re.findall(r"`([^`\n]+)`", (ROOT / document).read_text(encoding="utf-8")))
    return ["%s: no `%s`, %s" % (document, name, what) for name in sorted(set(names) - named)]


def main():
    schema = json.loads((ROOT / "lib/schema/letter-1.schema.json").read_text(encoding="utf-8"))
    folders = [path.name + "/" for path in (ROOT / "lib/src").iterdir() if path.is_dir()]
    files = [path.name for path in (ROOT / "lib/profiles").glob("*/*.txt")]
    faults = (missing("docs/GLOSSARY.md", labels(), "a label of lib/src/blocks/label.hpp")
              + missing("docs/GLOSSARY.md", keys(schema), "a key of the record")
              + missing("docs/ARCHITECTURE.md", folders, "a folder of lib/src")
              + missing("docs/ARCHITECTURE.md", files, "a file of a profile"))
    print("\n".join(faults))
    print("%d labels, %d keys, %d folders, %d files, %d not named" % (
        len(labels()), len(set(keys(schema))), len(folders), len(set(files)), len(faults)))
    return 1 if faults or len(labels()) < 20 or not folders or not files else 0


if __name__ == "__main__":
    sys.exit(main())
