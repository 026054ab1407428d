#include "fields/keyed_words.hpp"

#include <algorithm>
#include <utility>

namespace letterkit {

std::string_view KeyedLine::key_name() const {
  return key.text.substr(0, key.text.find(' '));
}

std::string_view KeyedLine::key_argument() const {
  const auto name = key_name().size();
  const auto begin = key.text.find_first_not_of(' ', name);
  return begin == std::string_view::npos ? std::string_view{} : key.text.substr(begin);
}

Error KeyedLine::error(const DataCell& cell, std::string_view what, std::string message) const {
  return data_error(file, number, cell.column, std::string(code).append(1, '.').append(what),
                    std::move(message));
}

Error KeyedLine::unknown_key(std::string_view known) const {
  return error(key, "key",
               "unknown key " + quoted(key.text) + "; use one of " + std::string(known));
}

Status KeyedLine::add_to(WordTable& table, int value) const {
  for (const DataCell& cell : words) {
    if (cell.text.empty()) {
      return error(cell, "word", "empty word; take the extra '|' out");
    }
    if (!table.add(cell.text, value)) {
      return error(cell, "word", quoted(cell.text) + " already means something else; keep one");
    }
  }
  return ok();
}

Result<KeyedLine> keyed_line(const DataFile& file, const DataLine& line, std::string_view code) {
  auto cells = data_cells(line);
  const DataCell key = cells[0];
  cells.erase(cells.begin());
  KeyedLine keyed{file, line.number, code, key, std::move(cells)};
  if (keyed.words.empty()) {
    return keyed.error(keyed.key, "key",
                       quoted(keyed.key.text) + " has no words; write 'key | word | word'");
  }
  return keyed;
}

std::string quoted(std::string_view text) {
  std::string result;
  result.reserve(text.size() + 2);
  result.append(1, '\'').append(text).append(1, '\'');
  return result;
}

int whole_number(std::string_view text, int none) {
  return number_in<int>(text).value_or(none);
}

}  // namespace letterkit
