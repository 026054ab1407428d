// Whether a line is a name, and names beside roles. Names are invented.
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "fields/name_pieces.hpp"
#include "fields/person.hpp"
#include "name_fixture.hpp"

using namespace letterkit;

namespace {

std::size_t check_scores(const std::vector<const char*>& lines, double least, double most) {
  std::size_t run = 0;
  for (const auto* line : lines) {
    CAPTURE(line);
    const double score = name_score(line, dutch_names());
    CHECK(score >= least);
    CHECK(score <= most);
    ++run;
  }
  return run;
}

struct SpanRow {
  const char* line;
  const char* name;  // "" when there is none
};

}  // namespace

TEST_CASE("name_score of lines that are names") {
  CHECK(check_scores({"K.L. Brandsma",
                      "K. L. M.Brandsma",
                      "K.L.vanBerk",
                      "mr. drs. K.L. de Vink",
                      "Mr.dr. K.P. Vink",
                      "Th. C. De Wael",
                      "ir. K.L. Vink, MPA",
                      "B.C. Baron van Eek tot Eek",
                      "K.L. BRANDSMA",
                      "D. Şahin-Müller",
                      "D.E. Schout van Heel-Maas Hooft",
                      "K.L. Brandsma,",
                      "K.L. Brandsma.",
                      "M.C. van derAa",
                      "w.g. F.H. de Vink",
                      "P. Vink",
                      "J. in 't Hout",
                      "H. d'Aumerie",
                      "Prof. dr. S.Th.P.H. van der Aa",
                      "jhr. A. van Eek"},
                     0.8, 1.0) == 20);
}

TEST_CASE("name_score of lines that may be names") {
  CHECK(check_scores({"Koen Vink", "Anna van der Aa", "Mevrouw Vink"}, 0.5, 0.8) == 3);
  CHECK(check_scores({"Vink", "Van Aalten", "Hirsman."}, 0.2, 0.4) == 3);
}

TEST_CASE("name_score of lines that are no names") {
  CHECK(check_scores({"Den Haag",
                      "'s-Gravenhage",
                      "Postbus 20301",
                      "Tweede Kamer",
                      "Met vriendelijke groet,",
                      "Hoogachtend,",
                      "Directie Jeugd en Recht",
                      "De Minister van Financiën,",
                      "de directeur",
                      "Teammanager BTR",
                      "Geachte voorzitter,",
                      "A. Algemeen",
                      "I. Inleiding",
                      "Bijlage",
                      "Pagina 1/12",
                      "3 van 6",
                      "namens deze,",
                      "Ministerie van Justitie",
                      "Algemene Rekenkamer",
                      "Datum",
                      "1 maart 2011",
                      "Ons kenmerk",
                      "mr.",
                      "J.P.",
                      "J.P. en K.L. Vink",
                      "Vink en De Wit",
                      "Vink heeft mij gevraagd",
                      "De",
                      "",
                      " ",
                      ".",
                      "...",
                      "www.vink.nl",
                      "K.L. Vink 12",
                      "Bezwaarclausule",
                      "Subsidiebeleid",
                      "BRIEF VAN DE MINISTER",
                      "Brussel",
                      "Stichting Vink",
                      "Vink B.V.",
                      "Ter inzage gelegd"},
                     0.0, 0.15) == 41);
}

