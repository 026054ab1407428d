// Gold labels: what a person read off each letter, one JSON object a line.
//
// In: the text of a labels file. Out: rows, flattened to the measured fields, and an error for
// every line that cannot be read, which the rows around it survive.
//
//   {"file": "a.txt", "letter": 0, "date": "2026-03-02", "closing": null, "signatories": [...]}
//
// A key that is absent was not labelled and is not measured; null or [] says that the letter has
// none. A row with "lines" and "n" in place of "file" labels a bare signature block.
#pragma once

#include "letterkit/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "eval/fields.hpp"

namespace letterkit::eval {

struct GoldRow {
  std::string file;                ///< path under the texts' folder; "block-7" for a block
  std::size_t letter = 0;          ///< 0-based index of the letter in its file
  std::vector<std::string> block;  ///< lines of a bare signature block; empty for a file's letter
  Flat labels;
};

struct Gold {
  std::vector<GoldRow> rows;  ///< in the file's order, without those marked "skip"
  std::vector<Error> errors;  ///< lines that cannot be read, "path:line: what; how to fix it"
};

/// Reads a labels file's text; `path` is what errors name.
Gold read_gold(std::string_view text, const std::string& path);

}  // namespace letterkit::eval
