#include "cli/csv_row.hpp"

namespace letterkit::cli {

std::vector<std::string> csv_cells(std::string_view row) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const char c = row[i];
    if (quoted && c == '"' && i + 1 < row.size() && row[i + 1] == '"') {
      cells.back() += '"';
      ++i;
    } else if (c == '"' && (quoted || cells.back().empty())) {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

std::size_t csv_row_end(std::string_view bytes, std::size_t& scanned, bool& quoted) {
  while (true) {
    const std::size_t at = bytes.find_first_of(quoted ? "\"" : "\"\n", scanned);
    if (at == std::string_view::npos) {
      scanned = bytes.size();
      return at;
    }
    scanned = at + 1;
    if (bytes[at] == '\n') {
      return at;
    }
    // In the middle of a cell without quotes it is a character like others: 15" wide.
    const bool opens = at == 0 || bytes[at - 1] == ',' || bytes[at - 1] == '"';
    quoted = !quoted && opens;
  }
}

}  // namespace letterkit::cli