TEST_CASE("trailing_name finds the name behind a role") {
  const std::vector<SpanRow> rows = {
      {"De Minister van Volksgezondheid, Welzijn en Sport, E.I. Vink", "E.I. Vink"             },
      {"De Minister-President, Minister van Algemene Zaken, M. Vink",  "M. Vink"               },
      {"De voorzitter van de commissie, Vink",                         "Vink"                  },
      {"De adjunct-griffier van de commissie, Van Aalten",             "Van Aalten"            },
      {"De minister van Defensie E. van Aalten",                       "E. van Aalten"         },
      {"De minister van Defensie, mr. drs. E. van Aalten",             "mr. drs. E. van Aalten"},
      {"De minister van Defensie drs. E. van Aalten.",                 "drs. E. van Aalten"    },
      {"De directeur-generaal Milieu,K.L.Vink",                        "K.L.Vink"              },
      {"De directeur, ir. C.M. Vink, MPA",                             "ir. C.M. Vink, MPA"    },
      {"De griffier: Vink",                                            "Vink"                  },
      {"De Staatssecretaris van Financiën, Koen Vink",                "Koen Vink"             },
      {"De Minister van Volksgezondheid, Welzijn en Sport",            ""                      },
      {"De Minister van Onderwijs, Cultuur",                           ""                      },
      {"De Minister van O. en W.",                                     ""                      },
      {"De Minister van Defensie Koen Vink",                           ""                      },
      {"De algemeen directeur a.i.",                                   ""                      },
      {"Aan de Voorzitter, Den Haag",                                  ""                      },
      {"K.L. Vink",                                                    ""                      },
      {"Vink",                                                         ""                      },
      {"",                                                             ""                      },
      {",",                                                            ""                      },
  };
  std::size_t run = 0;
  for (const auto& row : rows) {
    CAPTURE(row.line);
    const std::string line = row.line;
    const auto found = trailing_name(line, dutch_names());
    CHECK((found ? std::string(found->name) : "") == row.name);
    if (found) {
      CHECK(line.substr(found->begin, found->end - found->begin) == row.name);
    }
    ++run;
  }
  CHECK(run == 21);
}

TEST_CASE("leading_name finds the name before a role") {
  const std::vector<SpanRow> rows = {
      {"ir. C.M. Vink, MPA, Directeur Toezicht", "ir. C.M. Vink, MPA" },
      {"C.M. Vink, directeur",                   "C.M. Vink"          },
      {"C.M. van der Aa Directeur Toezicht",     "C.M. van der Aa"    },
      {"Mevr. mr. J.H. Vink Directeur WBJA",     "Mevr. mr. J.H. Vink"},
      {"C.M. Vink plv. directeur",               "C.M. Vink"          },
      {"Koen Vink, minister voor Media",         "Koen Vink"          },
      {"C.M. Vink",                              ""                   },
      {"ir. C.M. Vink, MPA",                     ""                   },
      {"Directeur Toezicht",                     ""                   },
      {"De minister van Financiën, J. Vink",    ""                   },
      {"Vink heeft",                             ""                   },
      {"",                                       ""                   },
  };
  std::size_t run = 0;
  for (const auto& row : rows) {
    CAPTURE(row.line);
    const auto found = leading_name(row.line, dutch_names());
    CHECK((found ? std::string(found->name) : "") == row.name);
    ++run;
  }
  CHECK(run == 12);
}

TEST_CASE("name lines are read in linear time whatever they hold") {
  std::vector<std::string> lines = {std::string(1 << 20, '.'), std::string(1 << 20, 'A')};
  std::string initials;
  std::string words;
  for (int i = 0; i < 200000; ++i) {
    initials += "A. ";
    words += "Vink, ";
  }
  lines.push_back(initials);
  lines.push_back(words);
  lines.push_back(words + "J. Vink");
  std::size_t run = 0;
  for (const auto& line : lines) {
    CHECK(name_score(line, dutch_names()) == 0.0);
    CHECK_FALSE(leading_name(line, dutch_names()).value_or(NameSpan{}).end > 130);
    const auto found = trailing_name(line, dutch_names());
    CHECK((!found || found->end <= line.size()));
    ++run;
  }
  CHECK(run == 5);
}

/// Whether a name is read from some piece on to the end of the line.
bool some_name_ends(const std::string& line) {
  NamePieces pieces(line, dutch_names());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const NameScan scan = scan_name(line, pieces, i, dutch_names(), NameMode::line);
    if (scan.last == pieces.size() && scan.surname_words > 0) {
      return true;
    }
  }
  return false;
}

