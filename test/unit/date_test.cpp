#include "fields/date.hpp"

#include "letterkit/profile.hpp"

#include <chrono>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "profile/profile_files.hpp"
#include "support/calendar.hpp"

using namespace letterkit;

namespace {

constexpr const char* kDutch =
    "order | day-month-year\n"
    "month 1 | januari | jan\nmonth 2 | februari | febr\nmonth 3 | maart | mrt\n"
    "month 4 | april\nmonth 5 | mei\nmonth 6 | juni\nmonth 7 | juli\nmonth 8 | augustus | aug\n"
    "month 9 | september | sept\nmonth 10 | oktober\nmonth 11 | november\nmonth 12 | december\n"
    "ordinal | e | ste\nconnector | den\nweekday | maandag | zondag\n"
    "particle | aan | den | op\nnot-place | op | datum | brief\nshort-year | - | /\n";

constexpr const char* kForeign =  // English order; French, German and English words
    "order | month-day-year\n"
    "month 1 | january\nmonth 2 | february\nmonth 3 | march | märz | mars\nmonth 4 | april | iv\n"
    "month 5 | may | mai\nmonth 6 | june | juni\nmonth 7 | july\nmonth 8 | august | août\n"
    "month 9 | september | 7bre\nmonth 10 | october\nmonth 11 | november\nmonth 12 | december\n"
    "ordinal | st | nd | rd | th | er | ten\nbetween | of\nconnector | le | den | d | the\n"
    "weekday | mittwoch\nshort-year | . | word\ncentury | 1810\n"
    "lead | fait à\nspelling 1702 | seyn | theil\n";

DateWords words_of(const char* text) {
  auto words = DateWords::parse({"dates.txt", text}, {});
  REQUIRE(words);
  return *words;
}

struct FindRow {
  const char* name;
  const char* text;
  const char* printed;  // nullptr: no date
  const char* iso;      // "": invalid
};

void check_find(const std::vector<FindRow>& rows, const DateWords& words, std::size_t expected) {
  std::size_t run = 0;
  for (const auto& row : rows) {
    CAPTURE(row.name, row.text);
    const std::string text = row.text;
    const auto found = find_date(text, 0, words);
    ++run;
    CHECK(found.has_value() == (row.printed != nullptr));
    if (found && row.printed != nullptr) {
      CHECK(text.substr(found->start, found->end - found->start) == row.printed);
      CHECK(found->iso == row.iso);
      CHECK(found->valid == !found->iso.empty());
    }
  }
  CHECK(run == expected);
}

}  // namespace

