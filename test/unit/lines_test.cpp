// A letter's text to lines, columns put one after the other, wrapped lines joined.
#include "letterkit/profile.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "lines/columns.hpp"
#include "lines/plain_run.hpp"
#include "lines/split_lines.hpp"
#include "profile/cut_lines.hpp"
#include "profile/profile_data.hpp"
#include "profile/unwrap_lines.hpp"

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

TEST_CASE("lines found by blocks of bytes are those that single looks make") {
  const std::vector<std::string> specials = {
      " ", "  ", "   ", "\t", "\x01", "\x7F", "\u00E9", "\u00A0", "e\u0301", "\u2014", "\uFEFF"};
  for (const std::size_t size : {1, 2, 14, 15, 16, 17, 31, 32, 33, 34, 63, 64, 65, 66, 100}) {
    for (std::size_t at = 0; at <= size; ++at) {
      for (const std::string& special : specials) {
        std::string text = std::string(size, 'a');
        text.insert(at, special);
        const std::size_t end = text.size();
        text.append("\nbelow\n" + std::string(100, 'b'));
        Lines single;
        single.text = text;
        const Line expected = make_line(single, 0, end, Line{});
        const Lines lines = split_lines(text);
        REQUIRE(lines.lines.size() == 3);
        const Line& line = lines.lines.front();
        REQUIRE(line.text == expected.text);
        REQUIRE(line.start == expected.start);
        REQUIRE(line.end == expected.end);
        REQUIRE(line.column == expected.column);
        REQUIRE(line.width == expected.width);
        REQUIRE(line.gap == expected.gap);
      }
    }
  }
}

TEST_CASE("runs of plain bytes are as long with the processor's help") {
  const std::vector<std::string> pieces = {"a",      "bcdefgh ", " ",      "\n",     "\t",
                                           "\u00E9", "\u20AC",   "\u201C", "\u00A0", "e\u0301"};
  std::mt19937 random(6);
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    for (std::size_t left = random() % 60; left > 0; --left) {
      text += pieces[random() % (random() % 8 == 0 ? pieces.size() : 2)];
    }
    const PlainRun run = plain_run(text, 0);
    const PlainRun portable = plain_run_portable(text, 0);
    INFO(text);
    REQUIRE(run.end == portable.end);
    REQUIRE(run.going_on == portable.going_on);
  }
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

TEST_CASE("a line below one that a column took stands below a blank line") {
  Lines lines = split_lines(
      "Gemeente Zand                           Kade 1\n"
      "                                        1234 AB Zand\n"
      "Vereniging De Kade\n"
      "Steiger 2\n");
  separate_columns(lines);
  REQUIRE(texts(lines) == std::vector<std::string>{"Gemeente Zand", "Kade 1", "1234 AB Zand",
                                                   "Vereniging De Kade", "Steiger 2"});
  CHECK(lines.lines[3].blanks == 1);
  CHECK(lines.lines[4].blanks == 0);
}

TEST_CASE("values beside a column of labels stay with them") {
  Lines lines = split_lines(
      "Stadtwerke                              ZEICHEN   H 12\n"
      "Kai 3                                   TELEFON   040 1\n"
      "                                                  040 2\n"
      "Seewil                                  DATUM     3. Mai 2031\n");
  const auto is_label = [](std::string_view text) {
    return text == "ZEICHEN" || text == "TELEFON" || text == "DATUM";
  };
  separate_columns(lines, is_label);
  CHECK(texts(lines) == std::vector<std::string>{"Stadtwerke", "Kai 3", "Seewil", "ZEICHEN H 12",
                                                 "TELEFON 040 1", "040 2", "DATUM 3. Mai 2031"});
}

