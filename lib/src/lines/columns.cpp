#include "lines/columns.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "lines/find_columns.hpp"
#include "lines/split_lines.hpp"
#include "support/kept_room.hpp"

namespace letterkit {
namespace {

constexpr std::uint16_t kRunningText = 50;  // characters of a line of running text

/// The line before which a column's lines are to be read: after the lines it stands beside, but
/// before running text that it stands beside too.
std::size_t reading_place(const Lines& lines, const Column& column) {
  const std::size_t first = column.cells.front().line;
  const std::size_t last = column.cells.back().line;
  const auto is_text = [&](std::size_t i) {
    const Line& line = lines.lines[i];
    const ColumnCell* const cell = cell_on(column, i);
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

/// Where a column's cell begins on a line.
struct CellStart {
  std::size_t line = 0;
  std::size_t begin = 0;
};

/// Where the columns' cells begin, in printed order.
std::vector<CellStart> cell_starts(const std::vector<Column>& columns) {
  std::size_t count = 0;
  for (const Column& column : columns) {
    count += column.cells.size();
  }
  std::vector<CellStart> starts;
  starts.reserve(count);
  for (const Column& column : columns) {
    for (const ColumnCell& cell : column.cells) {
      starts.push_back({cell.line, cell.begin});
    }
  }
  std::sort(starts.begin(), starts.end(),
            [](const CellStart& one, const CellStart& other) { return one.begin < other.begin; });
  return starts;
}

/// The bytes from `begin` to the next cell or the end of the line, as a line at `column`.
Line cut_line(Lines& lines, const Line& printed, std::size_t begin,
              const std::vector<CellStart>& starts, int column) {
  const auto next =
      std::upper_bound(starts.begin(), starts.end(), begin,
                       [](std::size_t at, const CellStart& start) { return at < start.begin; });
  Line like = printed;
  like.column = 0;
  Line line = make_line(
      lines, begin, next == starts.end() ? printed.end : std::min(next->begin, printed.end), like);
  line.column = static_cast<std::uint16_t>(column);
  return line;
}

/// Folds the lines that have a gap and were not taken apart.
void fold_gaps(Lines& lines) {
  for (Line& line : lines.lines) {
    if (line.gap) {
      line = cut_line(lines, line, line.start, {}, line.column);
    }
  }
}

/// A line of a column, and the line before which it is to be read.
struct SideLine {
  std::size_t before = 0;
  Line line;
};

/// The lines of the columns in the order in which they are to be read.
std::vector<SideLine> side_lines(Lines& lines, const std::vector<Column>& columns,
                                 const std::vector<CellStart>& starts) {
  auto side = take_room<SideLine>();
  side.reserve(starts.size());
  for (const Column& column : columns) {
    const std::size_t place = reading_place(lines, column);
    const Line* above = nullptr;
    for (const ColumnCell& cell : column.cells) {
      const Line& printed = lines.lines[cell.line];
      Line line = cut_line(lines, printed, cell.begin, starts, cell.column);
      if (line.text.empty()) {
        continue;  // a tab between spaces
      }
      line.side = true;
      line.blanks = above == nullptr ? 1 : printed.number - above->number - 1;
      side.push_back({place, line});
      above = &printed;
    }
  }
  const auto is_before = [](const SideLine& one, const SideLine& other) {
    return one.before < other.before;
  };
  if (!std::is_sorted(side.begin(), side.end(), is_before)) {
    std::stable_sort(side.begin(), side.end(), is_before);
  }
  return side;
}

}  // namespace

void separate_columns(Lines& lines, const std::function<bool(std::string_view)>& is_label) {
  const auto columns = find_columns(lines, is_label);
  if (columns.empty()) {
    fold_gaps(lines);
    return;
  }
  const auto starts = cell_starts(columns);
  auto side = side_lines(lines, columns, starts);
  std::vector<Line> printed = std::exchange(lines.lines, take_room<Line>());
  lines.lines.reserve(printed.size() + side.size());
  auto next_side = side.begin();
  const auto read_side = [&](std::size_t before) {
    for (; next_side != side.end() && next_side->before == before; ++next_side) {
      lines.lines.push_back(next_side->line);
    }
  };
  auto start = starts.begin();  // of the first cell on the line or behind it
  bool parted = false;          // all of the line above belongs to a column
  std::uint32_t above = 0;      // the last line that kept something
  for (std::size_t i = 0; i < printed.size(); ++i) {
    read_side(i);
    const bool has_cells = start != starts.end() && start->line == i;
    const bool was_parted = std::exchange(parted, has_cells && start->begin == printed[i].start);
    if (!parted) {
      lines.lines.push_back(
          has_cells || printed[i].gap
              ? cut_line(lines, printed[i], printed[i].start, starts, printed[i].column)
              : printed[i]);
      if (was_parted) {
        // What stood above it belongs to another column.
        lines.lines.back().blanks = printed[i].number - above - 1;
      }
      above = printed[i].number;
    }
    start = std::find_if(start, starts.end(), [i](const CellStart& one) { return one.line > i; });
  }
  read_side(printed.size());
  give_room(side);
  give_room(printed);
}

}  // namespace letterkit
