#include "eval/floors.hpp"

#include <algorithm>
#include <cmath>

#include "eval/json_lines.hpp"

namespace letterkit::eval {

namespace {

constexpr std::string_view kRecord = "record";
constexpr double kTolerance = 1e-9;  // for sums of binary fractions, far below a value's weight

/// "record", then the fields as in the tables.
std::vector<std::string> floor_names() {
  std::vector<std::string> names = {std::string(kRecord)};
  names.insert(names.end(), kFieldNames.begin(), kFieldNames.end());
  return names;
}

std::optional<double> measured(const SetReport& set, const std::string& name) {
  if (name == kRecord) {
    return set.letters.empty() ? std::nullopt
                               : std::optional<double>(set.record_share(Matching::soft));
  }
  const auto tally = set.tally(*field_named(name));
  return tally ? std::optional<double>(rates(*tally, Matching::soft).f1) : std::nullopt;
}

double rounded_down(double value) {
  return std::floor(value * 1e4 + kTolerance) / 1e4;
}

}  // namespace

Result<Floors> read_floors(std::string_view text, const std::string& path) {
  const auto file = read_json(text, path);
  if (!file) {
    return file.error();
  }
  const auto wrong = [&path](const std::string& what) {
    return Error{"floors.shape", what + "; write {\"set\": {\"date\": 0.98, \"record\": 0.75}}",
                 path};
  };
  if (!file->is_object()) {
    return wrong("not an object of sets");
  }
  Floors floors;
  for (const auto& [set, fields] : file->items()) {
    if (!fields.is_object()) {
      return wrong("\"" + set + "\" is not an object of fields");
    }
    for (const auto& [field, floor] : fields.items()) {
      if (field != kRecord && !field_named(field)) {
        return wrong("\"" + set + "\" has a floor for \"" + field + "\", which is no field");
      }
      if (!floor.is_number() || floor.get<double>() < 0 || floor.get<double>() > 1) {
        return wrong("the floor of \"" + field + "\" in \"" + set + "\" is not from 0 to 1");
      }
      floors[set][field] = floor.get<double>();
    }
  }
  return floors;
}

std::vector<BrokenFloor> broken_floors(const Floors& floors, const SetReport& set) {
  std::vector<BrokenFloor> broken;
  const auto of_set = floors.find(set.name);
  if (of_set == floors.end()) {
    return broken;
  }
  for (const std::string& name : floor_names()) {
    const auto floor = of_set->second.find(name);
    if (floor == of_set->second.end()) {
      continue;
    }
    const auto value = measured(set, name);
    if (!value || *value + kTolerance < floor->second) {
      broken.push_back({set.name, name, floor->second, value});
    }
  }
  return broken;
}

void raise_floors(Floors& floors, const SetReport& set) {
  for (const std::string& name : floor_names()) {
    if (const auto value = measured(set, name)) {
      double& floor = floors[set.name][name];
      floor = std::max(floor, rounded_down(*value));
    }
  }
}

std::string to_text(const Floors& floors) {
  nlohmann::ordered_json sets = nlohmann::ordered_json::object();
  for (const auto& [set, fields] : floors) {
    for (const std::string& name : floor_names()) {
      if (const auto floor = fields.find(name); floor != fields.end()) {
        sets[set][name] = floor->second;
      }
    }
  }
  return sets.dump(2) + "\n";
}

}  // namespace letterkit::eval
