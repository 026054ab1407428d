#include "assemble/label_row.hpp"

#include <algorithm>

#include "support/unicode.hpp"

namespace letterkit {
namespace {

std::size_t distance(std::size_t one, std::size_t other) {
  return std::max(one, other) - std::min(one, other);
}

}  // namespace

bool may_have_cells(const Lines& lines, const Line& line) {
  return line.text.data() != lines.text.data() + line.start;
}

std::vector<Cell> cells_of(const Lines& lines, const Line& line) {
  const std::string_view printed = lines.text.substr(line.start, line.end - line.start);
  if (!may_have_cells(lines, line)) {
    return {
        {line.column, line.text}
    };
  }
  std::vector<Cell> cells;
  std::size_t folded = 0;  // where the next cell is looked for in the line's text
  for (std::size_t at = 0; at < printed.size();) {
    const std::size_t gap =
        std::min({printed.find("  ", at), printed.find('\t', at), printed.size()});
    const std::string_view text = printed.substr(at, gap - at);
    const std::size_t found = line.text.find(text, folded);
    if (text.empty() || found == std::string_view::npos) {
      return {};
    }
    cells.push_back({line.column + length_in_code_points(printed.substr(0, at)),
                     line.text.substr(found, text.size())});
    folded = found + text.size();
    at = std::min(printed.find_first_not_of(" \t", gap), printed.size());
  }
  return cells;
}

bool is_label_row(const std::vector<Cell>& cells, const FieldLabels& labels) {
  if (cells.size() < 2) {
    return false;
  }
  const auto bare = std::count_if(cells.begin(), cells.end(), [&labels](const Cell& cell) {
    const auto field = find_field(cell.text, labels);
    return field &&
           (field->value.empty() || field->value.starts_with('(') || field->value.starts_with(','));
  });
  return bare >= 2 && static_cast<std::size_t>(bare) + 1 >= cells.size();
}

std::size_t nearest_cell(const std::vector<Cell>& cells, std::size_t column) {
  const auto nearest =
      std::min_element(cells.begin(), cells.end(), [column](const Cell& one, const Cell& other) {
        return distance(one.column, column) < distance(other.column, column);
      });
  return static_cast<std::size_t>(nearest - cells.begin());
}

}  // namespace letterkit
