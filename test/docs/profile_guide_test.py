#!/usr/bin/env python3
"""docs/WRITING_A_PROFILE.md keeps its word: pasted into a shell, it gives the profile and record it prints.

    profile_guide_test.py --tools FOLDER [--guide WRITING_A_PROFILE.md]

In: the guide's fenced blocks. Each sh block is run as it is printed, one after the other in one fresh
folder; it must end with status 0 and print nothing on standard error. A text or json block behind it is
what it prints. At the end the profile passes `letterprofile check` once more and has nothing to fill in.
"""
import argparse
import pathlib
import sys
import tempfile

from fenced_blocks import blocks, run

ROOT = pathlib.Path(__file__).resolve().parents[2]


def follow(found, folder, tools):
    """Faults of the blocks, run in order; and how many outputs were compared."""
    faults, compared, printed = [], 0, ""
    for language, content in found:
        if language == "sh":
            done = run(content, folder, tools)
            printed = done.stdout
            if done.returncode != 0 or done.stderr:
                faults.append("status %d: %s%s" % (done.returncode, content, done.stderr))
            continue
        compared += 1
        if content != printed:
            faults.append("the guide prints\n%sbut the tools\n%s" % (content, printed))
    return faults, compared


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tools", required=True)
    parser.add_argument("--guide", type=pathlib.Path, default=ROOT / "docs/WRITING_A_PROFILE.md")
    options = parser.parse_args()
    tools = pathlib.Path(options.tools).resolve()
    found = blocks(options.guide.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        faults, compared = follow(found, folder, tools)
        last = run("letterprofile check profiles/*", folder, tools)
        if last.returncode != 0 or "0 problems" not in last.stdout or "fill in" in last.stdout:
            faults.append("the guide's profile is not right at its end:\n" + last.stdout + last.stderr)
    print("\n".join(faults))
    records = sum(language == "json" for language, _ in found)
    print("%d blocks, %d outputs of which %d records, %d faults" % (len(found), compared, records, len(faults)))
    return 1 if faults or compared < 5 or records < 1 else 0


if __name__ == "__main__":
    sys.exit(main())
