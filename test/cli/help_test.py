"""--help, manual pages and shell completions tell of the same options, and the examples work."""
import json
import os
import re
import shutil
import subprocess
import unittest

from tools import ALL_TOOLS, LETTER, ROOT, TOOLS, ToolTest

SHELLS = ("bash", "zsh", "fish")


class Help(ToolTest):

    def help(self, tool):
        outcome = self.run_tool(tool, "--help")
        self.assertEqual((outcome.status, outcome.err), (0, ""))
        return outcome.out

    def options(self, tool):
        """Names of options, each as it is typed: {"-o", "--output", ...}."""
        names = set()
        for line in self.help(tool).splitlines():
            if found := re.match(r"  (-\S+)", line):
                names |= set(found[1].split(","))
        self.assertGreater(len(names), 8)
        return names

    def manual(self, tool):
        return (ROOT / "man" / (tool + ".1")).read_text(encoding="utf-8")

    def manual_options(self, tool):
        names = set()
        for line in self.manual(tool).splitlines():
            if line.startswith(".It Fl "):
                names |= {"-" + name for name in line[7:].replace(",", " ").split()
                          if re.fullmatch(r"-?[a-z0-9-]+", name)}
        return names

    def manual_words(self, tool):
        """What the lists in a manual name, for comparison with what there is."""
        return set(re.findall(r"[\w.]+", " ".join(
            line for line in self.manual(tool).splitlines() if line.startswith((".Li", ".It Cm")))))

    def completions(self, tool, shell):
        outcome = self.run_tool(tool, "--completions", shell)
        self.assertEqual((outcome.status, outcome.err), (0, ""))
        return outcome.out


class Manuals(Help):

    def test_every_tool_has_a_manual_and_is_tested_here(self):
        text = (ROOT / "apps/CMakeLists.txt").read_text(encoding="utf-8")
        self.assertEqual(set(re.findall(r"^letter_tool\((\w+)", text, re.M)), set(ALL_TOOLS))
        self.assertEqual({path.stem for path in (ROOT / "man").iterdir()}, set(ALL_TOOLS))

    def test_manual_and_help_name_the_same_options(self):
        for tool in ALL_TOOLS:
            self.assertEqual(self.manual_options(tool), self.options(tool), tool)

    def test_manual_gives_the_exit_statuses(self):
        for tool in ALL_TOOLS:
            section = self.manual(tool).split(".Sh EXIT STATUS")[1].split(".Sh")[0]
            self.assertEqual(re.findall(r"^\.It (\d)$", section, re.M), list("01234"))
            statuses = self.help(tool).split("Exit status:")[1]
            self.assertEqual(re.findall(r"\b(\d) \w", statuses), list("01234"))

    def test_manual_lists_what_there_is(self):
        self.write("a.txt", LETTER)
        record = json.loads(self.run_tool("letter2json", "a.txt").out)
        self.assertLessEqual(set(record), self.manual_words("letter2json"))
        columns = set()
        tables = re.findall(r"use one of (.*)",
                            self.run_tool("letter2csv", "--table", "?").err)[0].split(", ")
        for table in tables[:2]:  # of the others the manual gives no columns
            columns |= set(self.run_tool("letter2csv", "--table", table, stdin="").out.strip()
                           .split(","))
        self.assertLessEqual(columns | set(tables), self.manual_words("letter2csv"))
        fields = re.findall(r"use some of (.*)",
                            self.run_tool("lettereval", ".", "--only", "?").err)[0].split(", ")
        self.assertLessEqual(set(fields), self.manual_words("lettereval"))

    def test_manual_is_sound(self):
        if shutil.which("mandoc"):  # the strictest reader of manuals, not there everywhere
            for tool in ALL_TOOLS:
                done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning",
                                       ROOT / "man" / (tool + ".1")],
                                      capture_output=True, text=True, check=False)
                self.assertEqual(done.stdout, "")

    def test_version(self):
        for tool in ALL_TOOLS:
            self.assertRegex(self.run_tool(tool, "--version").out,
                             rf"\A{tool} \(letterkit\) \d+\.\d+\.\d+\n\Z")


