#include "split/headless_lines.hpp"

#include <algorithm>

namespace letterkit {

// Lines behind a head that are looked at to tell whether it is one: further salutations.
constexpr std::size_t kMostBehind = 4;

void HeadlessLines::note(const Head& head, std::size_t at, std::size_t floor,
                         const ProfileData& profile) {
  const bool endless = head.end - head.begin >= kMostHeadBelow;  // else the next is short, too
  const bool noted = profile_ == &profile && at - noted_ <= kMostHeadBelow;
  if (!endless || noted) {
    return;  // nearly always
  }
  profile_ = &profile;
  noted_ = at;
  last_ = at;
  end_ = std::max(floor, at - std::min(at, kMostHeadAbove));
  shown_ = {};
}

std::optional<ShownByLines> HeadlessLines::shown_around(std::size_t at, TextLines& lines,
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
    shown_.signs |= line_signs(*line, profile).head | (can_be_title(line->text) ? kTitleAbove : 0U);
    shown_.blank_above = shown_.blank_above || line->blank_above;
    shown_.form_feed_above = shown_.form_feed_above || line->form_feed_above;
  }
  return shown_;
}

}  // namespace letterkit
