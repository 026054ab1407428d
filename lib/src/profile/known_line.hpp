// What a line's text alone tells, remembered: letters of one sender, and pages of one letter, have
// half of their lines in common.
//
// In: a text and the profile. Out: the patterns of the rules it hits, where it is cut, its own
// features, its scores in the places where it stood. Of 7 MB of made letters 40 % of the lines
// occur before, of real ones 45 %.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "blocks/rules.hpp"
#include "profile/features.hpp"
#include "support/thread_memo.hpp"

namespace letterkit {

class ProfileData;

struct KnownLine {
  std::vector<std::uint16_t> hits;   ///< indices of the patterns, ascending
  std::size_t cut_at = 0;            ///< byte; 0: nowhere
  std::uint16_t cut = 0;             ///< cut of the profile, counted from 1; 0: a name's
  std::optional<Features> features;  ///< those that its text alone gives, once asked for
  std::vector<std::pair<Features, SharedScore>> scores;  ///< with all features that it had
};

/// What is known of a text; found out when it is met for the first time, or was forgotten. The
/// reference holds until the next call in the same thread.
KnownLine& known_line(std::string_view text, const ProfileData& profile);

/// What the rules say of a line with these hits and features.
SharedScore score_line(std::string_view text, std::span<const std::uint16_t> hits,
                       Features features, const ProfileData& profile);

}  // namespace letterkit
