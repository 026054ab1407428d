#include "support/tried_on_index.hpp"

#include <algorithm>

namespace letterkit {

void TriedOnIndex::add_bit(Bits bit, const TextEnds::Bytes& bytes, ByByte& all) {
  if (bytes.all()) {  // of most; compilers see through the loop
    for (Bits& bits : all) {
      bits |= bit;
    }
    return;
  }
  for (std::size_t byte = 0; byte < all.size(); ++byte) {
    all[byte] |= bytes[byte] ? bit : 0;
  }
}

void TriedOnIndex::add(const TriedOn& on) {
  const Bits bit = Bits{1} << size_++;
  add_bit(bit, on.ends.last, last_);
  add_bit(bit, on.ends.before, before_);
  if (on.longest == TriedOn::kAnyLength) {
    return;
  }
  const auto same = std::ranges::find(at_most_, on.longest, &std::pair<std::uint32_t, Bits>::first);
  if (same == at_most_.end()) {
    at_most_.emplace_back(on.longest, bit);
  } else {
    same->second |= bit;
  }
}

std::uint64_t TriedOnIndex::of(std::string_view text) const {
  const TextEnd end(text);
  Bits bits = last_[end.last] & before_[end.before];
  std::size_t characters = 0;  // not counted yet
  for (const auto& [longest, bound] : at_most_) {
    if (text.size() > longest && (bits & bound) != 0) {  // bytes are never fewer
      characters = characters == 0 ? length_in_code_points(text) : characters;
      bits &= characters > longest ? ~bound : ~Bits{0};
    }
  }
  return bits;
}

}  // namespace letterkit
