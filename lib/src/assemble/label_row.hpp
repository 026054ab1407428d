// Labels of a letterhead that are printed in a row, their values in the row below.
//
// In: lines. Out: their cells with columns, whether those are labels. Method: wide gaps divide the
// cells, and a value belongs to the label whose column is nearest to its own.
//
//   "Ihr Zeichen    Unser Zeichen    Datum" / "KW          H 12/31          3.5.2031"
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "fields/field_label.hpp"
#include "lines/line.hpp"

namespace letterkit {

/// A piece of a line between wide gaps.
struct Cell {
  std::size_t column = 0;  ///< characters before it
  std::string_view text;   ///< a view into the line's text
};

/// Whether wide gaps may part the line: else nothing of it was folded, and it is one cell.
bool may_have_cells(const Lines& lines, const Line& line);

std::vector<Cell> cells_of(const Lines& lines, const Line& line);

/// Whether two cells or more are labels, and all others but one: a place may stand above the date.
bool is_label_row(const std::vector<Cell>& cells, const FieldLabels& labels);

/// The cell whose column is nearest to `column`; `cells` are not empty.
std::size_t nearest_cell(const std::vector<Cell>& cells, std::size_t column);

}  // namespace letterkit
