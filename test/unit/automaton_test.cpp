// Automata made of patterns find what RE2 finds.
#include "support/automaton.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <new>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "determinise.hpp"
#include "edges_found.hpp"
#include "group_patterns.hpp"
#include "pattern_program.hpp"
#include "support/pattern.hpp"
#include "support/pattern_syntax.hpp"

using namespace letterkit;

namespace {

constexpr std::size_t kManyStates = 20'000;

/// The automaton of patterns, and the bytes it lies in.
class Made {
 public:
  Made(const std::vector<std::string>& patterns, bool quick) {
    PatternProgram program;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      REQUIRE(program.add(with_letters_as_ranges(patterns[i]), static_cast<int>(i)));
    }
    const auto table = determinise(program, kManyStates);
    REQUIRE(table);
    const StateTable small = minimised(*table);
    states = small.size();
    CHECK(states <= table->size());
    load(as_bytes({}) + as_bytes(small, std::vector<bool>(states, quick)));
  }

  explicit Made(const std::string& written) { load(written); }

  std::unique_ptr<const Automaton> automaton;
  std::size_t states = 0;

 private:
  struct alignas(kAutomatonAlignment) Block {
    std::array<char, kAutomatonAlignment> bytes;
  };

  void load(const std::string& written) {
    bytes_.resize(written.size() / sizeof(Block));
    REQUIRE(bytes_.size() * sizeof(Block) == written.size());
    std::memcpy(bytes_.data(), written.data(), written.size());
    automaton = Automaton::load({reinterpret_cast<const char*>(bytes_.data()), written.size()});
  }

  std::vector<Block> bytes_;
};

std::vector<int> matches(const Automaton& automaton, std::string_view text) {
  std::vector<int> hits;
  automaton.match(text, hits);
  std::sort(hits.begin(), hits.end());
  return hits;
}

std::vector<Pattern> compiled(const std::vector<std::string>& sources) {
  std::vector<Pattern> patterns;
  for (const std::string& source : sources) {
    patterns.push_back(*Pattern::compile("(?:" + source + ")"));
  }
  return patterns;
}

/// The numbers of those that RE2 finds.
std::vector<int> found_by_re2(const std::vector<Pattern>& patterns, std::string_view text) {
  std::vector<int> found;
  for (std::size_t p = 0; p < patterns.size(); ++p) {
    if (patterns[p].search(text)) {
      found.push_back(static_cast<int>(p));
    }
  }
  return found;
}

/// To be looked for in texts of any length.
std::vector<SetSource> of_any_length(const std::vector<std::string>& sources) {
  std::vector<SetSource> set;
  for (const std::string& source : sources) {
    set.push_back({source});
  }
  return set;
}

std::uint32_t gates_in(const std::string& automata) {
  std::uint32_t gates = 0;
  std::memcpy(&gates, automata.data(), sizeof gates);
  return gates;
}

/// A text of pieces that the patterns of these tests speak of, and of others.
std::string random_text(std::mt19937& random) {
  static constexpr auto kPieces = std::to_array<std::string_view>({"a",
                                                                   "b",
                                                                   "ab",
                                                                   "A",
                                                                   "B",
                                                                   "c",
                                                                   " ",
                                                                   "  ",
                                                                   ".",
                                                                   ",",
                                                                   "1",
                                                                   "22",
                                                                   "_",
                                                                   "-",
                                                                   "\n",
                                                                   "\t",
                                                                   "\v",
                                                                   "é",
                                                                   "É",
                                                                   "ß",
                                                                   "ẞ",
                                                                   "k",
                                                                   "\xE2\x84\xAA",
                                                                   "s",
                                                                   "ſ",
                                                                   "–",
                                                                   "“",
                                                                   "α",
                                                                   "Σ",
                                                                   "ς",
                                                                   "Ж",
                                                                   "😀",
                                                                   "den",
                                                                   "haag",
                                                                   "Den Haag",
                                                                   "x",
                                                                   "Ā",
                                                                   "ā",
                                                                   std::string_view("\0", 1)});
  std::string text;
  for (auto pieces = random() % 12; pieces > 0; --pieces) {
    text += kPieces[random() % kPieces.size()];
  }
  return text;
}

