"""The table of scripts/bench and its JSON.

In: figures by row, jobs. Out: a value that json.dumps takes, and a table of it for reading.
"""
import datetime
import platform
import re
import statistics
import subprocess

from jobs import find_tool, ratios
from standing import FASTER, TARGETS, judge, worst

COLUMNS = ("row", "what", "of", "figure", "least", "most", "wall", "processor", "ours", "peak MiB",
           "floor/goal/stretch", "stands")


def collect(figures, skipped, jobs):
    """Rows in order, each with its figures; a row stands as the worst of them does."""
    rows = []
    for number in sorted([*figures, *skipped]):
        what, unit, sense, *steps = TARGETS[number]
        row = {"row": number, "what": what, "unit": unit, "sense": sense, "targets": steps}
        if number in skipped:
            rows.append({**row, "stands": "skipped", "why": skipped[number], "figures": []})
            continue
        row["figures"] = [one_figure(number, jobs, *figure) for figure in figures[number]]
        row["stands"] = judge(number, worst(number, [figure["median"] for figure in row["figures"]]))
        rows.append(row)
    return {"rows": rows, "jobs": {name: one_job(job) for name, job in jobs.items()}}


def one_figure(row, jobs, what, ours, theirs, values):
    figure = {"of": what, "median": statistics.median(values), "least": min(values), "most": max(values)}
    if ours:
        figure["ours"] = ours
    if theirs and row != 7:
        pair = (theirs, ours) if TARGETS[row][2] == FASTER else (ours, theirs)
        by_size = 1 if row != 12 else jobs[theirs].size / jobs[ours].size
        figure["theirs"] = theirs
        for name, clock in (("wall", "walls"), ("processor", "processor")):
            figure[name] = by_size * statistics.median(ratios(jobs[pair[0]], jobs[pair[1]], clock))
    return figure


def one_job(job):
    return {"seconds": job.wall, "processor_seconds": statistics.median(job.processor), "peak_mib": job.peak,
            "bytes": job.size, "rounds": len(job.walls), "stopped": job.too_slow}


def version_of(*command):
    """First line that a tool prints about itself that holds a number."""
    if not find_tool(command[0]):
        return None
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    return next((line.strip() for line in lines if re.search(r"\d", line)), None)


def setting(tools):
    """Machine, date and versions."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            processor = re.search(r"model name\s*: (.*)", file.read())
    except OSError:
        processor = None
    commands = {"letter2json": (str(tools / "letter2json"), "--version"), "jq": ("jq", "--version"),
                "rg": ("rg", "--version"), "grep": ("grep", "--version"), "perl": ("perl", "--version"),
                "python3": ("/usr/bin/python3", "--version"), "valgrind": ("valgrind", "--version"),
                "c++": ("c++", "--version")}
    return {"date": datetime.date.today().isoformat(), "system": platform.platform(),
            "processor": processor[1] if processor else platform.machine(),
            "versions": {name: version_of(*command) for name, command in commands.items()}}


def number(value, unit=""):
    """Three digits that count."""
    if value is None:
        return ""
    return ("%.0f" if abs(value) >= 100 else "%.1f" if abs(value) >= 10 else "%.2f" if abs(value) >= 1 else "%.3f") \
        % value + unit


def cost_of(job, clock):
    """"1.29 s, 1.81 MB/s" by the clock that figures are of."""
    if not job:
        return ""
    seconds = job["seconds" if clock == "wall" else "processor_seconds"]
    speed = ", %s MB/s" % number(job["bytes"] / seconds / 1e6) if job["bytes"] else ""
    return number(seconds) + " s" + speed


def cells(row, figure, jobs, clock):
    """A line of the table."""
    ours = jobs.get(figure.get("ours"), {})
    return (str(row["row"]), row["what"], figure["of"], number(figure["median"], row["unit"]), number(figure["least"]),
            number(figure["most"]), number(figure.get("wall")), number(figure.get("processor")), cost_of(ours, clock),
            number(ours.get("peak_mib")), "/".join("%g" % step for step in row["targets"]), row["stands"])


def as_table(result):
    setting, lines = result["setting"], [COLUMNS]
    for row in result["rows"]:
        if row["stands"] == "skipped":
            lines.append((str(row["row"]), row["what"], "SKIPPED: " + row["why"]) + ("",) * (len(COLUMNS) - 3))
        lines += [cells(row, figure, result["jobs"], setting["clock"]) for figure in row["figures"]]
    widths = [max(len(line[at]) for line in lines) for at in range(len(COLUMNS))]
    table = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines]
    head = "%(date)s, %(processor)s, %(system)s: %(letters)d letters (%(records)d records), %(files)d files, " \
        "%(rounds)d rounds, %(clock)s clock" % setting
    versions = "; ".join(filter(None, setting["versions"].values()))
    return "\n".join([head, versions, "", *table])


def as_markdown(result):
    """The table of docs/PERFORMANCE.md."""
    lines = ["| row | what | of | figure | least - most | ours | floor / goal / stretch | stands |",
             "|---|---|---|---|---|---|---|---|"]
    for row in result["rows"]:
        if row["stands"] == "skipped":
            lines.append("| %d | %s | skipped: %s | | | | | |" % (row["row"], row["what"], row["why"]))
        for figure in row["figures"]:
            _, what, of, median, least, most, _, _, ours, _, steps, stands = cells(
                row, figure, result["jobs"], result["setting"]["clock"])
            spread = "%s - %s" % (least, most) if least != most else ""
            lines.append("| %d | %s |" % (row["row"], " | ".join(
                (what, of.replace("|", "\\|"), median, spread, ours, steps.replace("/", " / "), stands))))
    return "\n".join(lines)
