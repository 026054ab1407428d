// Every printed form of a name, taken apart. Names are invented.
#include "fields/person.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "name_fixture.hpp"

using namespace letterkit;

namespace {

struct Row {
  const char* name;  // what the row shows
  const char* printed;
  const char* titles;  // joined with " + "; "" stands for none everywhere
  const char* initials;
  const char* given;
  const char* prefix;
  const char* surname;
  const char* suffixes;
};

std::string join(const std::vector<std::string>& parts) {
  std::string joined;
  for (const auto& part : parts) {
    joined += joined.empty() ? "" : " + ";
    joined += part;
  }
  return joined;
}

std::size_t check_rows(const std::vector<Row>& rows) {
  std::size_t run = 0;
  for (const auto& row : rows) {
    CAPTURE(row.name, row.printed);
    const Person person = parse_person(row.printed, dutch_names());
    CHECK(join(person.titles) == row.titles);
    CHECK(person.initials.value_or("") == row.initials);
    CHECK(person.given.value_or("") == row.given);
    CHECK(person.prefix.value_or("") == row.prefix);
    CHECK(person.surname.value_or("") == row.surname);
    CHECK(join(person.suffixes) == row.suffixes);
    ++run;
  }
  return run;
}

}  // namespace

TEST_CASE("initials are kept in every printed form") {
  const std::vector<Row> rows = {
      {"plain",                "K.L. Brandsma",     "", "K.L.",      "", "", "Brandsma", ""},
      {"one",                  "P. Vink",           "", "P.",        "", "", "Vink",     ""},
      {"spaced",               "K. L. M. Brandsma", "", "K. L. M.",  "", "", "Brandsma", ""},
      {"half spaced, glued",   "K. L. M.Brandsma",  "", "K. L. M.",  "", "", "Brandsma", ""},
      {"glued",                "K.L.M.Brandsma",    "", "K.L.M.",    "", "", "Brandsma", ""},
      {"long initial",         "Th. Vink",          "", "Th.",       "", "", "Vink",     ""},
      {"long initials inside", "S.Th.P.H. Vink",    "", "S.Th.P.H.", "", "", "Vink",     ""},
      {"long initial, spaced", "Chr. W. Vink",      "", "Chr. W.",   "", "", "Vink",     ""},
      {"ligature IJ",          "IJ.B. Vink",        "", "IJ.B.",     "", "", "Vink",     ""},
      {"hyphenated",           "J.-P. Vink",        "", "J.-P.",     "", "", "Vink",     ""},
      {"last one bare",        "K.L.M Vink",        "", "K.L.M",     "", "", "Vink",     ""},
      {"all bare",             "K L Vink",          "", "K L",       "", "", "Vink",     ""},
      {"no periods",           "KLM Vink",          "", "KLM",       "", "", "Vink",     ""},
      {"two spaces",           "K.L.  Vink",        "", "K.L.",      "", "", "Vink",     ""},
      {"accented",             "É.Ö. Vink",       "", "É.Ö.",    "", "", "Vink",     ""},
      {"initials only",        "K.L.",              "", "K.L.",      "", "", "",         ""},
  };
  CHECK(check_rows(rows) == 16);
}

