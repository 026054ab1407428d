// What went wrong, letter by letter: the values wanted and found, and the lines of the letter
// around them.
//
// In: an outcome that is not right and, if at hand, the letter's text. Out: lines for a person.
// The lines shown are those that print the first value missed (found by its soft key, over line
// ends; a date by its day and year), else those that print the first value wrongly found.
//
//   a.txt  closing
//     - want "Hoogachtend,"
//       41 |
//       42 | Hoogachtend,
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eval/measure.hpp"

namespace letterkit::eval {

/// Lines [first, last] of a text, 0-based.
struct LineSpan {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// A text that values are looked up in.
class LetterLines {
 public:
  /// The letter is bytes [start, end) of `text`; line numbers are those of the whole text. `text`
  /// must outlive this.
  LetterLines(std::string_view text, std::size_t start, std::size_t end);

  /// The lines that print a value of a field, null when none do.
  [[nodiscard]] std::optional<LineSpan> find(Field field, const std::string& value) const;

  /// The lines of a span and two on each side, numbered from 1, indented; long spans and long
  /// lines are cut.
  [[nodiscard]] std::string show(const LineSpan& span) const;

 private:
  [[nodiscard]] std::optional<LineSpan> find_text(const std::string& value) const;
  [[nodiscard]] std::optional<LineSpan> find_date(const std::string& iso) const;
  [[nodiscard]] std::size_t line_of_key(std::size_t byte) const;

  std::size_t first_line_ = 0;           // lines of the text before the letter
  std::vector<std::string_view> lines_;  // of the letter
  std::string key_;                      // soft keys of the lines, one after another
  std::vector<std::size_t> key_ends_;    // for each line, where its key ends in key_
};

/// One miss: place, field, values ("=" right, "-" missed, "+" wrongly found), lines of the letter.
std::string show_miss(const LetterOutcome& letter, const FieldOutcome& outcome,
                      const LetterLines* lines);

}  // namespace letterkit::eval
