// The CSV tables as data: their names, their rows, their columns. In: a Letter and the position of
// a row in it. Out: a cell's text, not yet quoted. The order here is the order in the file.
//
//   letters, "dossier"   ->   32123-XVI
#pragma once

#include "letterkit/letter.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace letterkit {

/// A column: its header and what appends its cell for row `row` (0-based) of a letter.
struct CsvColumn {
  std::string_view name;
  void (*append)(const Letter& letter, std::size_t row, std::string& out);
};

/// A table: how many rows a letter has in it and what they hold.
struct CsvTable {
  std::string_view name;
  std::size_t (*row_count)(const Letter& letter);
  std::span<const CsvColumn> columns;
};

/// All tables, the default one first.
std::span<const CsvTable> all_csv_tables();

/// The table of that name, or null.
const CsvTable* find_csv_table(std::string_view name);

}  // namespace letterkit
