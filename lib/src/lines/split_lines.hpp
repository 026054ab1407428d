// A letter's text to its lines. In: valid UTF-8. Out: every line that is not blank, with what its
// place tells. Line ends are \n, \r\n, \r and form feeds; tabs stand at every eighth column.
#pragma once

#include <string_view>

#include "lines/line.hpp"

namespace letterkit {

/// What becomes of lines with a wide gap: most are taken apart, so that folding them is in vain.
enum class Gaps {
  folded,
  as_printed,  ///< for separate_columns(), which folds those that it leaves whole
};

/// Splits a letter's text, which must outlive the lines.
Lines split_lines(std::string_view text, Gaps gaps = Gaps::folded);

/// Makes a line of the bytes [begin, end) of the letter's text, trimmed and folded. `like` gives
/// its place: number, blanks and so on; the column and width are its own. A blank piece gives no
/// line but an empty text. One with a gap that stays as printed has no width.
Line make_line(Lines& lines, std::size_t begin, std::size_t end, const Line& like,
               Gaps gaps = Gaps::folded);

}  // namespace letterkit
