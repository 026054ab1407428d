// A letter's text to lines, and columns put one after the other.
#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "lines/columns.hpp"
#include "lines/split_lines.hpp"

using namespace letterkit;

namespace {

std::vector<std::string> texts(const Lines& lines) {
  std::vector<std::string> result;
  for (const Line& line : lines.lines) {
    result.emplace_back(line.text);
  }
  return result;
}

TEST_CASE("lines know their place") {
  const std::string text = "  one\r\n\r\n\ttwo  words\r\fthree\n";
  const Lines lines = split_lines(text);
  REQUIRE(texts(lines) == std::vector<std::string>{"one", "two words", "three"});
  CHECK(lines.lines[0].number == 1);
  CHECK(lines.lines[0].column == 2);
  CHECK(lines.lines[0].start == 2);
  CHECK(lines.lines[0].end == 5);
  CHECK(lines.lines[1].number == 3);
  CHECK(lines.lines[1].blanks == 1);
  CHECK(lines.lines[1].column == 8);
  CHECK(lines.lines[2].page_break);
}

TEST_CASE("a no-break space is a blank, a lone carriage return ends a line") {
  const Lines lines = split_lines("a\u00A0\u00A0b\rc\n");
  CHECK(texts(lines) == std::vector<std::string>{"a b", "c"});
}

TEST_CASE("blank text has no lines") {
  CHECK(split_lines("").lines.empty());
  CHECK(split_lines(" \n\f\n\t").lines.empty());
}

TEST_CASE("signatures side by side are read one after the other") {
  Lines lines = split_lines(
      "De minister van Justitie,               De minister van Defensie,\n"
      "\n"
      "J. Dekker                               P. van den Akker\n");
  separate_columns(lines);
  CHECK(texts(lines) == std::vector<std::string>{"De minister van Justitie,", "J. Dekker",
                                                 "De minister van Defensie,", "P. van den Akker"});
  CHECK(lines.lines[2].side);
}

TEST_CASE("a side column comes before running text that it stands beside") {
  const std::string running(60, 'x');
  const std::string text =
      "Aan de voorzitter                                                            Ons kenmerk\n" +
      running + "                 1234-a\n" + running + "\n" + running + "\n";
  Lines lines = split_lines(text);
  separate_columns(lines);
  CHECK(texts(lines) == std::vector<std::string>{"Aan de voorzitter", "Ons kenmerk", "1234-a",
                                                 running, running, running});
}

TEST_CASE("a table of numbers stays as it is") {
  const std::string table =
      "Jaar                                    2019\nBedrag                                  "
      "1200\n";
  Lines lines = split_lines(table);
  separate_columns(lines);
  CHECK(texts(lines) == std::vector<std::string>{"Jaar 2019", "Bedrag 1200"});
}

TEST_CASE("columns lose no text") {
  const std::string text =
      "a                                         b        c\nd                                     "
      " "
      "   e        f      g\n                                          h\n";
  Lines lines = split_lines(text);
  separate_columns(lines);
  std::string letters;
  for (const Line& line : lines.lines) {
    for (const char c : line.text) {
      letters += c == ' ' ? "" : std::string(1, c);
    }
  }
  std::sort(letters.begin(), letters.end());
  CHECK(letters == "abcdefgh");
}

}  // namespace
