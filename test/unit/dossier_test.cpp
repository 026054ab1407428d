#include "fields/dossier.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "profile/embedded.hpp"

using namespace letterkit;

namespace {

const PaperWords& dutch() {
  static const PaperWords words = [] {
    auto read = PaperWords::parse({"papers.txt",
                                   "number | nr | no\nreprint | herdruk | tweede herdruk\n"
                                   "session | vergaderjaar | zitting\n"
                                   "chamber 1 | eerste kamer der staten-generaal | eerste kamer\n"
                                   "chamber 2 | tweede kamer der staten-generaal | tweede kamer\n"
                                   "chamber both | eerste en tweede kamer der staten-generaal\n"
                                   "kind | brief | verslag | nota\n"});
    REQUIRE(read);
    return *read;
  }();
  return words;
}

}  // namespace

TEST_CASE("parse_dossier_line reads a dossier, its suffix and its title") {
  struct Row {
    const char* line;
    const char* number;  // nullptr: no dossier line
    const char* suffix;
    const char* title;
  };

  const std::vector<Row> rows = {
      {"33 279",                                                 "33279",  "-",       ""                            },
      {"33279",                                                  "33279",  "-",       ""                            },
      {"  33\u00A0279  ",                                        "33279",  "-",       ""                            },
      {"36 800 X",                                               "36800",  "X",       ""                            },
      {"29 200 VI",                                              "29200",  "VI",      ""                            },
      {"36 800 IIA",                                             "36800",  "IIA",     ""                            },
      {"21 501-02",                                              "21501",  "02",      ""                            },
      {"21501-20",                                               "21501",  "20",      ""                            },
      {"21 501\u201302 Raad Algemene Zaken",                     "21501",  "02",      "Raad Algemene Zaken"         },
      {"32 123 XVI",                                             "32123",  "XVI",     ""                            },
      {"36 600 C",                                               "36600",  "C",       ""                            },
      {"36 600 C Vaststelling van de begrotingsstaat",           "36600",  "C",
       "Vaststelling van de begrotingsstaat"                                                                        },
      {"26 448 (R1635)",                                         "26448",  "(R1635)", ""                            },
      {"26 448 (R 1635) Goedkeuring van een verdrag",            "26448",  "(R1635)",
       "Goedkeuring van een verdrag"                                                                                },
      {"26 448 R 1635",                                          "26448",  "R1635",   ""                            },
      {"CII",                                                    "CII",    "-",       ""                            },
      {"CXXXIX",                                                 "CXXXIX", "-",       ""                            },
      {"CXL Toetsing van verdragen",                             "CXL",    "-",       "Toetsing van verdragen"      },
      {"33 279 Internationale samenwerking",                     "33279",  "-",       "Internationale samenwerking" },
      {"27 400 VII               Vaststelling van de begroting", "27400",  "VII",
       "Vaststelling van de begroting"                                                                              },
      {"29 398 \u2018Zicht op de Maas\u2019",                    "29398",  "-",       "\u2018Zicht op de Maas\u2019"},
      {"28 286 Dierenwelzijn c.a.",                              "28286",  "-",       "Dierenwelzijn c.a."          },
      {"31 293 D66-nota onderwijs",                              "31293",  "-",       "D66-nota onderwijs"          },
      {"2500 EA DEN HAAG",                                       nullptr,  "",        ""                            },
      {"2500 EA",                                                nullptr,  "",        ""                            },
      {"2020",                                                   nullptr,  "",        ""                            },
      {"2019-2020",                                              nullptr,  "",        ""                            },
      {"20 301 mensen kregen een brief",                         nullptr,  "",        ""                            },
      {"20 301 Leerlingen kregen dat jaar een diploma.",         nullptr,  "",        ""                            },
      {"33 279 EUR",                                             nullptr,  "",        ""                            },
      {"33 279,50",                                              nullptr,  "",        ""                            },
      {"33 279 000",                                             nullptr,  "",        ""                            },
      {"33.279",                                                 nullptr,  "",        ""                            },
      {"20 301 - 2500 EH Den Haag",                              nullptr,  "",        ""                            },
      {"33 279, nr. 40",                                         nullptr,  "",        ""                            },
      {"070 340 79 11",                                          nullptr,  "",        ""                            },
      {"06 123 45 678",                                          nullptr,  "",        ""                            },
      {"06 123",                                                 nullptr,  "",        ""                            },
      {"12-14",                                                  nullptr,  "",        ""                            },
      {"133 279",                                                nullptr,  "",        ""                            },
      {"332 79",                                                 nullptr,  "",        ""                            },
      {"33 279a",                                                nullptr,  "",        ""                            },
      {"3 279",                                                  nullptr,  "",        ""                            },
      {"\u20AC 33 279",                                          nullptr,  "",        ""                            },
      {"II Antecedenten",                                        nullptr,  "",        ""                            },
      {"IV",                                                     nullptr,  "",        ""                            },
      {"C",                                                      nullptr,  "",        ""                            },
      {"CC",                                                     nullptr,  "",        ""                            },
      {"MD",                                                     nullptr,  "",        ""                            },
      {"CIIb",                                                   nullptr,  "",        ""                            },
      {"Lijst",                                                  nullptr,  "",        ""                            },
      {"",                                                       nullptr,  "",        ""                            },
  };
  std::size_t run = 0;
  for (const auto& row : rows) {
    const std::string line = row.line;
    CAPTURE(line);
    const auto read = parse_dossier_line(line);
    ++run;
    CHECK(read.has_value() == (row.number != nullptr));
    if (read && row.number != nullptr) {
      CHECK(read->number == row.number);
      CHECK((read->suffix ? read->suffix->view() : "-") == row.suffix);
      CHECK(read->title == row.title);
      CHECK(line.substr(read->title_span.start, read->title_span.end - read->title_span.start) ==
            row.title);
      CHECK(read->number_span.end > read->number_span.start);
      CHECK((read->suffix_span.end > read->suffix_span.start) == read->suffix.has_value());
    }
  }
  CHECK(run == 52);
}

