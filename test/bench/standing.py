"""How a measured figure stands: floor, goal and stretch of each row of the table.

    judge(2, 0.6) -> "goal"
"""
FASTER, CHEAPER = "at least", "at most"

# Row: what is measured, unit, whether more is better, floor, goal, stretch.
TARGETS = {
    1: ("rows to records, -j1, against jq -c .", "x", FASTER, 6, 10, 20),
    2: ("dump to records, -j1, against rg -c", "x", FASTER, 0.25, 0.5, 0.9),
    3: ("dump to records, -j1, against letters.py", "x", FASTER, 7, 12, 25),
    4: ("dump to CSV, -j1, against letters.pl", "x", FASTER, 2, 4, 7),
    5: ("through a pipe, against cat and wc -c", "x", FASTER, 0.3, 0.6, 1),
    6: ("tree to records, -j1, against rg -j1 -c", "x", FASTER, 0.7, 1, 1.5),
    7: ("gain of -j2, of that of two processes", "x", FASTER, 0.7, 0.85, 0.95),
    8: ("start-up, one letter, time of python3's", "x", CHEAPER, 0.5, 0.25, 0.15),
    9: ("peak memory, any size", "MiB", CHEAPER, 128, 64, 16),
    10: ("instructions a byte", "", CHEAPER, 30, 15, 8),
    11: ("Windows-1252, UTF-16, speed of UTF-8's", "x", FASTER, 0.4, 0.6, 0.8),
    12: ("hostile inputs, time a byte of the corpus's", "x", CHEAPER, 10, 5, 3),
    13: ("growth of the time a byte, a tenfold", "%", CHEAPER, 10, 5, 2),
}
STEPS = ("floor", "goal", "stretch")


def judge(row, figure):
    """The farthest of floor, goal and stretch that the figure reaches, or "missed"."""
    _, _, sense, *steps = TARGETS[row]
    reached = [name for name, step in zip(STEPS, steps) if (figure >= step if sense == FASTER else figure <= step)]
    return reached[-1] if reached else "missed"


def worst(row, figures):
    """The figure that stands worst."""
    return min(figures) if TARGETS[row][2] == FASTER else max(figures)


def growth(before, after):
    """By how many percent the second is more than the first."""
    return 100 * (after / before - 1)
