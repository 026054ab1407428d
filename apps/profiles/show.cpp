// letterprofile show: what a profile holds, as tables or as JSON.
//
//   rules that speak of
//        12  name
#include "letterkit/profile_writing.hpp"

#include <array>
#include <cstdio>
#include <map>

#include <nlohmann/json.hpp>

#include "cli/lists.hpp"
#include "profiles/commands.hpp"

namespace letterkit::profiles {
namespace {

using nlohmann::ordered_json;

std::string row(std::size_t count, const std::string& what) {
  std::array<char, 32> number{};
  std::snprintf(number.data(), number.size(), "%8zu  ", count);
  return number.data() + what + "\n";
}

/// How many rules speak of each label, "letter" and "form" of the letter as a whole, and cut.
std::map<std::string, std::size_t> rules_by_label(const ProfileSummary& summary) {
  std::map<std::string, std::size_t> counts;
  for (const RuleSummary& rule : summary.rules) {
    for (const auto& [label, weight] : rule.labels) {
      ++counts[label];
    }
    counts["(letter)"] += rule.letter != 0 ? 1 : 0;
    counts["(form)"] += rule.form.empty() ? 0 : 1;
    counts["(cut)"] += rule.cuts > 0 ? 1 : 0;
  }
  return counts;
}

struct Totals {
  std::size_t patterns = 0;
  std::size_t cuts = 0;
  std::size_t examples = 0;
};

Totals totals_of(const ProfileSummary& summary) {
  Totals totals;
  for (const RuleSummary& rule : summary.rules) {
    totals.patterns += rule.patterns;
    totals.cuts += rule.cuts;
    totals.examples += rule.examples;
  }
  return totals;
}

std::string table_of(const ProfileSummary& summary) {
  const Totals totals = totals_of(summary);
  std::string text = "language " + summary.language + "\n\nrows of files\n";
  for (const auto& [name, rows] : summary.files) {
    text += row(rows, name);
  }
  text += "\nrules\n" + row(summary.rules.size(), "rules") + row(totals.patterns, "patterns") +
          row(totals.cuts, "cuts") + row(totals.examples, "examples") + "\nrules that speak of\n";
  for (const auto& [label, count] : rules_by_label(summary)) {
    text += row(count, label);
  }
  text += "\nwords\n";
  for (const WordListSummary& list : summary.words) {
    text += row(list.words, list.file + (list.key.empty() ? "" : " " + list.key));
  }
  text += "\ngrammar\n" + row(summary.states.size(), "states: " + cli::join_list(summary.states)) +
          row(summary.transitions, "transitions") + "\nforms\n" +
          row(summary.forms.size(), cli::join_list(summary.forms));
  return text;
}

ordered_json json_of(const RuleSummary& rule) {
  ordered_json labels = ordered_json::object();
  for (const auto& [label, weight] : rule.labels) {
    labels[label] = weight;
  }
  return {
      {"id",       rule.id                                                            },
      {"line",     rule.line                                                          },
      {"labels",   labels                                                             },
      {"letter",   rule.letter                                                        },
      {"form",     rule.form.empty() ? ordered_json(nullptr) : ordered_json(rule.form)},
      {"patterns", rule.patterns                                                      },
      {"cuts",     rule.cuts                                                          },
      {"examples", rule.examples                                                      }
  };
}

ordered_json json_of(const ProfileSummary& summary) {
  ordered_json json = {
      {"language", summary.language}
  };
  for (const auto& [name, rows] : summary.files) {
    json["files"].push_back({
        {"name", name},
        {"rows", rows}
    });
  }
  json["rules"] = ordered_json::array();
  for (const RuleSummary& rule : summary.rules) {
    json["rules"].push_back(json_of(rule));
  }
  json["words"] = ordered_json::array();
  for (const WordListSummary& list : summary.words) {
    json["words"].push_back({
        {"file",  list.file },
        {"key",   list.key  },
        {"words", list.words}
    });
  }
  json["states"] = summary.states;
  json["transitions"] = summary.transitions;
  json["forms"] = summary.forms;
  return json;
}

}  // namespace

cli::ExitStatus show(const Options& options) {
  const std::vector<std::string>& named = options.shared.input.operands;
  if (named.size() != 1) {
    return misused("show: takes one profile; name a language or a folder");
  }
  const auto summary = describe_profile(named[0]);
  if (!summary) {
    return cli::end_with(kTool, summary.error(), cli::ExitStatus::usage);
  }
  const std::string text = options.json ? json_of(*summary).dump(2) + "\n" : table_of(*summary);
  return finish(options, text, cli::ExitStatus::all_read);
}

}  // namespace letterkit::profiles
