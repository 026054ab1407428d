// Public offices in roles and titles, read with the Dutch profile.
#include "fields/office.hpp"

#include <string>
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
