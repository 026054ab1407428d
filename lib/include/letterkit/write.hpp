// Letter records to JSON and CSV. Writers append to a string that the caller owns and reuses.
#pragma once

#include "letterkit/letter.hpp"
#include "letterkit/parts.hpp"
#include "letterkit/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace letterkit {

struct CsvTable;  // internal: a table's columns

struct JsonOptions {
  bool pretty = false;      ///< indented by two spaces, for reading
  bool provenance = false;  ///< adds the `provenance` map
  /// Top-level keys to print, in record order; empty: all. See record_keys(); others are ignored.
  std::vector<std::string> fields;
};

/// Appends one record as a JSON object, without a line end. Every text must be valid UTF-8, as the
/// parser's are. Probabilities have three decimals.
///
/// With `provenance`, the last key maps the JSON Pointer of each non-null value that was read from
/// the letter to its Origin. Parts of a name have the name's origin, parts of an office that of the
/// role or title, the ISO date the printed one's, the id that of the first dossier and the number.
void write_json(const Letter& letter, const JsonOptions& options, std::string& out);

/// The parts of a letter that write_json() prints with these options: the others may be left
/// unread.
Parts needed_parts(const JsonOptions& options);

/// Top-level keys of a record, in printed order; `provenance` is an option, not one of them.
const std::vector<std::string_view>& record_keys();

/// The JSON Schema (draft 2020-12) that every record validates against.
std::string_view record_schema();

struct CsvOptions {
  std::string table = "letters";     ///< see csv_tables()
  std::vector<std::string> columns;  ///< empty: all, in the table's order
  char delimiter = ',';
  bool crlf = false;             ///< line ends \r\n instead of \n
  bool escape_formulas = false;  ///< prefix ' to cells a spreadsheet would run (= + - @ tab CR)
};

/// Writes one table of records as RFC 4180 CSV.
class CsvWriter {
 public:
  /// Error "csv.table" or "csv.column" names what exists; "csv.delimiter": not a character that
  /// can delimit.
  static Result<CsvWriter> create(const CsvOptions& options);

  /// The parts of a letter that its rows are made of: the others may be left unread.
  [[nodiscard]] Parts needed_parts() const;

  /// Appends the header row.
  void write_header(std::string& out) const;

  /// Appends the letter's rows: one, or one per element of the table's list.
  void write(const Letter& letter, std::string& out) const;

 private:
  CsvWriter(CsvOptions options, const CsvTable* table, std::vector<std::size_t> columns);

  template <class AppendCell>
  void write_row(std::string& out, AppendCell append_cell) const;

  CsvOptions options_;
  const CsvTable* table_;             // lives as long as the program
  std::vector<std::size_t> columns_;  // indices into the table's columns
};

/// Names of the tables: letters, signatories, dossiers, references, paragraphs, diagnostics.
std::vector<std::string> csv_tables();

/// Names of a table's columns, in printed order; none when there is no such table.
std::vector<std::string> csv_columns(std::string_view table);

}  // namespace letterkit
