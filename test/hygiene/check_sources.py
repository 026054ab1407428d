#!/usr/bin/env python3
"""Rules for the source tree that no compiler checks.

Usage: check_sources.py RULE ROOT      RULE is a name of RULES below

In: the files of a source tree. Out: one line "path:line: what is wrong; how to fix it" a finding and
exit status 1, or "RULE: N files hold" and 0. A rule that finds no file to look at fails: it would
guard nothing. Example finding: lib/src/lines/split.cpp:3: includes blocks/; lines may use input, ...
"""
import pathlib
import re
import sys
import unicodedata

CPP = (".cpp", ".hpp", ".in")
SKIPPED_FOLDERS = {".git", "build", "__pycache__"}

# The stages in the order of docs/ARCHITECTURE.md: each may use itself and those before it.
# split/ runs before lines/ but knows a letter's head by the recognisers in fields/.
STAGES = ["input", "lines", "blocks", "fields", "split", "assemble", "write"]
SHARED = {"support", "profile"}
# profile/ compiles tables whose types belong to the field extractors and stages that use them.
PROFILE_USES = {"support", "profile", "fields", "blocks", "lines", "split"}

# Header prefix -> the only files that may include it, below the root.
WRAPPERS = {
    "re2/": r"lib/src/support/(pattern\.cpp|re2_(options\.hpp|set\.cpp))",
    "dlfcn": r"apps/cli/libarchive\.cpp",
    "unicode/": r"lib/(src/(support/(calendar|unicode)|input/\w+)|generate/code_points)\.cpp",
    "simdjson": r"lib/src/support/simd_json\.cpp|apps/cli/\w+\.cpp",
    "nlohmann/": r"apps/((cli|profiles)/\w+\.cpp|eval/\w+\.[ch]pp)|test/.*",
    "archive": r"apps/cli/libarchive\.hpp",
    "tbb/": r"apps/cli/\w+\.cpp",
    "oneapi/": r"apps/cli/\w+\.cpp",
    "CLI/": r"apps/.*",
    "catch2/": r"test/.*",
    "benchmark/": r"test/bench/stages/.*",
}

COMMENT_OR_LITERAL = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | R"(?P<fence>[^(\s]*)\(.*?\)(?P=fence)"
      | "(?:\\.|[^"\\\n])*"
      | '(?:\\.|[^'\\\n])*'""", re.S | re.X)

# English and own names of languages, in words and in identifiers of their parts.
LANGUAGE = re.compile(r"dutch|nederlands|english|french|fran\u00e7ais|german(?!y)|deutsch|italian|spanish", re.I)

# Folders that only one machine has.
MACHINE_PATH = re.compile(r"(?<![\w.}>)/-])/(?:work|home|root|farm|Users)/")
# Where packages come from is the machine's business.
MIRROR = re.compile(r"https?://[\w.-]*(?:debian|ubuntu)[\w.-]*", re.I)


def files_below(root, *folders, suffixes=None):
    """Files of the tree, sorted; all of them when no folder is named."""
    for start in folders or ("",):
        for path in sorted((root / start).rglob("*")):
            name = path.relative_to(root)
            if path.is_file() and not SKIPPED_FOLDERS & set(name.parts):
                if suffixes is None or path.name.endswith(suffixes):
                    yield name.as_posix(), path.read_text(encoding="utf-8", errors="replace")


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def includes(text):
    """(line, header, quoted) of each include."""
    for match in re.finditer(r'^\s*#\s*include\s*([<"])([^>"]+)', text, re.M):
        yield line_of(text, match.start()), match[2], match[1] == '"'


def ascii_sources(root):
    """Code is ASCII; string literals are free; comments may hold letters and what they quote."""
    for name, text in files_below(root, "lib", "apps", suffixes=CPP):
        yield name, None
        code = list(text)
        for match in COMMENT_OR_LITERAL.finditer(text):
            free = match[0] if match["comment"] is None else ""
            for at in range(match.start(), match.end()):
                if free or unicodedata.category(text[at])[0] in "LN":
                    code[at] = " "
        plain = re.sub(r'"[^"]*"', lambda m: " " * len(m[0]), "".join(code))
        for match in re.finditer(r"[^\x00-\x7f]", plain):
            yield name, (line_of(text, match.start()),
                         f"{match[0]!r} (U+{ord(match[0]):04X}) outside a literal; write ASCII")


def ascii_scripts(root):
    """Build files and scripts are ASCII throughout."""
    scripts = [*files_below(root, "cmake", "scripts", ".ci", "test/hygiene")]
    scripts += [*files_below(root, suffixes=("CMakeLists.txt", ".cmake"))]
    for name, text in scripts:
        yield name, None
        for match in re.finditer(r"[^\x00-\x7f]", text):
            yield name, (line_of(text, match.start()), f"{match[0]!r}; write ASCII")


def stage_order(root):
    """A stage includes only itself, the stages before it, support/ and profile/."""
    for name, text in files_below(root, "lib/src", suffixes=CPP):
        yield name, None
        parts = name.split("/")
        own = parts[2] if len(parts) > 3 else None  # lib/src/STAGE/file; None: the pipeline itself
        if own in STAGES:
            allowed = set(STAGES[:STAGES.index(own) + 1]) | SHARED
        elif own == "support":
            allowed = {"support"}
        elif own == "profile":
            allowed = PROFILE_USES
        elif own is None:
            allowed = set(STAGES) | SHARED
        else:
            yield name, (1, f"{own}/ is no stage; say in check_sources.py where it stands")
            continue
        for line, header, quoted in includes(text):
            used = header.split("/")[0]
            if quoted and used != "letterkit" and used not in allowed:
                yield name, (line, f"includes {header}; {own}/ may use {', '.join(sorted(allowed))}")


