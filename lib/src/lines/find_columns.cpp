#include "lines/find_columns.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <utility>

#include "support/byte_block.hpp"
#include "support/count_bytes.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

constexpr std::string_view kGap = "   ";  // separates cells
constexpr std::size_t kWideGap = kGap.size();
constexpr std::size_t kUsualColumns = 8;  // of a letter that has any
constexpr std::size_t kUsualCells = 8;    // of a column of more than one
constexpr int kFirstSideColumn = 32;      // a side column starts here at the earliest
constexpr int kFirstMiddleColumn = 20;    // one of three that stand side by side
constexpr std::size_t kThreeColumns = 3;
constexpr int kColumnSlack = 3;            // characters that a column's lines may be out of line
constexpr std::uint32_t kMaxDistance = 9;  // printed lines between two lines of a column
constexpr std::size_t kTableCells = 4;     // a line of so many cells is one of a table
constexpr std::size_t kFewestLabels = 2;   // of a column of labels beside their values

/// The cells of a line. `cells` is where they are put: used again, it has room for them.
void find_cells(const Lines& lines, std::size_t index, std::vector<ColumnCell>& cells) {
  const Line& line = lines.lines[index];
  cells.assign(1, {index, line.start, line.column, true});
  if (!line.gap) {
    return;
  }
  int column = line.column;
  const std::size_t end = line.end;
  const std::string_view text = lines.text.substr(0, end);
  for (std::size_t at = line.start; at < end;) {
    static_assert(kWideGap == 3);
    const std::size_t mark = find_in_blocks<kWideGap - 1>(text, at, [](const char* from) {
      const ByteBlock bytes(from);
      return (bytes.is(' ') & ByteBlock(from + 1).is(' ') & ByteBlock(from + 2).is(' ')) |
             bytes.is('\t');
    });
    if (mark == end) {
      return;
    }
    column += static_cast<int>(length_in_code_points(text.substr(at, mark - at)));
    if (text[mark] == '\t') {
      column += 8 - column % 8;
      at = mark + 1;
      continue;
    }
    const std::size_t gap = leading_spaces(text.substr(mark));
    column += static_cast<int>(gap);
    at = mark + gap;
    if (at < end) {
      cells.push_back({index, at, column, false});
    }
  }
}

/// Whether a cell holds an amount or a year rather than words.
bool is_number(const Lines& lines, const ColumnCell& cell) {
  const std::string_view text =
      lines.text.substr(cell.begin, lines.lines[cell.line].end - cell.begin);
  for (std::size_t at = 0; at < text.size();) {
    if (is_letter(next_code_point(text, at))) {
      return false;
    }
  }
  return true;
}

/// Columns being found, line by line from the top.
class ColumnFinder {
 public:
  explicit ColumnFinder(const Lines& lines) : lines_(lines) {
    columns_.reserve(kUsualColumns);
    near_.reserve(kUsualColumns);
  }

  /// Goes on to a line. Columns that ended too far above it are not looked at any more, for a text
  /// may have as many columns as lines.
  void enter(const Line& line) {
    std::erase_if(near_, [&](std::size_t column) {
      return line.number - last_line(columns_[column]).number > kMaxDistance;
    });
  }

  /// The column that a cell of that line is in line with; null when there is none.
  [[nodiscard]] Column* column_of(const ColumnCell& cell) {
    const auto found = std::find_if(near_.rbegin(), near_.rend(), [&](std::size_t column) {
      const ColumnCell& last = columns_[column].cells.back();
      return std::abs(last.column - cell.column) <= kColumnSlack && last.line != cell.line &&
             !lines_.lines[cell.line].page_break;
    });
    return found == near_.rend() ? nullptr : &columns_[*found];
  }

  /// Puts the cell into the column it is in line with, or starts one.
  void place(const ColumnCell& cell) {
    Column* const column = column_of(cell);
    if (column == nullptr) {
      near_.push_back(columns_.size());
      Column& added = columns_.emplace_back();
      added.cells.push_back(cell);
      added.beside = !cell.alone;
      return;
    }
    if (column->cells.size() == 1) {
      column->cells.reserve(kUsualCells);
    }
    column->cells.push_back(cell);
    column->beside = column->beside || !cell.alone;
  }

  [[nodiscard]] std::vector<Column> take() { return std::move(columns_); }

 private:
  [[nodiscard]] const Line& last_line(const Column& column) const {
    return lines_.lines[column.cells.back().line];
  }

  const Lines& lines_;
  std::vector<Column> columns_;
  std::vector<std::size_t> near_;  // of those that may go on, ascending
};

/// Where the leftmost line starts: a letter may be indented as a whole.
int margin_of(const Lines& lines) {
  const auto leftmost = std::min_element(
      lines.lines.begin(), lines.lines.end(),
      [](const Line& one, const Line& other) { return one.column < other.column; });
  return leftmost == lines.lines.end() ? 0 : leftmost->column;
}

