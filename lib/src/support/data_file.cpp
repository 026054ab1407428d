#include "support/data_file.hpp"

#include <algorithm>
#include <utility>

#include "support/count_bytes.hpp"

namespace letterkit {
namespace {

constexpr std::string_view kBlank = " \t\r";

std::string_view trim_right(std::string_view text) {
  const auto last = text.find_last_not_of(kBlank);
  return last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
}

}  // namespace

std::vector<DataLine> data_lines(std::string_view text) {
  std::vector<DataLine> lines;
  lines.reserve(1 + count_byte(text, '\n'));
  std::size_t number = 0;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const std::string_view raw = trim_right(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    ++number;
    const auto indent = raw.find_first_not_of(kBlank);
    if (indent == std::string_view::npos || raw[indent] == '#') {
      continue;
    }
    lines.push_back({number, indent, raw.substr(indent)});
  }
  return lines;
}

std::vector<DataCell> data_cells(const DataLine& line, char separator) {
  std::vector<DataCell> cells;
  cells.reserve(1 + count_byte(line.text, separator));  // most lines have many
  std::size_t begin = 0;
  while (begin <= line.text.size()) {
    const auto end = std::min(line.text.find(separator, begin), line.text.size());
    std::string_view cell = line.text.substr(begin, end - begin);
    const auto lead = std::min(cell.find_first_not_of(kBlank), cell.size());
    cells.push_back({trim_right(cell.substr(lead)), line.indent + begin + lead + 1});
    begin = end + 1;
  }
  return cells;
}

Error data_error(const DataFile& file, std::size_t line, std::size_t column, std::string code,
                 std::string message) {
  return {std::move(code), std::move(message),
          file.path + ':' + std::to_string(line) + ':' + std::to_string(column)};
}

std::pair<std::size_t, std::size_t> place_in(const Error& error) {
  const std::string_view where = error.where;
  const std::size_t column = where.rfind(':');
  const std::size_t line = column == where.npos ? where.npos : where.rfind(':', column - 1);
  if (line == where.npos) {
    return {};
  }
  const auto number = [](std::string_view text) {
    return number_in<std::size_t>(text).value_or(0);
  };
  return {number(where.substr(line + 1, column - line - 1)), number(where.substr(column + 1))};
}

}  // namespace letterkit
