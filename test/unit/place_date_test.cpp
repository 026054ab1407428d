#include <optional>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "fields/date.hpp"

using namespace letterkit;

namespace {

DateWords words_of(const std::string& habits) {
  const std::string text =
      "month 3 | maart | mrt\nordinal | e\nconnector | den\nweekday | maandag\n"
      "particle | aan\nlead | gedaan te\n" +
      habits;
  std::string months;
  for (const int month : {1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12}) {
    months += "month " + std::to_string(month) + " | m" + std::to_string(month) + "\n";
  }
  auto words = DateWords::parse({"dates.txt", months + text}, {});
  REQUIRE(words);
  return *words;
}

}  // namespace

TEST_CASE("lines that start or end as none with a date does are passed over, no others") {
  struct Row {
    const char* line;
    const char* place;  // nullptr: none
    const char* iso;    // nullptr: no such line
  };

  const std::vector<Row> rows = {
      {"maart 1996",                 nullptr,   "1996-03"   },
      {"mrt. 1996",                  nullptr,   "1996-03"   },
      {"den 2e maart 2026",          nullptr,   "2026-03-02"},
      {"maandag, 2 maart 2026",      nullptr,   "2026-03-02"},
      {"aan Zee, 2 maart 2026",      "aan Zee", "2026-03-02"},
      {"gedaan te Zee 2 maart 2026", "Zee",     "2026-03-02"},
      {"ingediend in maart 2026",    nullptr,   nullptr     },
      {"aan zee, 2 maart 2026",      nullptr,   nullptr     },
      {"2 maart 2026 / hum",         nullptr,   "2026-03-02"},
      {"2 maart 2026 / Hum",         nullptr,   "2026-03-02"},
      {"2 maart 2026 HEGU",          nullptr,   "2026-03-02"},
      {"2 maart 2026 (zu/kr)",       nullptr,   "2026-03-02"},
      {"2 maart 2026 !",             nullptr,   "2026-03-02"},
      {"2 maart 2026 hum",           nullptr,   nullptr     },
      {"2 maart 2026 HEGUX",         nullptr,   nullptr     },
      {"2 maart 2026 / humxy",       nullptr,   nullptr     },
      {"Zee, 1-3-11",                "Zee",     "2011-03-01"},
      {"Zee, 1. 3. 11.",             "Zee",     "2011-03-01"},
      {"Zee, 2011-03-01",            "Zee",     "2011-03-01"},
      {"in het debat van 16",        nullptr,   nullptr     },
      {"Zee, 2 maart 26",            nullptr,   nullptr     },
  };
  const DateWords words = words_of("short-year | - | .\n");
  for (const auto& row : rows) {
    const std::string line = row.line;
    CAPTURE(line);
    const auto read = parse_place_date(line, words);
    CHECK(read.has_value() == (row.iso != nullptr));
    if (read && row.iso != nullptr) {
      CHECK(read->date.iso == row.iso);
      CHECK(read->place.value_or("-") == (row.place != nullptr ? row.place : "-"));
    }
  }
  const auto read = parse_place_date("Zee, 2 maart 26", words_of("short-year | word\n"));
  REQUIRE(read);
  CHECK(read->date.iso == "2026-03-02");
}

TEST_CASE("a line that was read before names the place as it stands there now") {
  const DateWords words = words_of("");
  const std::string first = "Zee, 2 maart 2026";
  const std::string again = first;
  const auto was = parse_place_date(first, words);
  const auto found = parse_place_date(again, words);
  REQUIRE((was && was->place && found && found->place));
  CHECK(found->place->data() == again.data());
  CHECK(*found->place == "Zee");
  CHECK(found->date.iso == was->date.iso);
  CHECK_FALSE(parse_place_date("aan zee, 2 maart 2026", words));
  CHECK_FALSE(parse_place_date("aan zee, 2 maart 2026", words));
  // Another language remembers what is its own; labels are asked for each time.
  const DateWords others = words_of("not-place | zee\n");
  CHECK_FALSE(parse_place_date(again, others));
  const std::vector<std::string> labels = {"zee"};
  const auto labelled = parse_place_date("Zee: 2 maart 2026", words, labels);
  REQUIRE(labelled);
  CHECK_FALSE(labelled->place);
  CHECK_FALSE(parse_place_date("Zee: 2 maart 2026", words));
}

TEST_CASE("a date may end where a year or a day of one does") {
  const DateWords words = words_of("");
  for (const char* line : {"2 maart 2026", "1869", "4. 1869.", "2026-03-02", "maart 1871 HEGU"}) {
    INFO(line);
    CHECK(may_end_in_date(line, words));
  }
  for (const char* line : {"", "Postbus 90801", "Kade 30", "2511 VX Den Haag", "Den Haag"}) {
    INFO(line);
    CHECK_FALSE(may_end_in_date(line, words));
  }
}
