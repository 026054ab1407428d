#include "eval/json_lines.hpp"

#include <algorithm>

namespace letterkit::eval {

namespace {

/// nlohmann's message without its own prefix and place: "... syntax error ... - unexpected x".
std::string reason_of(const nlohmann::json::parse_error& error) {
  const std::string_view what = error.what();
  const std::size_t at = what.rfind(" - ");
  return std::string(at == std::string_view::npos ? what : what.substr(at + 3));
}

Error syntax_error(const nlohmann::json::parse_error& error, std::string where) {
  return {"json.syntax", "not valid JSON (" + reason_of(error) + "); mend or remove it",
          std::move(where)};
}

}  // namespace

std::vector<Error> read_json_lines(std::string_view text, const std::string& path,
                                   const ObjectReader& read) {
  std::vector<Error> errors;
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t length = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, length);
    text.remove_prefix(std::min(length + 1, text.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
      continue;
    }
    const std::string place = path + ":" + std::to_string(number);
    try {
      const auto row = nlohmann::json::parse(line);
      std::string wrong = row.is_object() ? read(row) : "not a JSON object; write one a line";
      if (!wrong.empty()) {
        errors.push_back({"json.row", std::move(wrong), place});
      }
    } catch (const nlohmann::json::parse_error& error) {
      errors.push_back(syntax_error(error, place + ":" + std::to_string(error.byte)));
    }
  }
  return errors;
}

Result<nlohmann::json> read_json(std::string_view text, const std::string& path) {
  try {
    return nlohmann::json::parse(text);
  } catch (const nlohmann::json::parse_error& error) {
    const std::string_view before = text.substr(0, error.byte > 0 ? error.byte - 1 : 0);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t column = before.size() - (before.rfind('\n') + 1) + 1;
    return syntax_error(error, path + ":" + std::to_string(line) + ":" + std::to_string(column));
  }
}

}  // namespace letterkit::eval
