#include "support/tried_on_index.hpp"

#include <algorithm>

namespace letterkit {

bool TriedOnIndex::add(const TriedOn& on) {
  const bool bound = on.longest != TriedOn::kAnyLength;
  auto* const same = std::ranges::find_if(bounds_, [&on](const Bound& known) {
    return known.bits == 0 || known.longest == on.longest;
  });
  if (size_ == kMost || (bound && same == bounds_.end())) {
    return false;
  }
  const Bits bit = Bits{1} << size_++;
  for (std::size_t place = 0; place < at_.size(); ++place) {
    for (std::size_t byte = 0; byte < at_[place].size(); ++byte) {
      at_[place][byte] |= on.edges.at(place)[byte] ? bit : 0;
    }
  }
  if (bound) {
    same->longest = on.longest;
    same->bits |= bit;
  }
  return true;
}

std::uint64_t TriedOnIndex::of(std::string_view text) const {
  const TextEdges edges(text);
  Bits bits = ~Bits{0};
  for (std::size_t place = 0; place < at_.size(); ++place) {
    bits &= at_[place][edges.bytes[place]];
  }
  std::size_t characters = 0;  // not counted yet
  for (const Bound& bound : bounds_) {
    if (text.size() > bound.longest && (bits & bound.bits) != 0) {  // bytes are never fewer
      characters = characters == 0 ? length_in_code_points(text) : characters;
      bits &= characters > bound.longest ? ~bound.bits : ~Bits{0};
    }
  }
  return bits;
}

}  // namespace letterkit