TEST_CASE("find_date reads the first date of a Dutch text") {
  const std::vector<FindRow> rows = {
      {"day, month, year",           "Op 2 maart 2026 heeft",    "2 maart 2026",           "2026-03-02"},
      {"leading zero",               "06 augustus 2020",         "06 augustus 2020",       "2020-08-06"},
      {"hyphens",                    "van 1-3-2011, kenmerk",    "1-3-2011",               "2011-03-01"},
      {"periods",                    "(01.03.2011)",             "01.03.2011",             "2011-03-01"},
      {"slashes",                    "1/3/2011",                 "1/3/2011",               "2011-03-01"},
      {"ISO",                        "versie 2026-03-02.",       "2026-03-02",             "2026-03-02"},
      {"ISO before a time",          "2026-03-02T10:00",         "2026-03-02",             "2026-03-02"},
      {"abbreviation",               "15 mrt. 2002",             "15 mrt. 2002",           "2002-03-15"},
      {"month and year",             "In april 1996 werd",       "april 1996",             "1996-04"   },
      {"upper case",                 "3 MEI 1999",               "3 MEI 1999",             "1999-05-03"},
      {"no such day",                "31 februari 2020",         "31 februari 2020",       ""          },
      {"no such day in figures",     "30-02-2020",               "30-02-2020",             ""          },
      {"leap day",                   "29 februari 2020",         "29 februari 2020",       "2020-02-29"},
      {"no leap day",                "29 februari 2100",         "29 februari 2100",       ""          },
      {"short year",                 "d.d. 1-3-11 ontving",      "1-3-11",                 "2011-03-01"},
      {"short year of last century", "31/12/87",                 "31/12/87",               "1987-12-31"},
      {"ordinal",                    "de 2e maart 2026",         "2e maart 2026",          "2026-03-02"},
      {"glued to d.d.",              "d.d.1-3-2011",             "1-3-2011",               "2011-03-01"},
      {"glued to the month",         "17oktober 2001",           "17oktober 2001",         "2001-10-17"},
      {"no-break spaces",            "2\u00A0maart\u00A02026",   "2\u00A0maart\u00A02026", "2026-03-02"},
      {"end of a range",             "11-12 maart 2020",         "12 maart 2020",          "2020-03-12"},
      {"the first of two",           "1 mei 2001 en 2 mei 2002", "1 mei 2001",             "2001-05-01"},
      {"number before it",           "nr. 12 van 5 juni 2010",   "5 juni 2010",            "2010-06-05"},
      {"name ending in a number",    "COVID-19 april 2020",      "april 2020",             "2020-04"   },
      {"historic",                   "28 december 1636",         "28 december 1636",       "1636-12-28"},
      {"day beyond a month",         "45 maart 2020",            "maart 2020",             "2020-03"   },
      {"no year",                    "Op 2 maart heb ik",        nullptr,                  ""          },
      {"year alone",                 "in 2020 was",              nullptr,                  ""          },
      {"short year after a month",   "2 maart 26",               nullptr,                  ""          },
      {"short year with periods",    "artikel 1.3.11",           nullptr,                  ""          },
      {"in a longer number",         "41-3-2011-4",              nullptr,                  ""          },
      {"after an identifier",        "AB-1-3-2011",              nullptr,                  ""          },
      {"before an identifier",       "2026-03-02-7",             nullptr,                  ""          },
      {"section number",             "4.1.3.2011",               nullptr,                  ""          },
      {"identifier",                 "kst-33279-40",             nullptr,                  ""          },
      {"gazette",                    "Stcrt-2018-49440",         nullptr,                  ""          },
      {"long digits",                "20200302 en 123456789",    nullptr,                  ""          },
      {"glued footnote mark",        "28 september 20201",       nullptr,                  ""          },
      {"month 13",                   "1-13-2011",                nullptr,                  ""          },
      {"day 0",                      "0-1-2011",                 nullptr,                  ""          },
      {"far year",                   "2 maart 9999",             nullptr,                  ""          },
      {"unknown word",               "2 brumaire 1799",          nullptr,                  ""          },
      {"phone",                      "070-340 79 11",            nullptr,                  ""          },
      {"session",                    "vergaderjaar 2022-2023",   nullptr,                  ""          },
      {"no digit",                   "maart",                    nullptr,                  ""          },
      {"empty",                      "",                         nullptr,                  ""          },
  };
  check_find(rows, words_of(kDutch), 46);
}

TEST_CASE("find_date follows the words and the order of the profile") {
  const std::vector<FindRow> rows = {
      {"month first",              "March 2, 2026",              "March 2, 2026",      "2026-03-02"},
      {"month first, ordinal",     "June 6th 2022",              "June 6th 2022",      "2022-06-06"},
      {"day first",                "on 2 March 2026",            "2 March 2026",       "2026-03-02"},
      {"of",                       "the 2nd of March 2026",      "2nd of March 2026",  "2026-03-02"},
      {"of, twice",                "the 2 of March of 2026",     "2 of March of 2026", "2026-03-02"},
      {"figures, month first",     "3/2/2026",                   "3/2/2026",           "2026-03-02"},
      {"first of the month",       "le 1er août 1917",          "1er août 1917",     "1917-08-01"},
      {"upper case, accents",      "31 AOÛT 1917",              "31 AOÛT 1917",      "1917-08-31"},
      {"decomposed accent",        "31 aou\u0302t 1917",         "31 aou\u0302t 1917", "1917-08-31"},
      {"glued year",               "12 November1917",            "12 November1917",    "1917-11-12"},
      {"short year after a month", "11 April 77",                "11 April 77",        "1877-04-11"},
      {"apostrophe",               "22t'64 oder 9ten Juni '64!", "9ten Juni '64",      "1864-06-09"},
      {"Roman month",              "29. IV. 68.",                "29. IV. 68",         "1868-04-29"},
      {"comma after the month",    "7. April, 1869.",            "7. April, 1869",     "1869-04-07"},
      {"umlaut",                   "19 März 1854",              "19 März 1854",      "1854-03-19"},
  };
  check_find(rows, words_of(kForeign), 15);
}

