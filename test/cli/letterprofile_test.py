"""letterprofile: it finds what is wrong with a profile, tells what it holds, and starts new ones."""
import gzip
import json
import re
import shutil
import unittest

from tools import LETTER, ROOT, SAMPLES, ToolTest

PROFILES = ROOT / "lib/profiles"
LANGUAGES = sorted(path.name for path in PROFILES.iterdir())

# What is planted in the skeleton: file, the text that is replaced, by what, and what check says of it.
DEFECTS = [
    ("rules.txt", "define up (?-i:\\p{Lu})", "define up (?-i:\\p{Lu}", "pattern does not compile"),
    ("rules.txt", "  match ^{sincerely}[,.]?$", "  match ^({sincerely}", "pattern does not compile"),
    ("rules.txt", "  match ^{sincerely}[,.]?$", "  match ^{nosuch}$", "nothing is defined as {nosuch}"),
    ("rules.txt", "  label closing 7", "  label clothing 7", "no label 'clothing'"),
    ("rules.txt", "  - 12 points", "  - - point", "rule 'list-item' fires on '- point'"),
    ("rules.txt", "  + - first point", "  + first point", "rule 'list-item' does not fire on 'first point'"),
    ("rules.txt", "  + fillin-sincerely,\n", "", "rule 'closing' has no example"),
    ("rules.txt", "  - The fillin-enclosure follows.\n", "", "rule 'enclosure' has no counter-example"),
    ("rules.txt", "letter 3\n  when short\n  match ^{sinc", "when long\n  match ^{sinc",
     "rule 'closing' does not fire on 'fillin-sincerely,' for its condition 'long'"),
    ("rules.txt", "heading\n", "heading\n  + text\n", "rule 'heading' has no pattern"),
    ("rules.txt", "role-more\n", "role-office\n", "rule 'role-office' stands in line"),
    ("rules.txt", "body-base\n  label body 0\n", "body-base\n", "rule 'body-base' says nothing"),
    ("rules.txt", "  label body 0\n", "  label quote 0\n", "speaks of 'quote', which grammar.txt does not know"),
    ("rules.txt", "  when short ends_comma blank_below", "  when short !short", "wants short and does not"),
    ("rules.txt", "closing\n", "closing\n  cut after ^(a)\n", "rule 'closing' cuts and says more"),
    ("grammar.txt", "role > role | 0.3", "role > fish | 0.3", "no label 'fish'"),
    ("grammar.txt", "role > role | 0.3", "quote > end | 0.3", "no letter gets to 'quote'"),
    ("grammar.txt", "role > role | 0.3", "role > quote | 0.3", "no letter ends after 'quote'"),
    ("extract.txt", "(?:fillin-the )?)", "(?:fillin-the )?", "pattern does not compile"),
    ("split.txt", "closing    |", "page-mark-like | ^(page |a)$\nclosing |", "pattern does not compile"),
    ("fields.txt", "other     |", "others |", "unknown key 'others'"),
    ("titles.txt", "fillin-mrs", "Fillin-mr.", "'Fillin-mr.' stands in line"),
    ("not_names.txt", "word | fillin-street", "word | fillin-mayor", "'fillin-mayor' stands in line"),
    ("offices.txt", "kind mayor    | fillin-mayor", "kind mayor | fillin-minister", "stands twice"),
    ("offices.txt", "kind mayor    |", "kind Mayor |", "'Mayor' is no kind"),
    ("dates.txt", "order | day-month-year", "order | sideways", "unknown order 'sideways'"),
]


