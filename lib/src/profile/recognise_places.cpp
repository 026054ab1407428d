// What the places of lines tell; declared in recognise.hpp.
#include <algorithm>
#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fields/cursor.hpp"
#include "fields/date.hpp"
#include "fields/note_mark.hpp"
#include "lines/line_texts.hpp"
#include "profile/recognise.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

constexpr std::uint16_t kLongestPlaceApart = 20;  // characters of a place above a gap and a date
constexpr std::size_t kMostDateLines = 3;
constexpr std::uint16_t kLongestDatePart = 40;  // characters
constexpr std::uint16_t kIndent = 6;            // characters right of the usual margin
constexpr std::uint16_t kWidestWrapped = 150;   // characters of a line that was wrapped
constexpr std::uint16_t kFilledBefore = 40;     // characters, when a long word had no room behind
constexpr std::uint16_t kFullLine = 12;  // a filled line ends so many characters before the margin

// By value: where the lists are is then known without looking again behind each call.
using AllLines = std::span<const Line>;
using AllFeatures = std::span<Features>;

/// What the lines of a letter have in common.
struct Layout {
  std::uint16_t margin = 0;  ///< where most lines start
  std::uint16_t width = 0;   ///< that running text is wrapped at; 0: it is not wrapped
};

bool counts_for_margin(const Line& line) {
  return !line.side && !line.same_line;
}

/// The column that half of the lines start left of, or at.
std::uint16_t middle_column(const std::vector<Line>& lines, std::size_t count) {
  std::vector<std::uint16_t> columns;
  columns.reserve(count);
  for (const Line& line : lines) {
    if (counts_for_margin(line)) {
      columns.push_back(line.column);
    }
  }
  const auto middle = columns.begin() + static_cast<std::ptrdiff_t>(count / 2);
  std::nth_element(columns.begin(), middle, columns.end());
  return *middle;
}

Layout layout_of(const std::vector<Line>& lines) {
  std::size_t all = 0;
  std::size_t leftmost = 0;
  std::size_t over = 0;
  std::uint16_t widest = 0;
  for (const Line& line : lines) {
    if (counts_for_margin(line)) {
      ++all;
      leftmost += line.column == 0 ? 1 : 0;
    }
    if (line.width > kWidestWrapped) {
      ++over;
    } else {
      widest = std::max(widest, line.width);
    }
  }
  const bool at_edge = all == 0 || leftmost > all / 2;  // nearly always
  return {at_edge ? std::uint16_t{0} : middle_column(lines, all),
          over * 20 > lines.size() ? std::uint16_t{0} : widest};
}

/// Whether a line is filled: up to the width, or so far that the word below it had no room.
bool is_filled(const Line& line, const Line& below, std::uint16_t width) {
  return line.width + kFullLine >= width ||
         (line.width > kFilledBefore &&
          line.width + 1 + std::min(below.text.find(' '), below.text.size()) > width);
}

/// What a line's place on its page tells, whatever stands around it.
void add_own_place(const Line& line, std::uint16_t margin, Features& features) {
  if (line.blanks > 0) {
    features.set(Feature::blank_above);
  }
  if (line.column >= margin + kIndent) {
    features.set(Feature::indented);
  }
  const bool odd = line.page_break || line.side || line.same_line || line.gap;
  if (odd) {  // seldom, and to add one that is not there takes as long as one that is
    features.add(Feature::page_break, line.page_break);
    features.add(Feature::side, line.side);
    features.add(Feature::same_line, line.same_line);
    features.add(Feature::gap, line.gap);
  }
}

/// What a line tells of the one above it, and that one of it. A sentence that has not ended goes on
/// when the next line starts small or this one is filled.
void add_neighbours(const Line& line, Features& features, Features& above) {
  if (line.page_break) {
    above.set(Feature::before_page_break);
  }
  if (above.has(Feature::field_bare)) {
    features.set(Feature::below_field);
  }
  if (line.blanks > 0) {
    above.set(Feature::blank_below);
  } else if (!line.same_line) {
    features.add(Feature::below_name, above.has(Feature::name));
    constexpr Features kEnded = features_of(Feature::ends_sentence, Feature::ends_colon);
    constexpr Features kGoesOn = features_of(Feature::lower, Feature::wrapped);
    above.add(Feature::runs_on, !above.has_any(kEnded) && features.has_any(kGoesOn));
  }
}

