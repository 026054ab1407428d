// Marks of footnotes glued to the words they belong to.
//
// In: running text. Out: where its marks are. A mark is a number of at most two digits behind a
// word of three letters or more (punctuation between aside): "km2", "2.1" and "8,11" hold none.
//
//   "op 10 mei voltooid2 en" -> "2"
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace letterkit {

/// Digits of a note's mark.
inline constexpr std::size_t kMostMarkDigits = 2;

/// Whether the `size` bytes at `at` stand where a note's mark does.
bool is_note_mark(std::string_view text, std::size_t at, std::size_t size);

/// The marks in a text, views into it, in order.
std::vector<std::string_view> find_note_marks(std::string_view text);

}  // namespace letterkit
