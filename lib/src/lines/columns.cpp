#include "lines/columns.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "lines/split_lines.hpp"
#include "support/count_bytes.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

constexpr std::size_t kWideGap = 3;     // spaces that separate cells
constexpr int kFirstSideColumn = 32;    // a side column starts here at the earliest
constexpr int kFirstMiddleColumn = 20;  // one of three that stand side by side
constexpr std::size_t kThreeColumns = 3;
constexpr int kColumnSlack = 3;             // characters that a column's lines may be out of line
constexpr std::uint32_t kMaxDistance = 9;   // printed lines between two lines of a column
constexpr std::size_t kTableCells = 4;      // a line of so many cells is one of a table
constexpr std::size_t kFewestLabels = 2;    // of a column of labels beside their values
constexpr std::uint16_t kRunningText = 50;  // characters of a line of running text

/// A piece of a line between wide gaps.
struct Cell {
  std::size_t line = 0;   // index into the lines
  std::size_t begin = 0;  // byte in the text
  int column = 0;
  bool alone = false;  // nothing stands before it on its line
};

/// Cells of one column, in printed order.
struct Column {
  std::vector<Cell> cells;
  bool beside = false;  // at least one stands beside other text
};

/// The cells of a line. `cells` is where they are put: used again, it has room for them.
void find_cells(const Lines& lines, std::size_t index, std::vector<Cell>& cells) {
  const Line& line = lines.lines[index];
  cells.assign(1, {index, line.start, line.column, true});
  int column = line.column;
  for (std::size_t at = line.start; line.gap && at < line.end;) {
    const char c = lines.text[at];
    if (c != ' ') {
      column += c == '\t' ? 8 - column % 8 : starts_character(c) ? 1 : 0;
      ++at;
      continue;
    }
    const std::size_t gap = leading_spaces(lines.text.substr(at, line.end - at));
    column += static_cast<int>(gap);
    at += gap;
    if (gap >= kWideGap && at < line.end) {
      cells.push_back({index, at, column, false});
    }
  }
}

