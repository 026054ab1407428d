#include "profile/extracts.hpp"

#include <algorithm>
#include <string>

#include "support/pattern_syntax.hpp"

namespace letterkit {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Extract::count)> kNames = {
    "addressee-lead", "addressee-stop",  "addressee-more",  "addressee-open", "addressee-below",
    "addressee-tail", "addressee-again", "addressee-start", "addressee-next", "letterhead-start",
    "chain",          "deputy",          "behalf-lead",     "behalf-beside",  "behalf-end",
    "signature-mark", "role-part",       "role-open",       "code-subject",   "reference-lead",
    "copies-lead",    "enclosure-label", "list-mark",       "footnote-lead",  "footnote-mark"};

/// Whether a bracket in a pattern may open a group that captures.
bool may_have_groups(std::string_view source) {
  for (std::size_t at = source.find('('); at != source.npos; at = source.find('(', at + 1)) {
    if (const auto start = group_start(source.substr(at)); !start || start->size == 1) {
      return true;
    }
  }
  return false;
}

}  // namespace

Result<Extracts> Extracts::parse(const DataFile& file) {
  Extracts extracts;
  for (const DataLine& line : data_lines(file.text)) {
    const auto blank = std::min(line.text.find(' '), line.text.size());
    const auto source = std::min(line.text.find_first_not_of(' ', blank), line.text.size());
    const auto* const name = std::find(kNames.begin(), kNames.end(), line.text.substr(0, blank));
    if (name == kNames.end()) {
      return data_error(file, line.number, line.indent + 1, "extract.name",
                        "unknown name; use one of " + listed(kNames));
    }
    auto pattern = Pattern::of(file, "(?i)" + std::string(line.text.substr(source)));
    if (!pattern) {
      return data_error(file, line.number, line.indent + source + 1, "extract.pattern",
                        pattern.error().message + "; mend it");
    }
    const auto index = static_cast<std::size_t>(name - kNames.begin());
    extracts.patterns_[index].push_back(*pattern);
    extracts.grouped_[index] = extracts.grouped_[index] || may_have_groups(pattern->source());
  }
  return extracts;
}

std::string_view Extracts::find(Extract name, std::string_view text) const {
  for (const Pattern& pattern : patterns_[static_cast<std::size_t>(name)]) {
    std::array<std::string_view, 2> groups;
    if (pattern.search(text, groups)) {
      return pattern.group_count() > 0 ? groups[1] : groups[0];
    }
  }
  return {};
}

bool Extracts::matches(Extract name, std::string_view text) const {
  const auto index = static_cast<std::size_t>(name);
  if (grouped_[index]) {
    return find(name, text).data() != nullptr;
  }
  return std::any_of(patterns_[index].begin(), patterns_[index].end(),
                     [text](const Pattern& pattern) { return pattern.search(text); });
}

}  // namespace letterkit
