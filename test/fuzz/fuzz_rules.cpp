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

struct Both {
  Rules ahead;
  Rules late;
};

Both both_of(const char* language) {
  auto file = letterkit::ProfileFiles::built_in(language)->file("rules.txt");
  Rules ahead = *Rules::parse(file, language, {});
  file.automata = {};
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
    at = end + 1;
  }
  return 0;
}
