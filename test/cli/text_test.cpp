// The small text functions of the tools: names to UTF-8, lines for a terminal, lists.
#include <random>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/error_list.hpp"
#include "cli/lists.hpp"
#include "cli/utf8.hpp"

namespace letterkit::cli {

TEST_CASE("to_utf8 replaces what is no UTF-8 and nothing else") {
  struct Row {
    const char* name;
    std::string bytes;
    std::string text;
  };

  const Row rows[] = {
      {"nothing",             "",                 ""                        },
      {"ASCII",               "brief.txt",        "brief.txt"               },
      {"two bytes",           "\xC3\xA9",         "\xC3\xA9"                },
      {"three bytes",         "\xE2\x82\xAC",     "\xE2\x82\xAC"            },
      {"four bytes",          "\xF0\x9F\x93\x84", "\xF0\x9F\x93\x84"        },
      {"the last code point", "\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF"        },
      {"Latin-1",
       "br\xEA"
       "f",                                       "br\uFFFD"
       "f"                                                       },
      {"a lone continuation", "\x80",             "\uFFFD"                  },
      {"cut off",             "\xE2\x82",         "\uFFFD\uFFFD"            },
      {"overlong slash",      "\xC0\xAF",         "\uFFFD\uFFFD"            },
      {"overlong of three",   "\xE0\x80\xAF",     "\uFFFD\uFFFD\uFFFD"      },
      {"overlong of four",    "\xF0\x80\x80\xAF", "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"a surrogate",         "\xED\xA0\x80",     "\uFFFD\uFFFD\uFFFD"      },
      {"above the last",      "\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"no first byte",       "\xFF",             "\uFFFD"                  },
  };
  int run = 0;
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(to_utf8(row.bytes) == row.text);
    ++run;
  }
  CHECK(run == 15);
}

TEST_CASE("to_utf8 of any bytes is valid UTF-8") {
  std::mt19937 engine(6);
  for (int i = 0; i < 2000; ++i) {
    std::string bytes(engine() % 20, '\0');
    for (char& byte : bytes) {
      // Mostly bytes that start or go on with a character, to come near to valid text.
      byte = static_cast<char>(engine() % 3 == 0 ? engine() : 0x80 + engine() % 0x80);
    }
    const std::string text = to_utf8(bytes);
    REQUIRE_NOTHROW(nlohmann::json(text).dump());  // throws on what is not UTF-8
    REQUIRE(to_utf8(text) == text);
  }
}

TEST_CASE("on_one_line spells control characters") {
  CHECK(on_one_line("a\nb\t\x1B[31m\x7F \xC3\xA9") == "a\\nb\\t\\x1b[31m\\x7f \xC3\xA9");
}

TEST_CASE("split_list") {
  struct Row {
    const char* list;
    std::vector<std::string> elements;
  };

  const Row rows[] = {
      {"",           {}          },
      {",",          {}          },
      {" , ,",       {}          },
      {"a",          {"a"}       },
      {"a,b",        {"a", "b"}  },
      {" a , b c ,", {"a", "b c"}},
      {"a,a",        {"a", "a"}  },
  };
  int run = 0;
  for (const Row& row : rows) {
    INFO(row.list);
    CHECK(split_list(row.list) == row.elements);
    ++run;
  }
  CHECK(run == 7);
  CHECK(join_list(std::vector<std::string>{"a", "b"}) == "a, b");
}

TEST_CASE("a row of the list of errors stands for its source") {
  const Error error = {"input.unreadable", "no such file; check the name", ""};
  for (const std::string name : {"a.txt", "a \"b\"\n.txt", "\xC3\xA9", "{}"}) {
    std::string row = error_row(name, error);
    REQUIRE(row.ends_with("}\n"));
    row.pop_back();
    CHECK(row.find('\n') == row.npos);
    CHECK(listed_name(row) == name);
  }
  for (const std::string line : {"a.txt", "{", "{}", "{\"source\":1}", "[\"source\"]", ""}) {
    CHECK(listed_name(line) == line);
  }
}

}  // namespace letterkit::cli