TEST_CASE("parse_dossier_line gives the spans as printed") {
  const std::string line = "  26 448 (R 1635)   Goedkeuring";
  const auto read = parse_dossier_line(line);
  REQUIRE(read);
  const auto printed = [&line](ByteSpan span) {
    return line.substr(span.start, span.end - span.start);
  };
  CHECK(printed(read->number_span) == "26 448");
  CHECK(printed(read->suffix_span) == "(R 1635)");
  CHECK(printed(read->title_span) == "Goedkeuring");
}

TEST_CASE("continues_dossier tells a broken dossier from a paper's number") {
  struct Row {
    const char* previous;
    const char* line;
    const char* suffix;  // nullptr: does not continue
    const char* title;
  };

  const std::vector<Row> rows = {
      {"36 600",            "C Vaststelling van de begrotingsstaat",   "C",
       "Vaststelling van de begrotingsstaat"                                        },
      {"36 600",            " XV Vaststelling van de begrotingsstaat", "XV",
       "Vaststelling van de begrotingsstaat"                                        },
      {"36 600",            "XV",                                      "XV",      ""},
      {"26 448",            "(R 1635)",                                "(R1635)", ""},
      {"36 600",            "E BRIEF VAN DE MINISTER",                 nullptr,   ""},
      {"36 600",            "E",                                       nullptr,   ""},
      {"36 600",            "Nr. 3",                                   nullptr,   ""},
      {"36 600",            "Vaststelling van de begroting",           nullptr,   ""},
      {"36 600 X",          "C Vaststelling",                          nullptr,   ""},
      {"36 600 Begroting",  "C Vaststelling",                          nullptr,   ""},
      {"Aan de voorzitter", "C Vaststelling",                          nullptr,   ""},
      {"CII",               "C Vaststelling",                          nullptr,   ""},
      {"36 600",            "",                                        nullptr,   ""},
  };
  std::size_t run = 0;
  for (const auto& row : rows) {
    CAPTURE(row.previous, row.line);
    const std::string line = row.line;
    const auto read = continues_dossier(row.previous, line, dutch());
    ++run;
    CHECK(read.has_value() == (row.suffix != nullptr));
    if (read && row.suffix != nullptr) {
      CHECK(read->number ==
            std::string(row.previous).substr(0, 2) + std::string(row.previous).substr(3, 3));
      CHECK(read->suffix == row.suffix);
      CHECK(read->title == row.title);
      CHECK(line.substr(read->title_span.start) == row.title);
    }
  }
  CHECK(run == 13);
}