TEST_CASE("find_date starts no date before the byte it is given") {
  const auto words = words_of(kDutch);
  const std::string text = "1 mei 2001 en 2 juni 2002";
  const auto second = find_date(text, 10, words);
  REQUIRE(second);
  CHECK(second->iso == "2002-06-02");
  CHECK(find_date("april 1996", 2, words) == std::nullopt);
  CHECK(find_date("12-3-2011", 1, words) == std::nullopt);
  CHECK(find_date("x", 9, words) == std::nullopt);
}

TEST_CASE("parse_place_date reads a whole line or nothing") {
  struct Row {
    const char* line;
    const char* place;  // nullptr: none
    const char* iso;    // nullptr: no such line
  };

  const std::vector<Row> rows = {
      {"Den Haag, 2 maart 2026",                  "Den Haag",               "2026-03-02"},
      {"'s-Gravenhage,  15 maart 2002",           "'s-Gravenhage",          "2002-03-15"},
      {"\u2019s-Gravenhage, 16 maart 2011.",      "\u2019s-Gravenhage",     "2011-03-16"},
      {"Amsterdam 3 mei 1999",                    "Amsterdam",              "1999-05-03"},
      {"   DEN HAAG, 3 MEI 1999  ",               "DEN HAAG",               "1999-05-03"},
      {"Capelle aan den IJssel, den 3e mei 1999", "Capelle aan den IJssel", "1999-05-03"},
      {"Den Haag, maandag 2 maart 2026",          "Den Haag",               "2026-03-02"},
      {"Den Haag , 2 maart 2026",                 "Den Haag",               "2026-03-02"},
      {"Den Haag, april 1996",                    "Den Haag",               "1996-04"   },
      {"Bergen op Zoom, 01-03-2011",              "Bergen op Zoom",         "2011-03-01"},
      {"Datum: 22 februari 2023",                 nullptr,                  "2023-02-22"},
      {"datum    22 februari 2023",               nullptr,                  "2023-02-22"},
      {"Datum: Utrecht, 22 februari 2023",        "Utrecht",                "2023-02-22"},
      {"06 augustus 2020",                        nullptr,                  "2020-08-06"},
      {"zondag 1 maart 2026.",                    nullptr,                  "2026-03-01"},
      {"Den Haag, 31 februari 2020",              "Den Haag",               ""          },
      {"Op 2 maart 2026 heeft de Kamer",          nullptr,                  nullptr     },
      {"Op 2 maart 2026",                         nullptr,                  nullptr     },
      {"Brief van 2 maart 2026",                  nullptr,                  nullptr     },
      {"Brief 2 maart 2026",                      nullptr,                  nullptr     },
      {"Salarisbedragen april 2004",              nullptr,                  nullptr     },
      {"De stand van zaken per 1 mei 2004",       nullptr,                  nullptr     },
      {"Stcrt-2018-49440, 4 september 2018.",     nullptr,                  nullptr     },
      {"COVID-19, 16 april 2020",                 nullptr,                  nullptr     },
      {"Ingangsdatum: 2 maart 2026",              nullptr,                  nullptr     },
      {"J. Jansen, 2 maart 2026",                 nullptr,                  nullptr     },
      {"een dorp, 2 maart 2026",                  nullptr,                  nullptr     },
      {"Den Haag, 2 maart 2026 (bijlage)",        nullptr,                  nullptr     },
      {"Den Haag, 1 mei 2026 en 2 mei 2026",      nullptr,                  nullptr     },
      {", 2 maart 2026",                          nullptr,                  nullptr     },
      {"Den Haag",                                nullptr,                  nullptr     },
      {"Datum:",                                  nullptr,                  nullptr     },
      {"",                                        nullptr,                  nullptr     },
  };
  const auto words = words_of(kDutch);
  const std::vector<std::string> labels = {"Datum"};
  std::size_t run = 0;
  for (const auto& row : rows) {
    const std::string line = row.line;
    CAPTURE(line);
    const auto read = parse_place_date(line, words, labels);
    ++run;
    CHECK(read.has_value() == (row.iso != nullptr));
    if (read && row.iso != nullptr) {
      CHECK(read->date.iso == row.iso);
      CHECK(read->place.value_or("-") == (row.place != nullptr ? row.place : "-"));
      CHECK(line.substr(read->place_start).find(read->place.value_or("")) == 0);
    }
  }
  CHECK(run == 33);
}

