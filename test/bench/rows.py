"""The rows of the table of scripts/bench: which jobs each needs and what figure comes of them.

In: the inputs and the tools. Out: jobs by name, and for each row its figures by what they are of. A row whose
tool is missing says so instead.
"""
import hashlib
import statistics

import callgrind
from inputs import ENCODINGS, LETTER_SIZES, ROOT
from jobs import Failed, Job, find_tool, ratios
from standing import growth

MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
DATE = "[0-9]{1,2} (%s) [0-9]{4}" % MONTHS
STARTS = 20  # in one measurement of start-up
LEAST_GAIN = 1.5  # of two processes over one; with less the machine is too busy to tell
PYTHON = "/usr/bin/python3"


class Skipped(Exception):
    """A row that can't be measured here, and why."""


def need(*names):
    path = find_tool(*names)
    if not path:
        raise Skipped("no " + " or ".join(names))
    return path


def searcher(tree):
    """The quickest search for dates there is, over a file or a tree."""
    if find_tool("rg"):
        return ["rg", "-j1", "-c", DATE] if tree else ["rg", "-c", DATE]
    return ["grep", "-r", "-c", "-E", DATE] if tree else ["grep", "-c", "-E", DATE]


class Rows:
    """Row N is the pair of methods jobs_N, which gives {name: Job}, and figures_N, which gives a list of
    (what, our job, theirs, figures of the rounds). Jobs of one name in several rows are run once. `clock` is
    "walls" or "processor": what ratios are of, but for the rows about pipes and threads, which are of the wall
    clock."""

    def __init__(self, inputs, tools, clock):
        self.inputs, self.clock = inputs, clock
        self.json, self.csv = tools / "letter2json", tools / "letter2csv"
        self.jobs = {}

    def add(self, row):
        """Adds the jobs of a row."""
        for name, job in getattr(self, "jobs_%d" % row)().items():
            self.jobs.setdefault(name, job)

    def figures(self, row):
        return getattr(self, "figures_%d" % row)()

    def speed(self, ours, theirs, clock=None):
        """How many times as fast ours is, round by round."""
        return ratios(self.jobs[theirs], self.jobs[ours], clock or self.clock)

    def records(self, *options):
        return Job([self.json, "-j1", *options], self.size_of(options[-1]))

    @staticmethod
    def size_of(path):
        return sum(file.stat().st_size for file in path.rglob("*.txt")) if path.is_dir() else path.stat().st_size

    def dump_job(self):
        return {"records of dump": self.records(self.inputs.dump)}

    def jobs_1(self):
        rows = self.inputs.rows
        return {"jq": Job([need("jq"), "-c", ".", rows], self.size_of(rows)),
                "records of rows": self.records("--from", "ndjson", rows)}

    def figures_1(self):
        return [("jq -c .", "records of rows", "jq", self.speed("records of rows", "jq"))]

    def jobs_2(self):
        command = searcher(tree=False)
        return {"search in dump": Job([*command, self.inputs.dump], self.size_of(self.inputs.dump), keeps_output=True),
                **self.dump_job()}

    def figures_2(self):
        return [(searcher(False)[0] + " -c", "records of dump", "search in dump",
                 self.speed("records of dump", "search in dump"))]

    def jobs_3(self):
        need(PYTHON)
        return {**self.dump_job(), "letters.py": Job([PYTHON, ROOT / "test/bench/letters.py", self.inputs.dump],
                                                     self.size_of(self.inputs.dump))}

    def figures_3(self):
        return [("letters.py", "records of dump", "letters.py", self.speed("records of dump", "letters.py"))]

    def jobs_4(self):
        dump = self.inputs.dump
        return {"table of dump": Job([self.csv, "-j1", "--table", "letters", dump], self.size_of(dump)),
                "letters.pl": Job([need("perl"), ROOT / "test/bench/letters.pl", dump], self.size_of(dump))}

    def figures_4(self):
        return [("letters.pl", "table of dump", "letters.pl", self.speed("table of dump", "letters.pl"))]

    def jobs_5(self):
        dump = self.inputs.dump
        # A part of a pipe that fails is to be seen.
        pipe = ["bash", "-o", "pipefail", "-c"]
        return {"piped": Job([*pipe, "cat '%s' | wc -c" % dump], self.size_of(dump)),
                "records of pipe": Job([*pipe, "cat '%s' | '%s' | wc -c" % (dump, self.json)], self.size_of(dump))}

    def figures_5(self):
        return [("cat | wc -c", "records of pipe", "piped", self.speed("records of pipe", "piped", "walls"))]

    def jobs_6(self):
        tree = self.inputs.tree
        jobs = {"records of tree": self.records(tree),
                "grep in tree": Job(["grep", "-r", "-c", "-E", DATE, tree], self.size_of(tree), keeps_output=True)}
        if find_tool("rg"):
            jobs["rg in tree"] = Job([*searcher(tree=True), tree], self.size_of(tree), keeps_output=True)
        return jobs

    def figures_6(self):
        against = [name for name in ("rg in tree", "grep in tree") if name in self.jobs]
        return [(name.replace(" in tree", " -c"), "records of tree", name, self.speed("records of tree", name))
                for name in against]

    def jobs_7(self):
        dump = self.inputs.dump
        one = "'%s' -j1 '%s' >/dev/null" % (self.json, dump)
        return {**self.dump_job(), "records, -j2": Job([self.json, "-j2", dump], self.size_of(dump)),
                "two processes": Job("%s & first=$!; %s && wait $first" % (one, one), 2 * self.size_of(dump))}

    def figures_7(self):
        self.check_same_output()
        gain = self.speed("records, -j2", "records of dump", "walls")
        two = [2 * each for each in self.speed("two processes", "records of dump", "walls")]
        if statistics.median(two) < LEAST_GAIN:
            raise Skipped("two processes gain %.2f only: no second processor is free" % statistics.median(two))
        return [("gain %.2f of %.2f" % (statistics.median(gain), statistics.median(two)), "records, -j2",
                 "two processes", [one / other for one, other in zip(gain, two)])]

    def check_same_output(self):
        """-j1 and -j2 print the same bytes, or nothing that they gain counts."""
        digests = set()
        for threads in ("-j1", "-j2"):
            out = self.inputs.folder / "output.ndjson"
            Job([self.json, threads, "-o", out, self.inputs.dump]).run(timeout=3600)
            with open(out, "rb") as file:
                digests.add(hashlib.file_digest(file, "sha256").hexdigest())
            out.unlink()
        if len(digests) != 1:
            raise Failed("letter2json prints other bytes with -j2 than with -j1")

    def jobs_8(self):
        loop = "i=0; while [ $i -lt %d ]; do %%s || exit 1; i=$((i + 1)); done >/dev/null" % STARTS
        return {"start": Job(loop % ("'%s' '%s'" % (self.json, self.inputs.one)), repeats=STARTS),
                "python3": Job(loop % (need(PYTHON) + " -c 1"), repeats=STARTS)}

    def figures_8(self):
        return [("python3 -c 1", "start", "python3", ratios(self.jobs["start"], self.jobs["python3"], self.clock))]

    def jobs_9(self):
        if not find_tool("/usr/bin/time"):
            raise Skipped("no /usr/bin/time")
        return {**self.count_jobs(), **self.dump_job()}

    def figures_9(self):
        """The job that takes most among those that read letters, in any number and form, and among texts as long
        as a letter may be that are not like letters. Those are run once: time is not asked for."""
        names = [name for name in self.jobs if name.startswith("records") and self.jobs[name].peaks]
        odd = {"%s, %.0f MB" % (name, self.size_of(path) / 1e6): self.records(path)
               for name, path in self.inputs.at_limit().items()}
        for job in odd.values():
            job.run(timeout=3600)
        self.jobs.update(odd)
        worst = [max(some, key=lambda name: self.jobs[name].peak) for some in (names, odd)]
        return [(name, name, None, [self.jobs[name].peak]) for name in worst]

    def jobs_10(self):
        if not callgrind.find_valgrind():
            raise Skipped("no valgrind")
        return {}

    def figures_10(self):
        small, large = (self.inputs.folder / ("counted-%d.txt" % count) for count in (100, 400))
        with open(self.inputs.dump, "rb") as file:
            letters = file.read(4 << 20).split(b"\n\f\n")
        for path, count in ((small, 100), (large, 400)):
            path.write_bytes(b"\n\f\n".join(letters[:count]) + b"\n")
        figure = callgrind.per_byte([self.json, "-j1"], small, large, self.inputs.folder)
        return [("by callgrind", None, None, [figure])]

    def jobs_11(self):
        return {"records in " + encoding: self.records(self.inputs.encoded(encoding)) for encoding in ENCODINGS}

    def figures_11(self):
        plain = "records in " + ENCODINGS[0]
        return [(name + ", letters a second", "records in " + name, plain, self.speed("records in " + name, plain))
                for name in ENCODINGS[1:]]

    def jobs_12(self):
        return {**self.dump_job(), **self.hostile_jobs()}

    def figures_12(self):
        corpus = self.jobs["records of dump"]
        figures = []
        for name in self.inputs.hostile():
            job = self.jobs[name]
            longer = [each * corpus.size / job.size for each in ratios(job, corpus, self.clock)]
            figures.append((name + (", stopped" if job.too_slow else ""), name, "records of dump", longer))
        return figures

    def hostile_jobs(self):
        return {name: self.records(path) for name, path in self.inputs.hostile().items()}

    def count_jobs(self):
        return {"records of %d letters" % count: self.records(self.inputs.counted(count))
                for count in self.inputs.counts}

    def jobs_13(self):
        sizes = {"letters of %d bytes" % size: self.records(self.inputs.sized(size)) for size in LETTER_SIZES}
        return {**self.jobs_8(), **self.dump_job(), **self.count_jobs(), **sizes}

    def figures_13(self):
        """By how much a byte costs more in letters ten times as long, the worst step; and among ten times as many
        letters. Of median processor times: other work on the machine makes the wall clock useless for a few
        percent."""
        def cost(name):
            return statistics.median(self.jobs[name].processor)

        start = cost("start")
        sizes = ["letters of %d bytes" % size for size in LETTER_SIZES]
        counts = [*("records of %d letters" % count for count in self.inputs.counts), "records of dump"]
        by_size = [(cost(name) - start) / self.jobs[name].size for name in sizes]
        # What is done once falls out of differences.
        by_count = [(cost(more) - cost(few)) / (self.jobs[more].size - self.jobs[few].size)
                    for few, more in zip(counts, counts[1:])]
        if min(by_size + by_count) <= 0 or len(by_count) < 2:
            raise Skipped("too few letters to tell from start-up")
        steps = [(growth(*pair), size) for pair, size in zip(zip(by_size, by_size[1:]), LETTER_SIZES)]
        figure, size = max(steps)
        return [("a letter, %d to %d bytes" % (size, 10 * size), None, None, [figure]),
                ("letters, %d to %d" % (self.inputs.counts[0], self.inputs.letters), None, None, [growth(*by_count)])]
