// The lines of a text of many letters, by their number.
//
// In: UTF-8. Out: its lines that are not blank, without white space at their ends. Line ends are
// \n, \r and form feeds. A last line without an end counts only when the text is complete: more may
// be coming. Method: lines are read when they are asked for, and those read last are kept with what
// was found out about them: around a head they are asked for again and again.
//
//   "33 279\n\n  Defensienota\n": 0 is "33 279", 1 is "Defensienota"
#pragma once

#include <cassert>
#include <cstddef>
#include <string_view>
#include <vector>

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

  // What line_signs.hpp found last.
  mutable Known<SplitCue> cue;
  mutable Known<LineSigns> signs;

  /// The part before the first wide gap (three spaces or a tab): the left one of two columns.
  [[nodiscard]] std::string_view left() const;
};

/// Whether a text is white space. One of nothing but line ends is asked about again and again.
bool is_blank(std::string_view text);

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
    assert(count_ - number <= kKept);
    return &kept_[number % kKept];
  }

  /// The line above that one, not above the line `floor`; null when there is none.
  const TextLine* above(std::size_t number, std::size_t floor) {
    return number > floor ? at(number - 1) : nullptr;
  }

 private:
  static constexpr std::size_t kKept = 256;  // heads are looked at over fewer lines

  /// Reads one line more; false at the end of the text.
  bool read_line();

  std::string_view text_;
  bool complete_;
  LineEnds ends_;
  std::size_t read_ = 0;   // bytes
  std::size_t count_ = 0;  // lines read
  std::vector<TextLine> kept_;
};

}  // namespace letterkit
