// The columns that stand beside a letter's text.
//
// In: lines in printed order. Out: the cells of each column that is read apart. Method: pieces of
// lines that follow a wide gap and start at about the same character position, on lines close
// together, are a column; labels and the values beside them are one.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "lines/line.hpp"

namespace letterkit {

/// A piece of a line between wide gaps.
struct ColumnCell {
  std::size_t line = 0;   ///< index into the lines
  std::size_t begin = 0;  ///< byte in the text
  int column = 0;         ///< characters before it on its printed line
  bool alone = false;     ///< nothing stands before it on its line
};

/// Cells of one column, in printed order.
struct Column {
  std::vector<ColumnCell> cells;
  bool beside = false;  ///< at least one stands beside other text
};

/// The cell of a column on a line; null when it has none there.
const ColumnCell* cell_on(const Column& column, std::size_t line);

/// The columns, in the order of their first lines. Without `is_label` no text is a label.
std::vector<Column> find_columns(const Lines& lines,
                                 const std::function<bool(std::string_view)>& is_label);

}  // namespace letterkit