void add_places(const Lines& lines, std::vector<Features>& all) {
  const auto& list = lines.lines;
  const std::size_t size = list.size();
  if (size == 0) {
    return;
  }
  const Layout layout = layout_of(list);
  LineTexts seen(list);
  Features above;  // of the line above, but for what the one below tells
  for (std::size_t i = 0; i < size; ++i) {
    const Line& line = list[i];
    Features features = all[i];
    add_own_place(line, layout.margin, features);
    if (line.width <= kMediumWidth && !line.same_line && seen.note(i) != LineTexts::kNone) {
      features.set(Feature::repeats);
    }
    if (i > 0) {
      if (layout.width > 0 && !line.same_line && line.blanks == 0) {
        features.add(Feature::wrapped, !above.has(Feature::ends_sentence) &&
                                           is_filled(list[i - 1], line, layout.width));
      }
      add_neighbours(line, features, above);
      all[i - 1] = above;
    }
    above = features;
  }
  all.back() = above;
  all.front().add(Feature::first, true);
  all.front().add(Feature::blank_above, true);
  all.back().add(Feature::last, true);
  all.back().add(Feature::blank_below, true);
}

/// The number of a note's mark that a line starts with, before a blank or a capital.
std::string_view number_ahead(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && end <= kMostMarkDigits && is_ascii_digit(text[end])) {
    ++end;
  }
  const bool ends = end < text.size() && end <= kMostMarkDigits &&
                    (text[end] == ' ' || is_ascii_upper(text[end]));
  return ends ? text.substr(0, end) : std::string_view{};
}

/// The number that a line is or starts with, when a note's mark may be meant; else empty. The line
/// starts with a digit.
std::string_view mark_in(const Line& line, Features features) {
  const bool alone = features.has(Feature::number_only) && line.text.size() <= kMostMarkDigits;
  return alone ? line.text : number_ahead(line.text);
}

/// Which of the numbers that marks may be were met as one.
class NoteMarks {
 public:
  void add_those_in(std::string_view text) {
    for (const std::string_view mark : find_note_marks(text)) {
      met_.set(index_of_mark(mark));
    }
  }

  [[nodiscard]] bool contains(std::string_view mark) const {
    return !mark.empty() && met_.test(index_of_mark(mark));
  }

 private:
  /// "7" and "07" are two.
  static std::size_t index_of_mark(std::string_view mark) {
    static_assert(kMostMarkDigits == 2);
    const auto digit = [mark](std::size_t at) { return static_cast<std::size_t>(mark[at] - '0'); };
    return mark.size() == 1 ? digit(0) : 10 + digit(0) * 10 + digit(1);
  }

  std::bitset<110> met_;
};

/// Numbers alone that are glued to a word above, as the marks of notes are, and what stands below.
/// Marks are looked for down to the last line that they may matter to: in most letters, in the head
/// alone.
void add_notes(AllLines lines, AllFeatures all) {
  std::size_t end = 0;
  std::string_view wanted;  // what all of the numbers have: the number itself when it is one
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].has(Feature::digit_first)) {
      continue;  // nearly always
    }
    if (const std::string_view mark = mark_in(lines[i], all[i]); !mark.empty()) {
      wanted = end == 0 || wanted == mark ? mark : std::string_view{};
      end = i + 1;
    }
  }
  NoteMarks marks;
  for (std::size_t i = 0; i < end; ++i) {
    const std::string_view text = lines[i].text;
    const bool may_be_mark = all[i].has(Feature::digit_first);
    if (const auto mark = may_be_mark ? mark_in(lines[i], all[i]) : std::string_view{};
        marks.contains(mark)) {
      const bool alone = mark.size() == text.size();
      all[i].set(alone ? Feature::note_mark : Feature::note_line);
      if (alone && i + 1 < lines.size()) {
        all[i + 1].set(Feature::note_text);
      }
    }
    if (i + 1 < end && (all[i].has(Feature::digits) || text.size() > Rules::kMatchedBytes) &&
        text.find(wanted) != std::string_view::npos) {
      marks.add_those_in(text);
    }
  }
}

