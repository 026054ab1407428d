#!/usr/bin/env python3
"""No word is listed twice: neither in one row nor in two lists that repeat each other.

Usage: check_words.py PROFILES

In: the profile files, a language a folder; rows are "key | word | word ...". Rows of one file whose
keys start with the same word make one list ("month 1", "month 2"). Out: "path:line: ..." a finding and
exit status 1. Two files of a language repeat each other when four in five words of the smaller list
stand in the other. Example finding: nl/titles.txt:12: 'mr.' stands twice in the row; keep one
"""
import collections
import itertools
import pathlib
import sys

# Rows of patterns, costs and years, and lists that must repeat others: what a line starts with tells
# the splitter what the same words in a rule or a role tell the parser.
NOT_WORD_LISTS = {"rules.txt", "grammar.txt", "extract.txt", "ministries.txt", "split.txt"}
FEWEST_TO_COMPARE = 20  # shorter lists (weekdays, chambers) may recur in another part


def rows(path):
    """(line number, key, words) of the rows of words."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#") and "|" in line:
            key, *words = [cell.strip() for cell in line.split("|")]
            yield number, key.split(" ")[0], [word for word in words if word]


def find_repeats(files):
    lists = collections.defaultdict(set)
    for name, path in files.items():
        seen = {}
        for number, key, words in rows(path):
            for word, count in collections.Counter(words).items():
                if count > 1:
                    yield f"{name}:{number}: {word!r} stands {count} times in the row; keep one"
            first = seen.setdefault((key, *words), number)
            if first != number and words:
                yield f"{name}:{number}: repeats line {first}; keep one"
            lists[name, key].update(words)
    for (one, other) in itertools.combinations(sorted(lists), 2):
        if one[0] == other[0] or one[0].split("/")[0] != other[0].split("/")[0]:
            continue  # the same file, or two languages
        fewer = min(len(lists[one]), len(lists[other]))
        common = lists[one] & lists[other]
        if fewer >= FEWEST_TO_COMPARE and 5 * len(common) > 4 * fewer:
            yield (f"{one[0]}:1: {len(common)} of {fewer} words are in both {one[1]!r} and "
                   f"{other[1]!r} of {other[0]}; keep one list")


def main():
    root = pathlib.Path(sys.argv[1])
    files = {path.relative_to(root).as_posix(): path
             for path in sorted(root.glob("*/**/*.txt")) if path.is_file() and path.name not in NOT_WORD_LISTS}
    findings = list(find_repeats(files))
    print("\n".join(findings) or f"{len(files)} profile files repeat nothing")
    sys.exit(1 if findings or not files else 0)


if __name__ == "__main__":
    main()
