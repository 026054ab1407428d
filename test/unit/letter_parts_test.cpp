// letter.txt: what parts of a record say of a text being a letter.
#include "profile/letter_parts.hpp"

#include "letterkit/profile.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "profile/profile_data.hpp"

using namespace letterkit;

namespace {

TEST_CASE("parts have the weights of their rows, others none") {
  const auto parts = LetterParts::parse({"letter.txt", "# a\ntext | -2\n\nsignatory_role | 1.5\n"});
  REQUIRE(parts);
  CHECK(parts->weight(LetterPart::text) == -2);
  CHECK(parts->weight(LetterPart::signatory_role) == 1.5F);
  CHECK(parts->weight(LetterPart::signatory) == 0);
}

TEST_CASE("errors in letter.txt name the place and what is wrong") {
  struct Row {
    const char* text;
    const char* where;
    const char* code;
  };

  const std::vector<Row> rows = {
      {"date\n",               "letter.txt:1:1", "letter.syntax"},
      {"date | 1 | 2\n",       "letter.txt:1:1", "letter.syntax"},
      {"# a\n  datum | 1\n",   "letter.txt:2:3", "letter.part"  },
      {"date | 1\ndate | x\n", "letter.txt:2:8", "letter.number"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto parts = LetterParts::parse({"letter.txt", row.text});
    REQUIRE_FALSE(parts);
    CHECK(parts.error().where == row.where);
    CHECK(parts.error().code == row.code);
  }
}

TEST_CASE("in every built-in profile a text alone is no letter, and a signed one with a date is") {
  for (const std::string& language : builtin_languages()) {
    CAPTURE(language);
    const LetterParts& parts = builtin_profile(language)->data().letter_parts;
    const float text = parts.weight(LetterPart::text) + parts.weight(LetterPart::paragraphs);
    CHECK(text < 0);
    CHECK(text + parts.weight(LetterPart::date) + parts.weight(LetterPart::signatory_role) > 0);
  }
}

}  // namespace
