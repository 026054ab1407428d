// A line of a letter, as all later stages see it.
//
// A line is a view into the letter's text with what its place and shape tell. Columns that stand
// side by side are lines of their own, and so are the parts of a line that a cut separates.
//
//   "Aan de Voorzitter          Ons kenmerk" -> two lines, the second with `side` set
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace letterkit {

struct KnownLine;  // profile/known_line.hpp

struct Line {
  static constexpr std::uint16_t kAnyRoom = 65535;  ///< no program wrapped the text

  /// Without white space at its ends, inner white space folded to single spaces. A view into the
  /// letter's text, or into `Lines::folded` where folding changed it.
  std::string_view text;
  std::size_t start = 0;  ///< bytes in the letter's text, half-open, of what `text` prints
  std::size_t end = 0;
  std::uint32_t number = 0;  ///< 1-based printed line of the letter's text
  std::uint32_t blanks = 0;  ///< blank lines above
  std::uint16_t column = 0;  ///< characters before it on its printed line, at most 65535
  std::uint16_t width = 0;   ///< characters of it, at most 65535
  /// Characters that were free behind it where a program wrapped the text.
  std::uint16_t room = kAnyRoom;
  std::uint16_t cut = 0;    ///< cut of the profile, counted from 1, that it starts at; 0: none
  bool page_break = false;  ///< a form feed stands before it
  bool same_line = false;   ///< goes on with the printed line of the line before it
  bool gap = false;         ///< a wide gap (three spaces or a tab) stands inside it
  bool side = false;        ///< of a side column, a letterhead's
  bool furniture = false;   ///< running head or foot, page mark: no part of the letter's text
  std::uint64_t hash = 0;   ///< hash_word() of `text`; 0: not known
  /// What its text alone tells; null until lines are cut. One of Lines::known.
  KnownLine* known = nullptr;
};

/// A number of characters as lines keep it: what is more than fits counts as the greatest.
inline std::uint16_t at_most_16_bits(std::size_t characters) {
  return static_cast<std::uint16_t>(
      std::min<std::size_t>(characters, std::numeric_limits<std::uint16_t>::max()));
}

/// The lines of one letter and the text they were read from. Not copied: lines look into what it
/// owns.
struct Lines {
  Lines() = default;
  ~Lines() = default;
  Lines(const Lines&) = delete;
  Lines& operator=(const Lines&) = delete;
  Lines(Lines&&) = default;
  Lines& operator=(Lines&&) = default;

  std::string_view text;                          ///< the letter's
  std::vector<Line> lines;                        ///< in reading order; none is blank
  std::forward_list<std::string> folded;          ///< owns what was folded or joined; last first
  std::vector<std::shared_ptr<KnownLine>> known;  ///< keeps what is known of lines
};

/// Where a piece of a line's `text` stands in the letter's text: exact when the line was not
/// folded, else the whole line.
struct TextSpan {
  std::size_t start = 0;
  std::size_t end = 0;
};

inline TextSpan span_in(const Line& line, std::string_view piece) {
  const auto offset = static_cast<std::size_t>(piece.data() - line.text.data());
  const bool exact = line.end - line.start == line.text.size();
  return exact ? TextSpan{line.start + offset, line.start + offset + piece.size()}
               : TextSpan{line.start, line.end};
}

}  // namespace letterkit
