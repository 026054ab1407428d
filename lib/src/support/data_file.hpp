// The line format that every file of a profile is written in, read into lines and cells that know
// their place, so that each table can report errors as "file:line:col: what; how to fix it".
//
//   # a comment fills its line
//   minister van Financiën | 1798 | | https://...      cells, separated by '|'
//     match ^Nr\.                                       an indented line belongs to the one above
#pragma once

#include "letterkit/result.hpp"

#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace letterkit {

/// A profile's file as it is read: `path` is what errors name, `text` its UTF-8 content.
struct DataFile {
  std::string path;
  std::string_view text;
  bool known = false;  ///< built in: its patterns are known to compile
  /// Of its patterns, see automaton.hpp; empty when there is none.
  std::string_view automaton = {};
};

/// A line that means something: neither empty nor a comment.
struct DataLine {
  std::size_t number = 0;  ///< 1-based
  std::size_t indent = 0;  ///< leading spaces, bytes
  std::string_view text;   ///< without the indent and trailing white space
};

/// One cell of a line, trimmed.
struct DataCell {
  std::string_view text;
  std::size_t column = 0;  ///< 1-based, bytes, of the cell's first byte in its line
};

/// The lines of a file that mean something, in order.
std::vector<DataLine> data_lines(std::string_view text);

/// A line's cells. The separator cannot be quoted: no word of a profile holds '|'.
std::vector<DataCell> data_cells(const DataLine& line, char separator = '|');

/// The number a text wholly is; nothing when it is more, or none.
template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const char* const last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, number);
  return error == std::errc() && end == last ? std::optional(number) : std::nullopt;
}

/// "a, b, c", for messages that tell what there is.
template <class Names>
std::string listed(const Names& names) {
  std::string text;
  for (const auto& name : names) {
    text.append(text.empty() ? "" : ", ").append(name);
  }
  return text;
}

/// An error at a place in a profile's file: `where` becomes "path:line:col".
Error data_error(const DataFile& file, std::size_t line, std::size_t column, std::string code,
                 std::string message);

/// The line and the column of an error that data_error() made; zeros of another.
std::pair<std::size_t, std::size_t> place_in(const Error& error);

}  // namespace letterkit
