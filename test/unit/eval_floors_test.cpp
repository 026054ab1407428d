#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "eval/floors.hpp"

using namespace letterkit::eval;

namespace {

/// Three letters: date F1 2/3 (2 right of 3 and 3), closing F1 1; one record right.
SetReport made_set() {
  SetReport set{"made", {}};
  const auto letter = [](const char* want, const char* have) {
    LetterOutcome outcome;
    outcome.fields.push_back(compare(Field::date, {{want}}, {{have}}));
    return outcome;
  };
  set.letters = {letter("1996-04", "1996-04"), letter("1997", "1997"), letter("1998", "1999")};
  set.letters[0].fields.push_back(compare(Field::closing, {{"Hoogachtend"}}, {{"Hoogachtend"}}));
  return set;
}

}  // namespace

TEST_CASE("floors that a set falls short of") {
  struct Row {
    const char* name;
    const char* floors;
    std::vector<std::string> broken;
  };

  const std::vector<Row> rows = {
      {"all held",              R"({"made": {"date": 0.66, "closing": 1, "record": 0.6666}})", {}                },
      {"field",                 R"({"made": {"date": 0.67}})",                                 {"date"}          },
      {"record",                R"({"made": {"record": 0.67}})",                               {"record"}        },
      {"both, record first",    R"({"made": {"date": 0.9, "record": 0.9}})",                   {"record", "date"}},
      {"exactly reached",       R"({"made": {"date": 0.66666666666666663}})",                  {}                },
      {"not measured any more", R"({"made": {"place": 0.5}})",                                 {"place"}         },
      {"other set",             R"({"other": {"date": 1}})",                                   {}                },
      {"none",                  R"({})",                                                       {}                },
  };
  std::size_t run = 0;
  for (const Row& row : rows) {
    INFO(row.name);
    const auto floors = read_floors(row.floors, "floors.json");
    REQUIRE(floors);
    std::vector<std::string> broken;
    for (const BrokenFloor& floor : broken_floors(*floors, made_set())) {
      broken.push_back(floor.field);
      CHECK(floor.set == "made");
      CHECK(floor.measured.has_value() == (floor.field != "place"));
    }
    CHECK(broken == row.broken);
    ++run;
  }
  CHECK(run == 8);
}

TEST_CASE("floors only rise") {
  Floors floors = {
      {"made",  {{"date", 0.9}, {"closing", 0.5}}},
      {"other", {{"date", 0.1}}                  }
  };
  raise_floors(floors, made_set());
  CHECK(floors["made"]["date"] == 0.9);       // measured lower: stays
  CHECK(floors["made"]["closing"] == 1.0);    // measured higher: rises
  CHECK(floors["made"]["record"] == 0.6666);  // new: rounded down
  CHECK(floors["other"]["date"] == 0.1);
  CHECK(floors["other"].size() == 1);

  Floors fresh;
  raise_floors(fresh, made_set());
  CHECK(broken_floors(fresh, made_set()).empty());
  CHECK(fresh["made"].size() == 3);
}

TEST_CASE("a floors file is written in a fixed order and read back") {
  Floors floors = {
      {"b", {{"closing", 1.0}, {"date", 0.5}, {"record", 0.25}}},
      {"a", {{"date", 0.75}}                                   }
  };
  const std::string text = to_text(floors);
  CHECK(text ==
        "{\n  \"a\": {\n    \"date\": 0.75\n  },\n"
        "  \"b\": {\n    \"record\": 0.25,\n    \"date\": 0.5,\n    \"closing\": 1.0\n  }\n}\n");
  const auto read = read_floors(text, "floors.json");
  REQUIRE(read);
  CHECK(*read == floors);
  CHECK(to_text({}) == "{}\n");
}

TEST_CASE("floors files that cannot be read say why") {
  struct Row {
    const char* text;
    const char* message;
  };

  const std::vector<Row> rows = {
      {"{\n  \"a\": }",              "floors.json:2:8: not valid JSON"                               },
      {"",                           "floors.json:1:1: not valid JSON"                               },
      {"[]",                         "floors.json: not an object of sets"                            },
      {"{\"a\": 1}",                 "floors.json: \"a\" is not an object of fields"                 },
      {"{\"a\": {\"dates\": 1}}",
       "floors.json: \"a\" has a floor for \"dates\", which is no field"                             },
      {"{\"a\": {\"date\": 98}}",    "floors.json: the floor of \"date\" in \"a\" is not from 0 to 1"},
      {"{\"a\": {\"date\": \"1\"}}",
       "floors.json: the floor of \"date\" in \"a\" is not from 0 to 1"                              },
  };
  std::size_t run = 0;
  for (const Row& row : rows) {
    INFO(row.text);
    const auto floors = read_floors(row.text, "floors.json");
    REQUIRE_FALSE(floors);
    CHECK_THAT(floors.error().to_string(), Catch::StartsWith(row.message));
    ++run;
  }
  CHECK(run == 7);
}
