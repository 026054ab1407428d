// Whatever a line is, the automata that were compiled with the library find the patterns in it that
// RE2 finds.
#include "letterkit/profile.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "blocks/rules.hpp"
#include "fuzz/fuzz_target.hpp"
#include "profile/profile_files.hpp"
#include "support/simd_json.hpp"

namespace {

using letterkit::Rules;

// Of the patterns that are looked for one by one, one in so many is on each line.
constexpr std::size_t kSome = 8;

struct Both {
  Rules ahead;
  Rules late;
};

/// A pattern as profiles have it, and with another way to match, which no automaton knows.
struct Alone {
  letterkit::Pattern known;
  letterkit::Pattern plain;
};

std::vector<Alone> all_alone(const std::vector<Both>& rules) {
  std::vector<Alone> patterns;
  for (const Both& both : rules) {
    for (const auto& pattern : both.ahead.loose()) {
      if (pattern) {
        // Behind the end nothing follows, whatever the fuzzer thinks of.
        const std::string plain = "(?:" + pattern->source() + ")|(?:$.)";
        patterns.push_back({*pattern, letterkit::Pattern::known(plain)});
      }
    }
  }
  return patterns;
}

Both both_of(const char* language) {
  auto file = letterkit::ProfileFiles::built_in(language)->file("rules.txt");
  Rules ahead = *Rules::parse(file, language, {});
  file.automaton = {};
  return {std::move(ahead), *Rules::parse(file, language, {})};
}

std::vector<Both> all() {
  std::vector<Both> rules;
  for (const std::string& language : letterkit::builtin_languages()) {
    rules.push_back(both_of(language.c_str()));
  }
  return rules;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<Both> kRules = all();
  static const std::vector<Alone> kAlone = all_alone(kRules);
  const auto text = letterkit::fuzz::as_text(data, size);
  if (!letterkit::is_valid_utf8(text)) {
    return 0;
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    for (const Both& rules : kRules) {
      std::vector<std::uint16_t> ahead;
      std::vector<std::uint16_t> late;
      rules.ahead.match(text.substr(at, end - at), ahead);
      rules.late.match(text.substr(at, end - at), late);
      letterkit::fuzz::require(ahead == late, "automata find what RE2 finds");
    }
    const auto line = text.substr(at, end - at);
    for (std::size_t i = line.size() % kSome; i < kAlone.size(); i += kSome) {
      letterkit::fuzz::require(kAlone[i].known.search(line) == kAlone[i].plain.search(line),
                               "a pattern's automaton finds what RE2 finds");
    }
    at = end + 1;
  }
  return 0;
}
