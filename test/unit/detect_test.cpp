#include "input/detect.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "input/decode.hpp"
#include "input/plausible.hpp"

using namespace letterkit;
using namespace std::string_literals;

TEST_CASE("the encoding of a text with one or two telling bytes is found") {
  struct Row {
    const char* name;
    std::string bytes;
    const char* encoding;
    std::string view;
  };

  const std::vector<Row> rows = {
      {"diaeresis, latin",            "de ministers van Itali\xEB en",             "ISO-8859-1",   "Itali\xC3\xAB en"                   },
      {"diaeresis, DOS",              "de ministers van Itali\x89 en",             "IBM850",       "Itali\xC3\xAB en"                   },
      {"diaeresis, Mac",              "de ministers van Itali\x91 en",             "macintosh",    "Itali\xC3\xAB en"                   },
      {"acute, latin",                "het geven van caf\xE9s",                    "ISO-8859-1",   "caf\xC3\xA9s"                       },
      {"acute, DOS",                  "het geven van caf\x82s",                    "IBM850",       "caf\xC3\xA9s"                       },
      {"acute, Mac",                  "het geven van caf\x8Es",                    "macintosh",    "caf\xC3\xA9s"                       },
      {"stress, Mac",                 "v\x97\x97r 1 juli",                         "macintosh",    "v\xC3\xB3\xC3\xB3r 1 juli"          },
      {"capital acute, latin",        "\xC9\xE9n brief",                           "ISO-8859-1",   "\xC3\x89\xC3\xA9n brief"            },
      {"capitals, latin",             "KONINKRIJK BELGI\xCB",                      "ISO-8859-1",   "BELGI\xC3\x8B"                      },
      {"umlauts, latin",              "f\xFCr die gr\xF6\xDFte",                   "ISO-8859-1",
       "f\xC3\xBCr die gr\xC3\xB6\xC3\x9Fte"                                                                                            },
      {"umlauts, DOS",                "f\x81r die gr\x94\xE1te",                   "IBM850",       "f\xC3\xBCr die gr\xC3\xB6\xC3\x9Fte"},
      {"umlauts, Mac",                "f\x9Fr die gr\x9A\xA7te",                   "macintosh",
       "f\xC3\xBCr die gr\xC3\xB6\xC3\x9Fte"                                                                                            },
      {"a word of one letter, latin", "face \xE0 la loi",                          "ISO-8859-1",   "face \xC3\xA0 la"                   },
      {"a word of one letter, DOS",   "d\x82j\x85 rien \x85 la loi",               "IBM850",       "rien \xC3\xA0 la"                   },
      {"a word of one letter, Mac",   "rien \x88 la loi",                          "macintosh",    "rien \xC3\xA0 la"                   },
      {"curly quotes",                "de \x93nota\x94 van",                       "windows-1252", "\xE2\x80\x9Cnota\xE2\x80\x9D"       },
      {"curly quotes, Mac",           "de \xD2nota\xD3 van",                       "macintosh",    "\xE2\x80\x9Cnota\xE2\x80\x9D"       },
      {"apostrophe",                  "de foto\x92s en",                           "windows-1252", "foto\xE2\x80\x99s"                  },
      {"dash",                        "de nota \x96 zie boven \x96 is",            "windows-1252", "nota \xE2\x80\x93 zie"              },
      {"euro",                        "kost \x80 500,\x96 per jaar",               "windows-1252", "\xE2\x82\xAC 500,\xE2\x80\x93"      },
      {"euro, latin 9",               "het caf\xE9 kost \xA4 500 per jaar",        "ISO-8859-15",
       "kost \xE2\x82\xAC 500"                                                                                                          },
      {"ligature, latin 9",           "une \xBDuvre",                              "ISO-8859-15",  "une \xC5\x93uvre"                   },
      {"half, latin 1",               "ruim 2\xBD jaar",                           "ISO-8859-1",   "2\xC2\xBD jaar"                     },
      {"guillemets",                  "de \xABnota\xBB van",                       "ISO-8859-1",   "\xC2\xABnota\xC2\xBB"               },
      {"no-break space",
       "artikel\xA0"
       "8 van",                                                                    "ISO-8859-1",
       "artikel\xC2\xA0"
       "8"                                                                                                                              },
      {"paragraph sign, Mac",         "nach \xA4 8 f\x9Fr",                        "macintosh",    "\xC2\xA7 8 f\xC3\xBCr"              },
      {"UTF-8 cut off",               "kost \xE2\x82",                             "UTF-8",        "kost \xEF\xBF\xBD"                  },
      {"a word cut off",              "caf\xE9",                                   "ISO-8859-1",   "caf\xC3\xA9"                        },
      {"mostly UTF-8",                "Belgi\xC3\xAB en Itali\xC3\xAB of Ren\xE9", "UTF-8",        "Ren\xEF\xBF\xBD"                    },
      {"valid UTF-8 by accident",     "\xABGru\xDF\xBB f\xFCr Ren\xE9",            "ISO-8859-1",
       "Gru\xC3\x9F\xC2\xBB"                                                                                                            },
  };
  std::size_t run = 0;
  for (const auto& row : rows) {
    INFO(row.name);
    const Text text = decode(row.bytes);
    CHECK(text.encoding == row.encoding);
    CHECK_THAT(std::string(text.view), Catch::Contains(row.view));
    ++run;
  }
  CHECK(run == 30);
}

