// What one rule makes of one text, conditions apart; declared in rules.hpp.
//
// In: a rule or a cut, and a line's text. Out: whether it fires, where it cuts. Lines of letters
// are scored in rules.cpp, all rules at once.
#include <algorithm>
#include <array>

#include "blocks/rules.hpp"

namespace letterkit {

std::size_t Cut::place_in(std::string_view text) const {
  std::array<std::string_view, 2> groups;
  if (!pattern.search(anywhere ? text : text.substr(0, Rules::kCutBytes), groups) ||
      groups[1].data() == nullptr) {
    return 0;
  }
  const auto begin = static_cast<std::size_t>(groups[1].data() - text.data());
  const std::size_t at = before ? begin : begin + groups[1].size();
  return at < text.size() ? at : 0;
}

bool Rules::matches(const Rule& rule, std::string_view text) const {
  if (!rule.cuts.empty()) {
    return std::any_of(rule.cuts.begin(), rule.cuts.end(),
                       [&](std::size_t cut) { return cuts_[cut].place_in(text) > 0; });
  }
  std::vector<int> matched;
  match(text, matched);
  const std::vector<std::uint16_t> hits(matched.begin(), matched.end());
  return (rule.match.empty() || any_matches(rule.match, text, hits)) &&
         !any_matches(rule.unless, text, hits);
}

}  // namespace letterkit