const std::vector<std::string> kPatterns = {
    "",
    "a",
    "^a",
    "a$",
    "^a$",
    "^$",
    "(?:^|b)a",
    "a(?:$|b)",
    "(?:^a)|(?:b$)",
    "^ab|^ba",
    "a|b|",
    "ab*c?",
    "^(?:ab){2}",
    "^(?:ab){2,}c",
    "^(?:a|b){1,3}$",
    "a{0}b",
    "^a{0,2}?b+?",
    "[ab]c",
    "[^ab]c",
    "^[^\\pL]+$",
    "[a-c1-3_-]{3}",
    "[]a]b",
    "[^]a]b",
    "\\bab\\b",
    "\\Bb",
    "b\\B",
    "^\\b",
    "\\b$",
    "a\\b.*\\bb",
    "\\d\\D",
    "\\w\\W",
    "[\\d.]{2}",
    "\\s\\S",
    "[^\\s]\\s",
    "^.b",
    "a.*b",
    "^.*\\n",
    "(?i)den haag",
    "(?i)^(?:de|den) (?-i:H)aag",
    "(?i)k[^k]",
    "(?i)[s-u]{2}",
    "(?i)ß",
    "(?i)σ",
    "(?i)\\w{3}",
    "(?i)[^\\w]b",
    "^\\p{Lu}\\p{Ll}",
    "(?i)^\\p{Lu}",
    "\\pL{4}",
    "–|“",
    "\\x{1F600}a?",
    "[\\x61\\x{62}]\\x2e",
    "\\.\\,|\\-",
    "(a)(b)?",
};

}  // namespace

TEST_CASE("an automaton finds what RE2 finds, whatever way it is written") {
  std::mt19937 random(1);
  std::vector<std::string> texts = {"", "a", "\n", "ab ba", "Den Haag", "DEN HAAG"};
  for (int i = 0; i < 3000; ++i) {
    texts.push_back(random_text(random));
  }
  std::size_t found = 0;
  for (const std::string& source : kPatterns) {
    const Made quick({source}, true);
    const Made compact({source}, false);
    const auto plain = Pattern::compile("(?:" + source + ")");
    REQUIRE(plain);
    for (const std::string& text : texts) {
      const bool expected = plain->search(text);
      found += expected ? 1 : 0;
      if (quick.automaton->occurs(text) != expected ||
          compact.automaton->occurs(text) != expected) {
        FAIL_CHECK(source << " on " << text);
      }
    }
  }
  CHECK(found > texts.size());
  CHECK(found < kPatterns.size() * texts.size() - texts.size());
}

TEST_CASE("an automaton of several patterns names each that it finds, once") {
  std::mt19937 random(2);
  // So many states that they are written in rows, full ones and others.
  std::vector<std::string> sources = kPatterns;
  std::erase_if(sources,
                [](const std::string& source) { return source.find(".*") != source.npos; });
  sources.resize(20);
  sources.emplace_back("^(?:a|b|c|1|22|den|haag|k|s|_){9}x");
  sources.emplace_back("(?i)^(?:hoogachtend|met vriendelijke groet|namens deze|de minister van)");
  const std::vector<Pattern> plain = compiled(sources);
  for (const bool quick : {true, false}) {
    const Made made(sources, quick);
    CHECK(made.states > 100);
    for (int i = 0; i < 3000; ++i) {
      const std::string text = random_text(random);
      const std::vector<int> expected = found_by_re2(plain, text);
      INFO(text);
      REQUIRE(matches(*made.automaton, text) == expected);
      REQUIRE(made.automaton->occurs(text) == !expected.empty());
    }
  }
}

TEST_CASE("automata behind gates find what RE2 finds") {
  // Each line is followed to its end for most patterns, and none of them occurs in one.
  const SampleLines lines(20,
                          "z / z / z / z / z / z / z / z / z / z / z / z / z / z / z / z / z / z");
  std::vector<std::string> sources = kPatterns;
  std::erase_if(sources, [](const std::string& source) {
    return Pattern::compile("(?:" + source + ")")->search("z / z");
  });
  const std::vector<Pattern> plain = compiled(sources);
  const std::string written = automata_of(of_any_length(sources), lines);
  CHECK(gates_in(written) > 0);
  const Made all(written);
  std::mt19937 random(3);
  for (int i = 0; i < 3000; ++i) {
    // Long and short ones, in other lines and by themselves.
    std::string text = random_text(random);
    if (i % 2 == 0) {
      text = std::string(lines[0].substr(random() % 70)) + text + random_text(random);
    }
    if (i % 3 == 0) {
      text += std::string(lines[0].substr(random() % 70));
    }
    const std::vector<int> expected = found_by_re2(plain, text);
    INFO(text);
    REQUIRE(matches(*all.automaton, text) == expected);
  }
  CHECK(automata_of(of_any_length({"a", "("}), lines).empty());
}

