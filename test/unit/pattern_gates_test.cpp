// What a pattern's states tell of the texts that it occurs in: their edges, and windows that hold
// it for sure.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "determinise.hpp"
#include "edges_found.hpp"
#include "needed_windows.hpp"
#include "pattern_program.hpp"
#include "support/pattern_syntax.hpp"
#include "sure_windows.hpp"

using namespace letterkit;

namespace {

PatternProgram program_of(const std::string& source) {
  PatternProgram program;
  REQUIRE(program.add(with_letters_as_ranges(source), 0));
  return program;
}

StateTable table_of(const PatternProgram& program) {
  const auto table = determinise(program, 20'000);
  REQUIRE(table);
  return *table;
}

AllowedEdges edges_of(const std::string& source) {
  return edges_found(table_of(program_of(source)));
}

/// Whether a pattern stands behind windows all of which hold it for sure.
bool all_sure(const std::string& source) {
  const PatternProgram program = program_of(source);
  const StateTable table = table_of(program);
  WindowChances chances;
  chances.add("z z z z z");
  const std::vector<ByteWindow> windows = needed_windows(program, chances);
  return !windows.empty() && std::ranges::all_of(windows, [&table](const ByteWindow& window) {
    return is_sure(table, window);
  });
}

TEST_CASE("how texts end that a pattern matches") {
  const AllowedEdges number = edges_of("^[a-z ]+ \\d+[a-c]?$");
  for (const std::string_view text : {"street 1", "street 12", "street 1b"}) {
    CHECK(number.allow(TextEdges(text)));
  }
  for (const std::string_view text : {"streetb", "street.", "street 1é", "street ", "1d", "é1"}) {
    CHECK_FALSE(number.allow(TextEdges(text)));
  }
  CHECK(edges_of("^[a-z ]+ \\d+").allow(TextEdges("abc?!")));
  CHECK(edges_of("a|b$").allow(TextEdges("?!")));
  CHECK(edges_of("^$").allow(TextEdges("")));
  CHECK_FALSE(edges_of("^$").allow(TextEdges("a")));
}

TEST_CASE("how texts start that a pattern matches") {
  const AllowedEdges street = edges_of("(?i)^(?:street|éx) ?\\d");
  for (const std::string_view text : {"street 1", "STReet", "éx 1", "ÉX1", "s", "st", "ß"}) {
    CHECK(street.allow(TextEdges(text)));  // "ß": which character it is, one byte does not tell
  }
  for (const std::string_view text : {"a street 1", "sTa", "sé", "ste", " street", "1"}) {
    CHECK_FALSE(street.allow(TextEdges(text)));
  }
  CHECK(edges_of("^ab").allow(TextEdges("ab?")));  // found by then
  CHECK(edges_of("^a").allow(TextEdges("a?!")));
  CHECK_FALSE(edges_of("^ab").allow(TextEdges("a?")));
  CHECK(edges_of("ab").allow(TextEdges("?!?")));
}

TEST_CASE("of some patterns, what they cannot occur without is all that they want") {
  for (const std::string source : {"\\d{3,}", "@", "(?i)quay|pier", "abcdefgh", "q.*"}) {
    INFO(source);
    CHECK(all_sure(source));
  }
  for (const std::string source :
       {"\\bquay", "quay$", "^quay", "qé", "q.y", "abcdefghi", "[^q]qu"}) {
    INFO(source);
    CHECK_FALSE(all_sure(source));
  }
}

}  // namespace
