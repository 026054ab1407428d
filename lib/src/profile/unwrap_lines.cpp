#include "profile/unwrap_lines.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fields/cursor.hpp"
#include "fields/join_text.hpp"
#include "support/byte_block.hpp"
#include "support/count_bytes.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

constexpr std::size_t kNarrowest = 50;          // characters that text is wrapped at
constexpr std::size_t kWidest = 150;            // wider lines were not wrapped
constexpr std::size_t kFewestJoints = 4;        // lines whose sentence goes on below, to be sure
constexpr std::size_t kSlack = 2;               // characters that a line may be too long
constexpr std::size_t kParenthesisBytes = 400;  // a parenthesis is no longer
constexpr std::size_t kFitPercent = 95;         // of them broken where the next word did not fit

/// Whether the line is a row of a table whose cells are parted by bars.
bool is_row(const Line& line) {
  return line.text.front() == '|';
}

/// Whether `below` stands right under `above`, in the same column of text.
bool is_next(const Line& above, const Line& below) {
  return below.blanks == 0 && !below.page_break && !below.same_line && below.side == above.side &&
         !below.gap && !above.gap && !is_row(below) && !is_row(above) &&
         below.number == above.number + 1;
}

bool starts_small(const Line& line) {
  std::size_t at = 0;
  return is_lower(next_code_point(line.text, at));
}

/// The column that the text starts at.
std::size_t left_margin(const std::vector<Line>& lines) {
  const auto leftmost = std::min_element(
      lines.begin(), lines.end(),
      [](const Line& one, const Line& other) { return one.column < other.column; });
  return leftmost == lines.end() ? 0 : leftmost->column;
}

/// Characters of the printed line with its indent.
std::size_t printed_width(const Line& line) {
  return static_cast<std::size_t>(line.column) + line.width;
}

/// Characters of the line's first word as it was printed: a no-break space breaks no word.
std::size_t first_word_width(const Lines& lines, const Line& line) {
  if (line.start + ByteBlock::kSize <= lines.text.size()) {  // one look tells of most words
    const ByteBlock bytes(lines.text.data() + line.start);
    const unsigned ends = (bytes.is(' ') | bytes.is('\t') | bytes.is('\r') | bytes.is('\n')).bits();
    const auto size = std::min<std::size_t>(
        ends != 0 ? static_cast<std::size_t>(std::countr_zero(ends)) : ByteBlock::kSize,
        line.end - line.start);
    if (size < ByteBlock::kSize) {
      const unsigned going_on = bytes.goes_on().bits() & ((1U << size) - 1);
      return going_on == 0 ? size : size - static_cast<std::size_t>(std::popcount(going_on));
    }
  }
  std::size_t width = 0;
  for (const char c : lines.text.substr(line.start, line.end - line.start)) {
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      break;
    }
    width += starts_character(c) ? 1 : 0;
  }
  return width;
}

/// Characters that `above` would have had with the first word of `below` behind it; any number when
/// a hyphen broke that word.
std::size_t width_with_next(const Lines& lines, const Line& above, const Line& below) {
  return above.text.ends_with('-') ? std::numeric_limits<std::size_t>::max()
                                   : printed_width(above) + 1 + first_word_width(lines, below);
}

/// Where a program that wraps broke the text: lines whose sentence surely goes on below.
struct Joints {
  std::vector<std::size_t> printed;  ///< characters of the lines
  std::vector<std::size_t> needed;   ///< with the word that stands below
  std::vector<std::size_t> all;      ///< characters of all lines that one stands right under
};

/// Finds the joints, and of each line the width that the one above would have had with its first
/// word; 0 when it stands right under none.
void find_joints(const Lines& text, std::size_t margin, Joints& joints,
                 std::vector<std::size_t>& needed) {
  const std::vector<Line>& lines = text.lines;
  const std::size_t size = lines.size();
  needed.assign(size, 0);
  joints.all.clear();
  joints.printed.clear();
  joints.needed.clear();
  for (std::size_t i = 1; i < size; ++i) {
    const Line& above = lines[i - 1];
    const Line& below = lines[i];
    if (!is_next(above, below)) {
      continue;
    }
    needed[i] = width_with_next(text, above, below);
    const std::size_t printed = printed_width(above);
    joints.all.push_back(printed);
    if (starts_small(below) && printed - margin >= kNarrowest / 2 && printed - margin <= kWidest) {
      joints.printed.push_back(printed);
      joints.needed.push_back(needed[i]);
    }
  }
}

/// Whether so many of the joints as must be are not wider than `width`, but would be with the next
/// word. `count_within` says how many of some widths are not greater than one.
template <typename CountWithin>
bool fits(const Joints& joints, std::size_t width, const CountWithin& count_within) {
  const auto filled = static_cast<std::size_t>(count_within(joints.printed, width) -
                                               count_within(joints.needed, width));
  return filled * 100 >= joints.printed.size() * kFitPercent;
}

