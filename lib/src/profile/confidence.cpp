#include "profile/confidence.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace letterkit {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Measure::count)> kNames = {
    "values",         "dossiers",       "dossier_title",  "number",    "title",
    "subject",        "reference",      "your_reference", "addressee", "addressee_name",
    "place",          "date",           "salutation",     "body",      "closing",
    "signatory_name", "signatory_role", "on_behalf_of",   "letter",    "record"};

Result<std::size_t> measure_in(const DataFile& file, const DataLine& line, const DataCell& cell) {
  const auto* const name = std::find(kNames.begin(), kNames.end(), cell.text);
  if (name != kNames.end()) {
    return static_cast<std::size_t>(name - kNames.begin());
  }
  return data_error(
      file, line.number, cell.column, "confidence.name",
      "nothing is called '" + std::string(cell.text) + "'; use one of " + listed(kNames));
}

Result<double> at_least(double least, const DataFile& file, const DataLine& line,
                        const DataCell& cell) {
  const auto number = number_in<double>(cell.text);
  if (!number || !std::isfinite(*number)) {
    return data_error(file, line.number, cell.column, "confidence.number",
                      "not a number; write '0.5'");
  }
  if (*number < least) {
    return data_error(file, line.number, cell.column, "confidence.number",
                      "a slope below 0 would be surest where the margin is least; write 0 or more");
  }
  return *number;
}

}  // namespace

Result<Confidences> Confidences::parse(const DataFile& file) {
  Confidences result;
  std::array<bool, kNames.size()> given{};
  for (const DataLine& line : data_lines(file.text)) {
    const auto cells = data_cells(line);
    if (cells.size() != 3) {
      return data_error(file, line.number, line.indent + 1, "confidence.syntax",
                        "not a row; write 'NAME | SLOPE | OFFSET'");
    }
    const auto measure = measure_in(file, line, cells[0]);
    const auto slope = at_least(0, file, line, cells[1]);
    const auto offset = at_least(-HUGE_VAL, file, line, cells[2]);
    if (!measure) {
      return measure.error();
    }
    if (!slope || !offset) {
      return slope ? offset.error() : slope.error();
    }
    if (given[*measure]) {
      return data_error(file, line.number, cells[0].column, "confidence.twice",
                        "a second row for '" + std::string(cells[0].text) + "'; leave one of them");
    }
    given[*measure] = true;
    result.logistics_[*measure] = Logistic(*slope, *offset);
  }
  // `values` serves the fields without a row; letter and record are no values.
  for (std::size_t i = 0; i < static_cast<std::size_t>(Measure::letter); ++i) {
    if (!given[i]) {
      result.logistics_[i] = result.logistics_[static_cast<std::size_t>(Measure::values)];
    }
  }
  return result;
}

double Confidences::Logistic::of(double margin) const {
  return 1.0 / (1.0 + std::exp(-(slope * margin + offset)));
}

}  // namespace letterkit
