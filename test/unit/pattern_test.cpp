// What is known of patterns before they are tried, and what is compiled of them when the library is
// built, agree with RE2.
#include "support/pattern.hpp"

#include "letterkit/profile.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "blocks/rules.hpp"
#include "profile/embedded.hpp"
#include "profile/profile_files.hpp"
#include "support/automaton.hpp"
#include "support/edge_bytes.hpp"
#include "support/pattern_syntax.hpp"
#include "support/simd_json.hpp"
#include "support/unicode.hpp"

using namespace letterkit;

namespace {

std::vector<std::string> sample_lines() {
  std::vector<std::string> lines;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(LETTERKIT_SAMPLES_DIR)) {
    std::ifstream in(entry.path(), std::ios::binary);
    if (entry.path().extension() != ".txt") {
      continue;
    }
    for (std::string line; std::getline(in, line);) {
      const auto begin = line.find_first_not_of(" \t\r\f");
      if (begin != std::string::npos && is_valid_utf8(line)) {
        lines.push_back(line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin));
      }
    }
  }
  return lines;
}

/// What engines might take for a blank, for a letter in another case or for a line's end.
constexpr auto kOdd = std::to_array<std::string_view>({
    "\v",
    "\f",
    "\t",
    std::string_view("\0", 1),
    "\x1C",          // a file's separator
    "\xC2\x85",      // the next line
    "\xC2\xA0",      // a blank that does not break
    "\xE2\x80\xA8",  // the line's separator
    "\xE2\x80\x89",  // the thin blank
    "\xC5\xBF",      // the long s
    "\xE2\x84\xAA",  // the Kelvin sign
    "\xC4\xB0",      // the capital i with its dot
    "\xE1\xBA\x9E",  // the capital sharp s
    "\xCF\x82",      // the sigma at a word's end
    "\xF0\x9D\x90\x80",
});

/// Lines; pieces of two lines behind each other, of which more nearly match something; and lines in
/// which one character is an odd one.
std::vector<std::string> spliced(std::vector<std::string> lines) {
  std::mt19937 random(7);
  const std::size_t count = lines.size();
  for (std::size_t i = 0; i < count; ++i) {
    const std::string& head = lines[random() % count];
    const std::string& tail = lines[random() % count];
    const auto word = [&random](const std::string& line) {
      return std::min(line.find(' ', random() % line.size()), line.size());
    };
    lines.push_back(head.substr(0, word(head)) + tail.substr(word(tail)));
    std::string changed = lines[random() % lines.size()];
    const std::size_t at = random() % changed.size();
    if (starts_character(changed[at])) {
      const auto end = std::ranges::find_if(changed.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                            changed.end(), starts_character);
      changed.replace(changed.begin() + static_cast<std::ptrdiff_t>(at), end,
                      kOdd[random() % kOdd.size()]);
      lines.push_back(std::move(changed));
    }
  }
  return lines;
}

/// The pattern with an alternative that is never found, so that its first bytes are not known.
Pattern unbound(const std::string& source) {
  return *Pattern::compile("(?:" + source + ")|(?:$.)");
}

