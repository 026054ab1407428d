// Public offices in roles and titles, read with the Dutch profile.
#include "fields/office.hpp"

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "name_fixture.hpp"

using namespace letterkit;

namespace {

const OfficeWords& dutch_offices() {
  static const OfficeWords words = [] {
    auto parsed =
        OfficeWords::parse(embedded_file("nl/offices.txt"), embedded_file("nl/ministries.txt"));
    if (!parsed) {
      FAIL(parsed.error().to_string());
    }
    return *parsed;
  }();
  return words;
}

std::string shown(const Office& office) {
  return office.kind.value_or("-") + "/" + office.ministry.value_or("-") +
         (office.acting ? "/acting" : "");
}

TEST_CASE("roles are normalised") {
  struct Row {
    const char* role;
    int year;
    const char* office;
  };

  const std::vector<Row> rows = {
      {"De minister van Defensie",                           2020, "minister/Defensie"         },
      {"DE STAATSSECRETARIS VAN FINANCIEN",                  2010, "state_secretary/Financiën"},
      {"De Minister-President, Minister van Algemene Zaken", 2012,
       "minister_president/Algemene Zaken"                                                     },
      {"de plv. directeur-generaal Belastingdienst",         2005, "director_general/-/acting" },
      {"De algemene rijksarchivaris a.i.",                   2005, "archivist/-/acting"        },
      {"de projectdirecteur Project Archieven",              2005, "director/-"                },
      {"de waarnemend voorzitter van de commissie",          2005, "chair/-/acting"            },
      {"Hoofd afdeling Beheer",                              2005, "head/-"                    },
      {"iets heel anders",                                   2005, "other/-"                   },
      {"De minister voor Rechtsbescherming",                 2019, "minister/Rechtsbescherming"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.role);
    CHECK(shown(parse_office(row.role, dutch_offices(), row.year)) == row.office);
  }
}

TEST_CASE("the senders in a title are told apart") {
  struct Row {
    const char* title;
    std::vector<std::string> offices;
  };

  const std::vector<Row> rows = {
      {"Brief van de ministers van Defensie en van Buitenlandse Zaken",
       {"minister/Defensie", "minister/Buitenlandse Zaken"}                                                   },
      {"BRIEF VAN DE MINISTER EN STAATSSECRETARIS VAN DEFENSIE",
       {"minister/Defensie", "state_secretary/Defensie"}                                                      },
      {"BRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN, VAN DEFENSIE EN VOOR BUITENLANDSE HANDEL EN "
       "ONTWIKKELINGSSAMENWERKING",                              {"minister/Buitenlandse Zaken", "minister/Defensie",
        "minister/Buitenlandse Handel en Ontwikkelingssamenwerking"}},
      {"Brief van de Nationale ombudsman",                              {"ombudsman/-"}                       },
      {"Verslag van een overleg",                                       {}                                    },
  };
  for (const Row& row : rows) {
    CAPTURE(row.title);
    std::vector<std::string> offices;
    for (const Office& office : find_offices(row.title, dutch_offices(), 2020)) {
      offices.push_back(shown(office));
    }
    CHECK(offices == row.offices);
  }
}

TEST_CASE("a title that is remembered is read for its year all the same") {
  const std::string title = "Brief van de minister van Financiën";
  const std::string of_old = "Brief van de minister voor Rechtsbescherming";
  for (int again = 0; again < 2; ++again) {
    CHECK(shown(find_offices(title, dutch_offices(), 2020).at(0)) == "minister/Financiën");
    CHECK(shown(find_offices(of_old, dutch_offices(), 2019).at(0)) == "minister/Rechtsbescherming");
  }
  const std::string too_long = title + std::string(200, ' ') + "en de minister van Defensie";
  CHECK(find_offices(too_long, dutch_offices(), 2020).size() == 2);
}

TEST_CASE("what a word may open is told by one look-up, and never less than the tables know") {
  const OfficeWords& words = dutch_offices();
  CHECK((words.opening("DE MINISTER van", 3).what & OfficeWords::opens_noun) != 0);
  CHECK((words.opening("de minister", 0).what & OfficeWords::opens_article) != 0);
  CHECK((words.opening("waarnemend hoofd", 0).what & OfficeWords::opens_acting) != 0);
  CHECK((words.opening("projectdirecteur", 0).what & OfficeWords::opens_compound) != 0);
  CHECK(words.opening("Geachte voorzitter", 0).what == OfficeWords::opens_nothing);
  CHECK(words.opening("DE MINISTER van", 3).size == 8);
  CHECK(words.opening("minister-president", 0).size == 0);  // who knows how far it goes
  static constexpr auto kPieces = std::to_array<std::string_view>(
      {"minister", "MINISTER", "Minister", "-",       "president",  "staatssecretaris",
       "de",       "het",      "DE",       "plv",     "waarnemend", ".",
       " ",        "'",        "1",        "2e",      "project",    "directeur",
       "é",        "\u0301",   "s",        "ſ",       "voorzitter", "hoofd",
       "x",        "algemeen", "lid",      "griffier"});
  std::mt19937 random(6);
  int opened = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (std::size_t left = random() % 5; left > 0; --left) {
      text += kPieces[random() % kPieces.size()];
    }
    const auto [opening, size] = words.opening(text, 0);
    const bool is_word = text.find_first_of("-. '") > 0;  // what starts with a sign is none
    const std::string_view word =
        is_word ? std::string_view(text).substr(0, text.find_first_of(" .'")) : "";
    REQUIRE((size == 0 || (size == word.size() && text.find_first_of("-.") != size)));
    const auto opens = [&](bool known, int what) {
      opened += known ? 1 : 0;
      return !known || (opening & what) != 0;
    };
    INFO(text);
    REQUIRE(opens(words.nouns.match(text, 0).has_value(), OfficeWords::opens_noun));
    REQUIRE(opens(words.before.match(text, 0).has_value(), OfficeWords::opens_before));
    REQUIRE(opens(words.articles.contains(word), OfficeWords::opens_article));
    REQUIRE(opens(words.acting.contains(word), OfficeWords::opens_acting));
    REQUIRE(opens(words.noun(word) >= 0, OfficeWords::opens_compound | OfficeWords::opens_noun));
  }
  CHECK(opened > 1000);
}

