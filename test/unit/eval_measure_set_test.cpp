// Sets from labels, texts and records, with a file system made up of a map.
#include <algorithm>
#include <map>

#include <catch2/catch.hpp>

#include "eval/measure_set.hpp"

namespace letterkit::eval {
namespace {

using Files = std::map<std::string, std::string>;

MeasureOptions options_with(Files files) {
  MeasureOptions options;
  options.read_file = [files = std::move(files)](const std::string& path) -> Result<std::string> {
    const auto found = files.find(path);
    if (found == files.end()) {
      return Error{"input.unreadable", "no such file; check the name", ""};
    }
    return found->second;
  };
  options.profiles = {*builtin_profile("nl")};
  return options;
}

const SetFiles kFiles = {"set", "labels", "texts"};

TEST_CASE("measure_set matches records by base name and index") {
  MeasureOptions options = options_with({
      {"labels",
       "{\"file\": \"sub/a.txt\", \"letter\": 1, \"closing\": \"Hoogachtend\"}\n"
       "{\"file\": \"a.txt\", \"letter\": 2, \"closing\": null}\n"},
  });
  const Records records = read_records(
      "{\"source\": {\"name\": \"x/a.txt\"}, \"closing\": \"Groeten\"}\n"
      "{\"source\": {\"name\": \"x/a.txt\"}, \"closing\": \"Hoogachtend\"}\n",
      "records");
  options.records = &records;
  const MeasuredSet set = measure_set(kFiles, options);
  CHECK(set.errors.empty());
  REQUIRE(set.report.letters.size() == 2);
  CHECK(set.report.name == "set");
  CHECK(set.report.letters[0].file == "sub/a.txt");
  CHECK(set.report.letters[0].letter == 1);
  CHECK(set.report.letters[0].has_record);
  CHECK(set.report.letters[0].all_right(Matching::strict));
  CHECK_FALSE(set.report.letters[1].has_record);  // there is no third letter
  CHECK(set.report.letters[1].all_right(Matching::strict));
}

TEST_CASE("measure_set parses texts and blocks, each once") {
  std::size_t reads = 0;
  MeasureOptions options = options_with({});
  options.read_file = [&reads](const std::string& path) -> Result<std::string> {
    if (path == "labels") {
      return std::string(
          "{\"file\": \"a.txt\"}\n{\"file\": \"a.txt\", \"letter\": 1}\n"
          "{\"n\": 3, \"lines\": [\"De minister van Financien,\", \"A. Visser\"]}\n");
    }
    CHECK(path == "texts/a.txt");
    ++reads;
    return std::string("Aan de Voorzitter\n\nEen brief.\n");
  };
  const MeasuredSet set = measure_set(kFiles, options);
  CHECK(set.errors.empty());
  CHECK(reads == 1);
  REQUIRE(set.report.letters.size() == 3);
  CHECK(set.report.letters[0].has_record);
  CHECK_FALSE(set.report.letters[1].has_record);
  CHECK(set.report.letters[2].has_record);
  CHECK(set.report.letters[2].file == "block-3");
  CHECK(set.report.letters[2].confidence);
}

TEST_CASE("measure_set goes on after what it can't read") {
  const std::string labels =
      "{\"file\": \"gone.txt\", \"closing\": \"Groeten\"}\n{\n{\"file\": \"a.txt\"}\n";
  const MeasuredSet set = measure_set(kFiles, options_with({
                                                  {"labels",      labels   },
                                                  {"texts/a.txt", "Geacht,"}
  }));
  REQUIRE(set.errors.size() == 2);
  CHECK_THAT(set.errors[0].to_string(), Catch::StartsWith("labels:2:"));
  CHECK(set.errors[1].to_string() == "texts/gone.txt: no such file; check the name");
  CHECK(set.report.letters.size() == 2);
  CHECK(set.report.missing() == 1);

  const MeasuredSet none = measure_set(kFiles, options_with({}));
  REQUIRE(none.errors.size() == 1);
  CHECK(none.errors[0].where == "labels");
  CHECK(none.report.letters.empty());
}

TEST_CASE("measure_set shows as many misses as are asked for") {
  const Files files = {
      {"labels",
       "{\"file\": \"a.txt\", \"closing\": \"Hoogachtend\", \"number\": \"7\"}\n"
       "{\"file\": \"b.txt\", \"closing\": \"Hoogachtend\"}\n"},
      {"texts/a.txt", "Een brief.\n\nHoogachtend,\n"          },
  };
  const Records no_records;
  for (const std::size_t asked : {0U, 1U, 2U, 9U}) {
    MeasureOptions options = options_with(files);
    options.records = &no_records;
    options.misses = asked;
    const MeasuredSet set = measure_set(kFiles, options);
    CHECK(set.errors.empty());  // b.txt is only looked at to show lines
    CHECK(set.misses.size() == std::min<std::size_t>(asked, 3));
    if (asked == 9) {
      CHECK_THAT(set.misses[1], Catch::Contains("       3 | Hoogachtend,"));
      CHECK_THAT(set.misses[2], !Catch::Contains(" | "));
    }
    options.only = {Field::number};
    CHECK(measure_set(kFiles, options).misses.size() == std::min<std::size_t>(asked, 1));
  }
}

}  // namespace
}  // namespace letterkit::eval
