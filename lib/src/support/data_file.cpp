#include "support/data_file.hpp"

#include <algorithm>
#include <utility>

#include "support/count_bytes.hpp"

namespace letterkit {
namespace {

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

std::string_view trim_right(std::string_view text) {
  while (!text.empty() && is_blank(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

std::size_t leading_blanks(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_blank(text[count])) {
    ++count;
  }
  return count;
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
    const std::size_t indent = leading_blanks(raw);
    if (indent == raw.size() || raw[indent] == '#') {
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
    const std::size_t lead = leading_blanks(cell);
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