/// Whether a cell holds an amount or a year rather than words.
bool is_number(const Lines& lines, const Cell& cell) {
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
  explicit ColumnFinder(const Lines& lines) : lines_(lines) {}

  /// Goes on to a line. Columns that ended too far above it are not looked at any more, for a text
  /// may have as many columns as lines.
  void enter(const Line& line) {
    std::erase_if(near_, [&](std::size_t column) {
      return line.number - last_line(columns_[column]).number > kMaxDistance;
    });
  }

  /// The column that a cell of that line is in line with; null when there is none.
  [[nodiscard]] Column* column_of(const Cell& cell) {
    const auto found = std::find_if(near_.rbegin(), near_.rend(), [&](std::size_t column) {
      const Cell& last = columns_[column].cells.back();
      return std::abs(last.column - cell.column) <= kColumnSlack && last.line != cell.line &&
             !lines_.lines[cell.line].page_break;
    });
    return found == near_.rend() ? nullptr : &columns_[*found];
  }

  /// Puts the cell into the column it is in line with, or starts one.
  void place(const Cell& cell) {
    Column* const column = column_of(cell);
    if (column == nullptr) {
      near_.push_back(columns_.size());
      columns_.push_back({{cell}, !cell.alone});
      return;
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
std::string_view text_of(const Lines& lines, const Cell& cell, const Cell* next) {
  const std::size_t end = next != nullptr ? next->begin : lines.lines[cell.line].end;
  const std::string_view text = lines.text.substr(cell.begin, end - cell.begin);
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

/// The cell of a column on a line; null when it has none there.
const Cell* cell_on(const Column& column, std::size_t line) {
  const auto found =
      std::lower_bound(column.cells.begin(), column.cells.end(), line,
                       [](const Cell& cell, std::size_t index) { return cell.line < index; });
  return found == column.cells.end() || found->line != line ? nullptr : &*found;
}

/// Whether a column holds as many labels as one beside its values does.
bool has_labels(const Lines& lines, const Column& column,
                const std::function<bool(std::string_view)>& is_label) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < column.cells.size() && found < kFewestLabels; ++i) {
    const Cell& cell = column.cells[i];
    const std::string_view rest = text_of(lines, cell, nullptr);
    found += is_label(rest.substr(0, rest.find(std::string(kWideGap, ' ')))) ? 1 : 0;
  }
  return found == kFewestLabels;
}

/// Whether a column holds labels whose values are the other column's cells beside them.
bool is_labels_of(const Lines& lines, const Column& labels, const Column& values,
                  const std::function<bool(std::string_view)>& is_label) {
  std::size_t found = 0;
  std::size_t all = 0;
  for (const Cell& cell : labels.cells) {
    if (cell.line < values.cells.front().line || cell.line > values.cells.back().line) {
      continue;
    }
    ++all;
    const Cell* const value = cell_on(values, cell.line);
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
  for (Column& labels : columns) {
    if (labels.cells.empty() || !has_labels(lines, labels, is_label)) {
      continue;
    }
    for (Column& values : columns) {
      if (&labels == &values || values.cells.empty() || apart(labels, values) ||
          !is_labels_of(lines, labels, values, is_label)) {
        continue;
      }
      for (const Cell& cell : values.cells) {
        if (cell_on(labels, cell.line) == nullptr) {
          const auto behind = std::upper_bound(
              labels.cells.begin(), labels.cells.end(), cell.line,
              [](std::size_t line, const Cell& other) { return line < other.line; });
          labels.cells.insert(behind, cell);
        }
      }
      values.cells.clear();
    }
  }
}

std::vector<Column> find_columns(const Lines& lines,
                                 const std::function<bool(std::string_view)>& is_label) {
  ColumnFinder finder(lines);
  const int margin = margin_of(lines);
  std::vector<Cell> cells;
  for (std::size_t i = 0; i < lines.lines.size(); ++i) {
    const Line& line = lines.lines[i];
    if (!line.gap && line.column - margin < kFirstSideColumn) {
      continue;
    }
    find_cells(lines, i, cells);
    if (cells.size() >= kTableCells) {
      continue;
    }
    finder.enter(line);
    for (const Cell& cell : cells) {
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
    const auto numbers = std::count_if(column.cells.begin(), column.cells.end(),
                                       [&](const Cell& cell) { return is_number(lines, cell); });
    return !column.beside || column.cells.size() < 2 ||
           static_cast<std::size_t>(numbers) * 2 > column.cells.size();
  });
  return columns;
}

/// The line before which a column's lines are to be read: after the lines it stands beside, but
/// before running text that it stands beside too.
std::size_t reading_place(const Lines& lines, const Column& column) {
  const std::size_t first = column.cells.front().line;
  const std::size_t last = column.cells.back().line;
  const auto is_text = [&](std::size_t i) {
    const Line& line = lines.lines[i];
    const Cell* const cell = cell_on(column, i);
    const std::size_t end = cell != nullptr ? cell->begin : line.end;
    const auto last_word = lines.text.substr(line.start, end - line.start).find_last_not_of(' ');
    return last_word != std::string_view::npos && last_word > kRunningText;
  };
  for (std::size_t i = first; i <= last && i + 2 < lines.lines.size(); ++i) {
    if (is_text(i) && is_text(i + 1) && is_text(i + 2)) {
      return i;
    }
  }
  return last + 1;
}

/// Where the columns' cells begin on a line, ascending.
std::vector<std::vector<std::size_t>> cell_starts(const std::vector<Column>& columns,
                                                  std::size_t line_count) {
  std::vector<std::vector<std::size_t>> starts(line_count);
  for (const Column& column : columns) {
    for (const Cell& cell : column.cells) {
      starts[cell.line].push_back(cell.begin);
    }
  }
  for (auto& line : starts) {
    std::sort(line.begin(), line.end());
  }
  return starts;
}

/// The bytes from `begin` to the next cell or the end of the line, as a line at `column`.
Line cut_line(Lines& lines, const Line& printed, std::size_t begin,
              const std::vector<std::size_t>& starts, int column) {
  const auto next = std::upper_bound(starts.begin(), starts.end(), begin);
  Line like = printed;
  like.column = 0;
  Line line = make_line(lines, begin, next == starts.end() ? printed.end : *next, like);
  line.column = static_cast<std::uint16_t>(column);
  return line;
}

}  // namespace

void separate_columns(Lines& lines, const std::function<bool(std::string_view)>& is_label) {
  const auto columns = find_columns(lines, is_label);
  if (columns.empty()) {
    return;
  }
  const std::vector<Line> printed = lines.lines;
  const auto starts = cell_starts(columns, printed.size());
  std::vector<std::vector<Line>> before(printed.size() + 1);  // side lines to be read before a line
  for (const Column& column : columns) {
    auto& place = before[reading_place(lines, column)];
    const Line* above = nullptr;
    for (const Cell& cell : column.cells) {
      const Line& line = printed[cell.line];
      place.push_back(cut_line(lines, line, cell.begin, starts[cell.line], cell.column));
      place.back().side = true;
      place.back().blanks = above == nullptr ? 1 : line.number - above->number - 1;
      above = &line;
    }
  }
  lines.lines.clear();
  std::uint32_t above = 0;  // the last line that kept something
  for (std::size_t i = 0; i < printed.size(); ++i) {
    lines.lines.insert(lines.lines.end(), before[i].begin(), before[i].end());
    if (!starts[i].empty() && starts[i].front() == printed[i].start) {
      continue;
    }
    lines.lines.push_back(starts[i].empty() ? printed[i]
                                            : cut_line(lines, printed[i], printed[i].start,
                                                       starts[i], printed[i].column));
    if (i > 0 && !starts[i - 1].empty() && starts[i - 1].front() == printed[i - 1].start) {
      // What stood above it belongs to another column.
      lines.lines.back().blanks = printed[i].number - above - 1;
    }
    above = printed[i].number;
  }
  lines.lines.insert(lines.lines.end(), before.back().begin(), before.back().end());
}

}  // namespace letterkit