TEST_CASE("parse_place_date knows what stands between place and date in other languages") {
  const auto words = words_of(kForeign);
  const auto french = parse_place_date("PARIS, le 8 mars 1918.", words);
  REQUIRE(french);
  CHECK(french->place == "PARIS");
  const auto german = parse_place_date("Zürich Mittwoch d. 29ten Juni 64!", words);
  REQUIRE(german);
  CHECK(german->place == "Zürich");
  CHECK(german->date.iso == "1864-06-29");
  CHECK(parse_place_date("Z. 18. Juni 56", words)->place == "Z.");
  CHECK(parse_place_date("Fait à Lyon, le 1° mars 2026", words)->place == "Lyon");
  CHECK(parse_place_date("Bern, 3. 7. 2026", words)->date.iso == "2026-07-03");
}

TEST_CASE("parse_place_date takes the last of two days and months that start with figures") {
  const auto words = words_of(kForeign);

  struct Row {
    const char* line;
    const char* place;
    const char* iso;
  };

  const std::vector<Row> rows = {
      {"Luzern, 4./6. Juni 1871",   "Luzern", "1871-06-06"},
      {"Luzern den 4/6. Juni 1871", "Luzern", "1871-06-06"},
      {"Luzern, 4 of 6 Juni 1871",  "Luzern", "1871-06-06"},
      {"Paris, le 14 7bre 1847",    "Paris",  "1847-09-14"},
  };
  std::size_t run = 0;
  for (const auto& row : rows) {
    CAPTURE(row.line);
    const auto read = parse_place_date(row.line, words);
    REQUIRE(read);
    CHECK(read->place == row.place);
    CHECK(read->date.iso == row.iso);
    ++run;
  }
  CHECK(run == 4);
  CHECK_FALSE(parse_place_date("Luzern, 1234/6 Juni 1871", words));
}

TEST_CASE("two digits of a year are read in the century that the text speaks for") {
  const auto words = words_of(kForeign);
  const auto read = [&words](const std::string& text) {
    const auto date = find_date(text, 0, words);
    REQUIRE(date);
    CHECK(date->short_year);
    return iso_in_century_of(*date, text, words);
  };
  CHECK(read("2 Mai 26") == "1826-05-02");                                    // the profile's own
  CHECK(read("2 Mai 26. The act of 1921 and that of 2020") == "1926-05-02");  // the nearer one
  CHECK(read("2 Mai 26. The act of 1831") == "1826-05-02");
  CHECK(read("2 Mai 26. Theil eins, seyn") == "1726-05-02");  // two words of an old spelling
  CHECK(read("2 Mai 26. Theil eins") == "1826-05-02");
}

TEST_CASE("the text's other dates say whether a date in figures has the day first") {
  const auto words = words_of(kForeign);
  const auto read = [&words](const std::string& text) {
    const auto date = find_date(text, 0, words);
    REQUIRE(date);
    return iso_in_text(*date, text, words);
  };
  CHECK(read("3/4/2024") == "2024-03-04");
  CHECK(read("3/4/2024, and on 14 Juni 2024") == "2024-04-03");
  CHECK(read("3/4/2024, and on Juni 14, 2024") == "2024-03-04");
  CHECK(read("3/4/2024, and on 14/6/2024") == "2024-04-03");
  CHECK(read("3/4/2024, and on 2024-06-14") == "2024-03-04");
  CHECK(read("3/14/2024, and on 14 Juni 2024") == "2024-03-14");
}

TEST_CASE("numeric dates where the month comes first") {
  check_find(
      {
          {"month first",            "on 3/4/2024",         "3/4/2024",         "2024-03-04"},
          {"month first, dashes",    "on 3-4-2024",         "3-4-2024",         "2024-03-04"},
          {"a month with a figure",  "on 7bre 4th 1781",    "7bre 4th 1781",    "1781-09-04"},
          {"the month and the day",  "on May the 4th 1781", "May the 4th 1781", "1781-05-04"},
          {"periods: the day first", "on 3.4.2024",         "3.4.2024",         "2024-04-03"},
          {"no thirteenth month",    "on 13/4/2024",        "13/4/2024",        "2024-04-13"},
          {"neither",                "on 13/14/2024",       nullptr,            ""          },
  },
      words_of(kForeign), 7);
}

