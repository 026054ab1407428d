"""letter2csv: its tables and its forms of output."""
import csv
import io
import unittest

from tools import LETTER, SAMPLES, ToolTest

# The tables of the record's contract: columns are never renamed, dropped or moved.
COLUMNS = {
    "letters": "id source index language form is_letter confidence dossier dossier_title number title "
               "subject reference your_reference addressee place date salutation closing signatories "
               "roles on_behalf_of paragraphs words references diagnostics",
    "signatories": "id source index date position name titles initials given prefix surname suffixes "
                   "role office ministry acting",
}
ELEMENT_TABLES = ("dossiers", "references", "paragraphs", "diagnostics")


class Tables(ToolTest):

    def setUp(self):
        super().setUp()
        self.write("a.txt", LETTER)
        self.write("b, \"c\".txt", LETTER)

    def csv(self, *arguments, **options):
        outcome = self.run_tool("letter2csv", *arguments, **options)
        self.assertEqual((outcome.status, outcome.err), (0, ""))
        return outcome.bytes.decode("utf-8")

    def rows(self, *arguments, **format_options):
        return list(csv.reader(io.StringIO(self.csv(*arguments), newline=""), strict=True,
                               **format_options))

    def test_letters_is_the_default_table(self):
        self.assertEqual(self.csv("a.txt"), self.csv("--table", "letters", "a.txt"))

    def test_columns_of_the_tables(self):
        for table, columns in COLUMNS.items():
            self.assertEqual(self.rows("--table", table, "a.txt")[0], columns.split())
        for table in ELEMENT_TABLES:
            header = self.rows("--table", table, "a.txt")[0]
            self.assertEqual(header[:3], ["id", "source", "index"])
            self.assertEqual(len(header), len(set(header)))

    def test_rows_are_as_wide_as_the_header(self):
        for table in (*COLUMNS, *ELEMENT_TABLES):
            rows = self.rows("--table", table, SAMPLES)
            self.assertEqual({len(row) for row in rows}, {len(rows[0])})
        self.assertGreater(len(self.rows(SAMPLES)), 50)

    def test_quoting(self):
        self.assertEqual(self.csv("--columns", "source", "b, \"c\".txt"),
                         'source\n"b, ""c"".txt"\n')

    def test_some_columns_in_the_order_given(self):
        self.assertEqual(self.rows("--columns", "index, source", "a.txt"),
                         [["index", "source"], ["0", "a.txt"]])

    def test_no_header(self):
        self.assertEqual(self.csv("--no-header", "--columns", "source", "a.txt"), "a.txt\n")
        self.assertEqual(self.csv("--no-header", stdin=""), "")

    def test_header_alone_when_there_is_no_letter(self):
        self.assertEqual(self.csv("--columns", "source", stdin=""), "source\n")

    def test_delimiters(self):
        some = ["--columns", "source,index"]
        self.assertEqual(self.csv(*some, "--tsv", "a.txt"), "source\tindex\na.txt\t0\n")
        self.assertEqual(self.csv(*some, "--delimiter", "\t", "a.txt"), "source\tindex\na.txt\t0\n")
        self.assertEqual(self.csv(*some, "--delimiter", "\\t", "a.txt"), "source\tindex\na.txt\t0\n")
        self.assertEqual(self.csv(*some, "--delimiter", ";", "b, \"c\".txt"),
                         'source;index\n"b, ""c"".txt";0\n')

    def test_byte_order_mark_and_line_ends(self):
        self.assertEqual(self.csv("--bom", "--crlf", "--columns", "source", "a.txt"),
                         "\ufeffsource\r\na.txt\r\n")
        self.assertEqual(self.csv("--bom", "--no-header", "--columns", "source", "a.txt"),
                         "\ufeffa.txt\n")

    def test_formulas(self):
        self.write("=1+1.txt", LETTER)
        self.assertEqual(self.csv("--columns", "source", "--", "=1+1.txt"), "source\n=1+1.txt\n")
        self.assertEqual(self.csv("--columns", "source", "--escape-formulas", "--", "=1+1.txt"),
                         "source\n'=1+1.txt\n")

    def test_unknown_names_tell_those_that_exist(self):
        outcome = self.run_tool("letter2csv", "--table", "letter", "a.txt")
        for table in (*COLUMNS, *ELEMENT_TABLES):
            self.assertIn(table, outcome.err)
        outcome = self.run_tool("letter2csv", "--table", "signatories", "--columns", "x", "a.txt")
        self.assertIn(", ".join(COLUMNS["signatories"].split()), outcome.err)


if __name__ == "__main__":
    unittest.main()
