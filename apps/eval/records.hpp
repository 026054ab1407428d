// Letter records flattened to the measured fields.
//
// In: records as JSON (what letter2json prints; the keys are in the record schema). Out: what each
// has for every field, with its confidences where the record carries provenance. The body is
// measured by its running text: headings and tables do not count.
//
//   {"date": {"iso": "2026-03-02", ...}, ...}   ->   date: ["2026-03-02"]
#pragma once

#include "letterkit/result.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "eval/fields.hpp"

namespace letterkit::eval {

struct Record {
  Flat values;
  std::optional<double> confidence;  ///< of the record as a whole
  /// Half-open bytes of the letter in its input's text; the whole text when the record lacks them.
  std::size_t start = 0;
  std::size_t end = std::string::npos;
};

/// Flattens one record. Keys that are absent count as null.
Record flatten_record(const nlohmann::json& record);

struct Records {
  /// Records by the base name of `source.name`, those of one name in the order they were read.
  std::map<std::string, std::vector<Record>, std::less<>> by_name;
  std::vector<Error> errors;  ///< lines that cannot be read, "path:line: what; how to fix it"
};

/// Reads records, one a line; `path` is what errors name.
Records read_records(std::string_view text, const std::string& path);

/// "b.txt" for "a/b.txt": what records and labels are matched by.
std::string_view base_name(std::string_view path);

}  // namespace letterkit::eval
