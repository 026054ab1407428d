// The lines of a text of many letters, found forwards and backwards from any position.
//
// In: UTF-8 and a byte. Out: the next or the previous line that is not blank, without white space
// at its ends. Line ends are \n, \r and form feeds. A last line without an end counts only when the
// text is complete: more may be coming.
//
//   "33 279\n\n  Defensienota\n" from byte 7: "Defensienota"
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace letterkit {

struct TextLine {
  std::string_view text;  ///< without white space at its ends; not empty
  std::size_t begin = 0;  ///< bytes in the whole text, of the line with its indent
  std::size_t next = 0;   ///< where the line below begins

  /// The part before the first wide gap (three spaces or a tab): the left one of two columns.
  [[nodiscard]] std::string_view left() const;
};

class TextLines {
 public:
  TextLines(std::string_view text, bool complete) : text_(text), complete_(complete) {}

  /// The first line that is not blank at or after `at`, which must be the start of a line. Null at
  /// the end of the text.
  [[nodiscard]] std::optional<TextLine> after(std::size_t at) const;

  /// The last line that is not blank before `at`, the start of a line, and not before `floor`.
  [[nodiscard]] std::optional<TextLine> before(std::size_t at, std::size_t floor) const;

  /// Whether a form feed, or else a blank line, stands right above the line that begins at `at`.
  [[nodiscard]] bool form_feed_above(std::size_t at) const;
  [[nodiscard]] bool blank_above(std::size_t at) const;

 private:
  std::string_view text_;
  bool complete_;
};

}  // namespace letterkit
