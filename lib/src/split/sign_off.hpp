// The signature of a letter in a dump: where it ends.
//
// In: a line that may start one: a closing formula, a role, "namens deze". Out: the line behind its
// last one, when a name is found close enough. Example: "De Minister van Defensie," / "D. Visser".
#pragma once

#include <cstddef>

#include "split/line_signs.hpp"

namespace letterkit {

struct SignOff {
  std::size_t end = 0;  ///< the line behind the last one of the signature; 0 when there is none
  bool open = false;    ///< the text ended before that was known
};

/// The signature that starts with the line `first`.
SignOff find_sign_off(TextLines& lines, std::size_t first, const ProfileData& profile);

/// Whether a line may start a signature: the cheap part of the answer.
bool may_sign(const TextLine& line, const ProfileData& profile);

}  // namespace letterkit