class Examples(Help):

    def setUp(self):
        super().setUp()
        self.write("brief.txt", LETTER)
        self.write("letter.txt", LETTER)
        self.write("dump.txt", LETTER)
        self.write("letters/a.txt", LETTER)
        self.write("letters/gold.jsonl", '{"file": "a.txt", "is_letter": true}\n')
        self.write("floors.json", "{}")
        # Only our tools are on trial: what they are piped into just has to read it.
        for other in ("jq", "less"):
            self.write("bin/" + other, "#!/bin/sh\nexec cat\n").chmod(0o755)

    def run_example(self, command):
        path = os.pathsep.join((str(TOOLS), str(self.folder / "bin"), os.environ["PATH"]))
        done = subprocess.run(["bash", "-c", "set -o pipefail; " + command], cwd=self.folder,
                              capture_output=True, text=True, check=False,
                              env={**os.environ, "PATH": path})
        self.assertEqual((done.returncode, done.stderr), (0, ""), command)

    def test_examples_of_help(self):
        for tool in ALL_TOOLS:
            examples = self.help(tool).split("Examples:\n")[1].split("Exit status")[0]
            commands = examples.strip().splitlines()
            self.assertGreaterEqual(len(commands), 2)
            for command in commands:
                self.assertIn(tool, command)
                self.run_example(command)

    def test_examples_of_the_manual(self):
        for tool in ALL_TOOLS:
            examples = self.manual(tool).split(".Sh EXAMPLES")[1].split(".Sh")[0]
            commands = re.findall(r"^\.Dl (.*)", examples, re.M)
            self.assertGreaterEqual(len(commands), 2)
            for command in commands:
                self.run_example(command)


class Completions(Help):

    def test_completions_know_the_options(self):
        for tool in ALL_TOOLS:
            names = self.options(tool)
            bash = self.completions(tool, "bash")
            words = re.findall(r"compgen -W '([^']*)' -- \"\$cur\"\)\)\n  fi", bash)[0]
            self.assertEqual(set(words.split()), names)
            zsh = self.completions(tool, "zsh")
            self.assertEqual(set(re.findall(r"^  '(?:\*|\([^)]*\))(-[\w-]+)", zsh, re.M)), names)
            fish = self.completions(tool, "fish")
            found = re.findall(r" -(?:s (\w)|l ([\w-]+))(?= -|$)",
                               re.sub(r" -d '.*", "", fish, flags=re.M), re.M)
            self.assertEqual({"-" + short if short else "--" + long for short, long in found},
                             names)

    def test_completions_are_sound_scripts(self):
        for tool in ALL_TOOLS:
            for shell in SHELLS:
                if shutil.which(shell):
                    path = self.write("script", self.completions(tool, shell))
                    done = subprocess.run([shell, "-n", path], capture_output=True, text=True,
                                          check=False)
                    self.assertEqual((done.returncode, done.stderr), (0, ""), (tool, shell))

    def complete(self, tool, *words):
        """What bash offers for the last word; "default" when it is left to bash's file names."""
        path = self.write("script", self.completions(tool, "bash"))
        code = ('compopt() { echo "compopt $*"; }; . "$1"; shift; COMP_WORDS=("$@"); '
                'COMP_CWORD=$(($# - 1)); "_$1"; printf "%s\\n" "${COMPREPLY[@]}"')
        done = subprocess.run(["bash", "-c", code, "bash", path, tool, *words], cwd=self.folder,
                              capture_output=True, text=True, check=True)
        self.assertEqual(done.stderr, "")
        return done.stdout.split("\n")[:-1]

    def test_bash_completes(self):
        self.assertEqual(self.complete("letter2csv", "--ta"), ["--table"])
        self.assertEqual(self.complete("letter2csv", "--table", "di"), ["diagnostics"])
        self.assertEqual(self.complete("letter2csv", "--table", "=", "do"), ["dossiers"])
        self.assertEqual(self.complete("letter2csv", "--split", "="), ["auto", "never", "formfeed"])
        self.assertEqual(self.complete("letter2json", "--fields", "id,da"),
                         ["compopt -o nospace", "id,date"])
        self.assertEqual(self.complete("letter2json", "-o", "x"), [""])
        self.assertEqual(self.complete("letter2json", "--profile", ""),
                         ["compopt +o default -o dirnames", ""])
        self.assertEqual(self.complete("letter2json", "let"), [""])
        self.assertEqual(self.complete("lettereval", "--misses", ""), [""])
        self.assertEqual(self.complete("letterprofile", "ch"), ["check"])
        self.assertEqual(self.complete("letterprofile", "check", "xx"), [""])
        self.assertIn("--json", self.complete("letterprofile", "--"))


if __name__ == "__main__":
    unittest.main()
