// What an input is, by its first bytes: an archive, a compressed file, rows or text.
//
//   {"id": "a", "text": "Geachte ..."}   ->   ndjson
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace letterkit::cli {

enum class Container { none, compressed, tar, zip };

/// As many bytes as tell.
inline constexpr std::size_t kSniffed = 4096;

Container sniff_container(std::string_view head);

/// How letters stand in an input.
enum class Format { detect, text, ndjson, csv };

/// The names of the columns or keys that rows are known by.
struct RowFields {
  std::string text = "text";
  std::string id = "id";
};

/// Rows are told by a first line that is a JSON object with the text's key, or a row of short
/// column names, one of which is the text's. All else is text.
Format sniff_format(std::string_view head, const RowFields& fields);

}  // namespace letterkit::cli
