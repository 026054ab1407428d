#include "support/tried_on_index.hpp"

#include <algorithm>

namespace letterkit {

void TriedOnIndex::add(const TriedOn& on) {
  const Bits bit = Bits{1} << size_++;
  for (std::size_t byte = 0; byte < last_.size(); ++byte) {
    last_[byte] |= on.ends.last[byte] ? bit : 0;
    before_[byte] |= on.ends.before[byte] ? bit : 0;
  }
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