/// The greatest width that fits; 0 when none does.
std::size_t greatest_fitting(Joints& joints) {
  const auto counted = [](const std::vector<std::size_t>& widths, std::size_t width) {
    return std::count_if(widths.begin(), widths.end(),
                         [width](std::size_t one) { return one <= width; });
  };
  std::vector<std::size_t>& widths = joints.all;
  if (const std::size_t widest = *std::max_element(widths.begin(), widths.end());
      fits(joints, widest, counted)) {
    return widest;  // nearly always, and then nothing need be sorted
  }
  std::sort(joints.printed.begin(), joints.printed.end());
  std::sort(joints.needed.begin(), joints.needed.end());
  // So many joints are no wider, and as many would be with the next word, which few widths allow.
  const std::size_t fewest = (joints.printed.size() * kFitPercent + 99) / 100;
  std::erase_if(widths, [narrowest = joints.printed[fewest - 1],
                         too_wide = joints.needed[joints.needed.size() - fewest]](std::size_t one) {
    return one < narrowest || one >= too_wide;
  });
  const auto searched = [](const std::vector<std::size_t>& sorted, std::size_t width) {
    return std::upper_bound(sorted.begin(), sorted.end(), width) - sorted.begin();
  };
  // One of the greatest does as a rule.
  std::make_heap(widths.begin(), widths.end());
  while (!widths.empty() && !fits(joints, widths.front(), searched)) {
    std::pop_heap(widths.begin(), widths.end());
    widths.pop_back();
  }
  return widths.empty() ? 0 : widths.front();
}

/// The number of characters that a program wrapped the text at; 0 when none did. A few lines may be
/// wider, as those of tables are: the greatest width that fits the others is taken. `needed`: as
/// find_joints() gives it.
std::size_t wrap_width(const Lines& lines, std::vector<std::size_t>& needed) {
  thread_local Joints joints;  // keeps its room
  const std::size_t margin = left_margin(lines.lines);
  find_joints(lines, margin, joints, needed);
  if (joints.printed.size() < kFewestJoints) {
    return 0;
  }
  const std::size_t width = greatest_fitting(joints);
  return width >= margin + kNarrowest ? width : 0;
}

/// Whether the line starts as an item of a list or the number of a heading does: a dash, a bullet,
/// "1.", "a)", "5" alone.
bool starts_item(std::string_view text) {
  const auto digits =
      static_cast<std::size_t>(std::ranges::find_if_not(text, is_ascii_digit) - text.begin());
  std::size_t mark = 0;
  const char32_t first = next_code_point(text, mark);
  if (digits == 0 && !is_letter(first)) {
    return std::u32string_view(U"-*+\u2010\u2011\u2012\u2013\u2014\u2022\u25AA\u25CF\u25E6\u00B7")
               .find(first) != std::u32string_view::npos;
  }
  mark = std::max(mark, digits);
  if (mark == text.size()) {
    return digits > 0;
  }
  return mark <= 3 && (text[mark] == '.' || text[mark] == ')') &&
         (mark + 1 == text.size() || text[mark + 1] == ' ');
}

/// Whether both lines start with the same dash or bullet: two items of one list.
bool are_items(std::string_view above, std::string_view below) {
  if (above.front() != below.front()) {
    return false;  // nearly always
  }
  std::size_t at = 0;
  std::size_t other = 0;
  const char32_t mark = next_code_point(below, at);
  return starts_item(below) && !is_letter(mark) && (mark < U'0' || mark > U'9') &&
         next_code_point(above, other) == mark;
}

/// Whether a sentence, a clause or an item may have ended; not inside parentheses.
bool may_have_ended(std::string_view text) {
  text = text.substr(text.size() - std::min(text.size(), kParenthesisBytes));
  const char last = text.back();
  const bool marked =
      last == '.' || last == ',' || last == ';' || last == ':' || last == '!' || last == '?';
  return marked && count_byte(text, '(') <= count_byte(text, ')');
}

/// Puts lines together. They stay in their list and move up; what was joined stands in one text,
/// for which room is made once.
class LineJoiner {
 public:
  LineJoiner(Lines& lines, const WordTable& ands)
      : lines_(lines), ands_(ands), joined_(lines.folded.emplace_front()) {
    std::size_t most = 0;
    for (const Line& line : lines.lines) {
      most += line.text.size() + 1;
    }
    joined_.reserve(most);  // lines look into it: it must not move
  }

  void start(const Line& line) {
    Line& whole = lines_.lines[count_++];
    if (&whole != &line) {
      whole = line;
    }
    start_ = kWhole;
  }

  void go_on(const Line& line) {
    Line& whole = last();
    if (start_ == kWhole) {
      start_ = joined_.size();
      joined_.append(whole.text);
    }
    join_text(joined_, line.text, ands_, start_);
    whole.text = std::string_view(joined_).substr(start_);
    whole.end = line.end;
    whole.width = at_most_16_bits(std::size_t{whole.width} + 1 + line.width);
  }

  /// The line that was put together last.
  Line& last() { return lines_.lines[count_ - 1]; }

  void finish() { lines_.lines.resize(count_); }

 private:
  static constexpr std::size_t kWhole = static_cast<std::size_t>(-1);

  Lines& lines_;
  const WordTable& ands_;
  std::string& joined_;         // in Lines::folded
  std::size_t count_ = 0;       // lines that were put together
  std::size_t start_ = kWhole;  // of the last line in joined_, when it was joined
};

}  // namespace

void unwrap_lines(Lines& lines, const ProfileData& profile) {
  thread_local std::vector<std::size_t> needed;  // keeps its room
  const std::size_t width = wrap_width(lines, needed);
  if (width == 0) {
    return;
  }
  LineJoiner joiner(lines, profile.offices->ands);
  std::size_t above = 0;  // printed width of the line above
  const std::size_t size = lines.lines.size();
  for (std::size_t i = 0; i < size; ++i) {
    const Line& line = lines.lines[i];
    const std::size_t printed = printed_width(line);
    const bool goes_on = needed[i] > width && above <= width + kSlack &&
                         !(may_have_ended(joiner.last().text) && starts_item(line.text)) &&
                         !are_items(joiner.last().text, line.text);
    goes_on ? joiner.go_on(line) : joiner.start(line);
    joiner.last().room = at_most_16_bits(width - std::min(width, printed));
    above = printed;
  }
  joiner.finish();
}

}  // namespace letterkit
