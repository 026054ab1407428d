#!/usr/bin/env python3
"""The README keeps its word: its letter gives its record, its commands run.

    readme_test.py --tools FOLDER [--readme README.md]

In: the README's fenced blocks. The first text block is the letter, the json block its record (but for
`confidence`, which changes with every retuned cost). Each sh block not marked "not-tested" is run, line by
line as bash would, in a fresh folder where letters/ holds the samples; it must end with status 0 and print
something or write a file. Blocks whose commands are not installed are skipped, and said so.
"""
import argparse
import json
import pathlib
import re
import shutil
import sys
import tempfile

from fenced_blocks import blocks, run

ROOT = pathlib.Path(__file__).resolve().parents[2]
OTHERS = ("jq", "mlr", "sqlite3", "sqlite-utils")  # commands that may be missing


def check_record(letter, record, folder, tools):
    (folder / "brief.txt").write_text(letter, encoding="utf-8")
    done = run("letter2json --pretty brief.txt", folder, tools)
    have, want = json.loads(done.stdout), json.loads(record)
    have["confidence"] = want["confidence"]
    printed = json.dumps(have, indent=2, ensure_ascii=False) + "\n"
    if printed != record:
        print("the README's letter gives another record now:\n" + done.stdout)
    return printed == record


def check_recipe(recipe, tools):
    """Whether it ran; None when a command it needs is missing."""
    missing = [name for name in OTHERS if re.search(r"(?m)(^|\| )%s " % name, recipe) and not shutil.which(name)]
    if missing:
        print("SKIPPED: needs %s: %s" % (", ".join(missing), recipe.split("\n")[0]))
        return None
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "letters").mkdir()
        for sample in (ROOT / "samples").glob("*.txt"):
            shutil.copy(sample, folder / "letters")
        done = run(recipe, folder, tools)
        written = [path for path in folder.iterdir() if path.is_file() and path.stat().st_size > 0]
        ran = done.returncode == 0 and (done.stdout.strip() or written)
        if not ran:
            print("status %d, printed %d bytes: %s%s" % (done.returncode, len(done.stdout), recipe, done.stderr))
        return bool(ran)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tools", required=True)
    parser.add_argument("--readme", type=pathlib.Path, default=ROOT / "README.md")
    options = parser.parse_args()
    tools = pathlib.Path(options.tools).resolve()
    found = blocks(options.readme.read_text(encoding="utf-8"))
    letter = next(content for info, content in found if info == "text")
    record = next(content for info, content in found if info == "json")
    with tempfile.TemporaryDirectory() as folder:
        good = check_record(letter, record, pathlib.Path(folder), tools)
    ran = [check_recipe(content, tools) for info, content in found if info == "sh"]
    print("%d lines of letter, record %s; %d recipes: %d ran, %d failed, %d skipped" % (
        letter.count("\n"), "as printed" if good else "DIFFERS", len(ran), ran.count(True), ran.count(False), ran.count(None)))
    return 0 if good and False not in ran and ran.count(True) > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
