#include "blocks/grammar.hpp"

#include <bitset>

namespace letterkit {
namespace {

/// A bit for each label, by index.
using LabelBits = std::bitset<kLabelCount + 1>;

/// The labels of one side of a row.
Result<LabelBits> labels_in(const DataFile& file, const DataLine& line, std::string_view text,
                            std::string_view edge) {
  LabelBits labels;
  std::size_t at = text.find_first_not_of(' ');
  while (at != std::string_view::npos && at < text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const auto label = label_named(word);
    if (word == edge) {
      labels[Grammar::kEdge] = true;
    } else if (label) {
      labels[index_of(*label)] = true;
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
  for (std::size_t from = 0; from <= kEdge; ++from) {
    for (std::size_t to = 0; to <= kEdge; ++to) {
      set(from, to, false, kForbidden);
      set(from, to, true, kForbidden);
    }
  }
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
    for (std::size_t before = 0; before <= kEdge; ++before) {
      for (std::size_t after = 0; (*from)[before] && after <= kEdge; ++after) {
        if ((*to)[after]) {
          grammar.set(before, after, false, *adjacent);
          grammar.set(before, after, true, *apart);
        }
      }
    }
  }
  return grammar;
}

}  // namespace letterkit