TEST_CASE("surname prefixes stand apart from the surname") {
  const std::vector<Row> rows = {
      {"van",                        "B. van Aalten",        "", "B.",   "", "van",     "Aalten",        ""},
      {"van der",                    "B. van der Aa",        "", "B.",   "", "van der", "Aa",            ""},
      {"in 't",                      "B. in 't Hout",        "", "B.",   "", "in 't",   "Hout",          ""},
      {"in 't, curly",               "B. in ’t Hout",      "", "B.",   "", "in ’t", "Hout",          ""},
      {"op de",                      "B. op de Weegh",       "", "B.",   "", "op de",   "Weegh",         ""},
      {"uit den",                    "B. uit den Boogaard",  "", "B.",   "", "uit den", "Boogaard",      ""},
      {"van het",                    "B. van het Reve",      "", "B.",   "", "van het", "Reve",          ""},
      {"van 't",                     "B. van 't Zand",       "", "B.",   "", "van 't",  "Zand",          ""},
      {"d' is glued",                "B. d'Aumerie",         "", "B.",   "", "d'",      "Aumerie",       ""},
      {"D' curly",                   "B. D’Aumerie",       "", "B.",   "", "D’",    "Aumerie",       ""},
      {"l'",                         "B. l'Ami",             "", "B.",   "", "l'",      "Ami",           ""},
      {"el",                         "B. el Amrani",         "", "B.",   "", "el",      "Amrani",        ""},
      {"bin",                        "B. bin Salim",         "", "B.",   "", "bin",     "Salim",         ""},
      {"von",                        "B. von Holst",         "", "B.",   "", "von",     "Holst",         ""},
      {"zu",                         "B. zu Hohenfeld",      "", "B.",   "", "zu",      "Hohenfeld",     ""},
      {"de la",                      "B. de la Porte",       "", "B.",   "", "de la",   "Porte",         ""},
      {"ten",                        "B. ten Kate",          "", "B.",   "", "ten",     "Kate",          ""},
      {"ter",                        "B. ter Veer",          "", "B.",   "", "ter",     "Veer",          ""},
      {"capital prefix",             "B. De Wael",           "", "B.",   "", "De",      "Wael",          ""},
      {"capital second prefix",      "B. van De Wael",       "", "B.",   "", "van De",  "Wael",          ""},
      {"prefix is a surname",        "B. Ten",               "", "B.",   "", "",        "Ten",           ""},
      {"glued prefix",               "B. vanAalten",         "", "B.",   "", "van",     "Aalten",        ""},
      {"glued second prefix",        "B. van derAa",         "", "B.",   "", "van der", "Aa",            ""},
      {"initial and prefix glued",   "B.van Aalten",         "", "B.",   "", "van",     "Aalten",        ""},
      {"everything glued",           "B.vanAalten",          "", "B.",   "", "van",     "Aalten",        ""},
      {"no prefix inside a word",    "B. McVan",             "", "B.",   "", "",        "McVan",         ""},
      {"prefix without initials",    "Van Aalten",           "", "",     "", "Van",     "Aalten",        ""},
      {"capitals",                   "B.C. VAN DER AA",      "", "B.C.", "", "VAN DER", "AA",            ""},
      {"'s- belongs to the surname", "B. van 's-Gravendeel", "", "B.",   "", "van",     "'s-Gravendeel",
       ""                                                                                                  },
      {"al- belongs to the surname", "B. al-Amrani",         "", "B.",   "", "",        "al-Amrani",     ""},
  };
  CHECK(check_rows(rows) == 30);
}

TEST_CASE("double surnames keep their inner prefixes") {
  const std::vector<Row> rows = {
      {"hyphen",                  "D. Vink-Brandsma",                "", "D.",   "", "",    "Vink-Brandsma",     ""},
      {"diacritics",              "D. Şahin-Müller",               "", "D.",   "", "",    "Şahin-Müller",    ""},
      {"two words",               "D. Klein Hofstede",               "", "D.",   "", "",    "Klein Hofstede",    ""},
      {"inner prefix",            "D. Schout van Heel",              "", "D.",   "", "",    "Schout van Heel",   ""},
      {"inner prefix and hyphen", "D.E. Schout van Heel-Maas Hooft", "", "D.E.", "", "",
       "Schout van Heel-Maas Hooft",                                                                             ""},
      {"prefix after hyphen",     "D. Ross-van Aalten",              "", "D.",   "", "",    "Ross-van Aalten",   ""},
      {"spaced hyphen",           "D. Ross - van Aalten",            "", "D.",   "", "",    "Ross - van Aalten", ""},
      {"prefix and inner prefix", "D. de Vink-van der Aa",           "", "D.",   "", "de",  "Vink-van der Aa",
       ""                                                                                                          },
      {"prefix and two words",    "D. ten Haar Bos",                 "", "D.",   "", "ten", "Haar Bos",          ""},
  };
  CHECK(check_rows(rows) == 9);
}

