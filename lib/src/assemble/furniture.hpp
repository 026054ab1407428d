// Which lines are the page's and not the letter's: its mark, running heads and feet.
//
// In: lines with features and scores. Out: those to take out. Method: what rules say, what repeats
// beside a page's mark or break, and all that stands between the halves of a sentence that a page's
// end tears.
//
//   "... in this way, as" / "Page 2 of 3" / "was agreed in March." -> the second line
#pragma once

#include <vector>

#include "assemble/reading.hpp"

namespace letterkit {

/// Whether each line is. Bytes: to ask a bit of std::vector<bool> takes four times as long.
using FoundLines = std::vector<unsigned char>;

/// By line, whether it is the page's: marks, what repeats the head of a page (labelled fields that
/// stood above, with their values), and lines beside a page mark that stood on another page.
FoundLines find_furniture(const Reading& reading);

}  // namespace letterkit