TEST_CASE("parse_number_line reads the number of a paper") {
  struct Row {
    const char* line;
    const char* number;  // nullptr: no number line
    const char* rest;
    bool labelled;
    bool reprint;
  };

  const std::vector<Row> rows = {
      {"Nr. 40 Brief van de ministers",      "40",    "Brief van de ministers",  true,  false},
      {"Nr.11 BRIEF VAN DE MINISTER",        "11",    "BRIEF VAN DE MINISTER",   true,  false},
      {"nr. 19",                             "19",    "",                        true,  false},
      {"NR. 19",                             "19",    "",                        true,  false},
      {"No. 7",                              "7",     "",                        true,  false},
      {"Nr 7",                               "7",     "",                        true,  false},
      {"Nr. F",                              "F",     "",                        true,  false},
      {"Nr. AO VERSLAG",                     "AO",    "VERSLAG",                 true,  false},
      {"Nr. 6                    BRIEF VAN", "6",     "BRIEF VAN",               true,  false},
      {"E BRIEF VAN DE MINISTER",            "E",     "BRIEF VAN DE MINISTER",   false, false},
      {"AO VERSLAG VAN EEN OVERLEG",         "AO",    "VERSLAG VAN EEN OVERLEG", false, false},
      {"E",                                  "E",     "",                        false, false},
      {"Nr. 12 HERDRUK",                     "12",    "",                        true,  true },
      {"Nr. 12 HERDRUK1",                    "12",    "",                        true,  true },
      {"Nr. 12 HERDRUK BRIEF VAN",           "12",    "BRIEF VAN",               true,  true },
      {"Nr. 3 (HERDRUK)",                    "3",     "",                        true,  true },
      {"Nr. 3 (tweede herdruk) Brief van",   "3",     "Brief van",               true,  true },
      {"Nr. 16b",                            "16b",   "",                        true,  false},
      {"Nr. 188b BRIEF",                     "188b",  "BRIEF",                   true,  false},
      {"A/ nr. 3",                           "A;3",   "",                        true,  false},
      {"A / Nr. 3 BRIEF VAN",                "A;3",   "BRIEF VAN",               true,  false},
      {"1;A",                                "A;1",   "",                        true,  false},
      {"16b / nr. A",                        "A;16b", "",                        true,  false},
      {"E* BRIEF VAN DE MINISTER",           "E",     "BRIEF VAN DE MINISTER",   false, false},
      {"E(HERDRUK)",                         "E",     "",                        false, true },
      {"J.P. Jansen",                        nullptr, "",                        true,  false},
      {"2018-0073018817",                    nullptr, "",                        true,  false},
      {"Nr. 40 \u00ABOp weg\u00BB",          "40",    "\u00ABOp weg\u00BB",      true,  false},
      {"Nr. 5 brief van de minister",        "5",     "brief van de minister",   true,  false},
      {"nr. 12) is de termijn verlengd",     nullptr, "",                        true,  false},
      {"nr. 12 is de termijn verlengd",      nullptr, "",                        true,  false},
      {"nr.W13.20.0180/III.",                nullptr, "",                        true,  false},
      {"nr. W13.19.0425/III, Kamerstukken",  nullptr, "",                        true,  false},
      {"Nr. 4    9",                         nullptr, "",                        true,  false},
      {"Nr. 2020-1234",                      nullptr, "",                        true,  false},
      {"Nr. 123456",                         nullptr, "",                        true,  false},
      {"Nr. 12, 13",                         nullptr, "",                        true,  false},
      {"Nr.",                                nullptr, "",                        true,  false},
      {"40 Brief van",                       nullptr, "",                        true,  false},
      {"40",                                 nullptr, "",                        true,  false},
      {"De minister",                        nullptr, "",                        true,  false},
      {"T 070 340 79 11",                    nullptr, "",                        true,  false},
      {"A Inleiding",                        nullptr, "",                        true,  false},
      {"VVD VERSLAG",                        nullptr, "",                        true,  false},
      {"3/4",                                nullptr, "",                        true,  false},
      {"A/B",                                nullptr, "",                        true,  false},
      {"Nrs. 3",                             nullptr, "",                        true,  false},
      {"",                                   nullptr, "",                        true,  false},
  };
  std::size_t run = 0;
  for (const auto& row : rows) {
    const std::string line = row.line;
    CAPTURE(line);
    const auto read = parse_number_line(line, dutch());
    ++run;
    CHECK(read.has_value() == (row.number != nullptr));
    if (read && row.number != nullptr) {
      CHECK(read->number == row.number);
      CHECK(read->rest == row.rest);
      CHECK(read->labelled == row.labelled);
      CHECK(read->reprint == row.reprint);
      CHECK(line.substr(read->rest_span.start, read->rest_span.end - read->rest_span.start) ==
            row.rest);
      CHECK(read->number_span.end > read->number_span.start);
    }
  }
  CHECK(run == 48);
}

