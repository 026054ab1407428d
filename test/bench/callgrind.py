"""How many instructions a command executes, counted by valgrind: the same figure every time.

In: a command. Out: a number. The environment is fixed, for the length of a variable moves the stack and a
language moves what the C library does.
"""
import re
import subprocess

from jobs import Failed, find_tool

ENVIRONMENT = {"LC_ALL": "C", "PATH": "/usr/bin:/bin", "GLIBCXX_FORCE_NEW": "1", "MALLOC_ARENA_MAX": "1"}


def find_valgrind():
    return find_tool("valgrind")


def count(command, folder, profile="/dev/null"):
    """Instructions of a command run in `folder`; its output is thrown away. Where they were spent goes to the file
    `profile`."""
    done = subprocess.run([find_valgrind(), "--tool=callgrind", "--callgrind-out-file=%s" % profile,
                           *map(str, command)],
                          env=ENVIRONMENT, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    told = re.search(rb"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or not told:
        raise Failed("callgrind: status %d: %s" % (done.returncode, done.stderr.decode("utf-8", "replace")[-500:]))
    return int(told[1])


def spent_in(profile, functions):
    """Instructions spent in each of some functions and what they call."""
    done = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", str(profile)], check=True,
                          capture_output=True, text=True)
    return read_annotation(done.stdout, functions)


def read_annotation(text, functions):
    """{function: instructions} of what callgrind_annotate prints; names are without namespace and arguments."""
    spent = dict.fromkeys(functions, 0)
    row = re.compile(r"^ *([\d,]+) \(.*?\)  \S*?:letterkit::(?:\(anonymous namespace\)::)?([\w:]+)\(", re.M)
    for amount, function in row.findall(text):
        if function in spent:
            spent[function] += int(amount.replace(",", ""))
    return spent


def per_byte(command, small, large, folder):
    """Instructions that a byte more costs: what the larger input costs more, by the bytes it has more."""
    more = large.stat().st_size - small.stat().st_size
    return (count([*command, large], folder) - count([*command, small], folder)) / more