def no_language_names(root):
    """What holds for one language is data of its profile: code names none, by code or word. Comments may."""
    codes = "|".join(sorted(path.name for path in (root / "lib/profiles").iterdir()))
    code = re.compile(rf"(?<![\w-])(?:{codes})(?![\w-])")
    for name, text in files_below(root, "lib/src", "lib/include", "lib/generate", "apps", suffixes=CPP):
        yield name, None
        plain = list(text)
        for match in COMMENT_OR_LITERAL.finditer(text):
            if match["comment"]:
                plain[match.start():match.end()] = re.sub(r"[^\n]", " ", match[0])
            # "nl", "nl/rules.txt", and "de" or "en" as a word in a text of the language.
            for found in () if match["comment"] else code.finditer(match[0]):
                yield name, (line_of(text, match.start() + found.start()),
                             f"{found[0]!r} in a literal is a language's; let its profile say it")
        for match in LANGUAGE.finditer("".join(plain)):
            yield name, (line_of(text, match.start()), f"{match[0]!r} names a language; let its profile say it")


def wrapped_headers(root):
    """Each outside library stays behind its wrapper files; the public headers show none."""
    for name, text in files_below(root, "lib", "apps", "test", suffixes=CPP):
        yield name, None
        for line, header, quoted in includes(text):
            for prefix, allowed in WRAPPERS.items():
                if not quoted and header.startswith(prefix) and not re.fullmatch(allowed, name):
                    yield name, (line, f"includes <{header}>; only {allowed} may")
            if name.startswith("lib/include/") and quoted and not header.startswith("letterkit/"):
                yield name, (line, f"includes {header}; public headers use public headers")


def library_faces(root):
    """The tools use the library by its public headers, its text support apart."""
    for name, text in files_below(root, "apps", suffixes=CPP):
        yield name, None
        for line, header, quoted in includes(text):
            if quoted and header.split("/")[0] not in {"letterkit", "cli", "eval", "profiles", "support"}:
                yield name, (line, f"includes {header}; the tools use letterkit/*.hpp")


def file_length(root):
    """One file, one job: at most 400 lines."""
    suffixes = (".cpp", ".hpp", ".py", ".sh", ".cmake", "CMakeLists.txt")
    for name, text in files_below(root, suffixes=suffixes):
        yield name, None
        lines = text.count("\n")
        if lines > 400:
            yield name, (lines, f"{lines} lines; split it, 400 are the most")


def file_heads(root):
    """Headers, and sources without one, start by saying what they are for; headers come once."""
    for name, text in files_below(root, "lib", "apps", suffixes=(".cpp", ".hpp")):
        yield name, None
        has_header = name.endswith(".cpp") and (root / name).with_suffix(".hpp").exists()
        if not text.startswith("//") and not has_header:
            yield name, (1, "starts without a comment; say what comes in and what goes out")
        if name.endswith(".hpp") and "#pragma once" not in text:
            yield name, (1, "lacks #pragma once")


def profile_files(root):
    """Profile files: UTF-8, \\n line ends, no tabs, a final newline."""
    for path in sorted([*(root / "lib/profiles").rglob("*"), *(root / "lib/skeleton").rglob("*")]):
        if not path.is_file():
            continue
        name, raw = path.relative_to(root).as_posix(), path.read_bytes()
        yield name, None
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            yield name, (raw.count(b"\n", 0, error.start) + 1, "is not UTF-8")
            continue
        for bad, message in (("\r", "\\r line end; use \\n"), ("\t", "tab; use spaces"),
                             ("\ufeff", "byte order mark; take it out")):
            if bad in text:
                yield name, (line_of(text, text.index(bad)), message)
        if text and not text.endswith("\n"):
            yield name, (line_of(text, len(text)), "no final newline")


def no_machine_paths(root):
    """The repository speaks of the project alone: no folder of one machine, no package mirror."""
    for name, text in files_below(root):
        yield name, None
        for pattern, what in ((MACHINE_PATH, "a path of one machine"), (MIRROR, "a mirror's name")):
            for match in pattern.finditer(text):
                yield name, (line_of(text, match.start()), f"{match[0]}: {what}; take it out")


RULES = {rule.__name__: rule for rule in (
    ascii_sources, ascii_scripts, stage_order, no_language_names, wrapped_headers, library_faces,
    file_length, file_heads, profile_files, no_machine_paths)}


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in RULES:
        sys.exit(f"{__doc__}\nrules: {', '.join(RULES)}")
    looked_at, findings = set(), []
    for name, finding in RULES[sys.argv[1]](pathlib.Path(sys.argv[2])):
        looked_at.add(name)
        if finding:
            findings.append(f"{name}:{finding[0]}: {finding[1]}")
    print("\n".join(findings) or f"{sys.argv[1]}: {len(looked_at)} files hold")
    if not looked_at:
        print(f"{sys.argv[1]}: no file to look at")
    sys.exit(1 if findings or not looked_at else 0)


if __name__ == "__main__":
    main()
