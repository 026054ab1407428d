// Lines that print several parts of a letter, cut into those parts.
//
// In: lines. Out: the same text in more lines, the later ones with `same_line` set. Cutting too
// often does no harm: pieces with the same label are put together again. Method: the profile's
// cuts, and the name that ends or begins a line with an office.
//
//   "De minister van Defensie, D. Visser" -> "De minister van Defensie," + "D. Visser"
#pragma once

#include "lines/line.hpp"
#include "profile/profile_data.hpp"

namespace letterkit {

/// Cuts `lines` in place.
void cut_lines(Lines& lines, const ProfileData& profile);

}  // namespace letterkit
