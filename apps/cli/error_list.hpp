// The list that --errors writes and --files-from takes back for another try: NDJSON, a row an
// input. The only file of the tools that reads JSON.
//
//   {"source":"a.txt","code":"input.unreadable","message":"no such file; check the name"}
#pragma once

#include "letterkit/result.hpp"

#include <string>
#include <string_view>

namespace letterkit::cli {

/// One row, with its line end. `source` may be any bytes; what is not UTF-8 in it is replaced.
std::string error_row(std::string_view source, const Error& error);

/// The name that a line of a list stands for: the `source` of a row of ours, else the line itself.
std::string listed_name(std::string_view line);

}  // namespace letterkit::cli