TEST_CASE("values that begin above their labels stay with them") {
  Lines lines = split_lines(
      "Stadtwerke                                        H 11\n"
      "Kai 3                                   ZEICHEN   H 12\n"
      "                                        TELEFON   040 1\n"
      "Seewil                                  DATUM     3. Mai 2031\n");
  separate_columns(lines, [](std::string_view text) {
    return text == "ZEICHEN" || text == "TELEFON" || text == "DATUM";
  });
  CHECK(texts(lines) == std::vector<std::string>{"Stadtwerke", "Kai 3", "Seewil", "H 11",
                                                 "ZEICHEN H 12", "TELEFON 040 1",
                                                 "DATUM 3. Mai 2031"});
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

TEST_CASE("lines with gaps are the same, folded sooner or later") {
  const std::vector<std::string> pieces = {
      "Aan", "de \u00E9n", "12", "   ", "\t", " ", "\n", "\n", std::string(40, ' '), "   e\u0301"};
  std::mt19937 random(7);
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (std::size_t left = random() % 60; left > 0; --left) {
      text += pieces[random() % pieces.size()];
    }
    Lines sooner = split_lines(text);
    Lines later = split_lines(text, Gaps::as_printed);
    separate_columns(sooner);
    separate_columns(later);
    INFO(text);
    REQUIRE(texts(later) == texts(sooner));
    REQUIRE(std::ranges::none_of(later.lines, [](const Line& line) { return line.text.empty(); }));
    for (std::size_t line = 0; line < later.lines.size(); ++line) {
      REQUIRE(later.lines[line].width == sooner.lines[line].width);
      REQUIRE(later.lines[line].column == sooner.lines[line].column);
      REQUIRE(later.lines[line].start == sooner.lines[line].start);
      REQUIRE(later.lines[line].end == sooner.lines[line].end);
    }
  }
}

TEST_CASE("lines around one that is cut stay as they are") {
  const auto profile = builtin_profile("nl");
  REQUIRE(profile);
  const std::string text = "Hoogachtend,\nDe Minister van Financi\u00EBn, W. Drees\nBijlagen\n";
  Lines lines = split_lines(text);
  cut_lines(lines, profile->data());
  CHECK(texts(lines) == std::vector<std::string>{"Hoogachtend,", "De Minister van Financi\u00EBn,",
                                                 "W. Drees", "Bijlagen"});
  CHECK(std::ranges::all_of(lines.lines, [](const Line& line) { return line.known != nullptr; }));
}

std::vector<std::string> unwrapped(const std::string& text) {
  const auto profile = builtin_profile("nl");
  REQUIRE(profile);
  Lines lines = split_lines(text);
  unwrap_lines(lines, profile->data());
  return texts(lines);
}

TEST_CASE("lines that a program wrapped are joined, also in the signature") {
  const std::vector<std::string> lines = unwrapped(
      "Geachte voorzitter,\n\n"
      "In deze brief schrijf ik over de wegen langs het kanaal, die\n"
      "al jaren niet zijn onderhouden en waarover veel klachten bij\n"
      "mijn ministerie binnenkomen, ook van burgers en van de in- \n"
      "en uitvoerders die er elke dag over rijden. Het onderhoud is\n"
      "begonnen.\n\n"
      "De Minister van Infrastructuur en van het Waterbeheer, K.H.\n"
      "Wegeman\n");
  CHECK(lines ==
        std::vector<std::string>{
            "Geachte voorzitter,",
            "In deze brief schrijf ik over de wegen langs het kanaal, die al jaren niet "
            "zijn onderhouden en waarover veel klachten bij mijn ministerie binnenkomen, "
            "ook van burgers en van de in- en uitvoerders die er elke dag over rijden. Het "
            "onderhoud is begonnen.",
            "De Minister van Infrastructuur en van het Waterbeheer, K.H. Wegeman"});
}

TEST_CASE("lines that a press broke by their width in type are left alone") {
  const std::string text =
      "In deze brief schrijf ik over de wegen langs het kanaal\n"
      "die al jaren niet zijn onderhouden en waarover\n"
      "veel klachten bij mijn ministerie binnenkomen, ook van\n"
      "burgers en van de vervoerders die er elke dag\n"
      "over rijden; het onderhoud is begonnen.\n";
  CHECK(unwrapped(text).size() == 5);
}

TEST_CASE("items, rows and lines with room for the next word stay apart in wrapped text") {
  const std::string wrapped =
      "In deze brief schrijf ik over de wegen langs het kanaal, die\n"
      "al jaren niet zijn onderhouden en waarover veel klachten bij\n"
      "mijn ministerie binnenkomen, ook van burgers en van de boeren\n"
      "en vervoerders die er elke dag over rijden. Het onderhoud\n"
      "begint in mei en eindigt in september van het jaar hierna, en\n"
      "kost tien miljoen.\n";
  CHECK(unwrapped(wrapped +
                  "\n- Van een punt dat een hele regel lang is tot bijna de rand;\n- en nog een.\n")
            .size() == 3);
  CHECK(unwrapped(wrapped +
                  "\n| wegvak | kosten in duizenden euro's | begin van het werk |\n| 1 | 2 |\n")
            .size() == 3);
  CHECK(unwrapped(wrapped + "\nAan de Voorzitter\nDen Haag\n").size() == 3);
}

}  // namespace
