// A gate lets in every text that a pattern occurs in.
#include "support/byte_gate.hpp"

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "gate_maker.hpp"
#include "needed_windows.hpp"
#include "pattern_program.hpp"
#include "support/pattern.hpp"
#include "support/pattern_syntax.hpp"

using namespace letterkit;

namespace {

/// A text in which the windows of no pattern of these tests occur; what occurs in none is thought
/// to be rarer, the longer it is.
const std::string kOther(50'000, 'z');

std::vector<ByteWindow> windows_of(const std::string& pattern, const WindowChances& chances) {
  PatternProgram program;
  REQUIRE(program.add(with_letters_as_ranges(pattern), 0));
  return needed_windows(program, chances);
}

WindowChances chances_of(std::string_view text) {
  WindowChances chances;
  chances.add(text);
  return chances;
}

/// A gate of one pattern.
ByteGate gate_of(const std::string& pattern) {
  const WindowChances chances = chances_of(kOther);
  GateMaker maker(chances);
  REQUIRE(maker.add(0, windows_of(pattern, chances)));
  CHECK(maker.sorts_of(0) != 0);
  return maker.gate();
}

}  // namespace

TEST_CASE("a gate lets in what holds the bytes that a pattern cannot be without") {
  const ByteGate gate = gate_of("(?i)(?:geachte|beste) .*,");
  for (const char* text : {"Geachte voorzitter,", "BESTE ", "hierbij, geachte heer,", "geachte "}) {
    INFO(text);
    CHECK(gate.in(text) != 0);
  }
  for (const char* text : {"", "g", "geacht", "Beste", "zeer geachte", "een best stuk"}) {
    INFO(text);
    CHECK(gate.in(text) == 0);
  }
}

TEST_CASE("a gate knows where a text ends") {
  const ByteGate gate = gate_of("q\\d?$");
  CHECK(gate.in("aq") != 0);
  CHECK(gate.in("aq7") != 0);
  CHECK(gate.in("aq7b") == 0);
  CHECK(gate.in("qa") == 0);
  CHECK(gate.in(std::string(31, 'a') + "q") != 0);
  CHECK(gate.in(std::string(39, 'a') + "q") != 0);
}

TEST_CASE("what may occur in an empty text needs no bytes") {
  const WindowChances chances = chances_of(kOther);
  for (const char* pattern : {"", "a*", "^$", "a|", "\\b"}) {
    INFO(pattern);
    CHECK(windows_of(pattern, chances).empty());
    GateMaker maker(chances);
    CHECK_FALSE(maker.add(0, windows_of(pattern, chances)));
    CHECK(maker.sorts_of(0) == 0);
  }
}

TEST_CASE("the windows of a pattern are those that texts hold most seldom") {
  // "van" is in every word of the texts, "qu" in none.
  const WindowChances chances = chances_of("van vanvan van vanvan van vanvan van van vanvan");
  const std::vector<ByteWindow> windows = windows_of("van.*qu", chances);
  REQUIRE(windows.size() == 1);
  CHECK(windows[0].bytes[0].has('q'));
  CHECK_FALSE(windows[0].bytes[0].has('v'));
}

TEST_CASE("a gate that would let in too many texts does not take a pattern") {
  const WindowChances chances = chances_of("van vanvan van vanvan van vanvan van van vanvan");
  GateMaker maker(chances);
  CHECK(maker.add(0, windows_of("qu", chances)));
  CHECK_FALSE(maker.add(1, windows_of("van", chances)));
  CHECK(maker.sorts_of(0) != 0);
  CHECK(maker.sorts_of(1) == 0);
  CHECK(maker.gate().in("van van") == 0);
}

TEST_CASE("many patterns share the sorts of a gate, and none is lost") {
  const std::vector<std::string> sources = {
      "abc",
      "(?i)den haag",
      "\\d{4} [A-Z]{2}",
      "é–x",
      "(?i)straße|straat",
      "^.*noot \\d",
      "a.c",
      "[ab]{3}",
      "x(?:yz|zy)$",
      "q\\b",
      "(?i)k1",
      "\\pL9",
      "ééé",
      "(?:u|ü|ue)ber\\b",
      "😀",
      "\\W1",
      "b\\B",
      "(?i)ſt",
      "\\$ ?1",
      "c\\n",
  };
  const WindowChances chances = chances_of(kOther);
  GateMaker maker(chances);
  std::vector<Pattern> patterns;
  for (const std::string& source : sources) {
    INFO(source);
    REQUIRE(maker.add(static_cast<int>(patterns.size()), windows_of(source, chances)));
    patterns.push_back(*Pattern::compile(source));
  }
  const ByteGate gate = maker.gate();
  static constexpr auto kPieces = std::to_array<std::string_view>(
      {"abc", "a",      "b",      "c",    "Den Haag", "2500",    " ",     "EZ", "é", "–",
       "x",   "straße", "straat", "noot", "1",        "yz",      "zy",    "q",  "k", "K",
       "K",   "9",      "über",   "ü",    "ue",       "ber",     "😀",     ".",  "s", "ſ",
       "T",   "$",      "\n",     "ß",    "ẞ",        "zzz zzz", "STRAẞE"});
  std::mt19937 random(4);
  std::size_t found = 0;
  std::size_t kept_out = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (auto pieces = random() % 40; pieces > 0; --pieces) {
      text += random() % 3 == 0 ? kPieces[random() % kPieces.size()] : "zz ";
    }
    const Sorts sorts = gate.in(text);
    INFO(text);
    REQUIRE(gate.in_place_by_place(text) == sorts);
    for (std::size_t p = 0; p < patterns.size(); ++p) {
      const bool is_let_in = (maker.sorts_of(static_cast<int>(p)) & sorts) != 0;
      const bool occurs = patterns[p].search(text);
      REQUIRE((is_let_in || !occurs));
      found += occurs ? 1 : 0;
      kept_out += is_let_in ? 0 : 1;
    }
  }
  CHECK(found > 10'000);
  CHECK(kept_out > 10'000);
}
