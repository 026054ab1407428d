#include "cli/error_list.hpp"

#include <nlohmann/json.hpp>

#include "cli/utf8.hpp"

namespace letterkit::cli {

std::string error_row(std::string_view source, const Error& error) {
  const nlohmann::ordered_json row = {
      {"source",  to_utf8(source)       },
      {"code",    error.code            },
      {"message", to_utf8(error.message)}
  };
  return row.dump() + "\n";
}

std::string listed_name(std::string_view line) {
  if (line.starts_with('{')) {
    // No exceptions: a file may well be called "{a".
    const auto row = nlohmann::json::parse(line, nullptr, false);
    if (row.is_object() && row.contains("source") && row["source"].is_string()) {
      return row["source"].get<std::string>();
    }
  }
  return std::string(line);
}

}  // namespace letterkit::cli