TEST_CASE("titles, courtesy words and suffixes") {
  const std::vector<Row> rows = {
      {"one",                            "mr. A.B. Vink",              "mr.",               "A.B.", "", "",    "Vink",        ""           },
      {"two",                            "mr. drs. A.B. Vink",         "mr. + drs.",        "A.B.", "", "",    "Vink",        ""           },
      {"glued",                          "Mr.dr. A.B. Vink",           "Mr. + dr.",         "A.B.", "", "",    "Vink",        ""           },
      {"glued to the initials",          "drs.A.B.Vink",               "drs.",              "A.B.", "", "",    "Vink",        ""           },
      {"no period",                      "Drs A. Vink",                "Drs",               "A.",   "", "",    "Vink",        ""           },
      {"initials that spell a title",    "I.R. Vink",                  "",                  "I.R.", "", "",    "Vink",        ""           },
      {"professor",                      "prof. dr. ir. A. Vink",      "prof. + dr. + ir.", "A.",   "", "",    "Vink",        ""           },
      {"surname only",                   "Dr. Vink",                   "Dr.",               "",     "", "",    "Vink",        ""           },
      {"courtesy word",                  "Mevr. mr. A.B. Vink",        "mr.",               "A.B.", "", "",    "Vink",        ""           },
      {"courtesy phrase",                "de heer A.B. Vink",          "",                  "A.B.", "", "",    "Vink",        ""           },
      {"dhr",                            "dhr. ing. A.B. van Vink",    "ing.",              "A.B.", "", "van", "Vink",        ""           },
      {"signature mark",                 "w.g. A.B. de Vink",          "",                  "A.B.", "", "de",  "Vink",        ""           },
      {"suffix",                         "ir. A.B. Vink, MPA",         "ir.",               "A.B.", "", "",    "Vink",        "MPA"        },
      {"suffix without comma",           "A.B. Vink MSc",              "",                  "A.B.", "", "",    "Vink",        "MSc"        },
      {"two suffixes",                   "A.B. Vink, LL.M., MBA",      "",                  "A.B.", "", "",    "Vink",        "LL.M. + MBA"},
      {"two suffixes without comma",     "A.B. Vink MSc RA",           "",                  "A.B.", "", "",    "Vink",        "MSc + RA"   },
      {"accountant",                     "drs. A.B. de Vink RA",       "drs.",              "A.B.", "", "de",  "Vink",        "RA"         },
      {"a surname that spells a suffix", "A.B. Jansma Ra",             "",                  "A.B.", "", "",    "Jansma Ra",   ""           },
      {"junior",                         "A.B. Vink jr.",              "",                  "A.B.", "", "",    "Vink",        "jr."        },
      {"noble",                          "B.C. Baron van Eek tot Eek", "Baron",             "B.C.", "", "van", "Eek tot Eek", ""           },
      {"noble before",                   "jhr. mr. B.C. van Eek",      "jhr. + mr.",        "B.C.", "", "van", "Eek",         ""           },
      {"noble with prefix",              "B.C. graaf van Eek",         "graaf",             "B.C.", "", "van", "Eek",         ""           },
      {"noble word as a surname",        "B.C. de Graaf",              "",                  "B.C.", "", "de",  "Graaf",       ""           },
      {"noble word as a bare surname",   "B.C. Ridder",                "",                  "B.C.", "", "",    "Ridder",      ""           },
  };
  CHECK(check_rows(rows) == 24);
}

TEST_CASE("given names, bare surnames, sorted names") {
  const std::vector<Row> rows = {
      {"given",                  "Koen Vink",              "",    "",     "Koen",     "",        "Vink",      ""},
      {"two given",              "Jan Koen Vink",          "",    "",     "Jan Koen", "",        "Vink",      ""},
      {"given and prefix",       "Anna van der Aa",        "",    "",     "Anna",     "van der", "Aa",        ""},
      {"given and glued prefix", "Anna vanAalten",         "",    "",     "Anna",     "van",     "Aalten",    ""},
      {"given and initial",      "Roel H. deVink",         "",    "H.",   "Roel",     "de",      "Vink",      ""},
      {"given in brackets",      "A.B. (Anna Bea) van Aa", "",    "A.B.", "Anna Bea", "van",     "Aa",        ""},
      {"surname",                "Vink",                   "",    "",     "",         "",        "Vink",      ""},
      {"surname with period",    "Vink.",                  "",    "",     "",         "",        "Vink",      ""},
      {"trailing comma",         "A.B. Vink ,",            "",    "A.B.", "",         "",        "Vink",      ""},
      {"trailing period",        "A.B. de Vink.",          "",    "A.B.", "",         "de",      "Vink",      ""},
      {"capitals",               "A.B. VINK",              "",    "A.B.", "",         "",        "VINK",      ""},
      {"sorted prefix",          "Ham, van der",           "",    "",     "",         "van der", "Ham",       ""},
      {"sorted",                 "Ham, A.B. van der",      "",    "A.B.", "",         "van der", "Ham",       ""},
      {"sorted with title",      "Vink, mr. A.B.",         "mr.", "A.B.", "",         "",        "Vink",      ""},
      {"lower case",             "a.b. vink",              "",    "",     "",         "",        "a.b. vink", ""},
  };
  CHECK(check_rows(rows) == 15);
}

TEST_CASE("parse_person is total") {
  const std::string dots(1 << 20, '.');
  std::string names;
  std::string initials;
  for (int i = 0; i < 100000; ++i) {
    names += "van Vink-";
    initials += "A. ";
  }
  const std::vector<std::string> texts = {
      "",       " ",  ".",   ",,,",    "-",       "( )", "mr.",    "van",    "'t",   "d'",
      "\u2026", dots, names, initials, "mr. van", "J.,", "(w.g.)", "\u0301", "漢字", "1 2 3"};
  std::size_t run = 0;
  for (const auto& text : texts) {
    const Person person = parse_person(text, dutch_names());
    CHECK((person.surname || person.initials || text.size() < 12 || text == dots));
    CHECK(person.surname.value_or("").size() <= text.size());
    ++run;
  }
  CHECK(run == 20);
}
