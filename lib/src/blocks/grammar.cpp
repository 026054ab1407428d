#include "blocks/grammar.hpp"

#include <algorithm>
#include <bit>

namespace letterkit {
namespace {

template <typename Visit>
void each_label(LabelBits labels, const Visit& visit) {
  for (; labels != 0; labels &= labels - 1) {
    visit(static_cast<std::size_t>(std::countr_zero(labels)));
  }
}

/// The labels of one side of a row.
Result<LabelBits> labels_in(const DataFile& file, const DataLine& line, std::string_view text,
                            std::string_view edge) {
  LabelBits labels = 0;
  std::size_t at = text.find_first_not_of(' ');
  while (at != std::string_view::npos && at < text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const auto label = label_named(word);
    if (word == edge) {
      labels |= LabelBits{1} << Grammar::kEdge;
    } else if (label) {
      labels |= LabelBits{1} << index_of(*label);
    } else {
      return data_error(file, line.number, line.indent + 1, "grammar.label",
                        "no label '" + std::string(word) + "'; see docs/GLOSSARY.md for them");
    }
    at = text.find_first_not_of(' ', end);
  }
  return labels;
}

Result<float> cost_in(const DataFile& file, const DataLine& line, const DataCell& cell) {
  const auto cost = number_in<float>(cell.text);
  if (!cost) {
    return data_error(file, line.number, cell.column, "grammar.cost", "not a number; write '0.5'");
  }
  return *cost;
}

}  // namespace

Grammar::Grammar() {
  LabelSums forbidden;
  std::ranges::fill(forbidden.by_label, -kForbidden);
  Table table;
  table.fill(forbidden);
  behind_.assign(2, table);
  before_.assign(2, table);
}

Result<Grammar> Grammar::parse(const DataFile& file) {
  Grammar grammar;
  for (const DataLine& line : data_lines(file.text)) {
    const auto cells = data_cells(line);
    const auto arrow = cells[0].text.find('>');
    if (arrow == std::string_view::npos || cells.size() < 2 || cells.size() > 3) {
      return data_error(file, line.number, line.indent + 1, "grammar.syntax",
                        "not a row; write 'LABEL LABEL > LABEL | COST | COST'");
    }
    const auto from = labels_in(file, line, cells[0].text.substr(0, arrow), "start");
    const auto to = labels_in(file, line, cells[0].text.substr(arrow + 1), "end");
    const auto adjacent = cost_in(file, line, cells[1]);
    const auto apart = cost_in(file, line, cells.back());
    if (!from || !to) {
      return from ? to.error() : from.error();
    }
    if (!adjacent || !apart) {
      return adjacent ? apart.error() : adjacent.error();
    }
    each_label(*from, [&](std::size_t before) {
      each_label(*to, [&](std::size_t after) {
        grammar.set(before, after, false, *adjacent);
        grammar.set(before, after, true, *apart);
      });
    });
  }
  return grammar;
}

}  // namespace letterkit
