#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "eval/fields.hpp"
#include "support/unicode.hpp"

using namespace letterkit;
using namespace letterkit::eval;

TEST_CASE("soft_key keeps letters and numbers, folded and without accents") {
  struct Row {
    const char* name;
    const char* text;
    const char* key;
  };

  const std::vector<Row> rows = {
      {"case",                    "MINISTER van Defensie",   "ministervandefensie" },
      {"composed accents",        "Yeşilgöz",              "yesilgoz"            },
      {"combining accents",
       "e\xCC\x81"
       "e\xCC\x81n",                                         "een"                 },
      {"punctuation",             "'s-Gravenhage, 2 (twee)", "sgravenhage2twee"    },
      {"no-break space",
       "nr.\xC2\xA0"
       "40",                                                 "nr40"                },
      {"sharp s folds to two",    "Straße",                 "strasse"             },
      {"ligature decomposes",     "ﬁnanciën",             "financien"           },
      {"fraction decomposes",     "2½",                     "212"                 },
      {"superscript is a number", "m²",                     "m2"                  },
      {"Roman numeral sign",      "Ⅻ",                     "xii"                 },
      {"number without digits",   "三",                     "三"                 },
      {"Cuneiform number",        "\xF0\x92\x90\x80",        "\xF0\x92\x90\x80"    },
      {"final sigma",             "ΛΟΓΟΣ λόγος",   "λογοσλογοσ"},
      {"only punctuation",        " -- ,.",                  ""                    },
      {"empty",                   "",                        ""                    },
  };
  std::size_t run = 0;
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(soft_key(row.text) == row.key);
    ++run;
  }
  CHECK(run == 15);
}

TEST_CASE("strict keys differ only in white space and outer punctuation") {
  struct Row {
    const char* name;
    const char* text;
    const char* key;
  };

  const std::vector<Row> rows = {
      {"white space collapses",    " De\n minister\t van ", "De minister van" },
      {"no-break space collapses",
       "nr.\xC2\xA0"
       "40",                                                "nr. 40"          },
      {"trailing marks go",        "Hoogachtend , ",        "Hoogachtend"     },
      {"leading marks go",         ": Utrecht;",            "Utrecht"         },
      {"inner marks stay",         "J.M. de Wit, MPA.",     "J.M. de Wit, MPA"},
      {"case stays",               "DEN HAAG",              "DEN HAAG"        },
      {"accents are composed",     "e\xCC\x81",             "é"              },
      {"other punctuation stays",  "(ontwerp)!",            "(ontwerp)!"      },
      {"nothing but marks",        " .,:; ",                ""                },
      {"empty",                    "",                      ""                },
  };
  std::size_t run = 0;
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(key_of(row.text, Matching::strict) == row.key);
    ++run;
  }
  CHECK(run == 10);
}

TEST_CASE("every field has a name and is found by it") {
  std::size_t run = 0;
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    const auto field = static_cast<Field>(i);
    REQUIRE(field_named(name_of(field)));
    CHECK(*field_named(name_of(field)) == field);
    ++run;
  }
  CHECK(run == 19);
  CHECK(name_of(Field::is_letter) == "is_letter");
  CHECK(name_of(Field::date) == "date");
  CHECK_FALSE(field_named("Date"));
  CHECK_FALSE(field_named("record"));
}

TEST_CASE("composite values are put together the same way for labels and records") {
  CHECK(dossier_value("32123", "XVI") == "32123-XVI");
  CHECK(dossier_value("32123", "") == "32123");
  CHECK(dossier_value("", "XVI") == "XVI");
  CHECK(signatory_value("D. Visser", "De griffier") == "D. Visser / De griffier");
  CHECK(signatory_value("", "De griffier") == " / De griffier");
  CHECK(signatory_value("D. Visser", "") == "D. Visser / ");
  CHECK(join({"Postbus 1", "Utrecht"}, " ") == "Postbus 1 Utrecht");
  CHECK(join({"", "Utrecht"}, " ") == " Utrecht");
  CHECK(join({}, " ").empty());
  CHECK(one_value("").empty());
  CHECK(one_value("x").size() == 1);
}
