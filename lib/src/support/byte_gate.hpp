// Which of eight sorts of windows of eight bytes a text may hold, asked of 32 places at once.
//
// Most patterns cannot occur without one of a few short sequences of bytes (a closing formula not
// without a part of one of its words), which most lines lack. Following a line through an automaton
// takes eight instructions a byte, this look little more than one, for many patterns together.
//
// In: for each place of a window, which sorts allow a byte there; a text. Out: a bit for each sort
// that has a window in the text. Behind the text's end stand NULs. A bit too many is possible, one
// too few is not.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "support/byte_halves.hpp"

namespace letterkit {

inline constexpr std::size_t kWindow = 8;  // bytes
inline constexpr std::size_t kSorts = 8;

/// A bit for each sort of window.
using Sorts = ByteGroups;

struct ByteGate {
  std::array<ByteHalves, kWindow> places{};  ///< of a window: which sorts allow a byte there

  [[nodiscard]] Sorts in(std::string_view text) const;

  /// The same where processors cannot look at 32 places at once.
  [[nodiscard]] Sorts in_place_by_place(std::string_view text) const;
};

}  // namespace letterkit
