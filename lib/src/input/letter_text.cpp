// Offsets in a letter's text to offsets in the input it was cut out of.
#include "letterkit/letter_text.hpp"

#include <algorithm>
#include <iterator>

namespace letterkit {

std::size_t input_offset(std::size_t at, std::size_t start,
                         const std::vector<Replacement>& replacements) {
  constexpr std::size_t kReplacementSize = 3;
  const auto after = std::upper_bound(
      replacements.begin(), replacements.end(), at,
      [](std::size_t offset, const Replacement& r) { return offset < r.view_start; });
  if (after == replacements.begin()) {
    return start + at;
  }
  const Replacement& last = *std::prev(after);
  const std::size_t beyond = at - last.view_start;
  return beyond < kReplacementSize ? last.input_start : last.input_end + beyond - kReplacementSize;
}

std::size_t LetterText::input_offset(std::size_t at) const {
  return letterkit::input_offset(at, source.start, replacements);
}

}  // namespace letterkit
