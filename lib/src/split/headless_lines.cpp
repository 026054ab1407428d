#include "split/headless_lines.hpp"

#include <algorithm>

namespace letterkit {

// Lines behind a head that are looked at to tell whether it is one: further salutations.
constexpr std::size_t kMostBehind = 4;

void HeadlessLines::note(const Head& head, std::size_t at, std::size_t floor,
                         const ProfileData& profile) {
  if (head.end - head.begin < kMostHeadBelow) {
    return;  // nearly always; the next head takes little time, too
  }
  profile_ = &profile;
  last_ = at;
  end_ = std::max(floor, at - std::min(at, kMostHeadAbove));
  signs_ = 0;
}

std::optional<std::uint32_t> HeadlessLines::signs_around(std::size_t at, TextLines& lines,
                                                         const ProfileData& profile) {
  if (profile_ != &profile || at - last_ > kMostHeadBelow) {
    return std::nullopt;
  }
  last_ = at;
  for (; end_ < at + kMostHeadBelow + kMostBehind; ++end_) {
    const TextLine* const line = lines.at(end_);
    if (line == nullptr) {
      return std::nullopt;
    }
    signs_ |= line_signs(*line, profile).head;
  }
  return signs_;
}

}  // namespace letterkit
