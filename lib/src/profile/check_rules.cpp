#include "profile/check_rules.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "fields/keyed_words.hpp"
#include "lines/split_lines.hpp"
#include "profile/recognise.hpp"

namespace letterkit {
namespace {

/// A rule's name without the language and the file.
std::string name_of(const Rule& rule) {
  return quoted(std::string_view(rule.id).substr(rule.id.find(':') + 1));
}

void check_sense(CheckedFile& file, const Rule& rule) {
  const bool cuts = !rule.cuts.empty();
  const bool speaks = !rule.labels.empty() || rule.letter != 0 || !rule.form.empty();
  if (!speaks && !cuts) {
    file.add(rule.line, 1, "rule.idle",
             "rule " + name_of(rule) + " says nothing; add 'label', 'letter', 'form' or 'cut'");
  }
  if (cuts && (speaks || !rule.match.empty() || !rule.unless.empty())) {
    file.add(rule.line, 1, "rule.mixed",
             "rule " + name_of(rule) + " cuts and says more; make two rules of it");
  }
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    const auto feature = static_cast<Feature>(i);
    if (rule.wanted.has(feature) && rule.unwanted.has(feature)) {
      file.add(rule.line, 1, "rule.feature",
               "rule " + name_of(rule) + " wants " + std::string(kFeatureNames[i]) +
                   " and does not; take one of them out");
    }
  }
}

void check_examples(CheckedFile& file, const Rules& rules, const Rule& rule) {
  const bool has_pattern = !rule.match.empty() || !rule.unless.empty() || !rule.cuts.empty();
  bool fires = false;
  bool spares = false;
  for (const Rule::Example& example : rule.examples) {
    (example.fires ? fires : spares) = true;
    if (!has_pattern) {
      file.add(example.line, example.column, "rule.example",
               "rule " + name_of(rule) + " has no pattern to try on " + quoted(example.text) +
                   "; take the example out");
    } else if (rules.matches(rule, example.text) != example.fires) {
      file.add(example.line, example.column, "rule.example",
               "rule " + name_of(rule) + (example.fires ? " does not fire on " : " fires on ") +
                   quoted(example.text) + "; mend the pattern or the example");
    }
  }
  if (has_pattern && !fires) {
    file.add(rule.line, 1, "rule.example",
             "rule " + name_of(rule) + " has no example; add '+ TEXT', a line it fires on");
  }
  if (has_pattern && !spares) {
    file.add(
        rule.line, 1, "rule.example",
        "rule " + name_of(rule) + " has no counter-example; add '- TEXT', a line it leaves alone");
  }
}

/// Whether a line has the feature by itself, wherever it stands.
bool is_own(Feature feature) {
  switch (feature) {
    case Feature::gap:
    case Feature::place:
    case Feature::date_part:
    case Feature::below_field:
    case Feature::below_name:
    case Feature::note_mark:
    case Feature::note_text:
    case Feature::note_line:
      return false;
    default:
      return feature < Feature::first || feature > Feature::wrapped;
  }
}

/// The first condition of a rule that a line, alone, does not meet: "short", "!date"; empty when it
/// meets all those that do not depend on its place.
std::string unmet_condition(const Rule& rule, Features features) {
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    const auto feature = static_cast<Feature>(i);
    if (!is_own(feature)) {
      continue;
    }
    if (rule.wanted.has(feature) && !features.has(feature)) {
      return std::string(kFeatureNames[i]);
    }
    if (rule.unwanted.has(feature) && features.has(feature)) {
      return std::string("!").append(kFeatureNames[i]);
    }
  }
  return {};
}

/// Whether `to` may follow `from`, adjacent or behind blank lines.
bool follows(const Grammar& grammar, std::size_t from, std::size_t to) {
  return grammar.cost(from, to, false) < Grammar::kForbidden ||
         grammar.cost(from, to, true) < Grammar::kForbidden;
}