TEST_CASE("a single pattern's automaton finds what RE2 finds") {
  const SampleLines lines(20, "z z z z z z z z z z z z z z z z z z z z z z z z");
  std::vector<std::string> sources = kPatterns;
  sources.insert(sources.end(), {"\\d{3,}", "(?i)ab|cd"});
  std::mt19937 random(6);
  for (const std::string& source : sources) {
    const Pattern plain = *Pattern::compile(source);
    const Made made(automaton_of(source, lines));
    INFO(source);
    for (int i = 0; i < 200; ++i) {
      const std::string text = random_text(random) + std::to_string(random() % 2000);
      INFO(text);
      REQUIRE(made.automaton->occurs(text) == plain.search(text));
    }
  }
}

TEST_CASE("automata of no patterns find nothing") {
  const Made none(automata_of({}, {}));
  CHECK(matches(*none.automaton, "a").empty());
  CHECK_FALSE(none.automaton->occurs("a"));
}

TEST_CASE("without sample lines, nothing stands behind a gate") {
  const std::string written = automata_of(of_any_length({"a", "^b"}), {});
  CHECK(gates_in(written) == 0);
  CHECK(matches(*Made(written).automaton, "ba") == std::vector<int>{0, 1});
}

TEST_CASE("a pattern is looked for in texts that are as long as it is bound to, in characters") {
  const std::vector<SetSource> sources = {
      {"^a", 3},
      {"a$", 5},
      {"a" },
      {"^é",   3 }
  };
  const Made made(automata_of(sources, {}));
  CHECK(matches(*made.automaton, "aba") == std::vector<int>{0, 1, 2});
  CHECK(matches(*made.automaton, "abba") == std::vector<int>{1, 2});
  CHECK(matches(*made.automaton, "abbbba") == std::vector<int>{2});
  CHECK(matches(*made.automaton, "ééa") == std::vector<int>{1, 2, 3});
  CHECK(matches(*made.automaton, "éééa") == std::vector<int>{1, 2});
  CHECK(matches(*made.automaton, "").empty());
}

AllowedEdges edges_of(const std::string& source) {
  PatternProgram program;
  REQUIRE(program.add(with_letters_as_ranges(source), 0));
  const auto table = determinise(program, kManyStates);
  REQUIRE(table);
  return edges_found(*table);
}

TEST_CASE("edges of texts that a pattern occurs in are allowed") {
  std::mt19937 random(4);
  int bound = 0;
  for (const std::string& source : kPatterns) {
    const Pattern plain = *Pattern::compile(source);
    const AllowedEdges edges = edges_of(source);
    INFO(source);
    for (int i = 0; i < 300; ++i) {
      const std::string text = random_text(random);
      const bool allowed = edges.allow(TextEdges(text));
      bound += allowed ? 0 : 1;
      if (!allowed) {
        INFO(text);
        REQUIRE_FALSE(plain.search(text));
      }
    }
  }
  CHECK(bound > 1000);
}

TEST_CASE("more automata than an index holds find what they look for") {
  std::vector<SetSource> sources;
  for (std::uint32_t longest = 1; longest <= 100; ++longest) {
    sources.push_back({"^x", longest});  // each in an automaton of its own
  }
  const Made made(automata_of(sources, {}));
  for (const std::size_t size : {1, 30, 70, 100, 101}) {
    const auto found = matches(*made.automaton, std::string(size, 'x'));
    CHECK(found.size() == 101 - size);
  }
}

TEST_CASE("what the maker of automata does not understand it refuses") {
  for (const char* source :
       {"(",        ")",      "a)",      "(a",    "[a",    "[b-a]", "*a",  "a**",
        "a{2}{3}",  "a{3,2}", "a{1001}", "a{,2}", "\\",    "\\q",   "\\1", "[[:alpha:]]",
        "(?P<x>a)", "(?s:.)", "\\x{zz}", "\\x6",  "\\x6g", "{",     "a{",  "[\\q]"}) {
    INFO(source);
    CHECK_FALSE(PatternProgram().add(source, 0));
  }
}

TEST_CASE("an automaton with too many states is not made") {
  PatternProgram program;
  REQUIRE(program.add("a.{12}b", 0));
  CHECK_FALSE(determinise(program, 1000));
  CHECK(determinise(program, 100'000));
}

TEST_CASE("equal states are one") {
  // Whatever the first letter, the rest is the same.
  CHECK(Made({"^(?:axyz|bxyz|cxyz)$"}, true).states == Made({"^[abc]xyz$"}, true).states);
}
