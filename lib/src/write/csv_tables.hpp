// The CSV tables as data: their names, their rows, their columns. In: a Letter and the position of
// a row in it. Out: a cell's text, not yet quoted. The order here is the order in the file.
//
//   letters, "dossier"   ->   32123-XVI
#pragma once

#include "letterkit/letter.hpp"
#include "letterkit/parts.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace letterkit {

/// A column: its header, what appends its cell for row `row` (0-based) of a letter, and of which
/// parts the cell is made.
struct CsvColumn {
  std::string_view name;
  void (*append)(const Letter& letter, std::size_t row, std::string& out);
  Parts parts;
};

/// A table: how many rows a letter has in it and what they hold. The rows are the elements of
/// `parts`, where it has any.
struct CsvTable {
  std::string_view name;
  std::size_t (*row_count)(const Letter& letter);
  std::span<const CsvColumn> columns;
  Parts parts;
};

/// All tables, the default one first.
std::span<const CsvTable> all_csv_tables();

/// The table of that name, or null.
const CsvTable* find_csv_table(std::string_view name);

}  // namespace letterkit
