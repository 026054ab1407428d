// Floors: the F1 a set must reach field by field, so that what is reached is never lost again.
//
// In: a JSON file {set: {field: soft F1, "record": share of letters soft-right}}. Out: the floors
// that a measured set falls short of; and floors raised to what was measured. Floors only rise.
//
//   {"letters": {"record": 0.75, "date": 0.982}}
#pragma once

#include "letterkit/result.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eval/measure.hpp"

namespace letterkit::eval {

/// Floors by set and by field name or "record". One file may hold more sets than a run measures.
using Floors = std::map<std::string, std::map<std::string, double>>;

/// Reads a floors file; `path` is what errors name. Codes "json.syntax", "floors.shape".
Result<Floors> read_floors(std::string_view text, const std::string& path);

struct BrokenFloor {
  std::string set;
  std::string field;  ///< or "record"
  double floor = 0;
  std::optional<double> measured;  ///< null when the field is not measured any more
};

/// The set's floors that it falls short of, in the order of the tables.
std::vector<BrokenFloor> broken_floors(const Floors& floors, const SetReport& set);

/// Raises the set's floors to what was measured, rounded down to four decimals; adds those that
/// are missing, lowers none.
void raise_floors(Floors& floors, const SetReport& set);

/// The file's text, in a fixed order: sets by name, "record" first, fields as in the tables.
std::string to_text(const Floors& floors);

}  // namespace letterkit::eval
