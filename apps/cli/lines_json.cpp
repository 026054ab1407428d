#include "cli/lines_json.hpp"

#include <cmath>
#include <utility>

#include <nlohmann/json.hpp>

namespace letterkit::cli {

namespace {

using Json = nlohmann::ordered_json;

/// Three decimals are more than weights have.
double rounded(double value) {
  return std::round(value * 1000.0) / 1000.0;
}

Json json_of(const FiredRule& rule) {
  Json fired = {
      {"id", rule.id}
  };
  if (!rule.label.empty()) {
    fired["label"] = rule.label;
  }
  fired["weight"] = rounded(rule.weight);
  return fired;
}

Json json_of(const ExplainedLine& line) {
  Json json = {
      {"number", line.number},
      {"text",   line.text  },
      {"label",  line.label }
  };
  if (line.furniture) {
    return json;
  }
  json["runner_up"] = line.runner_up;
  json["score"] = rounded(line.score);
  json["margin"] = rounded(line.margin);
  json["features"] = line.features;
  json["rules"] = Json::array();
  for (const FiredRule& rule : line.rules) {
    json["rules"].push_back(json_of(rule));
  }
  return json;
}

}  // namespace

void append_lines_json(const ExplainedLetter& letter, std::string& out) {
  Json lines = Json::array();
  for (const ExplainedLine& line : letter.lines) {
    lines.push_back(json_of(line));
  }
  const Json json = {
      {"source",   letter.source.name },
      {"index",    letter.source.index},
      {"language", letter.language    },
      {"lines",    std::move(lines)   }
  };
  out.append(json.dump()).append("\n");
}

}  // namespace letterkit::cli
