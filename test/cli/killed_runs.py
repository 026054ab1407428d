#!/usr/bin/env python3
"""Kills runs into an output folder at random moments, resumes them, and compares the folder that comes
out with that of a run which was left alone, byte for byte.

  killed_runs.py --tool build/release/apps/letter2json --files 50000 --kills 200

Prints one line with what was done; exit status 1 and what differs when the folders are not the same.
"""
import argparse
import pathlib
import random
import subprocess
import sys
import tempfile
import time

LETTER = """\
Den Haag, %d mei %d

Hierbij bied ik u verslag %d van de commissie aan.

De minister van Economische Zaken,
A. Visser
"""


def contents(folder):
    """Every file below the folder, hidden ones too, with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def make_inputs(folder, count):
    for i in range(count):
        path = folder / ("%03d" % (i // 500)) / ("%06d.txt" % i)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(LETTER % (i % 31 + 1, 1990 + i % 30, i), encoding="utf-8")
    # One that can't be read: it is tried again by every run.
    (folder / "999-broken.txt").write_bytes(b"\x1f\x8b\x08\0\0\0\0\0\0\3half a gzip file")


def run(tool, inputs, out, *options):
    return subprocess.Popen([tool, "-j2", "-q", "--out-dir", out, *options, inputs])


def kill_and_resume(tool, inputs, out, kills, seconds, chance):
    """Runs until a run ends by itself; gives the number of runs that were killed."""
    killed = 0
    while killed < kills:
        process = run(tool, inputs, out, "--resume")
        try:
            process.wait(chance.uniform(0, seconds))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            killed += 1
            if kills >= 100 and killed % 20 == 0:
                print("%d runs killed" % killed, file=sys.stderr, flush=True)
            continue
        # Finished before its time: some of its work is undone, so that there is something to kill.
        names = sorted(path for path in out.rglob("*.ndjson") if path.name != "manifest.ndjson")
        for path in chance.sample(names, max(1, len(names) // 3)):
            path.unlink()
    return killed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tool", required=True)
    parser.add_argument("--files", type=int, default=400)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="letterkit-killed-") as name:
        folder = pathlib.Path(name)
        inputs, alone, out = folder / "in", folder / "alone", folder / "out"
        make_inputs(inputs, options.files)
        start = time.monotonic()
        status = run(options.tool, inputs, alone).wait()
        seconds = time.monotonic() - start
        killed = kill_and_resume(options.tool, inputs, out, options.kills, seconds / 2, chance)
        resumed = run(options.tool, inputs, out, "--resume").wait()
        want, have = contents(alone), contents(out)
        different = sorted(name for name in want.keys() | have.keys()
                           if want.get(name) != have.get(name))
    print("%d files, %d runs killed, statuses %d and %d, %d outputs compared, %d differ %s" %
          (options.files, killed, status, resumed, len(want), len(different), different[:5]))
    good = status == resumed == 1 and not different and len(want) == options.files + 1
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
