// A row of an NDJSON or CSV file taken apart: the letter's text, its name, and what else the row
// holds. The file that knows simdjson.
//
//   {"id": "a", "text": "Geachte ...", "year": 1996}   ->   a | Geachte ... | {"year":1996}
#pragma once

#include "letterkit/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/sniff.hpp"

namespace letterkit::cli {

struct RowText {
  std::string text;
  std::optional<std::string> id;  ///< null when the row has none
  std::string rest;               ///< the other fields as a JSON object; empty unless kept
};

/// @param row its capacity must exceed its size by 64 bytes
/// @param keep whether `rest` is wanted
/// Errors "row.invalid" and "row.no-text".
Result<RowText> json_row(const std::string& row, const RowFields& fields, bool keep);

/// As json_row, of a CSV row; the other cells become strings.
Result<RowText> csv_row(std::string_view row, const std::vector<std::string>& columns,
                        const RowFields& fields, bool keep);

}  // namespace letterkit::cli
