// The shape that the word files of dates, papers and citations share: a key, then words.
//
// In: a line of a profile's file. Out: its words in a table, or an error at the cell that is wrong.
//
//   month 3 | maart | mrt
#pragma once

#include "letterkit/result.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fields/word_table.hpp"
#include "support/data_file.hpp"

namespace letterkit {

/// A line's key and words, with what an error needs to name their place.
struct KeyedLine {
  const DataFile& file;
  std::size_t number = 0;       ///< 1-based line
  std::string_view code;        ///< first part of error codes: "date"
  DataCell key;                 ///< the first cell
  std::vector<DataCell> words;  ///< the others, at least one

  /// The key's part before the first blank, and after it ("month", "3").
  [[nodiscard]] std::string_view key_name() const;
  [[nodiscard]] std::string_view key_argument() const;

  /// An error at a cell of the line, its code ending in `what`.
  [[nodiscard]] Error error(const DataCell& cell, std::string_view what, std::string message) const;

  /// An error that lists the keys there are.
  [[nodiscard]] Error unknown_key(std::string_view known) const;

  /// Adds every word of the line. Errors: an empty word; a word that has another value already.
  [[nodiscard]] Status add_to(WordTable& table, int value) const;
};

/// Reads a line's cells. Error: a key without words.
Result<KeyedLine> keyed_line(const DataFile& file, const DataLine& line, std::string_view code);

/// 'text', for messages.
std::string quoted(std::string_view text);

/// The decimal number a text wholly is, or `none`.
int whole_number(std::string_view text, int none);

}  // namespace letterkit
