#include "fields/paper_id.hpp"

#include <array>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace letterkit;

namespace {

/// Random identifiers of every shape, spelled here independently of the printer under test.
class RandomIds {
 public:
  explicit RandomIds(unsigned seed) : random_(seed) {}

  std::string next() {
    switch (number(0, 15)) {
      case 0:
      case 1:
        return "kst-" + dossier() + '-' + digits(1, 4) + versions();
      case 2:
        return "kst-" + dossier() + '-' + chapter() + '-' + digits(1, 3) + versions();
      case 3:
        return "kst-" + dossier() + '-' + letters() + versions();
      case 4:
        return "kst-" + dossier() + '-' + pick("ABCFHJ") + '-' + digits(1, 2) + versions();
      case 5:
        return "kst-" + dossier() + '-' + pick("ABCFHJ") + '-' + letters() + versions();
      case 6:
        return "kst-" + dossier() + "-0" + digits(1, 1) + '-' + (flip() ? letters() : digits(1, 3));
      case 7:
        return "kst-" + dossier() + "-R" + digits(4, 4) + '-' + digits(1, 3) + versions();
      case 8:
        return "kst-" + session() + "-000" + digits(2, 2) + '-' + chapter() + '-' + letters() +
               versions();
      case 9:
        return "kst-" + session() + '-' + dossier() + '-' + digits(1, 3) + pick("abcd");
      case 10:
        return "kst-" + roman_dossier() + '-' + letters() + versions();
      case 11:
        return "ah-" + chamber() + '-' + session() + '-' + digits(1, 4) + versions();
      case 12:
        return flip() ? "kv-tk-" + digits(4, 4) + 'Z' + digits(5, 5)
                      : "kv-tk-" + session() + "-KVR" + digits(5, 5);
      case 13:
        return "h-" + chamber() + '-' + session() + '-' + digits(1, 3) +
               (flip() ? '-' + digits(1, 2) : "") + (flip() ? "" : versions());
      case 14:
        return flip() ? "nds-tk-" + digits(4, 4) + 'D' + digits(5, 5) : "blg-" + digits(4, 7);
      default:
        return pick_of({"stcrt", "stb", "trb", "gmb", "wsb", "prb", "bgr"}) + '-' +
               std::to_string(number(1995, 2026)) + '-' + digits(1, 6) + versions();
    }
  }

 private:
  int number(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }

  bool flip() { return number(0, 1) == 1; }

  std::string digits(int least, int most) {
    std::string text(1, static_cast<char>('0' + number(1, 9)));
    for (int n = number(least, most); n > 1; --n) {
      text += static_cast<char>('0' + number(0, 9));
    }
    return text;
  }

  std::string pick(std::string_view letters) {
    return {letters[static_cast<std::size_t>(number(0, static_cast<int>(letters.size()) - 1))]};
  }

  std::string pick_of(const std::vector<std::string>& words) {
    return words[static_cast<std::size_t>(number(0, static_cast<int>(words.size()) - 1))];
  }

  std::string dossier() { return std::to_string(number(10000, 39999)); }

  std::string chamber() { return flip() ? "tk" : "ek"; }

  std::string session() {
    const int year = number(1995, 2025);
    return std::to_string(year) + std::to_string(year + 1);
  }

  std::string chapter() {
    return pick_of({"I",   "IIA",  "IIB", "III", "IV",  "V",    "VI",    "VII", "VIII", "IX",   "X",
                    "XII", "XIII", "XIV", "XV",  "XVI", "XVII", "XVIII", "XX",  "XXII", "XXIII"});
  }

  std::string roman_dossier() { return pick_of({"XL", "CII", "CXXXIX", "CXL", "LXXXVIII", "C"}); }

  std::string letters() {
    return flip() ? pick("ABCDEFGHIJKLMNOPQRSTUVWXYZ") : pick("AB") + pick("ABCDEFGHIJKLMNOP");
  }

