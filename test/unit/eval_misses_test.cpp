#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "eval/block_letter.hpp"
#include "eval/misses.hpp"

using namespace letterkit::eval;

namespace {

constexpr std::string_view kLetter =
    "Aan de griffier\n"             // 1
    "\n"                            // 2
    "Zwolle, 5 mei 2029\n"          // 3
    "\n"                            // 4
    "Op 15 april 2029 schreef u\n"  // 5
    "over het kanaal.\n"            // 6
    "\n"                            // 7
    "Hoogachtend,\n"                // 8
    "\n"                            // 9
    "D. Visser\n";                  // 10

}  // namespace

TEST_CASE("the lines that print a value") {
  struct Row {
    const char* name;
    Field field;
    const char* value;
    int first;  // 1-based; 0: not found
    int last;
  };

  const std::vector<Row> rows = {
      {"one line",              Field::closing,        "HOOGACHTEND",                8,  8 },
      {"over a line end",       Field::body_last,      "schreef u over het kanaal.", 5,  6 },
      {"first of the letter",   Field::addressee,      "Aan de griffier",            1,  1 },
      {"last of the letter",    Field::signatory_name, "D. Visser",                  10, 10},
      {"date by day and year",  Field::date,           "2029-05-05",                 3,  3 },
      {"day of two digits",     Field::date,           "2029-04-15",                 5,  5 },
      {"day within a number",   Field::date,           "2029-04-01",                 0,  0 },
      {"partial date",          Field::date,           "2029-05",                    3,  3 },
      {"signatory by name",     Field::signatory,      "D. Visser / De minister",    10, 10},
      {"signatory by role",     Field::signatory,      "X. Ander / Hoogachtend",     8,  8 },
      {"not there",             Field::place,          "Assen",                      0,  0 },
      {"nothing to look for",   Field::subject,        "-",                          0,  0 },
      {"is_letter has no line", Field::is_letter,      "u",                          0,  0 },
  };
  const LetterLines lines(kLetter, 0, std::string::npos);
  std::size_t run = 0;
  for (const Row& row : rows) {
    INFO(row.name);
    const auto span = lines.find(row.field, row.value);
    CHECK(span.has_value() == (row.first > 0));
    if (span && row.first > 0) {
      CHECK(static_cast<int>(span->first) + 1 == row.first);
      CHECK(static_cast<int>(span->last) + 1 == row.last);
    }
    ++run;
  }
  CHECK(run == 13);
}

TEST_CASE("a letter within a text keeps the text's line numbers") {
  const std::string text = std::string(kLetter) + "\f\nTweede brief\nHoogachtend,\n";
  const LetterLines second(text, kLetter.size(), text.size());
  const auto span = second.find(Field::closing, "Hoogachtend,");
  REQUIRE(span);
  CHECK(second.show(*span) ==
        "      11 | \f\n"
        "      12 | Tweede brief\n"
        "      13 | Hoogachtend,\n");
  CHECK_FALSE(second.find(Field::signatory_name, "D. Visser"));
  CHECK_FALSE(LetterLines(text, 5, 2).find(Field::closing, "Hoogachtend,"));
  CHECK_FALSE(LetterLines("", 0, 0).find(Field::closing, "Hoogachtend,"));
}

TEST_CASE("a miss shows values and lines") {
  LetterOutcome letter;
  letter.file = "a.txt";
  letter.letter = 1;
  letter.has_record = true;
  const FieldOutcome outcome =
      compare(Field::signatory_name, {{"D. Visser"}, {"E. Smit"}}, {{"E. Smit"}, {"Hoogachtend"}});
  CHECK(show_miss(letter, outcome, nullptr) ==
        "a.txt, letter 1  signatory_name\n"
        "  - want \"D. Visser\"\n"
        "  = both \"E. Smit\"\n"
        "  + have \"Hoogachtend\"\n");
  const LetterLines lines(kLetter, 0, std::string::npos);
  CHECK(show_miss(letter, outcome, &lines) == show_miss(letter, outcome, nullptr) +
                                                  "       8 | Hoogachtend,\n"
                                                  "       9 | \n"
                                                  "      10 | D. Visser\n");
  letter.has_record = false;
  CHECK_THAT(show_miss(letter, outcome, nullptr), Catch::Contains("(no record)"));
}

TEST_CASE("long lines are cut between characters") {
  const std::string line = "x" + std::string(200, 'e') + "\n";
  std::string accents;
  for (int i = 0; i < 200; ++i) {
    accents += "é";
  }
  const std::string text = line + accents + "\n";
  const LetterLines lines(text, 0, std::string::npos);
  const std::string shown = lines.show({0, 1});
  CHECK(shown == "       1 | x" + std::string(159, 'e') + " ...\n" + "       2 | " +
                     accents.substr(0, 320) + " ...\n");
}

TEST_CASE("a wrapper letter holds a block") {
  CHECK(letter_around("a\n{{block}}\nb\n", {"x", "y"}) == "a\nx\ny\nb\n");
  CHECK(letter_around("a\n", {"x", "y"}) == "a\nx\ny\n");
  CHECK(letter_around("", {"x"}) == "x\n");
  const std::string letter = letter_around(default_block_letter(), {"De griffier,", "D. Visser"});
  CHECK_THAT(letter, Catch::EndsWith("\n\nDe griffier,\nD. Visser\n"));
  CHECK_THAT(letter, !Catch::Contains("{{"));
}
