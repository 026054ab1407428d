// The lines of a text of many letters, by their number.
//
// In: UTF-8. Out: its lines that are not blank, without white space at their ends. Line ends are
// \n, \r and form feeds. A last line without an end counts only when the text is complete: more may
// be coming. Method: lines are read when they are asked for, and those read last are kept with what
// was found out about them: around a head they are asked for again and again. Of most lines nothing
// is asked but how they start, so no more is noted of a line before it is asked for itself.
//
//   "33 279\n\n  Defensienota\n": 0 is "33 279", 1 is "Defensienota"
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "fields/cursor.hpp"
#include "lines/line_end.hpp"
#include "split/signs.hpp"

namespace letterkit {

class ProfileData;

/// Something that is known of a line in one language.
template <typename Value>
struct Known {
  const ProfileData* profile = nullptr;  ///< null: nothing yet
  Value value{};
};

struct TextLine {
  std::string_view text;         ///< without white space at its ends; not empty
  std::string_view bare;         ///< also without the marks that may open it
  std::size_t begin = 0;         ///< bytes in the whole text, of the line with its indent
  std::size_t next = 0;          ///< where the line below begins, be it blank
  bool blank_above = false;      ///< a blank line stands right above it, or nothing
  bool form_feed_above = false;  ///< a form feed does, among blank lines perhaps

  // What was found of it last.
  mutable std::optional<bool> dossier;  // whether it reads as one with a dossier
  mutable Known<SplitCue> cue;
  mutable Known<LineSigns> signs;
  mutable Known<SignaturePart> part;

  /// The part before the first wide gap (three spaces or a tab): the left one of two columns.
  [[nodiscard]] std::string_view left() const;
};

/// Whether a text is white space. One of nothing but line ends is asked about again and again.
bool is_blank(std::string_view text);

/// A line without the marks that may open it, which is nearly always the line as it is.
inline std::string_view bare_line(std::string_view line) {
  return is_ascii_letter(line[0]) || is_ascii_digit(line[0]) ? line : without_opening_marks(line);
}

class TextLines {
 public:
  TextLines(std::string_view text, bool complete);

  /// The line with that number, counted from 0; null behind the end of the text. It stays where it
  /// is until a line is asked for that stands kKept lines below; lines so far above the last one
  /// must not be asked for.
  const TextLine* at(std::size_t number) {
    while (number >= count_) {
      if (!read_line()) {
        return nullptr;
      }
    }
    assert(count_ - number < kKept);
    const std::size_t slot = number % kKept;
    if (slot >= made_.size()) {
      made_.resize(slot + 1);
    }
    Made& made = made_[slot];
    if (made.number != number) {
      make(made, number);
    }
    return &made.line;
  }

  /// The number of the first line, from that one on, whose text `passes` says yes of; nothing when
  /// the text ends before.
  template <typename Passes>
  std::optional<std::size_t> find(std::size_t number, const Passes& passes) {
    for (;; ++number) {
      while (number >= count_) {
        if (!read_line()) {
          return std::nullopt;
        }
      }
      if (passes(places_[number % kKept].text)) {
        return number;
      }
    }
  }

  /// The line above that one, not above the line `floor`; null when there is none.
  const TextLine* above(std::size_t number, std::size_t floor) {
    return number > floor ? at(number - 1) : nullptr;
  }

 private:
  static constexpr std::size_t kKept = 256;  // heads are looked at over fewer lines
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  /// Where a line stands, which is all that is noted of most.
  struct Place {
    std::string_view text;  // as TextLine has them
    std::size_t begin = 0;
    std::size_t next = 0;
  };

  struct Made {
    TextLine line;
    std::size_t number = kNone;
  };

  /// Reads one line more; false at the end of the text. Inline, for it is all that most lines cost.
  bool read_line() {
    while (true) {
      const std::size_t begin = read_;
      const std::size_t end = begin < text_.size() ? ends_.next() : begin;
      if (end == text_.size() && (!complete_ || begin == end)) {
        return false;
      }
      read_ = std::min(end + 1, text_.size());
      if (begin == end) {
        continue;  // every third line is empty
      }
      const std::string_view line = trim_line({text_.data() + begin, end - begin});
      if (!line.empty()) {
        places_[count_++ % kKept] = {line, begin, read_};
        return true;
      }
    }
  }

  /// As trim_blanks(). Most lines have ends that need no closer look.
  static std::string_view trim_line(std::string_view line) {
    const auto is_plain = [](char c) { return c > ' '; };  // ASCII and no blank
    return is_plain(line.front()) && is_plain(line.back()) ? line : trim_odd_line(line);
  }

  static std::string_view trim_odd_line(std::string_view line);

  /// Notes all of a line that was read.
  void make(Made& made, std::size_t number) const;

  std::string_view text_;
  bool complete_;
  LineEnds ends_;
  std::size_t read_ = 0;   // bytes
  std::size_t count_ = 0;  // lines read
  std::array<Place, kKept> places_{};
  std::vector<Made> made_;  // of a short text less than kKept
};

}  // namespace letterkit