TEST_CASE("what is passed over unread is no name", "[property]") {
  const std::vector<std::string> words = {"mr.",
                                          "drs.",
                                          "K.",
                                          "P.L.",
                                          "KP",
                                          "K",
                                          "van",
                                          "der",
                                          "in",
                                          "'t",
                                          "Berk",
                                          "Vink",
                                          "BERK",
                                          "de",
                                          "heer",
                                          "MPA",
                                          "jonkheer",
                                          "w.g.",
                                          "was",
                                          "getekend",
                                          "het",
                                          "wet",
                                          "Aan",
                                          "Vink,",
                                          "minister",
                                          "De",
                                          "zaken",
                                          "Kade:",
                                          "(K.)",
                                          "Nr.",
                                          "T",
                                          "070",
                                          "51",
                                          "b.De",
                                          "c.",
                                          "zaken.",
                                          "-",
                                          "\u2013",
                                          "|",
                                          ">",
                                          "(",
                                          "w.",
                                          "wg",
                                          "-P.",
                                          "vanBerk",
                                          "\u2019t",
                                          "financi\u00EBle",
                                          "c\u00F6ordinatie,",
                                          "\u20AC",
                                          "*",
                                          "mr",
                                          "jr.",
                                          "\u201Cwet\u201D."};
  std::mt19937 random(20261128);
  std::size_t passed_over = 0;
  std::size_t told = 0;
  std::size_t no_names = 0;
  for (int i = 0; i < 60000; ++i) {
    std::string line;
    for (auto left = 1 + random() % 6; left > 0; --left) {
      line += (line.empty() ? "" : " ") + words[random() % words.size()];
    }
    CAPTURE(line);
    if (!dutch_names().may_be_name(line)) {
      NamePieces pieces(line, dutch_names());
      const NameScan scan = scan_name(line, pieces, 0, dutch_names(), NameMode::line);
      CHECK((pieces.has(scan.last) || scan.surname_words == 0));
      ++passed_over;
    }
    const NameWords::Start start = dutch_names().start_of(line);
    if (start != NameWords::Start::maybe_name) {
      const auto name = leading_name(line, dutch_names());
      CHECK((!name || name->score < 0.8));
      ++passed_over;
    }
    if (start == NameWords::Start::no_name) {
      CHECK(name_score(line, dutch_names()) == 0.0);
      ++no_names;
    }
    if (!dutch_names().may_end_in_name(line)) {
      CHECK_FALSE(some_name_ends(line));
      ++passed_over;
    }
    std::optional<double> whole;
    static_cast<void>(leading_name(line, dutch_names(), &whole));
    CHECK((!whole || *whole == name_score(line, dutch_names())));
    told += whole ? 1 : 0;
  }
  CHECK(passed_over > 20000);
  CHECK(told > 20000);
  CHECK(no_names > 10000);
}

TEST_CASE("what is asked of a line makes no difference to what is asked next") {
  const std::string alone = "K.L. Vinkstra";
  const std::string beside = "K.L. Vinkstra, minister van Defensie";
  for (int round = 0; round < 2; ++round) {
    std::optional<double> whole;
    CHECK_FALSE(leading_name(alone, dutch_names(), &whole));
    REQUIRE(whole);
    CHECK(*whole == name_score(alone, dutch_names()));
    CHECK(*whole > 0.9);
    CHECK(name_score(alone + ",", dutch_names()) == *whole);  // which ends no name
    CHECK(name_score(beside, dutch_names()) == 0.0);
    const std::string copy = beside;
    const auto name = leading_name(copy, dutch_names());
    REQUIRE(name);
    CHECK(name->name == alone);
    CHECK(name->name.data() == copy.data());
  }
  // Of a line that ends otherwise it is not told whether all of it is a name.
  std::optional<double> whole;
  CHECK_FALSE(leading_name(alone + " ,", dutch_names(), &whole));
  CHECK_FALSE(whole);
}
