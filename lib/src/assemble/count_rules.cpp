// Which rules fire on letters; declared in letterkit/profile_writing.hpp.
#include "letterkit/profile_writing.hpp"

#include <algorithm>

#include "assemble/read_letter.hpp"
#include "assemble/reading.hpp"

namespace letterkit {
namespace {

void count_fired(const std::vector<SharedScore>& scores, RuleCounts& counts) {
  for (const SharedScore& score : scores) {
    for (const std::uint16_t index : score->fired) {
      ++counts[index];
    }
  }
}

/// The index of the rule of each cut.
std::vector<std::size_t> rules_of_cuts(const Rules& rules) {
  std::vector<std::size_t> owners(rules.cuts().size());
  for (std::size_t i = 0; i < rules.all().size(); ++i) {
    for (const std::size_t cut : rules.all()[i].cuts) {
      owners[cut] = i;
    }
  }
  return owners;
}

void count_cuts(const std::vector<Line>& lines, const std::vector<std::size_t>& owners,
                RuleCounts& counts) {
  for (const Line& line : lines) {
    if (line.cut > 0) {
      ++counts[owners[line.cut - 1U]];
    }
  }
}

}  // namespace

void count_rules(const LetterText& text, const Profile& profile, RuleCounts& counts) {
  const Rules& rules = profile.data().rules();
  const std::vector<std::size_t> owners = rules_of_cuts(rules);
  counts.resize(std::max(counts.size(), rules.all().size()));
  const Reading reading = read_lines(text.text, {text.line, &text}, profile.data());
  count_fired(reading.scores, counts);
  count_fired(reading.furniture_scores, counts);
  count_cuts(reading.lines.lines, owners, counts);
  count_cuts(reading.furniture, owners, counts);
}

}  // namespace letterkit
