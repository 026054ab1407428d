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

class RuleVoices {
 public:
  /// What a rule says of the letter as a whole.
  struct OfWhole {
    bool any_label = false;  ///< speaks of no label
    bool form = false;       ///< speaks for a form
    float letter = 0;        ///< Rule::letter
  };

  RuleVoices() = default;

  explicit RuleVoices(const Rules& rules) {
    for (const Rule& rule : rules.all()) {
      std::uint32_t speaks = rule.letter != 0 || !rule.form.empty() ? kWhole : 0;
      for (const auto& [label, weight] : rule.labels) {
        speaks |= bit_of(label);
      }
      speaks_.push_back(speaks);
      of_whole_.push_back({rule.labels.empty(), !rule.form.empty(), rule.letter});
    }
  }

  /// Whether a rule has a row for a label.
  [[nodiscard]] bool speaks_of(std::uint16_t rule, Label label) const {
    return (speaks_[rule] & bit_of(label)) != 0;
  }

  /// Whether it speaks of the letter as a whole; what it says then.
  [[nodiscard]] bool speaks_of_whole(std::uint16_t rule) const {
    return (speaks_[rule] & kWhole) != 0;
  }

  [[nodiscard]] const OfWhole& of_whole(std::uint16_t rule) const { return of_whole_[rule]; }

 private:
  static constexpr std::uint32_t kWhole = std::uint32_t{1} << 31U;
  static_assert(kLabelCount < 32);

  static std::uint32_t bit_of(Label label) { return std::uint32_t{1} << index_of(label); }

  // Four bytes a rule, for all that fired are asked: a bit for each label, and kWhole.
  std::vector<std::uint32_t> speaks_;
  std::vector<OfWhole> of_whole_;
};

}  // namespace letterkit
