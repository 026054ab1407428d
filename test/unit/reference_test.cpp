#include "fields/reference.hpp"

#include <chrono>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "profile/embedded.hpp"
#include "profile/profile_files.hpp"

using namespace letterkit;

namespace {

std::string_view embedded(std::string_view path) {
  for (const auto& file : embedded_files()) {
    if (file.path == path) {
      return file.text;
    }
  }
  return {};
}

const DateWords& dates() {
  static const DateWords words = [] {
    auto read = DateWords::parse({"nl/dates.txt", embedded("nl/dates.txt")},
                                 ProfileFiles::built_in("nl")->calendar());
    REQUIRE(read);
    return *read;
  }();
  return words;
}

const ReferenceWords& dutch() {
  static const ReferenceWords words = [] {
    auto read = ReferenceWords::parse({"nl/references.txt", embedded("nl/references.txt")});
    INFO((read ? "" : read.error().to_string()));
    REQUIRE(read);
    return *read;
  }();
  return words;
}

/// The references of a text, one a line: "printed = id (kind)", the id "-" when there is none.
std::string listed(const std::string& text) {
  std::string list;
  for (const auto& found : find_references(text, dutch(), dates())) {
    list.append(list.empty() ? "" : "\n");
    list.append(text, found.start, found.end - found.start)
        .append(" = ")
        .append(found.id.value_or("-"))
        .append(" (")
        .append(found.kind)
        .append(")");
  }
  return list;
}

struct Row {
  const char* text;
  const char* expected;
};

void check_rows(const std::vector<Row>& rows, std::size_t expected) {
  std::size_t run = 0;
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(listed(row.text) == row.expected);
    ++run;
  }
  CHECK(run == expected);
}

}  // namespace

TEST_CASE("find_references reads citations of parliamentary papers") {
  check_rows(
      {
          {"Zie Kamerstukken II 2009/10, 32 123 XVI, nr. 30.",
           "Kamerstukken II 2009/10, 32 123 XVI, nr. 30 = kst-32123-XVI-30 (kamerstuk)"                                         },
          {"de brief (Kamerstuk 35 300, nr. 7) over",
           "Kamerstuk 35 300, nr. 7 = kst-35300-7 (kamerstuk)"                                                                  },
          {"Kamerstukken, 2022-2023, 29628, nr. 1135 ",
           "Kamerstukken, 2022-2023, 29628, nr. 1135 = kst-29628-1135 (kamerstuk)"                                              },
          {"Kamerstukken I 2014/15, 33802, C, p. 3.",
           "Kamerstukken I 2014/15, 33802, C, p. 3 = kst-33802-C (kamerstuk)"                                                   },
          {"Kamerstukken I 2014/15, 33802, C. De",
           "Kamerstukken I 2014/15, 33802, C = kst-33802-C (kamerstuk)"                                                         },
          {"Kamerstukken II 2015/16, 34442, nr. 3, p. 7-9, en",
           "Kamerstukken II 2015/16, 34442, nr. 3, p. 7-9 = kst-34442-3 (kamerstuk)"                                            },
          {"kamerstukken II, vergaderjaar 2010\u20132011, 32 545, nr. 3",
           "kamerstukken II, vergaderjaar 2010\u20132011, 32 545, nr. 3 = kst-32545-3 (kamerstuk)"                              },
          {"TK 2011-2012, 33 000 XV, nr. 3",
           "TK 2011-2012, 33 000 XV, nr. 3 = kst-33000-XV-3 (kamerstuk)"                                                        },
          {"schriftelijk (TK 98/99 24508, nr. 52) gemeld",
           "TK 98/99 24508, nr. 52 = kst-24508-52 (kamerstuk)"                                                                  },
          {"EK 2014/15, 33 802, C",                                        "EK 2014/15, 33 802, C = kst-33802-C (kamerstuk)"    },
          {"Tweede Kamer, vergaderjaar 2017-2018, 31 293/31 289, nr. 390",
           "Tweede Kamer, vergaderjaar 2017-2018, 31 293/31 289, nr. 390 = kst-31293-390 "
           "(kamerstuk)"                                                                                                        },
          {"Kamerstukken II 2008\u20132009, nr. 30 424, nr. 17.",
           "Kamerstukken II 2008\u20132009, nr. 30 424, nr. 17 = kst-30424-17 (kamerstuk)"                                      },
          {"Kamerstukken II 2004/05, 21 501-02, nr. 2893",
           "Kamerstukken II 2004/05, 21 501-02, nr. 2893 = kst-21501-02-2893 (kamerstuk)"                                       },
          {"Kamerstuk 26 448 (R 1635), nr. 19",
           "Kamerstuk 26 448 (R 1635), nr. 19 = kst-26448-R1635-19 (kamerstuk)"                                                 },
          {"Kamerstukken I 2010/11, CII, A",
           "Kamerstukken I 2010/11, CII, A = kst-CII-A (kamerstuk)"                                                             },
          {"Kamerstukken II 33.279 nr. 4",
           "Kamerstukken II 33.279 nr. 4 = kst-33279-4 (kamerstuk)"                                                             },
          {"(Kamerstuk 35925-VI-56)",                                      "Kamerstuk 35925-VI-56 = kst-35925-VI-56 (kamerstuk)"},
          {"Kamerstuk 29628-1135",                                         "Kamerstuk 29628-1135 = kst-29628-1135 (kamerstuk)"  },
          {"Kamerstuk 21501-33",                                           "Kamerstuk 21501-33 = - (kamerstuk)"                 },
          {"Kamerstuk 33 279 gaat",                                        "Kamerstuk 33 279 = - (kamerstuk)"                   },
          {"Kamerstukken I 2000/01, 27 400, nr. 188b",
           "Kamerstukken I 2000/01, 27 400, nr. 188b = - (kamerstuk)"                                                           },
          {"op weg (33 279, nr. 12) naar",                                 "33 279, nr. 12 = kst-33279-12 (kamerstuk)"          },
          {"op weg (33 279 X, nr. 12, p. 4)",
           "33 279 X, nr. 12, p. 4 = kst-33279-X-12 (kamerstuk)"                                                                },
          {"het stuk kst-33279-40 en Stcrt-2018-49440,",
           "kst-33279-40 = kst-33279-40 (kamerstuk)\n"
           "Stcrt-2018-49440 = stcrt-2018-49440 (staatscourant)"                                                                },
  },
      24);
}

