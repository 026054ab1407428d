// A letter's text to its lines. In: valid UTF-8. Out: every line that is not blank, with what its
// place tells. Line ends are \n, \r\n, \r and form feeds; tabs stand at every eighth column.
#pragma once

#include <string_view>

#include "lines/line.hpp"

namespace letterkit {

/// Splits a letter's text, which must outlive the lines.
Lines split_lines(std::string_view text);

/// Makes a line of the bytes [begin, end) of the letter's text, trimmed and folded. `like` gives
/// its place: number, blanks and so on; the column and width are its own. A blank piece gives no
/// line but an empty text.
Line make_line(Lines& lines, std::size_t begin, std::size_t end, const Line& like);

}  // namespace letterkit
