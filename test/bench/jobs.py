"""Commands run in turn, and what each cost.

In: jobs by name, a number of rounds. Out: for each job its wall time, processor time and peak memory in every
round. Method: a round runs every job once, so that what else the machine does falls on all of them alike; the
order turns by one each round. Peak memory is what /usr/bin/time says, for a child that Python starts itself
would count Python's own.
"""
import os
import resource
import shutil
import signal
import statistics
import subprocess
import tempfile
import time

TIME = "/usr/bin/time"


class Failed(Exception):
    """A job that did not end as it should: nothing measured with it means anything."""


class Job:
    """A command, a list or a text for sh, and what it cost each time it ran. Its output goes to /dev/null, for
    which grep would stop at the first match: with `keeps_output` it goes to a file. `size`: bytes that it reads.
    `repeats`: how often the command does what is measured, as in a loop."""

    def __init__(self, command, size=0, keeps_output=False, repeats=1):
        self.command = ["sh", "-c", command] if isinstance(command, str) else [str(part) for part in command]
        self.size, self.keeps_output, self.repeats = size, keeps_output, repeats
        self.walls, self.processor, self.peaks = [], [], []
        self.too_slow = False

    @property
    def wall(self):
        """Median, seconds."""
        return statistics.median(self.walls)

    @property
    def peak(self):
        """The most, MiB; None when it is not known."""
        return max(self.peaks) / 1024 if self.peaks else None

    def run(self, timeout):
        """Runs it once, unless it took too long before. `timeout` in seconds."""
        if self.too_slow:
            return
        with tempfile.TemporaryDirectory() as folder:
            note = os.path.join(folder, "peak")
            command = [TIME, "-o", note, "-f", "%M"] + self.command if os.path.exists(TIME) else self.command
            with open(os.path.join(folder, "out") if self.keeps_output else os.devnull, "wb") as out:
                started = time.perf_counter()
                child = subprocess.Popen(command, stdout=out, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
                                         start_new_session=True)
                self.wait(child, started, timeout)
            if os.path.exists(note) and not self.too_slow:
                self.peaks.append(int(open(note, encoding="ascii").read().split()[-1]))

    def wait(self, child, started, timeout):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        try:
            message = child.communicate(timeout=timeout)[1]
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)  # what the job started goes with it
            child.communicate()
            self.too_slow = True
        wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
        if not self.too_slow and child.returncode != 0:
            raise Failed("%s: status %d: %s" % (" ".join(self.command), child.returncode,
                                                message.decode("utf-8", "replace").strip()[-300:]))
        self.walls.append(wall / self.repeats)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        self.processor.append(used / self.repeats)


def run_rounds(jobs, rounds, timeout, say):
    """Runs jobs, {name: Job}, that many times each."""
    names = list(jobs)
    for turn in range(rounds):
        for name in names[turn % len(names):] + names[:turn % len(names)]:
            jobs[name].run(timeout)
        say("round %d of %d" % (turn + 1, rounds))


def ratios(upper, lower, costs="walls"):
    """What `upper` cost over what `lower` cost, round by round; a job that took too long has one round."""
    return [one / other for one, other in zip(getattr(upper, costs), getattr(lower, costs))]


def find_tool(*names):
    """Path of the first of the names that is installed, or None."""
    return next((path for path in map(shutil.which, names) if path), None)