TEST_CASE("what opens an office is an office's start, or nothing but words before one") {
  const std::vector<std::string> words = {
      "De",  "de",       "plv.",   "wnd", "minister", "directeur", "van",  "het",
      "lid", "algemeen", "Dekker", "l'",  "a.i.",     "-",         "vice", "projectdirecteur"};
  std::mt19937 random(13);
  std::size_t offices = 0;
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    for (std::size_t left = random() % 9; left > 0; --left) {
      text += (text.empty() ? "" : " ") + words[random() % (left > 1 ? 4 : words.size())];
    }
    const bool opens = opens_office(text, dutch_offices());
    INFO(text);
    REQUIRE(opens == (starts_as_office(text, dutch_offices()).has_value() ||
                      is_office_opening(text, dutch_offices())));
    offices += opens ? 1 : 0;
  }
  CHECK(offices > 500);
}

TEST_CASE("errors in the tables of offices name the place") {
  const auto bad_key = OfficeWords::parse({"o.txt", "fish | cod\n"}, {"m.txt", ""});
  REQUIRE_FALSE(bad_key);
  CHECK(bad_key.error().where == "o.txt:1:1");
  const auto bad_year =
      OfficeWords::parse({"o.txt", ""}, {"m.txt", "Justitie | 2010 | 1945 | x\n"});
  REQUIRE_FALSE(bad_year);
  CHECK(bad_year.error().code == "office.year");
}

}  // namespace
