#!/usr/bin/env python3
"""Makes seeds for the fuzz targets out of sample letters.

Usage: make_seeds.py SAMPLES OUT

In: the .txt files below SAMPLES. Out: in OUT, each of them as it is and cut into what a target may
meet: its first and last third, with CRLF line ends, flattened to one line, in other encodings.
OUT is emptied first.
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


def main():
    samples, out = map(pathlib.Path, sys.argv[1:])
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    count = 0
    for path in sorted(samples.rglob("*.txt")):
        for name, seed in variants(path.read_bytes()):
            (out / f"{path.stem}.{name}").write_bytes(seed)
            count += 1
    print(f"{count} seeds in {out}")
    sys.exit(0 if count else 1)


if __name__ == "__main__":
    main()