TEST_CASE("the bytes that a bound pattern can start and end with") {
  struct Row {
    const char* source;
    const char* text;
    bool allowed;
  };

  const std::vector<Row> rows = {
      {"^abc",               "abc",          true },
      {"^abc",               "bc",           false},
      {"^abc",               "",             false},
      {"(?i)^abc",           "ABC",          true },
      {"(?i)^(?:de |het )x", "Het",          true },
      {"(?i)^(?:de |het )x", "the",          false},
      {"^a?b",               "b",            true },
      {"^a?b",               "c",            false},
      {"^a{0,2}b",           "b",            true },
      {"^a{1,2}b",           "b",            false},
      {"^a{2}b",             "b",            false},
      {"^(?:a|)b",           "b",            true },
      {"^a*",                "",             true },
      {"^a*",                "z",            true },
      {"^[a-c]x",            "b",            true },
      {"^[a-c]x",            "d",            false},
      {"^[^a]x",             "a",            true }, // not looked into
      {"^\\d",               "x",            false},
      {"^\\S",               " ",            false},
      {"^\\.x",              ".",            true },
      {"^\\.x",              "x",            false},
      {"^\\pL",              "1",            false},
      {"^\\pL",              "\xC3\xA9",     true },
      {"(?i)^s",             "\xC5\xBF",     true }, // the long s
      {"(?i)^k",             "\xE2\x84\xAA", true }, // the Kelvin sign
      {"(?i)^(?-i:A)b",      "a",            false},
      {"^a|b",               "xb",           true },
      {"(?:^a)|(?:^b)",      "b",            true },
      {"(?:^a)|(?:^b)",      "c",            false},
      {"(?:|^)b",            "xb",           true },
      {"(?:^|[ ,])b",        "x b",          true },
      {"(?:^a)?b",           "xb",           true },
      {"^?b",                "xb",           true },
      {"^[[:alpha:]]",       "x",            true }, // not understood
      {"^\\S",               "\v",           true },
      {"a",                  "xa",           true },
      {"^\\x{41}",           "x",            true }, // not understood
      {"^é?b",              "b",            true },
      {"^é?b",              "c",            false},
      {"a[.,]$",             "xa.",          true },
      {"a[.,]$",             "xa;",          false},
      {"a[.,]?$",            "xa",           true },
      {"a[.,]?$",            "x.",           true },
      {"a[.,]?$",            "x;",           false},
      {"(?i)(?:s|\\d{2,})$", "S",            true },
      {"(?i)(?:s|\\d{2,})$", "\xC5\xBF",     true },
      {"(?i)(?:s|\\d{2,})$", "x",            false},
      {"a(?:b$|c$)",         "ab",           true },
      {"a(?:b$|c$)",         "ad",           false},
      {"a(?:b|c$)",          "abd",          true },
      {"a(?:b$)?",           "ad",           true },
      {"(?:a|b$)",           "ad",           true },
      {"a$|b",               "bd",           true },
      {"é$",                "é",           true },
      {"é$",                "e",            false},
      {"a(?: de|\\w)$",      "a d",          true },
      {"a\\w$",              "a.",           false},
      {"a.*$",               "a;",           true },
      {"^(?P<name>a)",       "x",            true }, // not understood
  };
  for (const Row& row : rows) {
    INFO(row.source << " on " << row.text);
    CHECK(EdgeBytes(row.source).allow(row.text) == row.allowed);
  }
}

TEST_CASE("patterns that can match at the start only") {
  for (const char* source : {"^a", "(?i)^a", "^(?:a|b)c", "^[|]a", "^[]|]a", "^[^]|]a", "^[\\]|]a",
                             "^a\\|b", "^\\(?:a)"}) {
    INFO(source);
    CHECK(starts_at_start(source));
  }
  for (const char* source : {"", "a", "a|^b", "^a|b", "^(?:a|b)|c", "^[a]|b", "^[]a]|b", "^[^]a]|b",
                             "^[\\]a]|b", "^\\\\|b", "(?:^a)"}) {
    INFO(source);
    CHECK_FALSE(starts_at_start(source));
  }
}

TEST_CASE("patterns that are bound to the end") {
  for (const char* source : {"a$", "^(?:a|b)$", "(?i)[|]$", "\\|$"}) {
    INFO(source);
    CHECK(ends_at_end(source));
  }
  for (const char* source : {"a", "a\\$", "a$|b$", "a|b$", "$a"}) {
    INFO(source);
    CHECK_FALSE(ends_at_end(source));
  }
}

TEST_CASE("patterns that follow most texts for long") {
  for (const char* source : {"a.*b", "^.*b", "^[^.]+b", "^\\S{3,}b", "^(?:\\pL+ )?b", "^\\x{41}"}) {
    INFO(source);
    CHECK(EdgeBytes(source).lingers());
  }
  for (const char* source : {"^ab", "^a.*b", "^\\S.b", "^\\d+b", "^[^.]?b", "^.{2,3}b"}) {
    INFO(source);
    CHECK_FALSE(EdgeBytes(source).lingers());
  }
}

