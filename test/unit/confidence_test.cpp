// How margins become probabilities: confidence.txt, its errors, and the record's confidence.
#include "profile/confidence.hpp"

#include "letterkit/parse.hpp"
#include "letterkit/profile.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "profile/profile_data.hpp"
#include "profile/profile_files.hpp"

using namespace letterkit;

namespace {

Confidences confidences_of(const std::string& text) {
  auto confidences = Confidences::parse({"confidence.txt", text});
  if (!confidences) {
    FAIL(confidences.error().to_string());
  }
  return *confidences;
}

TEST_CASE("without rows a margin is taken for log odds") {
  const Confidences confidences = confidences_of("# nothing\n");
  CHECK(confidences.of(Measure::date, 0) == Approx(0.5));
  CHECK(confidences.of(Measure::record, 2) == Approx(0.880797));
}

TEST_CASE("a field without a row is served by that of values; letter and record are no fields") {
  const Confidences confidences = confidences_of("date | 2 | -1\nvalues | 0 | 1\n");
  CHECK(confidences.of(Measure::date, 1) == Approx(0.731059));
  CHECK(confidences.of(Measure::place, 1) == Approx(0.731059));
  CHECK(confidences.of(Measure::date, 0) == Approx(0.268941));
  CHECK(confidences.of(Measure::place, 0) == Approx(0.731059));
  CHECK(confidences.of(Measure::letter, 0) == Approx(0.5));
}

TEST_CASE("margins over the greatest are not told apart") {
  const Confidences confidences = confidences_of("values | 0.1 | 0\n");
  CHECK(confidences.of(Measure::values, 14) < confidences.of(Measure::values, 15));
  CHECK(confidences.of(Measure::values, 1000) == confidences.of(Measure::values, 15));
}

TEST_CASE("errors in confidence.txt name the place and what is wrong") {
  struct Row {
    const char* text;
    const char* where;
    const char* code;
  };

  const std::vector<Row> rows = {
      {"date | 1\n",                   "confidence.txt:1:1",  "confidence.syntax"},
      {"# a\n  datum | 1 | 0\n",       "confidence.txt:2:3",  "confidence.name"  },
      {"date | much | 0\n",            "confidence.txt:1:8",  "confidence.number"},
      {"date | 1 | inf\n",             "confidence.txt:1:12", "confidence.number"},
      {"date | -0.1 | 0\n",            "confidence.txt:1:8",  "confidence.number"},
      {"date | 1 | 0\ndate | 1 | 0\n", "confidence.txt:2:1",  "confidence.twice" },
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto confidences = Confidences::parse({"confidence.txt", row.text});
    REQUIRE_FALSE(confidences);
    CHECK(confidences.error().where == row.where);
    CHECK(confidences.error().code == row.code);
    CHECK(confidences.error().message.find(';') != std::string::npos);
  }
}

TEST_CASE("every built-in profile has rows for values, letter and record") {
  for (const std::string& language : builtin_languages()) {
    CAPTURE(language);
    const auto files = ProfileFiles::built_in(language);
    REQUIRE(files);
    const std::string text(files->file("confidence.txt").text);
    for (const char* row : {"\nvalues ", "\nletter ", "\nrecord "}) {
      CHECK(text.find(row) != std::string::npos);
    }
  }
}

TEST_CASE("every built-in profile loads from its folder too, patterns checked") {
  for (const std::string& language : builtin_languages()) {
    const auto profile = load_profile(std::string(LETTERKIT_PROFILES_DIR) + "/" + language);
    INFO((profile ? language : profile.error().to_string()));
    CHECK(profile);
  }
}

TEST_CASE("a letter in a usual layout is surer than one with odd parts") {
  const std::string head =
      "38 441\nToekomst van de zeehavens\nNr. 12 BRIEF VAN DE MINISTER VAN DEFENSIE\n"
      "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\nDen Haag, 4 april 2029\n"
      "Op 20 maart stroomde bluswater van een brand te Moerdijk in het Hollandsch Diep.\n";
  const std::string usual = head + "De Minister van Defensie,\nL.O. van der Veen\n";
  const std::string odd = head + "Defensie\nVeen\n";
  const std::vector<Profile> profiles = {*builtin_profile("nl")};
  const auto sure = parse_letters(usual, "a.txt", profiles);
  const auto unsure = parse_letters(odd, "a.txt", profiles);
  REQUIRE(sure.size() == 1);
  REQUIRE(unsure.size() == 1);
  CHECK(sure[0].confidence > unsure[0].confidence);
}

}  // namespace
