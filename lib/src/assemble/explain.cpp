#include "assemble/explain.hpp"

#include <algorithm>
#include <string>

namespace letterkit {
namespace {

void add_rules(const Reading& reading, std::size_t i, ExplainedLine& line) {
  for (const std::uint16_t index : reading.scores[i]->fired) {
    const Rule& rule = reading.profile.rules().all()[index];
    for (const auto& [label, weight] : rule.labels) {
      line.rules.push_back({rule.id, name_of(label), weight});
    }
    if (rule.letter != 0) {
      line.rules.push_back({rule.id, {}, rule.letter});
    }
  }
  // What spoke for the chosen label first, the strongest before the others.
  std::stable_sort(line.rules.begin(), line.rules.end(), [&](const auto& a, const auto& b) {
    const bool first = a.label == line.label;
    const bool second = b.label == line.label;
    return first != second ? first : a.weight > b.weight;
  });
}

ExplainedLine explain_line(const Reading& reading, std::size_t i) {
  const LabelledLine& labelled = reading.labels[i];
  ExplainedLine line;
  line.number = reading.place.first_line + reading.line(i).number - 1;
  line.text = reading.line(i).text;
  line.label = name_of(labelled.label);
  line.runner_up = name_of(labelled.runner_up);
  line.score = labelled.score;
  line.margin = labelled.margin;
  line.confidence = reading.confidence(i);
  for (std::size_t f = 0; f < kFeatureCount; ++f) {
    if (reading.features[i].has(static_cast<Feature>(f))) {
      line.features.push_back(kFeatureNames[f]);
    }
  }
  add_rules(reading, i, line);
  return line;
}

}  // namespace

std::vector<ExplainedLine> explain(const Reading& reading) {
  std::vector<ExplainedLine> lines;
  auto furniture = reading.furniture.begin();
  const auto add_furniture = [&](std::uint32_t before) {
    for (; furniture != reading.furniture.end() && furniture->number < before; ++furniture) {
      ExplainedLine line;
      line.number = reading.place.first_line + furniture->number - 1;
      line.text = furniture->text;
      line.label = name_of(Label::furniture);
      line.furniture = true;
      lines.push_back(std::move(line));
    }
  };
  for (std::size_t i = 0; i < reading.size(); ++i) {
    add_furniture(reading.line(i).number);
    lines.push_back(explain_line(reading, i));
  }
  add_furniture(UINT32_MAX);
  return lines;
}

}  // namespace letterkit
