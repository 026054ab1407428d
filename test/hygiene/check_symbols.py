#!/usr/bin/env python3
"""The library never prints and never ends the program: no object of it refers to what would.

Usage: check_symbols.py NM LIBRARY

In: the undefined symbols of the library, as nm lists them. Out: the forbidden ones and exit status 1.
Example finding: json.cpp.o: std::cout
"""
import re
import subprocess
import sys

FORBIDDEN = re.compile(r"""
    (?:__)?v?f?printf(?:_chk)? | puts | fputs | putchar | fputc | putc | fwrite | perror
  | stdout | stderr | std::(?:cout|cerr|clog|wcout|wcerr|wclog)
  | abort | exit | _exit | _Exit | quick_exit | raise | kill | system
""", re.X)


def main():
    nm, library = sys.argv[1:]
    listing = subprocess.run([nm, "--undefined-only", "--demangle", library], check=True,
                             capture_output=True, text=True).stdout
    symbols, findings, member = 0, set(), library
    for line in listing.splitlines():
        if line.endswith(":"):
            member = line[:-1]
        elif " U " in line:
            symbols += 1
            name = line.split(" U ", 1)[1].split("@")[0]
            if FORBIDDEN.fullmatch(name):
                findings.add(f"{member}: {name}")
    print("\n".join(sorted(findings)) or f"{symbols} symbols, none prints or exits")
    sys.exit(1 if findings or not symbols else 0)


if __name__ == "__main__":
    main()