/// A place alone on a line above one that is a date.
void add_split_place_dates(AllLines lines, const ProfileData& profile, AllFeatures all) {
  const std::size_t size = lines.size();
  for (std::size_t i = 0; i + 1 < size; ++i) {
    if (!all[i + 1].has(Feature::date)) {
      continue;  // nearly always
    }
    const bool apart = lines[i + 1].blanks > 0;
    if (lines[i].width > (apart ? kLongestPlaceApart : 40) || lines[i].side != lines[i + 1].side ||
        all[i].has(Feature::field) || all[i].has(Feature::office)) {
      continue;
    }
    const std::string both = std::string(lines[i].text) +
                             (lines[i].text.back() == ',' ? " " : ", ") +
                             std::string(lines[i + 1].text);
    const auto found = parse_place_date(both, profile.dates);
    all[i].set(Feature::place, found && found->place.has_value());
  }
}

/// Whether a date may end on the line, maybe before a mark: whose letter it is. Most lines need not
/// be put together and read.
bool may_end_date(const Line& line, Features features, const DateWords& words) {
  constexpr std::size_t kLongestMark = 8;  // bytes
  if (!features.has(Feature::digits)) {
    return line.text.size() <= kLongestMark;
  }
  return features.has(Feature::digit_first) || may_end_in_date(line.text, words);
}

/// Whether a line may go on as a part of the date that the line above it begins.
bool may_go_on_as_date(const Line& line) {
  return line.width <= kLongestDatePart && line.blanks == 0;
}

/// How many of the lines from line i on are the longest date that they are only together; 0: none.
/// `joined`: for work.
std::size_t broken_date_at(AllLines lines, std::size_t i, AllFeatures all, const DateWords& words,
                           std::string& joined) {
  if (all[i].has(Feature::place_date)) {
    return 0;
  }
  std::size_t broken = 0;
  bool digits = all[i].has(Feature::digits);
  for (std::size_t n = 2; n <= kMostDateLines && i + n <= all.size(); ++n) {
    const Line& line = lines[i + n - 1];
    const Features features = all[i + n - 1];
    digits = digits || features.has(Feature::digits);  // no date is without
    if (features.has(Feature::place_date) || !may_go_on_as_date(line)) {
      break;
    }
    const bool whole = n == 2 && features.has(Feature::date);
    if (whole || !digits || !may_end_date(line, features, words)) {
      continue;
    }
    joined.clear();
    for (std::size_t part = i; part < i + n; ++part) {
      joined.append(part == i ? "" : " ").append(lines[part].text);
    }
    broken = parse_place_date(joined, words) ? n : broken;
  }
  return broken;
}

/// Lines that are a date only together: "Bern den 4. Dezember" / "1869".
void add_broken_dates(AllLines lines, const ProfileData& profile, AllFeatures all) {
  std::string joined;
  const std::size_t size = lines.size();
  for (std::size_t i = 0; i + 1 < size; ++i) {
    if (lines[i].width > kLongestDatePart || !may_go_on_as_date(lines[i + 1])) {
      continue;  // most lines
    }
    const std::size_t broken = broken_date_at(lines, i, all, profile.dates, joined);
    for (std::size_t n = 0; n < broken; ++n) {
      all[i + n].set(Feature::date_part);
    }
    i += broken > 0 ? broken - 1 : 0;
  }
}

}  // namespace

void recognise_places(const Lines& lines, const ProfileData& profile, std::vector<Features>& all) {
  add_places(lines, all);
  add_notes(lines.lines, all);
  add_split_place_dates(lines.lines, profile, all);
  add_broken_dates(lines.lines, profile, all);
}

}  // namespace letterkit
