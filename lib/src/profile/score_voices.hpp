// What the rules that fired on a line say beside its score.
//
// In: a score. Out: for each label the loudest of its rules, and those that speak of the letter as
// a whole. Remembered by threads: some thirty rules fire on a line, letters have a thousand that
// fired, and all but a few say nothing new; the scores of a language are some hundreds.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "blocks/label.hpp"
#include "blocks/rules.hpp"

namespace letterkit {

class ProfileData;

struct ScoreVoices {
  SharedScore score;                    ///< kept, so that no other one gets its address
  std::vector<std::uint16_t> of_whole;  ///< rules that speak of the letter as a whole, ascending
  /// By label, the rule with the most weight for it; none: no rule speaks for it.
  std::array<std::optional<std::uint16_t>, kLabelCount> loudest;
};

/// The reference holds until the next call.
const ScoreVoices& voices_of(const SharedScore& score, const ProfileData& profile);

}  // namespace letterkit
