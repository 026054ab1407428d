// A report for people: text tables, at most 79 columns wide.
//
// In: a measured set, or its changes since an earlier report. Out: the text, lines ended by '\n'.
//
//   date                44     44     44   0.977  0.977  0.977   0.977  0.977  0.977
#pragma once

#include <string>
#include <string_view>

#include "eval/baseline.hpp"
#include "eval/measure.hpp"

namespace letterkit::eval {

/// Rates a field, averages, whole records and, where there are confidences, calibration.
std::string report_table(const SetReport& set);

/// Rates before and after a field, then every value gained and lost; `baseline` names the earlier
/// report.
std::string changes_table(const Changes& changes, std::string_view set, std::string_view baseline);

/// "a.txt", or "a.txt, letter 2" (counted from 0) for a later letter of its file.
std::string place_of(std::string_view file, std::size_t letter);

/// A number with three decimals: "0.977".
std::string three_decimals(double value);

}  // namespace letterkit::eval
