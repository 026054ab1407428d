#!/usr/bin/env python3
"""Hold the tool to the expected records of the samples, byte for byte.

  golden.py check --tool PATH/letter2json NAME ...     status 1 and a diff when a record differs
  golden.py approve --tool PATH/letter2json NAME ...   asks about each difference, then rewrites the expected record
  golden.py update --tool PATH/letter2json NAME ...    rewrites what differs, unasked: review it with git diff

NAME is a sample without ".txt"; without names: all that have an expected record (check) or all samples. Compared is
what `letter2json --pretty NAME.txt` prints in the samples' folder, but for `confidence`, which changes with every retuned
cost: the expected files hold 1. Of non-letters only id, language and is_letter are compared: the rest is no promise.
Example: golden.py check --tool build/release/apps/letter2json eerste-kamer-letter
"""
import argparse
import difflib
import pathlib
import re
import subprocess
import sys

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"
EXPECTED = SAMPLES / "expected"
NON_LETTERS = "non-letters/"
READ_WRONG = pathlib.Path(__file__).with_name("read_wrong.txt")  # rows "NAME | what the parser gets wrong"


def printed_records(tool, name):
    """What the tool prints for a sample, with every record's confidence replaced by 1."""
    command = [tool, "--pretty", name + ".txt"]
    if NON_LETTERS in name:
        command += ["--fields", "id,language,is_letter"]
    run = subprocess.run(command, cwd=SAMPLES, capture_output=True, timeout=60, check=False)
    if run.returncode != 0:
        sys.exit("%s: status %d: %s" % (name, run.returncode, run.stderr.decode("utf-8", "replace").strip()))
    return re.sub(r'(?m)^(  "confidence": )[0-9.eE+-]+,$', r"\g<1>1,", run.stdout.decode("utf-8"))


def difference(name, have):
    """A unified diff from the expected record to `have`; empty when they are the same bytes."""
    path = EXPECTED / (name + ".json")
    want = path.read_text(encoding="utf-8") if path.is_file() else ""
    lines = difflib.unified_diff(want.splitlines(), have.splitlines(), "expected/%s.json" % name, "printed", lineterm="", n=2)
    text = "\n".join(lines)
    return text if text or want == have else "they differ in line ends only"


def rewrite(name, have):
    path = EXPECTED / (name + ".json")
    path.parent.mkdir(exist_ok=True)
    path.write_text(have, encoding="utf-8")
    print("expected/%s.json rewritten" % name)


def known_to_be_wrong():
    rows = (line.split("|", 1) for line in READ_WRONG.read_text(encoding="utf-8").splitlines() if "|" in line)
    return {name.strip(): reason.strip() for name, reason in rows}


def check(tool, names):
    """A record known to be read wrong must still differ: once it is right, its row has to go."""
    known = known_to_be_wrong()
    wrong = 0
    for name in names:
        text = difference(name, printed_records(tool, name))
        if name in known:
            print("%s: known to be read wrong: %s" % (name, known[name]))
            if not text:
                wrong += 1
                print("%s: is right now; take its row out of read_wrong.txt" % name)
        elif text:
            wrong += 1
            print(text)
    print("%d files of records compared, %d differ" % (len(names), wrong))
    return 1 if wrong or not names else 0


def approve(tool, names):
    """Shows letter and difference; rewrites only after a person says that the new record is right."""
    for name in names:
        have = printed_records(tool, name)
        text = difference(name, have)
        if not text:
            continue
        print("=" * 100)
        print((SAMPLES / (name + ".txt")).read_bytes().decode("utf-8", "replace"))
        print(text)
        if input("%s: compared with the letter above, is the printed record right? [y/N] " % name).strip().lower() == "y":
            rewrite(name, have)
    return 0


def update(tool, names):
    """Rewrites every record that differs; what changed is for `git diff` and a person to judge."""
    for name in names:
        have = printed_records(tool, name)
        if difference(name, have):
            rewrite(name, have)
    return 0


def names_in(folder, ending):
    return sorted(path.relative_to(folder).as_posix()[:-len(ending)] for path in folder.rglob("*" + ending))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("action", choices=("check", "approve", "update"))
    parser.add_argument("--tool", required=True, help="the letter2json to run")
    parser.add_argument("names", nargs="*")
    options = parser.parse_intermixed_args()
    tool = str(pathlib.Path(options.tool).resolve())
    folder, ending = (EXPECTED, ".json") if options.action == "check" else (SAMPLES, ".txt")
    names = options.names or names_in(folder, ending)
    return {"check": check, "approve": approve, "update": update}[options.action](tool, names)


if __name__ == "__main__":
    sys.exit(main())