TEST_CASE("find_references gives each of several papers its reference") {
  check_rows(
      {
          {"Kamerstuk 35 300, nrs. 7 en 8).",
           "Kamerstuk 35 300, nrs. 7 en 8 = kst-35300-7 (kamerstuk)\n"
           "Kamerstuk 35 300, nrs. 7 en 8 = kst-35300-8 (kamerstuk)"           },
          {"Kamerstukken II 1996/97, 25 282, nrs 1-3)",
           "Kamerstukken II 1996/97, 25 282, nrs 1-3 = kst-25282-1 (kamerstuk)\n"
           "Kamerstukken II 1996/97, 25 282, nrs 1-3 = kst-25282-2 (kamerstuk)\n"
           "Kamerstukken II 1996/97, 25 282, nrs 1-3 = kst-25282-3 (kamerstuk)"},
          {"Kamerstuk 29 689, nr. 975 en 976.",
           "Kamerstuk 29 689, nr. 975 en 976 = kst-29689-975 (kamerstuk)\n"
           "Kamerstuk 29 689, nr. 975 en 976 = kst-29689-976 (kamerstuk)"      },
          {"Kamerstuk 29 689, nr. 975 en 12 leden",
           "Kamerstuk 29 689, nr. 975 = kst-29689-975 (kamerstuk)"             },
          {"Kamerstuk 35 300, nrs. 3, 5 en 12 maart 2020",
           "Kamerstuk 35 300, nrs. 3, 5 = kst-35300-3 (kamerstuk)\n"
           "Kamerstuk 35 300, nrs. 3, 5 = kst-35300-5 (kamerstuk)"             },
          {"Kamerstukken II 2009/10, 32 123 XVI, nr. 30 en 31 200, nr. 4.",
           "Kamerstukken II 2009/10, 32 123 XVI, nr. 30 = kst-32123-XVI-30 (kamerstuk)\n"
           "31 200, nr. 4 = kst-31200-4 (kamerstuk)"                           },
          {"Kamerstuk 35 300, nr. 7 en Kamerstuk 34 775, nr. 12",
           "Kamerstuk 35 300, nr. 7 = kst-35300-7 (kamerstuk)\n"
           "Kamerstuk 34 775, nr. 12 = kst-34775-12 (kamerstuk)"               },
  },
      7);
}

