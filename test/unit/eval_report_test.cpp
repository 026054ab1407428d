#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "eval/report_json.hpp"
#include "eval/table.hpp"
#include "support/unicode.hpp"

using namespace letterkit;
using namespace letterkit::eval;

namespace {

SetReport made_set() {
  LetterOutcome good;
  good.file = "a.txt";
  good.has_record = true;
  good.confidence = 0.9;
  good.fields.push_back(compare(Field::date,
                                {
                                    {"2029-05-01"}
  },
                                {{"2029-05-01", 0.8}}));
  good.fields.push_back(compare(Field::closing, {}, {}));
  LetterOutcome bad;
  bad.file = "b.txt";
  bad.letter = 2;
  bad.fields.push_back(compare(Field::date, {{"2029-06-01"}}, {}));
  bad.fields.push_back(compare(Field::closing, {}, {{"Yeşil, \"zo\""}}));
  return {
      "made", {good, bad}
  };
}

}  // namespace

TEST_CASE("the report for scripts") {
  const auto report = to_json({made_set()});
  CHECK(report["lettereval"] == "1");
  const auto& set = report["sets"]["made"];
  CHECK(set["letters"] == 2);
  CHECK(set["missing"] == 1);
  CHECK(set["record"]["soft"] == 0.5);
  CHECK(set["record"]["soft_right"] == 1);
  const auto& date = set["fields"]["date"];
  CHECK(date["gold"] == 2);
  CHECK(date["found"] == 1);
  CHECK(date["soft"]["right"] == 1);
  CHECK(date["soft"]["p"] == 1.0);
  CHECK(date["soft"]["r"] == 0.5);
  CHECK(date["strict"]["f1"].get<double>() == Approx(2.0 / 3));
  CHECK(set["fields"]["closing"]["empty_right"] == 1);
  CHECK_FALSE(set["fields"].contains("place"));
  CHECK(set["micro"]["gold"] == 2);
  CHECK(set["macro"]["soft"]["f1"].get<double>() == Approx(1.0 / 3));
  CHECK(set["calibration"]["records"]["count"] == 1);
  CHECK(set["calibration"]["values"]["bins"][0]["from"] == 0.8);
  CHECK(set["calibration"]["fields"]["date"]["count"] == 1);
  CHECK(set["calibration"]["fields"]["date"]["expected_error"].get<double>() == Approx(0.2));
  CHECK(set["outcomes"][0]["fields"]["date"]["sure"][0]["confidence"] == 0.8);
  CHECK(set["outcomes"][0]["fields"]["date"]["sure"][0]["right"] == true);
  CHECK(set["outcomes"][1]["fields"]["closing"]["sure"][0]["confidence"].is_null());
  CHECK(set["outcomes"][1]["fields"]["closing"]["sure"][0]["right"] == false);
  REQUIRE(set["outcomes"].size() == 2);
  CHECK(set["outcomes"][0]["confidence"] == 0.9);
  CHECK(set["outcomes"][1]["confidence"].is_null());
  CHECK(set["outcomes"][1]["fields"]["date"]["want"][0] == "2029-06-01");
  CHECK(set["outcomes"][1]["fields"]["closing"]["have"][0] == "Yeşil, \"zo\"");
}

TEST_CASE("a report is read back as it was measured") {
  const auto read = read_report(to_json({made_set()}).dump(), "old.json");
  REQUIRE(read);
  REQUIRE(read->size() == 1);
  CHECK((*read)[0].name == "made");
  REQUIRE((*read)[0].letters.size() == 2);
  CHECK((*read)[0].letters[1].letter == 2);
  auto again = to_json(*read)["sets"]["made"];
  auto first = to_json({made_set()})["sets"]["made"];
  CHECK(again["fields"] == first["fields"]);
  CHECK(again["record"] == first["record"]);
  CHECK(again["missing"] == first["missing"]);
}

TEST_CASE("what is no report says so") {
  struct Row {
    const char* text;
    const char* message;
  };

  const std::vector<Row> rows = {
      {"{",                                        "old.json:1:2: not valid JSON"        },
      {"{}",                                       "old.json: not a report of lettereval"},
      {"[]",                                       "old.json: not a report of lettereval"},
      {"{\"sets\": {\"a\": {}}}",                  "old.json: not a report of lettereval"},
      {"{\"sets\": {\"a\": {\"outcomes\": [1]}}}", "old.json: not a report of lettereval"},
  };
  std::size_t run = 0;
  for (const Row& row : rows) {
    INFO(row.text);
    const auto read = read_report(row.text, "old.json");
    REQUIRE_FALSE(read);
    CHECK_THAT(read.error().to_string(), Catch::StartsWith(row.message));
    ++run;
  }
  CHECK(run == 5);
}

TEST_CASE("the table for people") {
  const std::string table = report_table(made_set());
  CHECK_THAT(table, Catch::StartsWith("made: 2 letters\n"));
  CHECK_THAT(table, Catch::Contains("\ndate                 2     2     1"
                                    "   1.000  0.500  0.667   1.000  0.500  0.667\n"));
  CHECK_THAT(table, Catch::Contains("\nclosing "));
  CHECK_THAT(table, Catch::Contains("\nmicro average "));
  CHECK_THAT(table, Catch::Contains("\nmacro average "));
  CHECK_THAT(table, Catch::Contains("\nwhole records right: 1 of 2 (0.500), strictly 1 (0.500)\n"
                                    "without a record: 1\n"));
  CHECK_THAT(table, Catch::Contains("confidence of records"));
  CHECK_THAT(table, Catch::Contains("confidence of values"));
  CHECK_THAT(table, Catch::Matches("(?:.|\\n)*date +1 +0.800 +1.000 +error 0.200(?:.|\\n)*"));
  CHECK_THAT(table, !Catch::Contains("place"));
  std::size_t widest = 0;
  for (std::size_t at = 0; at < table.size();) {
    const std::size_t end = table.find('\n', at);
    widest = std::max(widest, length_in_code_points(table.substr(at, end - at)));
    at = end + 1;
  }
  CHECK(widest <= 79);
}

TEST_CASE("the table of changes") {
  SetReport before = made_set();
  before.letters[0].fields[0] = compare(Field::date, {{"2029-05-01"}}, {});
  const std::string table = changes_table(changes_between(before, made_set()), "made", "old.json");
  CHECK_THAT(table, Catch::StartsWith("made against old.json\n"));
  CHECK_THAT(table, Catch::Contains("\nwhole records    0.000  0.500  +0.500\n"));
  CHECK_THAT(table,
             Catch::Contains("\ndate             0.000  0.667  +0.667       1     0  0, 0\n"));
  CHECK_THAT(table, Catch::Contains("\n  + whole record  a.txt\n"));
  CHECK_THAT(table, Catch::Contains("\n  + date  a.txt  \"2029-05-01\"\n"));
  const std::string same =
      changes_table(changes_between(made_set(), made_set()), "made", "old.json");
  CHECK_THAT(same, Catch::EndsWith("no value changed\n"));
}
