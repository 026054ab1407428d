// NDJSON for labels, records and reports: a JSON object a line, each read on its own.
//
// In: the text of a file. Out: a call for every line that holds an object, and an error with its
// place for every other; blank lines are passed over.
#pragma once

#include "letterkit/result.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace letterkit::eval {

/// What takes one line's object; an empty string says all is well, any other what is wrong.
using ObjectReader = std::function<std::string(const nlohmann::json&)>;

/// Reads every line; returns the errors, in order ("path:line: what; how to fix it").
std::vector<Error> read_json_lines(std::string_view text, const std::string& path,
                                   const ObjectReader& read);

/// Reads one JSON document; `path` is what errors name, with line and column.
Result<nlohmann::json> read_json(std::string_view text, const std::string& path);

}  // namespace letterkit::eval