TEST_CASE("find_references reads proceedings and answered questions") {
  check_rows(
      {
          {"Handelingen II 2010/11, nr. 45, item 8, p. 12",
           "Handelingen II 2010/11, nr. 45, item 8, p. 12 = h-tk-20102011-45-8 (handelingen)"},
          {"Handelingen I 2014/15, 12, item 4",
           "Handelingen I 2014/15, 12, item 4 = h-ek-20142015-12-4 (handelingen)"            },
          {"Handelingen TK 2010/2011, 45-8-12",
           "Handelingen TK 2010/2011, 45-8-12 = h-tk-20102011-45-8 (handelingen)"            },
          {"Handelingen II 1998/99, p. 3123-3145",
           "Handelingen II 1998/99, p. 3123-3145 = - (handelingen)"                          },
          {"(Handelingen I, 11 februari 1992, p. 583/584), zei",
           "Handelingen I, 11 februari 1992, p. 583/584 = - (handelingen)"                   },
          {"Aanhangsel Handelingen, vergaderjaar 2020-2021, nr. 3235.",
           "Aanhangsel Handelingen, vergaderjaar 2020-2021, nr. 3235 = ah-tk-20202021-3235 "
           "(aanhangsel)"                                                                    },
          {"Aanhangsel van de\nHandelingen II 2023/24, nr. 1121",
           "Aanhangsel van de\nHandelingen II 2023/24, nr. 1121 = ah-tk-20232024-1121 "
           "(aanhangsel)"                                                                    },
          {"Aanhangsel Handelingen I 2023/24, nrs. 3 en 4",
           "Aanhangsel Handelingen I 2023/24, nrs. 3 en 4 = ah-ek-20232024-3 (aanhangsel)\n"
           "Aanhangsel Handelingen I 2023/24, nrs. 3 en 4 = ah-ek-20232024-4 (aanhangsel)"   },
          {"Handelingen II 2020/21, Aanhangsel nr. 3235",
           "Handelingen II 2020/21, Aanhangsel nr. 3235 = ah-tk-20202021-3235 (aanhangsel)"  },
  },
      9);
}

TEST_CASE("find_references reads gazettes") {
  check_rows(
      {
          {"Stcrt. 2018, 49440",                           "Stcrt. 2018, 49440 = stcrt-2018-49440 (staatscourant)"},
          {"Staatscourant 2018, nr. 49440",
           "Staatscourant 2018, nr. 49440 = stcrt-2018-49440 (staatscourant)"                                     },
          {"(Stb. 2010, 350)",                             "Stb. 2010, 350 = stb-2010-350 (staatsblad)"           },
          {"Staatsblad 2017 327",                          "Staatsblad 2017 327 = stb-2017-327 (staatsblad)"      },
          {"Staatsblad 2009/561",                          "Staatsblad 2009/561 = stb-2009-561 (staatsblad)"      },
          {"Staatsblad 1991, nummer 440",
           "Staatsblad 1991, nummer 440 = stb-1991-440 (staatsblad)"                                              },
          {"Stcrt. 1997, 140, blz. 4-5",
           "Stcrt. 1997, 140, blz. 4-5 = stcrt-1997-140 (staatscourant)"                                          },
          {"Staatscourant van 29 oktober 1996, nr. 209)",
           "Staatscourant van 29 oktober 1996, nr. 209 = stcrt-1996-209 (staatscourant)"                          },
          {"Staatscourant van 8 augustus 1997 (nr. 150)",
           "Staatscourant van 8 augustus 1997 (nr. 150) = stcrt-1997-150 (staatscourant)"                         },
          {"(Stb. 1997, 324 en Stb. 1997, 660)",
           "Stb. 1997, 324 = stb-1997-324 (staatsblad)\nStb. 1997, 660 = stb-1997-660 "
           "(staatsblad)"                                                                                         },
          {"Staatsblad 2015 nrs. 145 en 147 tot",
           "Staatsblad 2015 nrs. 145 en 147 = stb-2015-145 (staatsblad)\n"
           "Staatsblad 2015 nrs. 145 en 147 = stb-2015-147 (staatsblad)"                                          },
          {"Staatsblad 2017 327     Pagina 10",            "Staatsblad 2017 327 = stb-2017-327 (staatsblad)"      },
          {"Stcrt. 1997, nr. 140 p. 4",
           "Stcrt. 1997, nr. 140 p. 4 = stcrt-1997-140 (staatscourant)"                                           },
          {"(Stcrt. 246), waarin",                         "Stcrt. 246 = - (staatscourant)"                       },
          {"Wet van 8 januari 1975, Stb. 5.",              "Stb. 5 = - (staatsblad)"                              },
          {"in de Staatscourant 3 dagen later",            ""                                                     },
          {"in de Staatscourant.8 Anders",                 ""                                                     },
          {"Stcrt. 2001, ...",                             ""                                                     },
          {"Staatscourant 2018, 20 september",             ""                                                     },
          {"in de Staatscourant van 8 augustus 1997, 150", ""                                                     },
          {"in het Staatsblad gepubliceerd in 2010",       ""                                                     },
  },
      21);
}