  std::string versions() {
    std::string text;
    for (const char* letter : {"-b", "-h", "-n"}) {
      text += number(0, 5) == 0 ? letter + digits(1, 2) : "";
    }
    return text;
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("parse_paper_id takes identifiers apart") {
  struct Row {
    const char* text;
    const char* dossier;
    const char* suffix;
    const char* number;
    const char* other;  // chamber, session, year, item, one space between those there are
    bool ambiguous;
  };

  const std::vector<Row> rows = {
      {"kst-33279-40",                "33279", "",      "40",         "",                      false},
      {"kst-32123-XVI-30",            "32123", "XVI",   "30",         "",                      false},
      {"kst-33802-C",                 "33802", "",      "C",          "",                      false},
      {"kst-33802-AO",                "33802", "",      "AO",         "",                      false},
      {"kst-36600-C-12",              "36600", "C",     "12",         "",                      false},
      {"kst-36600-B-K",               "36600", "B",     "K",          "",                      false},
      {"kst-21501-20-323",            "21501", "20",    "323",        "",                      false},
      {"kst-21501-02-A",              "21501", "02",    "A",          "",                      false},
      {"kst-23908-R1519-103",         "23908", "R1519", "103",        "",                      false},
      {"kst-CII-A",                   "CII",   "",      "A",          "",                      false},
      {"kst-20032004-00063-VII-A-h1", "00063", "VII",   "A",          "20032004",              false},
      {"kst-20002001-27400-188b",     "27400", "",      "188b",       "20002001",              false},
      {"kst-35302-F",                 "35302", "",      "F",          "",                      false},
      {"kst-35302-V",                 "35302", "",      "V",          "",                      false},
      {"kst-21501-33",                "21501", "",      "33",         "",                      false},
      {"kst-21501-02",                "21501", "",      "02",         "",                      true },
      {"kst-32123-XVI",               "32123", "",      "XVI",        "",                      true },
      {"KST-33279-40",                "33279", "",      "40",         "",                      false},
      {"ah-tk-20242025-1244",         "",      "",      "1244",       "tk 20242025",           false},
      {"kv-tk-2010Z06025",            "",      "",      "2010Z06025", "tk",                    false},
      {"kv-tk-20062007-KVR27039",     "",      "",      "KVR27039",   "tk 20062007",           false},
      {"h-tk-20102011-45-8",          "",      "",      "45",         "tk 20102011 8",         false},
      {"h-ek-19981999-31-1230-1245",  "",      "",      "31",         "ek 19981999 1230-1245", false},
      {"nds-tk-2014D45599",           "",      "",      "2014D45599", "tk",                    false},
      {"Stcrt-2018-49440",            "",      "",      "49440",      "2018",                  false},
      {"stcrt-2001-245-p12-SC32456",  "",      "",      "245",        "2001 p12-SC32456",      false},
      {"stb-2010-350-n1",             "",      "",      "350",        "2010",                  false},
      {"blg-929506",                  "",      "",      "929506",     "",                      false},
  };
  std::size_t run = 0;
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto id = parse_paper_id(row.text);
    REQUIRE(id);
    ++run;
    CHECK(id->dossier == row.dossier);
    CHECK(id->suffix == row.suffix);
    CHECK(id->number == row.number);
    CHECK(id->ambiguous == row.ambiguous);
    std::string other;
    for (const auto& part : {id->chamber, id->session, id->year, id->item}) {
      other += part.empty() || other.empty() ? part : ' ' + part;
    }
    CHECK(other == row.other);
  }
  CHECK(run == 28);
}

TEST_CASE("parse_paper_id refuses what is no identifier") {
  const std::vector<const char*> texts = {"",
                                          "kst",
                                          "kst-",
                                          "kst-33279",
                                          "kst-33279-",
                                          "kst--40",
                                          "kst-3-40",
                                          "kst-03279-40",
                                          "kst-332790-40",
                                          "kst-33279-40-",
                                          "kst-33279-40-x1",
                                          "kst-33279-40-b0",
                                          "kst-33279-40-b1-b2",
                                          "kst-33279-4O",
                                          "kst-33279-XVI-30-4",
                                          "kst-33279-LL-3",
                                          "kst-33279-0",
                                          "kst-33279-40 ",
                                          " kst-33279-40",
                                          "33279-40",
                                          "abc-1-2",
                                          "ah-tk-20242026-1",
                                          "ah-xx-20242025-1",
                                          "ah-tk-20242025",
                                          "kv-tk-2010X06025",
                                          "nds-2014D45599",
                                          "stcrt-18-49440",
                                          "stcrt-2018",
                                          "stcrt-2018-049",
                                          "stb-2010-350-7",
                                          "blg-12x",
                                          "h-tk-20102011-45-8-9-1",
                                          "kst-1-1-1-1-1-1-1-1-1-1-1",
                                          "kst-IIII-A",
                                          "kst-33279-\xC3\xA9"};
  std::size_t run = 0;
  for (const char* text : texts) {
    CAPTURE(text);
    CHECK_FALSE(parse_paper_id(text));
    ++run;
  }
  CHECK(run == 35);
  CHECK_FALSE(parse_paper_id(std::string(1 << 20, '-')));
  CHECK_FALSE(parse_printed_id(std::string(1 << 20, '1')));
}

TEST_CASE("parse_printed_id reads papers without prefix and says when they are ambiguous") {
  struct Row {
    const char* text;
    const char* canonical;  // nullptr: none
    bool ambiguous;
  };

  const std::vector<Row> rows = {
      {"35925-VI-56",      "kst-35925-VI-56",   false},
      {"21501-33",         "kst-21501-33",      true },
      {"35302-F",          "kst-35302-F",       true },
      {"21501-02-2893",    "kst-21501-02-2893", false},
      {"kst-21501-33",     "kst-21501-33",      false},
      {"20032004-29200-3", nullptr,             false},
      {"CII-A",            nullptr,             false},
      {"33279",            nullptr,             false},
  };
  std::size_t run = 0;
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto id = parse_printed_id(row.text);
    ++run;
    CHECK(id.has_value() == (row.canonical != nullptr));
    if (id && row.canonical != nullptr) {
      CHECK(print_paper_id(*id) == row.canonical);
      CHECK(id->ambiguous == row.ambiguous);
    }
  }
  CHECK(run == 8);
}

TEST_CASE("print_paper_id gives back every identifier that parse_paper_id read") {
  RandomIds ids(20260302);
  std::size_t wrong = 0;
  constexpr std::size_t kCount = 100000;
  for (std::size_t n = 0; n < kCount; ++n) {
    const std::string text = ids.next();
    const auto id = parse_paper_id(text);
    if (!id || print_paper_id(*id) != text || parse_paper_id(print_paper_id(*id)) != id) {
      UNSCOPED_INFO(text);
      ++wrong;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("print_paper_id spells the prefix and the versions canonically") {
  CHECK(print_paper_id(*parse_paper_id("KST-33279-40-h2-b1")) == "kst-33279-40-b1-h2");
  CHECK(print_paper_id(*parse_paper_id("AH-TK-20242025-1244")) == "ah-tk-20242025-1244");
}

TEST_CASE("identifiers are made of what papers and citations print") {
  const std::optional<std::string> none;
  CHECK(make_kst_id("33279", none, "40") == "kst-33279-40");
  CHECK(make_kst_id("32123", "XVI", "30") == "kst-32123-XVI-30");
  CHECK(make_kst_id("26448", "(R1635)", "19") == "kst-26448-R1635-19");
  CHECK(make_kst_id("36600", "C", "AO") == "kst-36600-C-AO");
  CHECK(make_kst_id("CII", none, "A") == "kst-CII-A");
  CHECK_FALSE(make_kst_id("33279", none, "A;3"));
  CHECK_FALSE(make_kst_id("33279", none, ""));
  CHECK_FALSE(make_kst_id("33279", "x-y", "3"));
  CHECK_FALSE(make_kst_id("33279", "", "3"));
  CHECK_FALSE(make_kst_id("", none, "3"));
  CHECK_FALSE(make_kst_id("20202021", none, "3"));
  CHECK(make_session_id(PaperId::Kind::ah, "tk", "2020-2021", "3235") == "ah-tk-20202021-3235");
  CHECK(make_session_id(PaperId::Kind::h, "tk", "2010-2011", "45", "8") == "h-tk-20102011-45-8");
  CHECK_FALSE(make_session_id(PaperId::Kind::ah, "tk", "2020-2022", "3235"));
  CHECK_FALSE(make_session_id(PaperId::Kind::ah, "", "2020-2021", "3235"));
  CHECK(make_year_id(PaperId::Kind::stcrt, "2018", "49440") == "stcrt-2018-49440");
  CHECK_FALSE(make_year_id(PaperId::Kind::stb, "2018", ""));
}