TEST_CASE("classes of letters are written as ranges") {
  for (const char* source : {"a$", "[]$]", "[^]$]", "[[:alpha:]]", "[\\]$]", "\\\\pL", "[\\\\p]"}) {
    CHECK(with_letters_as_ranges(source) == source);
  }
  CHECK(with_letters_as_ranges("[^\\pL']").starts_with("(?-i:[^A-Za-z"));
  CHECK(with_letters_as_ranges("\\p{Lu}").starts_with("[A-Z"));
  CHECK(with_letters_as_ranges("[a") == "[a");
  CHECK(with_letters_as_ranges("\\") == "\\");
  CHECK(Pattern::compile("(?i)^\\pL[^\\pL]$")->search("\xE2\x84\xAA."));
  CHECK(Pattern::compile("(?i)^\\p{Lu}[\\p{Lu}]$")->search("aé"));
  CHECK(Pattern::compile("^\\S$")->search("\v"));
  CHECK(Pattern::compile("^[\\S.]$")->search("\v"));
  CHECK_FALSE(Pattern::compile("\\s")->search("\v"));
  CHECK_FALSE(Pattern::compile("[\\S.]")->search(" \t\r\n\f"));
}

TEST_CASE("what is known of a profile's patterns before RE2 is asked is right") {
  const auto lines = spliced(sample_lines());
  std::size_t refused = 0;
  std::size_t found = 0;
  for (const EmbeddedFile& file : embedded_files()) {
    const bool extracts = file.path.ends_with("/extract.txt");
    if (!extracts && !file.path.ends_with("/rules.txt")) {
      continue;
    }
    std::vector<std::string> sources;
    const DataFile data{std::string(file.path), file.text, true};
    if (extracts) {
      for (const DataLine& line : data_lines(file.text)) {
        sources.push_back("(?i)" + std::string(line.text.substr(
                                       line.text.find_first_not_of(' ', line.text.find(' ')))));
      }
    } else {
      const auto rules = Rules::parse(data, "", {});
      REQUIRE(rules);
      for (const Cut& cut : rules->cuts()) {
        sources.push_back(cut.pattern.source());
      }
      for (const auto& pattern : rules->loose()) {
        if (pattern) {
          sources.push_back(pattern->source());
        }
      }
    }
    for (const std::string& source : sources) {
      const EdgeBytes first(source);
      const Pattern plain = unbound(source);
      const Pattern pattern = Pattern::known(source);
      for (const std::string& line : lines) {
        const bool allowed = first.allow(line);
        const bool matches = plain.search(line);
        refused += allowed ? 0 : 1;
        found += matches ? 1 : 0;
        if ((matches && !allowed) || pattern.search(line) != matches) {
          FAIL_CHECK(source << " on " << line);
        }
      }
    }
  }
  CHECK(found > 1000);
  CHECK(refused > 100 * lines.size());
}

TEST_CASE("automata compiled with the library find what RE2 finds") {
  if (automaton_files().empty()) {
    WARN("skipped: the library was built without Hyperscan");
    return;
  }
  const auto lines = spliced(sample_lines());
  CHECK(lines.size() > 10000);
  for (const EmbeddedFile& compiled : automaton_files()) {
    const std::string language(compiled.path.substr(0, compiled.path.find('/')));
    DataFile file = ProfileFiles::built_in(language)->file("rules.txt");
    const auto ahead = Rules::parse(file, language, {});
    file.automaton = {};
    const auto late = Rules::parse(file, language, {});
    REQUIRE(ahead);
    REQUIRE(late);
    CHECK(ahead->patterns().has_automaton());
    CHECK_FALSE(late->patterns().has_automaton());
    Features features;  // rules that ask for more than the text need no features here
    features.set(Feature::is_short);
    std::size_t found = 0;
    for (const std::string& line : lines) {
      std::vector<std::uint16_t> hits;
      std::vector<std::uint16_t> expected;
      ahead->match(line, hits);
      late->match(line, expected);
      found += expected.size();
      if (hits != expected ||
          ahead->score(line, features)->fired != late->score(line, features)->fired) {
        FAIL_CHECK(language << ": " << line);
      }
    }
    CHECK(found > 1000);
  }
}

}  // namespace
