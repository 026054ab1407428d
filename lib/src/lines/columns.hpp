// Columns that stand side by side on the printed page, taken apart and put one after the other.
//
// In: lines in printed order. Out: the same text with every side column (a letterhead's, a second
// signature's) as lines of its own behind the lines it stood beside. Method: pieces of lines that
// follow a wide gap and start at about the same character position, on lines close together, are a
// column; pieces that look like a table's cells are left where they are.
//
//   De minister van Justitie,          De minister van Defensie,
//   J. Dekker                          P. van den Akker
#pragma once

#include <functional>
#include <string_view>

#include "lines/line.hpp"

namespace letterkit {

/// Reorders `lines` in place, and folds those with a gap that it leaves whole. A column of labels
/// with their values beside it is one column; without `is_label` no text is a label.
void separate_columns(Lines& lines,
                      const std::function<bool(std::string_view)>& is_label = nullptr);

}  // namespace letterkit
