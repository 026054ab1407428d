// What rules say of a letter whose lines they fire on, side by side: a rule itself is three cache
// lines and a list, and of a letter's three hundred that fired few speak for the label their line
// got.
//
// In: rules. Out: for each, the labels that it speaks of and its evidence for the whole.
#pragma once

#include <cstdint>
#include <vector>

#include "blocks/label.hpp"
#include "blocks/rules.hpp"

namespace letterkit {

struct RuleVoice {
  std::uint32_t labels = 0;  ///< bit i: has a row for label i
  bool any_label = false;    ///< has no such row
  bool form = false;         ///< speaks for a form
  bool of_whole = false;     ///< speaks of the letter as a whole
  float letter = 0;          ///< Rule::letter

  [[nodiscard]] bool speaks_of(Label label) const { return (labels >> index_of(label) & 1U) != 0; }
};

using RuleVoices = std::vector<RuleVoice>;

inline RuleVoices voices_of(const Rules& rules) {
  static_assert(kLabelCount <= 32);
  RuleVoices voices;
  voices.reserve(rules.all().size());
  for (const Rule& rule : rules.all()) {
    RuleVoice voice{0, rule.labels.empty(), !rule.form.empty(),
                    rule.letter != 0 || !rule.form.empty(), rule.letter};
    for (const auto& [label, weight] : rule.labels) {
      voice.labels |= std::uint32_t{1} << index_of(label);
    }
    voices.push_back(voice);
  }
  return voices;
}

}  // namespace letterkit