TEST_CASE("find_session_year reads consecutive years behind their label") {
  struct Row {
    const char* line;
    const char* years;  // nullptr: none
  };

  const std::vector<Row> rows = {
      {"Vergaderjaar 2022-2023",                                        "2022-2023"},
      {"vergaderjaar 2004\u20132005",                                   "2004-2005"},
      {"Tweede Kamer, vergaderjaar 2019\u20132020, 35 538, nr. 4    9", "2019-2020"},
      {"Vergaderjaar: 2017 - 2018",                                     "2017-2018"},
      {"Zitting 1999/00",                                               "1999-2000"},
      {"Zitting 1998 / 99, 2018-0073018817",                            "1998-1999"},
      {"Zitting 2018-0073018817",                                       nullptr    },
      {"Vergaderjaar 2022-2024",                                        nullptr    },
      {"Vergaderjaar 2022",                                             nullptr    },
      {"Jaar 2022-2023",                                                nullptr    },
      {"2022-2023",                                                     nullptr    },
      {"",                                                              nullptr    },
  };
  std::size_t run = 0;
  for (const auto& row : rows) {
    CAPTURE(row.line);
    const auto read = find_session_year(row.line, dutch());
    ++run;
    CHECK(read.has_value() == (row.years != nullptr));
    if (read && row.years != nullptr) {
      CHECK(read->years == row.years);
      CHECK(std::string(row.line).substr(read->span.start, 4) == read->years.substr(0, 4));
    }
  }
  CHECK(run == 12);
}

TEST_CASE("parse_chamber_line reads the publishing chamber and no addressee") {
  struct Row {
    const char* line;
    std::optional<Chamber> chamber;
  };

  const std::vector<Row> rows = {
      {"Tweede Kamer der Staten-Generaal",                          Chamber::second},
      {"Tweede Kamer der Staten-Generaal      2",                   Chamber::second},
      {"TWEEDE KAMER DER STATEN-GENERAAL",                          Chamber::second},
      {"Eerste Kamer der Staten-Generaal 1",                        Chamber::first },
      {"Eerste en Tweede Kamer der Staten-Generaal",                Chamber::both  },
      {"Eerste Kamer, vergaderjaar 2010\u20132011, CII, A",         Chamber::first },
      {"  Tweede Kamer  der Staten-Generaal",                       Chamber::second},
      {"\u00A0Tweede Kamer",                                        Chamber::second},
      {"\u3000Tweede Kamer",                                        Chamber::second},
      {"\u201CTweede Kamer\u201D",                                  std::nullopt   },
      {"\u2013 Tweede Kamer",                                       std::nullopt   },
      {"Tweede Kamer der Staten-Generaal 1",                        std::nullopt   },
      {"Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", std::nullopt   },
      {"Tweede Kamer over de begroting",                            std::nullopt   },
      {"Tweede Kamer, die daarover sprak",                          std::nullopt   },
      {"2",                                                         std::nullopt   },
      {"",                                                          std::nullopt   },
  };
  std::size_t run = 0;
  for (const auto& row : rows) {
    CAPTURE(row.line);
    CHECK((parse_chamber_line(row.line, dutch()) == row.chamber));
    ++run;
  }
  CHECK(run == 17);
}

TEST_CASE("PaperWords says where its file is wrong") {
  const auto unknown = PaperWords::parse({"papers.txt", "number | nr\nchamber 4 | x"});
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().to_string() ==
        "papers.txt:2:1: unknown key 'chamber 4'; use one of number, reprint, session, chamber 1, "
        "chamber 2, chamber both, kind");
  const auto twice = PaperWords::parse({"papers.txt", "chamber 1 | x\nchamber 2 | x"});
  REQUIRE_FALSE(twice);
  CHECK(twice.error().to_string() == "papers.txt:2:13: 'x' already means something else; keep one");
}

TEST_CASE("the built-in profiles' papers.txt are sound") {
  std::size_t run = 0;
  for (const auto& file : embedded_files()) {
    if (file.path.size() > 3 && file.path.substr(3) == "papers.txt") {
      const auto words = PaperWords::parse({std::string(file.path), file.text});
      INFO((words ? "" : words.error().to_string()));
      CHECK(words);
      ++run;
    }
  }
  CHECK(run >= 1);
}

TEST_CASE("lines of heads are read in linear time, whatever they hold") {
  constexpr std::size_t kSize = 1 << 20;
  std::size_t run = 0;
  for (const std::string unit : {"1", "33 279 ", "C", "Nr. ", " ", "vergaderjaar ", "\xC3", "A/"}) {
    std::string line;
    while (line.size() < kSize) {
      line += unit;
    }
    CHECK_FALSE(parse_dossier_line(line));
    CHECK_FALSE(parse_number_line(line, dutch()));
    CHECK_FALSE(find_session_year(line, dutch()));
    CHECK_FALSE(parse_chamber_line(line, dutch()));
    CHECK_FALSE(continues_dossier("36 600", line, dutch()));
    CHECK_FALSE(continues_dossier(line, "XV", dutch()));
    ++run;
  }
  CHECK(run == 8);
}