TEST_CASE("a weekday's comma is no place's") {
  const auto words = words_of(kForeign);
  const auto date = parse_place_date("Mittwoch, May 3, 1871", words);
  REQUIRE(date);
  CHECK(date->date.iso == "1871-05-03");
  CHECK_FALSE(date->place);
  const auto placed = parse_place_date("Luzern, Mittwoch, May 3, 1871", words);
  REQUIRE(placed);
  CHECK(placed->place == "Luzern");
}

TEST_CASE("DateWords says where its file is wrong and how to mend it") {
  struct Row {
    const char* text;
    const char* error;
  };

  const std::vector<Row> rows = {
      {"order | backwards",
       "dates.txt:1:9: unknown order 'backwards'; use day-month-year or "
       "month-day-year"                                                                                  },
      {"# x\nmonth 13 | x",            "dates.txt:2:1: 'month 13' is no month; write month 1 to month 12"},
      {"month 1 | jan\nmonth 2 | jan",
       "dates.txt:2:11: 'jan' already means something else; keep one"                                    },
      {"month 1 | a",
       "dates.txt:1:1: no words for month 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12; add lines like "
       "'month 1 | its name'"                                                                            },
      {"weekday | x | | y",            "dates.txt:1:15: empty word; take the extra '|' out"              },
      {"short-year | :",               "dates.txt:1:14: ':' separates no date; use - . / or word"        },
      {"century | soon",               "dates.txt:1:11: 'soon' is no year; write one from 1500 to 2100"  },
      {"order",                        "dates.txt:1:1: 'order' has no words; write 'key | word | word'"  },
      {"day | x",
       "dates.txt:1:1: unknown key 'day'; use one of calendar, order, month 1 to month 12, "
       "ordinal, "
       "between, connector, weekday, lead, particle, not-place, region, short-year, century, "
       "spelling with "
       "a year"                                                                                          },
  };
  std::size_t run = 0;
  for (const auto& row : rows) {
    const auto words = DateWords::parse({"dates.txt", row.text}, {});
    REQUIRE_FALSE(words);
    CHECK(words.error().to_string() == row.error);
    ++run;
  }
  CHECK(run == 9);
}

TEST_CASE("months and weekdays need not be in dates.txt") {
  std::size_t run = 0;
  for (const std::string& language : builtin_languages()) {
    CAPTURE(language);
    const auto files = ProfileFiles::built_in(language);
    REQUIRE(files);
    const auto words = DateWords::parse({"dates.txt", "order | day-month-year"}, files->calendar());
    REQUIRE(words);
    // What the library has at hand is what the locale data says.
    CHECK(std::string(files->calendar().text) == calendar_rows(language));
    const CalendarWords names = calendar_words(language);
    for (std::size_t month = 0; month < names.months.size(); ++month) {
      CHECK_FALSE(names.months[month].empty());
      for (const std::string& name : names.months[month]) {
        CHECK(words->months.find(name) == static_cast<int>(month) + 1);
      }
    }
    CHECK(names.weekdays.size() >= 7);
    CHECK(words->weekdays.contains(names.weekdays.back()));
    ++run;
  }
  CHECK(run >= 1);
}

TEST_CASE("of unknown languages no months are made up") {
  CHECK((calendar_rows("qq") + calendar_rows("") + calendar_rows("root")).empty());
  CHECK(calendar_words("it").months[0] == std::vector<std::string>{"gennaio", "gen"});
  CHECK(calendar_words("nn").months[0] == std::vector<std::string>{"januar", "jan"});  // from "no"
  CHECK(calendar_rows("it-x") == calendar_rows("it"));
}

TEST_CASE("find_date takes linear time on hostile texts") {
  const auto words = words_of(kDutch);
  constexpr std::size_t kSize = 1 << 20;
  std::vector<std::string> texts = {std::string(kSize, '1'), std::string(kSize, 'm'),
                                    std::string(kSize, ' '), std::string(kSize, '\xC2')};
  for (const std::string unit : {"1 ", "2 maart ", "maart 2026x ", "1-", "1-3-",
                                 "\xE2\x80\x89"
                                 "1"}) {
    std::string text;
    while (text.size() < kSize) {
      text += unit;
    }
    texts.push_back(std::move(text));
  }
  std::size_t run = 0;
  for (const auto& text : texts) {
    const auto begin = std::chrono::steady_clock::now();
    CHECK_FALSE(find_date(text, 0, words));
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    CHECK(seconds.count() < 2.0);
    CHECK_FALSE(parse_place_date(text, words));
    ++run;
  }
  CHECK(run == 10);
}