TEST_CASE("text of two or four bytes a character is told from text with NULs") {
  struct Row {
    const char* name;
    std::string bytes;
    std::optional<Encoding> encoding;
  };

  const std::vector<Row> rows = {
      {"little endian with a quote", "a\0b\0 \0\x19\x20s\0"s,  Encoding::utf16le},
      {"big endian with a quote",    "\0a\0b\0 \x20\x19\0s"s,  Encoding::utf16be},
      {"odd length",                 "a\0b\0c"s,               Encoding::utf16le},
      {"NULs at the end",            "Geachte heer,\0\0\0\0"s, std::nullopt     },
      {"NUL between strings",        "Aan\0de\0heer\0Jansen"s, std::nullopt     },
      {"NULs only",                  std::string(64,           '\0'),             std::nullopt},
      {"empty",                            "",                                              std::nullopt                                 },
  };
  std::size_t run = 0;
  for (const auto& row : rows) {
    INFO(row.name);
    CHECK(detect_wide(row.bytes) == row.encoding);
    ++run;
  }
  CHECK(run == 7);
}

TEST_CASE("a character costs more where its kind does not stand") {
  struct Row {
    const char* name;
    char32_t before, self, after;
    bool fits;
  };

  const std::vector<Row> rows = {
      {"letter in a word",              U'i', U'\u00EB', U'n', true },
      {"small letter before a capital", U'i', U'\u00EB', U'N', false},
      {"capital after a small letter",  U'i', U'\u00CB', U' ', false},
      {"capital in capitals",           U'I', U'\u00CB', U' ', true },
      {"apostrophe in a word",          U'o', U'\u2019', U's', true },
      {"low quote in a word",           U'f', U'\u201A', U's', false},
      {"currency before an amount",     U' ', U'\u20AC', U' ', true },
      {"currency in a word",            U'a', U'\u20AC', U's', false},
      {"dash between blanks",           U' ', U'\u2013', U' ', true },
      {"dash in a word",                U'a', U'\u2013', U's', false},
      {"section sign before a number",  U' ', U'\u00A7', U'8', true },
      {"section sign in a word",        U'a', U'\u00A7', U'e', false},
      {"degree after a number",         U'8', U'\u00B0', U' ', true },
      {"a grave alone",                 U' ', U'\u00E0', U' ', true },
      {"e acute alone",                 U' ', U'\u00E9', U' ', false},
  };
  std::size_t run = 0;
  for (const auto& row : rows) {
    INFO(row.name);
    const unsigned cost =
        misfit(plausible(row.before).kind, plausible(row.self).kind, plausible(row.after).kind);
    CHECK((cost <= 1) == row.fits);
    ++run;
  }
  CHECK(run == 15);
}
