// What a profile holds, counted; declared in letterkit/profile_writing.hpp.
#include <algorithm>
#include <map>
#include <set>

#include "profile/check_rules.hpp"
#include "profile/check_words.hpp"
#include "profile/embedded.hpp"
#include "profile/profile_data.hpp"
#include "profile/profile_files.hpp"
#include "support/calendar.hpp"

namespace letterkit {
namespace {

void add_files(const ProfileFiles& files, ProfileSummary& summary) {
  for (const std::string_view name : files.names()) {
    const std::string_view text = files.file(name).text;
    const std::vector<DataLine> lines = data_lines(text);
    summary.files.emplace_back(name, lines.size());
    summary.to_fill_in += static_cast<std::size_t>(std::count_if(
        lines.begin(), lines.end(),
        [](const DataLine& line) { return line.text.find(kToFillIn) != std::string_view::npos; }));
    std::map<std::string, std::size_t> counts;
    for (const ListedWord& word : listed_words(name, text)) {
      ++counts[word.key];
    }
    for (const auto& [key, count] : counts) {
      summary.words.push_back({std::string(name), key, count});
    }
  }
}

void add_rules(const Rules& rules, ProfileSummary& summary) {
  std::set<std::string> forms;
  for (const Rule& rule : rules.all()) {
    RuleSummary row{rule.id,          rule.line,           {},
                    rule.letter,      rule.form,           rule.patterns,
                    rule.cuts.size(), rule.examples.size()};
    for (const auto& [label, weight] : rule.labels) {
      row.labels.emplace_back(name_of(label), weight);
    }
    if (!rule.form.empty()) {
      forms.insert(rule.form);
    }
    summary.rules.push_back(std::move(row));
  }
  summary.forms.assign(forms.begin(), forms.end());
}

}  // namespace

Result<ProfileSummary> describe_profile(const std::string& name) {
  const auto profile = named_profile(name);
  if (!profile) {
    return profile.error();
  }
  ProfileSummary summary;
  summary.language = profile->language();
  add_files(profile->data().files(), summary);
  add_rules(profile->data().rules(), summary);
  const Grammar& grammar = profile->data().grammar;
  summary.transitions = count_transitions(grammar);
  for (std::size_t label = 0; label < kLabelCount; ++label) {
    if (knows_label(grammar, label)) {
      summary.states.emplace_back(kLabelNames[label]);
    }
  }
  return summary;
}

std::vector<std::pair<std::string, std::string>> profile_skeleton(std::string_view language) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const EmbeddedFile& file : skeleton_files()) {
    files.emplace_back(file.path.substr(file.path.find('/') + 1), file.text);
    if (files.back().first == "dates.txt" && calendar_rows(language).empty()) {
      files.back().second += "\n# Nothing is known of this language's calendar.\n";
      for (int month = 1; month <= 12; ++month) {
        const std::string number = std::to_string(month);
        files.back().second +=
            "month " + number + " | " + std::string(kToFillIn) + "month-" + number + "\n";
      }
    }
  }
  return files;
}

}  // namespace letterkit