/// The labels that can be reached from the letter's edge: from its start, or backwards from its
/// end.
std::vector<bool> reached(const Grammar& grammar, bool backwards) {
  std::vector<bool> seen(kLabelCount);
  std::vector<std::size_t> todo = {Grammar::kEdge};
  while (!todo.empty()) {
    const std::size_t from = todo.back();
    todo.pop_back();
    for (std::size_t to = 0; to < kLabelCount; ++to) {
      if (!seen[to] && (backwards ? follows(grammar, to, from) : follows(grammar, from, to))) {
        seen[to] = true;
        todo.push_back(to);
      }
    }
  }
  return seen;
}

/// The line and column where a label is named first.
std::pair<std::size_t, std::size_t> place_of(std::string_view label, std::string_view text) {
  for (const DataLine& line : data_lines(text)) {
    for (std::size_t at = line.text.find(label); at != std::string_view::npos;
         at = line.text.find(label, at + 1)) {
      const std::string_view rest = line.text.substr(at + label.size());
      if ((at == 0 || line.text[at - 1] == ' ') && (rest.empty() || rest[0] == ' ')) {
        return {line.number, line.indent + at + 1};
      }
    }
  }
  return {1, 1};
}

}  // namespace

void check_rules(CheckedFile& file, const Rules& rules) {
  std::map<std::string, std::size_t> names;
  for (const Rule& rule : rules.all()) {
    check_sense(file, rule);
    check_examples(file, rules, rule);
    const auto [first, is_new] = names.emplace(rule.id, rule.line);
    if (!is_new) {
      file.add(rule.line, 1, "rule.name",
               "rule " + name_of(rule) + " stands in line " + std::to_string(first->second) +
                   " already; give it another name");
    }
  }
}

void check_conditions(CheckedFile& file, const ProfileData& profile) {
  for (const Rule& rule : profile.rules().all()) {
    for (const Rule::Example& example : rule.examples) {
      const Lines lines = split_lines(example.text);
      if (!example.fires || lines.lines.size() != 1) {
        continue;
      }
      const std::string unmet =
          unmet_condition(rule, recognise_line(lines, lines.lines.front(), profile));
      if (!unmet.empty()) {
        file.add(example.line, example.column, "rule.example",
                 "rule " + name_of(rule) + " does not fire on " + quoted(example.text) +
                     " for its condition " + quoted(unmet) + "; mend the condition or the example");
      }
    }
  }
}

bool knows_label(const Grammar& grammar, std::size_t label) {
  for (std::size_t other = 0; other <= kLabelCount; ++other) {
    if (follows(grammar, label, other) || follows(grammar, other, label)) {
      return true;
    }
  }
  return false;
}

std::size_t count_transitions(const Grammar& grammar) {
  std::size_t count = 0;
  for (std::size_t from = 0; from < kLabelCount; ++from) {
    for (std::size_t to = 0; to < kLabelCount; ++to) {
      count += follows(grammar, from, to) ? 1 : 0;
    }
  }
  return count;
}

void check_grammar(CheckedFile& file, const Grammar& grammar) {
  const std::vector<bool> from_start = reached(grammar, false);
  const std::vector<bool> to_end = reached(grammar, true);
  for (std::size_t label = 0; label < kLabelCount; ++label) {
    if (!knows_label(grammar, label) || (from_start[label] && to_end[label])) {
      continue;
    }
    const std::string name(kLabelNames[label]);
    const auto [line, column] = place_of(name, file.text);
    if (!from_start[label]) {
      file.add(line, column, "grammar.unreachable",
               "no letter gets to " + quoted(name) + "; write 'LABEL > " + name + " | COST'");
    }
    if (!to_end[label]) {
      file.add(
          line, column, "grammar.endless",
          "no letter ends after " + quoted(name) + "; write " + quoted(name + " > LABEL | COST"));
    }
  }
}

void check_labels(CheckedFile& file, const Rules& rules, const Grammar& grammar) {
  for (const Rule& rule : rules.all()) {
    for (const auto& [label, weight] : rule.labels) {
      // Furniture is taken out before the grammar is asked.
      if (label != Label::furniture && !knows_label(grammar, index_of(label))) {
        file.add(rule.line, 1, "rule.label",
                 "rule " + name_of(rule) + " speaks of " + quoted(kLabelNames[index_of(label)]) +
                     ", which grammar.txt does not know; say there what it may follow");
      }
    }
  }
}

}  // namespace letterkit
