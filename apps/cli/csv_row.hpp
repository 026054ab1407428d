// Rows of a CSV file (RFC 4180): cut out of a stream, and taken apart into cells.
//
//   a,"b, ""c""",d\r\n   ->   a | b, "c" | d
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace letterkit::cli {

/// The cells of one row, without the quotes. The row is without its line end.
std::vector<std::string> csv_cells(std::string_view row);

/// Offset of the line end that ends the row at the head of `bytes`: the first one outside quotes;
/// npos when it is not there. `scanned` bytes, with `quoted` as it was left, were looked at before;
/// both are updated.
std::size_t csv_row_end(std::string_view bytes, std::size_t& scanned, bool& quoted);

}  // namespace letterkit::cli
