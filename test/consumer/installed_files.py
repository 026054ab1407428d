#!/usr/bin/env python3
"""What an installed tool needs is beside it: its manual and its completion for each shell, and it
runs from there.

Usage: installed_files.py STAGE TOOL...     STAGE is the prefix of an installation
"""
import pathlib
import subprocess
import sys

PATTERNS = ("bin/{}", "share/man/man1/{}.1", "share/bash-completion/completions/{}",
            "share/zsh/site-functions/_{}", "share/fish/vendor_completions.d/{}.fish")


def main():
    stage, tools = pathlib.Path(sys.argv[1]), sys.argv[2:]
    wrong = []
    for tool in tools:
        for path in (stage / pattern.format(tool) for pattern in PATTERNS):
            if not path.is_file() or path.stat().st_size == 0:
                wrong.append(f"{path}: not installed, or empty")
        done = subprocess.run([stage / "bin" / tool, "--version"], capture_output=True, check=False,
                              cwd="/")
        if done.returncode != 0 or not done.stdout.startswith(tool.encode()):
            wrong.append(f"{tool} --version: status {done.returncode}")
    print("\n".join(wrong) or f"{len(tools)} tools are installed whole")
    sys.exit(1 if wrong or not tools else 0)


if __name__ == "__main__":
    main()
