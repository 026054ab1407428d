#!/usr/bin/env python3
"""Each rule of check_sources.py finds the defect it is for: a tree with one planted defect a rule."""
import pathlib
import sys
import tempfile

import check_sources

# Rule, file, its text, how many findings the rule must have there.
ROWS = [
    ("ascii_sources", "lib/a.cpp", '// "\u2014" and caf\u00e9\nauto a = "\u2014";\n', 0),
    ("ascii_sources", "lib/a.cpp", "// a \u2014 b\n", 1),
    ("ascii_sources", "apps/a.cpp", "int caf\u00e9;\n", 1),
    ("ascii_scripts", "scripts/a", "# caf\u00e9\n", 1),
    ("stage_order", "lib/src/lines/a.cpp", '#include "input/a.hpp"\n#include "letterkit/a.hpp"\n', 0),
    ("stage_order", "lib/src/lines/a.cpp", '#include "blocks/a.hpp"\n', 1),
    ("stage_order", "lib/src/support/a.cpp", '#include "profile/a.hpp"\n', 1),
    ("stage_order", "lib/src/odd/a.cpp", "\n", 1),
    ("no_language_names", "lib/src/a.cpp", '// Dutch "nl"\nauto a = "inlander", b = "x-nl", nl = 1;\n', 0),
    ("no_language_names", "lib/src/a.cpp", 'bool a = language == "nl";\n', 1),
    ("no_language_names", "apps/a.cpp", 'auto a = R"(nl/rules.txt)";  // "nl"\n', 1),
    ("no_language_names", "apps/a.cpp", 'auto a = "brief in nl of elders";\n', 1),
    ("no_language_names", "lib/include/a.hpp", "bool is_dutch; class FrenchDates;\n", 2),
    ("no_language_names", "apps/a.hpp", 'auto a = "reads German letters";\n', 1),
    ("wrapped_headers", "lib/src/support/pattern.cpp", "#include <re2/re2.h>\n", 0),
    ("wrapped_headers", "lib/src/fields/a.cpp", "#include <re2/re2.h>\n", 1),
    ("wrapped_headers", "lib/include/letterkit/a.hpp", '#include "support/pattern.hpp"\n', 1),
    ("library_faces", "apps/a.cpp", '#include "fields/date.hpp"\n', 1),
    ("file_length", "lib/a.cpp", "\n" * 401, 1),
    ("file_heads", "lib/a.hpp", "int a;\n", 2),
    ("profile_files", "lib/profiles/nl/a.txt", "a\n", 0),
    ("profile_files", "lib/profiles/nl/a.txt", "\ta\r\nb", 3),
    ("no_machine_paths", "docs/a.md", "see /usr/share and build/wo" + "rk/a\n", 0),
    ("no_machine_paths", "docs/a.md", "see " + "/ho" + "me/me/a and http" + "://ftp.debian.example\n", 2),
]


def main():
    failed = 0
    for rule, name, text, expected in ROWS:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True)
            path.write_bytes(text.encode())
            pathlib.Path(folder, "lib/profiles/nl").mkdir(parents=True, exist_ok=True)
            found = [finding for _, finding in check_sources.RULES[rule](pathlib.Path(folder)) if finding]
        if len(found) != expected:
            failed += 1
            print(f"{rule} on {name} {text!r}: {expected} findings expected, got {found}")
    untested = set(check_sources.RULES) - {row[0] for row in ROWS}
    print(f"{len(ROWS)} rows, {failed} failed; rules without a row: {sorted(untested)}")
    sys.exit(1 if failed or untested else 0)


if __name__ == "__main__":
    main()
