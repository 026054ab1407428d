"""Whether reading letters costs more instructions than it did: the comparison behind scripts/instructions.

In: the figure recorded in instructions.json, a figure measured now and what it was measured with. Out: whether
it holds, and a sentence. A figure is of one compiler and build type; with others there is nothing to compare.
"""
import re
import subprocess

MOST_MORE = 0.05  # of the recorded figure

OK, WORSE, SKIPPED = "ok", "worse", "skipped"


def figures(measured):
    return "%.1f million instructions to start, %.1f a byte" % (measured["start_up"] / 1e6, measured["byte"])


def compare(recorded, measured):
    """(OK, WORSE or SKIPPED, sentence) of two values as measure() of scripts/instructions gives them; nothing is
    recorded when the first is None."""
    if recorded is None:
        return SKIPPED, "no figure is recorded; record one with scripts/instructions --record"
    for key, name in (("compiler", "compiler"), ("build_type", "build type"), ("machine", "machine")):
        if recorded[key] != measured[key]:
            return SKIPPED, "the recorded figure is of another %s: %s, here %s" % (name, recorded[key], measured[key])
    changes = [measured[key] / recorded[key] - 1 for key in ("start_up", "byte")]
    told = "%s; recorded: %s; %+.1f %%, %+.1f %%" % (figures(measured), figures(recorded),
                                                     *(100 * change for change in changes))
    if any(measured[key] > recorded[key] * (1 + MOST_MORE) for key in ("start_up", "byte")):
        return WORSE, ("%s: more than %g %% more; make it cheaper, or say in the commit why it must cost that and "
                       "record it with scripts/instructions --record" % (told, 100 * MOST_MORE))
    if min(changes) < -MOST_MORE:
        return OK, told + ": better; keep it with scripts/instructions --record"
    return OK, told


def read_cache(text):
    """Compiler's path and build type of a CMakeCache.txt."""
    values = dict(re.findall(r"^(CMAKE_CXX_COMPILER|CMAKE_BUILD_TYPE):\w+=(.*)$", text, re.M))
    return values["CMAKE_CXX_COMPILER"], values["CMAKE_BUILD_TYPE"]


def compiler_version(path):
    """"g++ (Debian 12.2.0-14) 12.2.0" without the name it was called by."""
    line = subprocess.run([path, "--version"], check=True, capture_output=True, text=True).stdout.splitlines()[0]
    return line.split(" ", 1)[1]
