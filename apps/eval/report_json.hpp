// A report as JSON, for scripts and as the baseline of a later run.
//
// In: measured sets. Out: one JSON object; and back: the sets of an earlier report, measured anew
// from the values it lists, so that the counts are always this program's own.
//
//   {"lettereval": "1", "sets": {"letters": {"letters": 40, "record": {...}, "fields": {...},
//    "micro": {...}, "macro": {...}, "calibration": {...}, "outcomes": [{"file": ..., ...}]}}}
#pragma once

#include "letterkit/result.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "eval/measure.hpp"

namespace letterkit::eval {

/// The report as a JSON object whose keys keep their order.
nlohmann::ordered_json to_json(const std::vector<SetReport>& sets);

/// Reads an earlier report; `path` is what errors name. Codes "json.syntax", "baseline.shape".
Result<std::vector<SetReport>> read_report(std::string_view text, const std::string& path);

}  // namespace letterkit::eval