/// The text of a cell that another one may follow on its line.
std::string_view text_of(const Lines& lines, const ColumnCell& cell, const ColumnCell* next) {
  const std::size_t end = next != nullptr ? next->begin : lines.lines[cell.line].end;
  const std::string_view text = lines.text.substr(cell.begin, end - cell.begin);
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

/// Whether a column holds as many labels as one beside its values does.
bool has_labels(const Lines& lines, const Column& column,
                const std::function<bool(std::string_view)>& is_label) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < column.cells.size() && found < kFewestLabels; ++i) {
    const ColumnCell& cell = column.cells[i];
    const std::string_view rest = text_of(lines, cell, nullptr);
    found += is_label(rest.substr(0, rest.find(kGap))) ? 1 : 0;
  }
  return found == kFewestLabels;
}

/// Whether a column holds labels whose values are the other column's cells beside them.
bool is_labels_of(const Lines& lines, const Column& labels, const Column& values,
                  const std::function<bool(std::string_view)>& is_label) {
  std::size_t found = 0;
  std::size_t all = 0;
  for (const ColumnCell& cell : labels.cells) {
    if (cell.line < values.cells.front().line || cell.line > values.cells.back().line) {
      continue;
    }
    ++all;
    const ColumnCell* const value = cell_on(values, cell.line);
    const bool beside = value != nullptr && value->begin > cell.begin;
    if (beside && is_label(text_of(lines, *value, nullptr))) {
      return false;  // a row of labels over their values
    }
    found += beside && is_label(text_of(lines, cell, value)) ? 1 : 0;
  }
  return found >= kFewestLabels && found * 2 >= all;
}

/// Makes a column of labels and the column of their values one: a label's line goes on with its
/// value, further lines of a value stand below.
void join_labels(std::vector<Column>& columns, const Lines& lines,
                 const std::function<bool(std::string_view)>& is_label) {
  const auto apart = [](const Column& one, const Column& other) {
    return one.cells.back().line < other.cells.front().line ||
           other.cells.back().line < one.cells.front().line;
  };
  std::size_t above = 0;  // behind the last line of the columns before
  for (std::size_t i = 0; i < columns.size(); ++i) {
    Column& labels = columns[i];
    if (labels.cells.empty()) {
      continue;
    }
    // Columns stand in the order of their first lines: most stand beside no other one.
    const bool alone = above <= labels.cells.front().line &&
                       (i + 1 == columns.size() ||
                        (!columns[i + 1].cells.empty() && apart(labels, columns[i + 1])));
    above = std::max(above, labels.cells.back().line + 1);
    if (alone || !has_labels(lines, labels, is_label)) {
      continue;
    }
    for (Column& values : columns) {
      if (&labels == &values || values.cells.empty() || apart(labels, values) ||
          !is_labels_of(lines, labels, values, is_label)) {
        continue;
      }
      for (const ColumnCell& cell : values.cells) {
        if (cell_on(labels, cell.line) == nullptr) {
          const auto behind = std::upper_bound(
              labels.cells.begin(), labels.cells.end(), cell.line,
              [](std::size_t line, const ColumnCell& other) { return line < other.line; });
          labels.cells.insert(behind, cell);
        }
      }
      above = std::max(above, labels.cells.back().line + 1);
      values.cells.clear();
    }
  }
}

}  // namespace

std::vector<Column> find_columns(const Lines& lines,
                                 const std::function<bool(std::string_view)>& is_label) {
  if (std::ranges::none_of(lines.lines, [](const Line& line) {
        return line.gap || line.column >= kFirstSideColumn;
      })) {
    return {};  // as for most letters
  }
  ColumnFinder finder(lines);
  const int margin = margin_of(lines);
  std::vector<ColumnCell> cells;
  cells.reserve(kTableCells);
  for (std::size_t i = 0, size = lines.lines.size(); i < size; ++i) {
    const Line& line = lines.lines[i];
    if (!line.gap && line.column - margin < kFirstSideColumn) {
      continue;
    }
    find_cells(lines, i, cells);
    if (cells.size() >= kTableCells) {
      continue;
    }
    finder.enter(line);
    for (const ColumnCell& cell : cells) {
      // The middle one of three columns starts further left.
      const bool middle = cell.column - margin >= kFirstMiddleColumn && !cell.alone &&
                          (cells.size() == kThreeColumns || finder.column_of(cell) != nullptr);
      if (middle || cell.column - margin >= kFirstSideColumn) {
        finder.place(cell);
      }
    }
  }
  std::vector<Column> columns = finder.take();
  if (is_label && columns.size() > 1) {
    join_labels(columns, lines, is_label);
  }
  // A number alone beside a line (an amount, the reference in the margin of a page) makes no
  // column; neither does anything that stands beside nothing.
  std::erase_if(columns, [&lines](const Column& column) {
    const auto numbers =
        std::count_if(column.cells.begin(), column.cells.end(),
                      [&](const ColumnCell& cell) { return is_number(lines, cell); });
    return !column.beside || column.cells.size() < 2 ||
           static_cast<std::size_t>(numbers) * 2 > column.cells.size();
  });
  return columns;
}

const ColumnCell* cell_on(const Column& column, std::size_t line) {
  const auto found =
      std::lower_bound(column.cells.begin(), column.cells.end(), line,
                       [](const ColumnCell& cell, std::size_t index) { return cell.line < index; });
  return found == column.cells.end() || found->line != line ? nullptr : &*found;
}

}  // namespace letterkit
