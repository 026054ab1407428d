// Whether one of a profile's cuts may be among the patterns that a line hits: of most lines none
// is.
//
// In: indices of patterns. Out: a bit for each, those of larger indices shared.
#pragma once

#include <bitset>
#include <cstddef>

#include "blocks/rules.hpp"

namespace letterkit {

using HitBits = std::bitset<512>;

inline void add_hit(std::size_t index, HitBits& bits) {
  bits.set(index % bits.size());
}

inline bool may_hold(const HitBits& bits, std::size_t index) {
  return bits[index % bits.size()];
}

/// Those of the patterns that lines are cut by.
inline HitBits hits_of_cuts(const Rules& rules) {
  HitBits bits;
  for (const Cut& cut : rules.cuts()) {
    add_hit(static_cast<std::size_t>(cut.index), bits);
  }
  return bits;
}

}  // namespace letterkit