TEST_CASE("find_references reads laws when their title is sure") {
  check_rows(
      {
          {"artikel 3, eerste lid, van de Wet publieke gezondheid kan",
           "artikel 3, eerste lid, van de Wet publieke gezondheid = - (law)"                                                       },
          {"Artikelen 3 en 4 van de Gemeentewet.",                                  "Artikelen 3 en 4 van de Gemeentewet = - (law)"},
          {"artikel 8:29 van de Algemene wet bestuursrecht",
           "artikel 8:29 van de Algemene wet bestuursrecht = - (law)"                                                              },
          {"art. 5.1, tweede lid, aanhef en onder e, van de Wet open overheid,",
           "art. 5.1, tweede lid, aanhef en onder e, van de Wet open overheid = - (law)"                                           },
          {"artikel 71b van het Burgerlijk Wetboek",
           "artikel 71b van het Burgerlijk Wetboek = - (law)"                                                                      },
          {"artikel 3:2 Awb",                                                       "artikel 3:2 Awb = - (law)"                    },
          {"artikel 2, eerste lid, van de Wet maatschappelijke ondersteuning 2015",
           "artikel 2, eerste lid, van de Wet maatschappelijke ondersteuning 2015 = - (law)"                                       },
          {"artikel 3 van de Wet verplicht hem",                                    ""                                             },
          {"artikel 3 van de regeling",                                             ""                                             },
          {"artikel 3, eerste lid",                                                 ""                                             },
          {"een artikel van de Gemeentewet",                                        ""                                             },
  },
      11);
}

TEST_CASE("find_references makes no citation of other numbers") {
  check_rows(
      {
          {"Het kost \u20AC 33 279, nr. 12 op de lijst",            ""},
          {"(33 279, zegt hij, nr. 12)",                            ""},
          {"(33 279 euro)",                                         ""},
          {"tel. (070) 340 79 11",                                  ""},
          {"tk 2011, 33 000, nr. 3",                                ""},
          {"De Tweede Kamer 33 279 brieven",                        ""},
          {"Kamerstukken van 2020",                                 ""},
          {"een Kamerstuk van 12 maart 2020",                       ""},
          {"Kamerstuk 333 279",                                     ""},
          {"Handelingen van 12 maart 2020, nr. 4",                  ""},
          {"het Aanhangsel nr. 4",                                  ""},
          {"Tweede Kamer, vergaderjaar 2020\u20132021, Aanhangsel", ""},
          {"de wet-33279-40 en AB-12-3",                            ""},
          {"BoaKamerstuk 33 279, nr. 3",                            ""},
          {"Kamerstukken zonder nummer",                            ""},
          {"",                                                      ""},
  },
      16);
}

TEST_CASE("ReferenceWords says where its file is wrong") {
  const auto unknown = ReferenceWords::parse({"references.txt", "item | item\nbook | x"});
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().to_string().substr(0, 61) ==
        "references.txt:2:1: unknown key 'book'; use one of kamerstuk,");
  const auto phrase = ReferenceWords::parse({"references.txt", "law | Wet (nieuw)"});
  REQUIRE_FALSE(phrase);
  CHECK(phrase.error().to_string() ==
        "references.txt:1:7: 'Wet (nieuw)' is no phrase of words, or already means something else; "
        "mend or remove it");
}

TEST_CASE("find_references takes linear time on hostile texts") {
  constexpr std::size_t kSize = 1 << 20;
  std::size_t run = 0;
  for (const std::string unit : {"1",
                                 "Kamerstuk ",
                                 "Kamerstuk 33 279, ",
                                 "Kamerstukken II ",
                                 "(1",
                                 "(33 279, nr. 1",
                                 "nr. 1, ",
                                 "artikel 3, ",
                                 "artikel 3, 3 en 3 ",
                                 "Handelingen II 2010/11 ",
                                 "Stcrt. 2018",
                                 "Aanhangsel van de ",
                                 "kst-",
                                 "k-",
                                 "Tweede ",
                                 "TK ",
                                 "\xE2\x80",
                                 "2018/2019 ",
                                 "  ",
                                 "Stb. van "}) {
    std::string text;
    while (text.size() < kSize) {
      text += unit;
    }
    CAPTURE(unit);
    const auto begin = std::chrono::steady_clock::now();
    const auto found = find_references(text, dutch(), dates());
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    CHECK(found.size() <= text.size() / 10);
    CHECK(seconds.count() < 3.0);
    ++run;
  }
  CHECK(run == 20);
  std::string list = "Kamerstuk 33 279, nrs. 1";
  while (list.size() < kSize) {
    list += ", 2";
  }
  CHECK(find_references(list, dutch(), dates()).size() <= 64);
}
