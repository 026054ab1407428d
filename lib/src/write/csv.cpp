// Letters as rows of one CSV table. In: Letters. Out: rows appended to the caller's buffer, quoted
// as RFC 4180 says. Method: a cell is appended raw and quoted in place only when it has to be, for
// most cells don't.
//
//   De minister, namens deze   ->   "De minister, namens deze"
#include "letterkit/write.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "support/byte_block.hpp"
#include "write/csv_tables.hpp"

namespace letterkit {
namespace {

/// What a spreadsheet takes for the start of a formula.
constexpr std::string_view kFormulaStarts = "=+-@\t\r";

/// Whether a cell needs no quotes. In blocks: to look for one of several characters in a string is
/// a call a byte.
bool is_plain(char delimiter, std::string_view cell) {
  return find_in_blocks(cell, 0, [delimiter](const char* at) {
           const ByteBlock bytes(at);
           return bytes.is(delimiter) | bytes.is('"') | bytes.is('\r') | bytes.is('\n');
         }) == cell.size();
}

/// Quotes the cell that `out` holds from `start` on, where its text demands it.
void quote_cell(char delimiter, std::size_t start, std::string& out) {
  std::string_view cell = std::string_view(out).substr(start);
  if (is_plain(delimiter, cell)) {
    return;
  }
  std::string quoted = "\"";
  for (std::size_t quote = cell.find('"'); quote != cell.npos; quote = cell.find('"')) {
    quoted.append(cell.substr(0, quote)).append("\"\"");
    cell.remove_prefix(quote + 1);
  }
  quoted.append(cell) += '"';
  out.replace(start, out.npos, quoted);
}

void finish_cell(const CsvOptions& options, std::size_t start, std::string& out) {
  if (out.size() == start) {
    return;
  }
  if (options.escape_formulas && kFormulaStarts.find(out[start]) != kFormulaStarts.npos) {
    out.insert(start, 1, '\'');
  }
  quote_cell(options.delimiter, start, out);
}

/// "a, b, c", for messages.
template <class List>
std::string list_names(const List& list) {
  std::string names;
  for (const auto& item : list) {
    names += names.empty() ? "" : ", ";
    names += item.name;
  }
  return names;
}

bool can_delimit(char c) {
  return c == '\t' || (c >= ' ' && c <= '~' && c != '"');
}

/// Indices of the columns of those names, or of all columns when there are no names.
Result<std::vector<std::size_t>> find_columns(const CsvTable& table,
                                              const std::vector<std::string>& names) {
  std::vector<std::size_t> indices;
  for (const std::string& name : names) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [&](const CsvColumn& column) { return column.name == name; });
    if (found == table.columns.end()) {
      return Error{"csv.column",
                   "no column \"" + name + "\" in table " + std::string(table.name) +
                       "; use some of " + list_names(table.columns),
                   ""};
    }
    indices.push_back(static_cast<std::size_t>(found - table.columns.begin()));
  }
  if (names.empty()) {
    indices.resize(table.columns.size());
    std::iota(indices.begin(), indices.end(), std::size_t{0});
  }
  return indices;
}

}  // namespace

CsvWriter::CsvWriter(CsvOptions options, const CsvTable* table, std::vector<std::size_t> columns)
    : options_(std::move(options)), table_(table), columns_(std::move(columns)) {}

Result<CsvWriter> CsvWriter::create(const CsvOptions& options) {
  const CsvTable* const table = find_csv_table(options.table);
  if (table == nullptr) {
    return Error{"csv.table",
                 "no table \"" + options.table + "\"; use one of " + list_names(all_csv_tables()),
                 ""};
  }
  if (!can_delimit(options.delimiter)) {
    return Error{"csv.delimiter",
                 "cannot delimit cells; use one printable ASCII character but a quote, or a tab",
                 ""};
  }
  auto columns = find_columns(*table, options.columns);
  if (!columns) {
    return columns.error();
  }
  return CsvWriter(options, table, std::move(*columns));
}

template <class AppendCell>
void CsvWriter::write_row(std::string& out, AppendCell append_cell) const {
  const std::size_t row_start = out.size();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (i > 0) {
      out += options_.delimiter;
    }
    const std::size_t start = out.size();
    append_cell(table_->columns[columns_[i]]);
    finish_cell(options_, start, out);
  }
  if (out.size() == row_start) {
    out += "\"\"";  // one empty cell: readers would skip an empty line
  }
  out += options_.crlf ? "\r\n" : "\n";
}

Parts CsvWriter::needed_parts() const {
  Parts parts = table_->parts;
  for (const std::size_t column : columns_) {
    parts |= table_->columns[column].parts;
  }
  return parts;
}

void CsvWriter::write_header(std::string& out) const {
  write_row(out, [&](const CsvColumn& column) { out += column.name; });
}

void CsvWriter::write(const Letter& letter, std::string& out) const {
  const std::size_t rows = table_->row_count(letter);
  for (std::size_t row = 0; row < rows; ++row) {
    write_row(out, [&](const CsvColumn& column) { column.append(letter, row, out); });
  }
}

std::vector<std::string> csv_tables() {
  std::vector<std::string> names;
  for (const CsvTable& table : all_csv_tables()) {
    names.emplace_back(table.name);
  }
  return names;
}

std::vector<std::string> csv_columns(std::string_view table_name) {
  std::vector<std::string> names;
  if (const CsvTable* const table = find_csv_table(table_name)) {
    for (const CsvColumn& column : table->columns) {
      names.emplace_back(column.name);
    }
  }
  return names;
}

}  // namespace letterkit
