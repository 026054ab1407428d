#include "profile/cut_lines.hpp"

#include <algorithm>
#include <optional>

#include "profile/known_line.hpp"
#include "support/kept_room.hpp"

namespace letterkit {
namespace {

constexpr int kMostCuts = 8;  // pieces of one printed line

/// Cuts a line at byte `at` of its text: `line` keeps what stands before, what stands behind is
/// returned. Nothing when either would be empty.
std::optional<Line> cut_at(Line& line, std::size_t at) {
  const std::string_view rest = line.text.substr(at);
  const auto trim = rest.find_first_not_of(' ');
  std::string_view before = line.text.substr(0, at);
  before = before.substr(0, before.find_last_not_of(' ') + 1);
  if (trim == std::string_view::npos || before.empty()) {
    return std::nullopt;
  }
  Line tail = line;
  tail.text = rest.substr(trim);
  // Folded text has lost its place in the letter's: its pieces keep the place of the whole.
  if (span_in(line, rest).start != line.start) {
    tail.start = line.end - tail.text.size();
    line.end = line.start + before.size();
  }
  line.text = before;
  line.width = at_most_16_bits(before.size());
  tail.width = at_most_16_bits(tail.text.size());
  tail.blanks = 0;
  tail.page_break = false;
  tail.same_line = true;
  return tail;
}

/// Cuts printed lines into lines and finds out what is known of each.
class LineCutter {
 public:
  LineCutter(Lines& lines, const ProfileData& profile) : lines_(lines), profile_(profile) {
    lines.known = take_room<std::shared_ptr<KnownLine>>();
    lines.known.reserve(lines.lines.size());
  }

  void run() {
    const std::size_t size = lines_.lines.size();
    std::size_t whole = 0;  // lines that stand before the first one that is cut
    for (; whole < size; ++whole) {
      know_line(lines_.lines[whole], lines_, profile_);
      if (lines_.lines[whole].known->cut_at > 0) {
        break;
      }
    }
    if (whole < size) {
      cut_from(whole);
    }
  }

 private:
  /// Goes on from line `first`, which may be the first to be cut and is known.
  void cut_from(std::size_t first) {
    std::vector<Line>& all = lines_.lines;
    cut_ = take_room<Line>();
    cut_.reserve(all.size() + kMostCuts);
    cut_.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(first));
    for (std::size_t i = first; i < all.size(); ++i) {
      Line& line = all[i];
      if (i > first) {
        know_line(line, lines_, profile_);
      }
      for (int cuts = 0; line.known->cut_at > 0 && cuts < kMostCuts; ++cuts) {
        auto tail = cut_at(line, line.known->cut_at);
        if (!tail) {
          break;
        }
        tail->cut = line.known->cut;
        know_line(line, lines_, profile_);
        know_line(*tail, lines_, profile_);
        cut_.push_back(line);
        line = *tail;
      }
      cut_.push_back(line);
    }
    all.swap(cut_);
    give_room(cut_);
  }

  Lines& lines_;
  const ProfileData& profile_;
  std::vector<Line> cut_;
};

}  // namespace

void cut_lines(Lines& lines, const ProfileData& profile) {
  LineCutter(lines, profile).run();
}

}  // namespace letterkit
