#include "fields/phrase_table.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace letterkit;

TEST_CASE("PhraseTable recognises the longest phrase whatever its case and spacing") {
  PhraseTable table;
  REQUIRE(table.add("annex", 1));
  REQUIRE(table.add("annex to the proceedings", 2));
  REQUIRE(table.add("I", 3));
  REQUIRE(table.add("bird's nest", 4));
  REQUIRE(table.add("\u00E9tat", 5));
  CHECK_FALSE(table.add("Annex", 9));
  CHECK(table.add("Annex", 1));
  CHECK_FALSE(table.add("", 1));
  CHECK_FALSE(table.add("a (b)", 1));

  struct Row {
    const char* text;
    int value;  // 0: none
    std::size_t end;
  };

  const std::vector<Row> rows = {
      {"annex",                        1, 5 },
      {"ANNEX to the proceedings.",    2, 24},
      {"Annex\n  to the\tProceedings", 2, 26},
      {"annex to the",                 1, 5 },
      {"annexes",                      0, 0 },
      {"I, 3",                         3, 1 },
      {"I",                            3, 1 },
      {"I3",                           0, 0 },
      {"bird\u2019s nest",             4, 13},
      {"birds nest",                   0, 0 },
      {"\u00C9TAT",                    5, 5 },
      {"",                             0, 0 },
      {"annex to the proceedingsx",    1, 5 },
  };
  std::size_t run = 0;
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto match = table.match(row.text, 0);
    CHECK((match ? match->value : 0) == row.value);
    CHECK((match ? match->end : 0) == row.end);
    ++run;
  }
  CHECK(run == 13);
}

TEST_CASE("PhraseTable goes on with words however their first letters are written") {
  PhraseTable table;
  REQUIRE(table.add("annex \u00E9tat", 1));
  REQUIRE(table.add("annex kelvin", 2));
  REQUIRE(table.add("report of m\u00E4rz", 3));
  const auto value = [&table](const char* text) {
    const auto match = table.match(text, 0);
    return match ? match->value : 0;
  };
  CHECK(value("Annex \u00C9TAT") == 1);
  CHECK(value("annex E\u0301tat") == 1);  // decomposed
  CHECK(value("annex KELVIN") == 2);
  CHECK(value("annex \u212Aelvin") == 2);  // the sign of the unit, which folds to k
  CHECK(value("annex elvin") == 0);
  CHECK(value("report of ma\u0308rz") == 3);
  CHECK(value("report of marz") == 0);
  CHECK(value("report") == 0);
}

TEST_CASE("WordTable folds case and keeps one value a word") {
  WordTable table;
  REQUIRE(table.add("M\u00C4RZ", 3));
  CHECK(table.find("m\u00E4rz") == 3);
  CHECK(table.find("ma\u0308rz") == 3);  // decomposed
  CHECK(table.find("marz", -7) == -7);
  CHECK_FALSE(table.contains(""));
  CHECK_FALSE(table.contains(std::string(1 << 20, 'm')));
  CHECK_FALSE(table.add("m\u00E4rz", 4));
  table.raise("m\u00E4rz", 5);
  CHECK(table.find("m\u00E4rz") == 5);
  table.raise("m\u00E4rz", 4);
  CHECK(table.find("m\u00E4rz") == 5);
}
