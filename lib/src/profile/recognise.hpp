// The features of a letter's lines: what their shape and place tell, and what the field recognisers
// of a profile make of each.
//
// In: lines in reading order, a profile. Out: a feature set a line. Method: first what a line is by
// itself, which stays when lines around it are taken out; then what its place adds. Long lines are
// running text: no recogniser looks at them.
//
//   "Den Haag, 2 maart 2026" -> short capital place_date blank_above ...
#pragma once

#include <vector>

#include "lines/line.hpp"
#include "profile/features.hpp"
#include "profile/profile_data.hpp"

namespace letterkit {

/// What a line is by itself.
Features recognise_line(const Lines& lines, const Line& line, const ProfileData& profile);

/// Adds what their places tell to the features that the lines have by themselves.
void recognise_places(const Lines& lines, const ProfileData& profile, std::vector<Features>& all);

}  // namespace letterkit
