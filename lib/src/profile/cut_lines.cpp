#include "profile/cut_lines.hpp"

#include <algorithm>
#include <optional>

#include "fields/person.hpp"
#include "lines/split_lines.hpp"

namespace letterkit {
namespace {

constexpr std::size_t kLongestSigned = 200;  // bytes of a line that holds a role and a name
constexpr double kSureName = 0.8;
constexpr int kMostCuts = 8;  // pieces of one printed line

/// Where the profile's cuts cut the text, at the first place; and which does, counted from 1.
struct CutPlace {
  std::size_t at = 0;  ///< 0: nowhere
  std::uint16_t cut = 0;
};

CutPlace profile_cut(std::string_view text, const Rules& rules, const std::vector<int>& hits) {
  CutPlace first;
  std::uint16_t number = 0;
  for (const Cut& cut : rules.cuts()) {
    ++number;
    // What occurs behind the bytes that were matched is not among the hits.
    const bool may_occur = (cut.anywhere && text.size() > Rules::kMatchedBytes) ||
                           std::binary_search(hits.begin(), hits.end(), cut.index);
    const std::size_t at = may_occur ? cut.place_in(text) : 0;
    if (at > 0 && (first.at == 0 || at < first.at)) {
      first = {at, number};
    }
  }
  return first;
}

/// Where a name that shares the line with an office begins or ends; 0 when there is none.
std::size_t name_cut(std::string_view text, const ProfileData& profile) {
  if (text.size() > kLongestSigned) {
    return 0;
  }
  if (const auto office = starts_as_office(text, profile.offices)) {
    const auto name = trailing_name(text, profile.names);
    return name && name->score >= kSureName && name->begin > office->noun_end ? name->begin : 0;
  }
  if (!profile.names.may_start_with_name(text)) {
    return 0;
  }
  const auto name = leading_name(text, profile.names);
  if (!name || name->score < kSureName) {
    return 0;
  }
  const std::size_t rest = text.find_first_not_of(", ", name->end);
  return rest != std::string_view::npos && starts_as_office(text.substr(rest), profile.offices)
             ? rest
             : 0;
}

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

/// Cuts printed lines into lines and notes which patterns occur in each.
class LineCutter {
 public:
  LineCutter(Lines& lines, const ProfileData& profile)
      : lines_(lines), profile_(profile), rules_(profile.rules()) {
    cut_.reserve(lines.lines.size());
  }

  void run() {
    for (const Line& printed : lines_.lines) {
      Line line = printed;
      match(line);
      for (int i = 0; i < kMostCuts; ++i) {
        const CutPlace found = profile_cut(line.text, rules_, hits_);
        const std::size_t at = found.at == 0 ? name_cut(line.text, profile_) : found.at;
        auto tail = at == 0 ? std::nullopt : cut_at(line, at);
        if (!tail) {
          break;
        }
        tail->cut = found.cut;
        match(line);
        keep(line);
        line = *tail;
        match(line);
      }
      keep(line);
    }
    lines_.lines = std::move(cut_);
  }

 private:
  void match(const Line& line) { rules_.match(line.text, hits_); }

  void keep(Line& line) {
    line.first_hit = static_cast<std::uint32_t>(lines_.hits.size());
    line.hit_count = static_cast<std::uint16_t>(hits_.size());
    lines_.hits.insert(lines_.hits.end(), hits_.begin(), hits_.end());
    cut_.push_back(line);
  }

  Lines& lines_;
  const ProfileData& profile_;
  const Rules& rules_;
  std::vector<Line> cut_;
  std::vector<int> hits_;
};

}  // namespace

void cut_lines(Lines& lines, const ProfileData& profile) {
  LineCutter(lines, profile).run();
}

}  // namespace letterkit
