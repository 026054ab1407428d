#!/usr/bin/env python3
"""Makes seeds for the fuzz targets out of sample letters, or out of profiles' rules.

Usage: make_seeds.py SAMPLES OUT
       make_seeds.py --patterns PROFILES OUT

In: the .txt files below SAMPLES. Out: in OUT, each of them as it is and cut into what a target may
meet: its first and last third, with CRLF line ends, flattened to one line, in other encodings.
With --patterns, in: the rules.txt files below PROFILES. Out: for each pattern of a rule a seed: the
pattern, and below it the rule's examples. OUT is emptied first.
"""
import pathlib
import shutil
import sys


def variants(raw):
    """(name, bytes) of the seeds made of one sample."""
    third = len(raw) // 3
    yield "whole", raw
    yield "head", raw[:third]
    yield "tail", raw[-third:]
    yield "crlf", raw.replace(b"\n", b"\r\n")
    yield "flat", raw.replace(b"\n", b" ")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return
    for encoding in ("utf-16", "utf-16-be", "cp1252", "mac-roman", "cp850"):
        yield encoding, text.encode(encoding, errors="replace")


def letters(folder):
    """(name, bytes) of the seeds made of samples."""
    for path in sorted(folder.rglob("*.txt")):
        for name, seed in variants(path.read_bytes()):
            yield f"{path.stem}.{name}", seed


def patterns(folder):
    """(name, bytes) of the seeds made of rules."""
    for path in sorted(folder.rglob("rules.txt")):
        rule, sources, examples = "", [], []
        for line in [*path.read_text(encoding="utf-8").splitlines(), "end"]:
            word, _, rest = line.strip().partition(" ")
            if word in ("match", "unless"):
                sources.append(rest)
            elif word in ("+", "-"):
                examples.append(rest)
            elif line and line[0] not in " #":
                for number, source in enumerate(sources):
                    text = "\n".join(["(?i)" + source, *examples])
                    yield f"{path.parent.name}.{rule}.{number}", text.encode()
                rule, sources, examples = word, [], []


def main():
    arguments = sys.argv[1:]
    make = patterns if arguments[0] == "--patterns" else letters
    source, out = map(pathlib.Path, arguments[-2:])
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    count = 0
    for name, seed in make(source):
        (out / name).write_bytes(seed)
        count += 1
    print(f"{count} seeds in {out}")
    sys.exit(0 if count else 1)


if __name__ == "__main__":
    main()