class Check(ToolTest):

    def new_profile(self):
        shutil.rmtree(self.folder / "xx", ignore_errors=True)
        outcome = self.run_tool("letterprofile", "new", "xx", ".")
        self.assertEqual((outcome.status, outcome.err), (0, ""))

    def check(self, name):
        outcome = self.run_tool("letterprofile", "check", name)
        self.assertEqual(outcome.err, "")
        *problems, summary = outcome.out.splitlines()
        for problem in problems:
            self.assertRegex(problem, r"\A[^:]+\.txt:\d+:\d+: [^;]+; .+\Z")
        self.assertRegex(summary, rf"{len(problems)} problems?\Z")
        self.assertEqual(outcome.status, 1 if problems else 0)
        return problems

    def test_built_in_profiles_are_right(self):
        outcome = self.run_tool("letterprofile", "check")
        self.assertEqual((outcome.status, outcome.err), (0, ""))
        self.assertEqual(re.findall(r"^(\w+): \d+ files, \d+ rules, 0 problems$", outcome.out, re.M),
                         LANGUAGES)

    def test_a_new_profile_is_right(self):
        self.new_profile()
        self.assertEqual(self.check("./xx"), [])

    def test_each_defect_is_found(self):
        for name, old, new, expected in DEFECTS:
            with self.subTest(file=name, defect=expected):
                self.new_profile()
                path = self.folder / "xx" / name
                text = path.read_text(encoding="utf-8")
                self.assertIn(old, text)
                path.write_text(text.replace(old, new, 1), encoding="utf-8")
                problems = self.check("xx")
                self.assertTrue(any(expected in problem and problem.startswith(f"xx/{name}:")
                                    for problem in problems), problems)

    def test_all_problems_are_told(self):
        self.new_profile()
        for name in ("titles.txt", "offices.txt", "grammar.txt", "rules.txt"):
            path = self.folder / "xx" / name
            path.write_text("nosuch one\nnosuch two\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
        problems = self.check("xx")
        self.assertEqual({tuple(problem.split(":")[:2]) for problem in problems},
                         {(f"xx/{name}", line) for line in "12" for name in
                          ("titles.txt", "offices.txt", "grammar.txt", "rules.txt")})
        self.assertEqual(problems, sorted(problems, key=lambda problem: problem.split(":")[0]))

    def test_what_follows_from_a_defect_is_not_told(self):
        self.new_profile()
        path = self.folder / "xx/rules.txt"
        path.write_text(path.read_text(encoding="utf-8").replace("define to fillin-to", "define to ("),
                        encoding="utf-8")
        problems = self.check("xx")
        self.assertFalse(any("nothing is defined" in problem for problem in problems), problems)

    def test_files(self):
        self.new_profile()
        (self.folder / "xx/rules.txt").rename(self.folder / "xx/rule.txt")
        problems = self.check("xx")
        self.assertTrue(any(problem.startswith("xx/rule.txt:1:1: is no file of a profile")
                            for problem in problems), problems)
        self.assertTrue(any(problem.startswith("xx/rules.txt:1:1: is missing") for problem in problems),
                        problems)
        self.new_profile()
        (self.folder / "xx/titles.txt").write_bytes(b"before | Dr.\nbefore | Pr\xe9f.\n")
        self.assertEqual([problem[:18] for problem in self.check("xx")], ["xx/titles.txt:2:1:"])


class New(ToolTest):

    def test_nothing_is_overwritten(self):
        self.write("xx/notes", "mine")
        outcome = self.run_tool("letterprofile", "new", "xx", ".")
        self.assertEqual(outcome.status, 2)
        self.assert_complaint(outcome, "letterprofile", "xx: is there already")
        self.assertEqual(self.files(), ["xx", "xx/notes"])

    def test_it_reads_a_plain_letter_once_filled_in(self):
        self.run_tool("letterprofile", "new", "en", "profiles")
        for path in (self.folder / "profiles/en").iterdir():
            path.write_text(path.read_text(encoding="utf-8").replace("fillin-", ""), encoding="utf-8")
        checked = self.run_tool("letterprofile", "check", "profiles/en")
        self.assertRegex(checked.out, r"\Aprofiles/en: \d+ files, \d+ rules, 0 problems\n\Z")
        self.write("a.txt", PLAIN_LETTER)
        record = json.loads(self.run_tool("letter2json", "--profile", "profiles/en", "a.txt").out)
        self.assertEqual((record["language"], record["is_letter"]), ("en", True))
        self.assertEqual(record["date"], {"iso": "2031-03-12", "place": "Seewell",
                                          "printed": "12 March 2031"})
        self.assertEqual(record["addressee"]["name"], "board of the harbour")
        self.assertEqual(record["salutation"], "Dear board,")
        self.assertEqual(len(record["body"]["paragraphs"]), 2)
        self.assertEqual(record["closing"], "Sincerely,")
        self.assertEqual([(row["name"], row["role"], row["office"]["kind"]) for row in record["signatories"]],
                         [("Anna Birch", "Mayor of Seewell", "mayor")])


    def test_months_are_asked_for_where_they_are_not_known(self):
        self.run_tool("letterprofile", "new", "xx", ".")
        self.run_tool("letterprofile", "new", "it", ".")
        self.assertEqual((self.folder / "xx/dates.txt").read_text(encoding="utf-8").count("| fillin-month-"), 12)
        self.assertNotIn("fillin-", (self.folder / "it/dates.txt").read_text(encoding="utf-8"))


# In the language that is left when the prefix of the words to fill in is taken off them.
PLAIN_LETTER = """\
To the board of the harbour

Seewell, 12 March 2031

Dear board,

The north pier was closed on the second day of this month, for its planks are rotten and two of its
posts have gone with the tide.

We shall open it again when it is mended.

Sincerely,

Anna Birch
Mayor of Seewell
"""


class ShowAndCoverage(ToolTest):

    def test_show(self):
        outcome = self.run_tool("letterprofile", "show", "nl")
        self.assertEqual((outcome.status, outcome.err), (0, ""))
        for part in ("language nl", "rules.txt", "addressee", "titles.txt before", "states: ", "circular"):
            self.assertIn(part, outcome.out)

    def test_show_as_json_agrees_with_the_files(self):
        for language in LANGUAGES:
            summary = json.loads(self.run_tool("letterprofile", "show", "--json", language).out)
            self.assertEqual({row["name"] for row in summary["files"]},
                             {path.name for path in (PROFILES / language).iterdir()})
            text = (PROFILES / language / "rules.txt").read_text(encoding="utf-8")
            names = [line for line in text.splitlines() if re.match(r"[^\s#]\S*$", line)]
            self.assertEqual([rule["id"] for rule in summary["rules"]],
                             [f"{language}/rules:{name}" for name in names])
            patterns = len(re.findall(r"(?m)^  (?:match|unless) ", text))
            self.assertEqual(sum(rule["patterns"] for rule in summary["rules"]), patterns)
            self.assertEqual(sum(rule["examples"] for rule in summary["rules"]),
                             len(re.findall(r"(?m)^  [+-] ", text)))

    def coverage(self, *arguments, **options):
        outcome = self.run_tool("letterprofile", "coverage", *arguments, **options)
        *rows, total = outcome.out.splitlines()
        return outcome, {row.split()[1]: int(row.split()[0]) for row in rows}, total

    def test_coverage_counts_rules(self):
        self.write("a.txt", LETTER)
        self.write("b.txt", LETTER)
        outcome, once, total = self.coverage("nl", "a.txt")
        self.assertEqual((outcome.status, outcome.err), (0, ""))
        fired = sum(count > 0 for count in once.values())
        self.assertEqual(total, f"1 letter, {fired} of {len(once)} rules fired")
        self.assertGreater(once["nl/rules:place-date-line"], 0)
        self.assertEqual(once["nl/rules:motion-not-letter"], 0)
        _, twice, _ = self.coverage("nl", "a.txt", "b.txt")
        self.assertEqual(twice, {rule: 2 * count for rule, count in once.items()})
        self.assertEqual(list(twice.values()), sorted(twice.values(), reverse=True))

    def test_coverage_reads_rows_and_archives(self):
        self.write("rows.ndjson", json.dumps({"id": "a", "text": LETTER}) + "\n")
        with gzip.open(self.folder / "a.txt.gz", "wt", encoding="utf-8") as packed:
            packed.write(LETTER)
        for name in ("rows.ndjson", "a.txt.gz"):
            outcome, counts, total = self.coverage("nl", "-j2", name)
            self.assertEqual((outcome.status, outcome.err), (0, ""))
            self.assertTrue(total.startswith("1 letter, "), total)
            self.assertEqual(counts["nl/rules:place-date-line"], 1)

    def test_coverage_counts_cuts_and_page_marks(self):
        self.write("a.txt", "Geachte voorzitter, Hierbij zend ik u het rapport over de haven.\n\nPagina 1 van 3\n")
        _, counts, _ = self.coverage("nl", "a.txt")
        self.assertEqual(counts["nl/rules:glued-salutation"], 1)
        self.assertEqual(counts["nl/rules:page-mark"], 1)

    def test_coverage_reads_what_it_can(self):
        self.write("a.txt", LETTER)
        outcome, counts, _ = self.coverage("nl", "a.txt", "nosuch")
        self.assertEqual(outcome.status, 1)
        self.assertGreater(counts["nl/rules:place-date-line"], 0)
        self.assert_complaint(outcome, "letterprofile", "nosuch: no such file")
        self.assertEqual(self.run_tool("letterprofile", "coverage", "nl", "nosuch").status, 4)

    def test_samples_need_most_rules(self):
        _, counts, _ = self.coverage("nl", SAMPLES, stdin="")
        self.assertGreater(sum(count > 0 for count in counts.values()), len(counts) / 2)


if __name__ == "__main__":
    unittest.main()
