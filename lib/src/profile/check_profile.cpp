// Everything that is wrong with a profile; declared in letterkit/profile_writing.hpp.
//
// In: the files of a profile. Out: problems in the order of their places. Each file is checked by
// itself, then with what it must agree with.
//
//   xx/titles.txt:4:12: 'Dr.' stands in line 3 already; keep one
#include <algorithm>

#include "profile/check_rules.hpp"
#include "profile/check_tables.hpp"
#include "profile/check_words.hpp"
#include "profile/profile_files.hpp"

namespace letterkit {
namespace {

void check_names(const ProfileFiles& files, const std::vector<std::string_view>& known,
                 std::vector<Error>& problems) {
  for (const std::string_view name : files.names()) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      problems.push_back({"profile.file", "is no file of a profile; they are " + listed(known),
                          files.file(name).path + ":1:1"});
    }
  }
}

std::size_t index_in(const std::vector<std::string_view>& names, std::string_view name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

/// What only a profile that is right otherwise can tell: what it makes of the rules' examples.
void check_lines(const ProfileFiles& files, CheckedFile& rules) {
  const ProfileData profile(files);
  if (profile.check()) {
    check_conditions(rules, profile);
  }
}

void check_together(std::vector<CheckedFile>& files, const std::vector<std::string_view>& names) {
  CheckedFile& rules_file = files[index_in(names, "rules.txt")];
  CheckedFile& grammar_file = files[index_in(names, "grammar.txt")];
  const auto rules = Rules::parse(rules_file.file(), "", {});
  const auto grammar = Grammar::parse(grammar_file.file());
  if (rules) {
    check_rules(rules_file, *rules);
  }
  if (grammar && !grammar_file.text.empty()) {
    check_grammar(grammar_file, *grammar);
    if (rules) {
      check_labels(rules_file, *rules, *grammar);
    }
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    check_repeats(files[i], names[i]);
  }
  check_same_lists(files, names);
}

}  // namespace

Result<std::vector<Error>> check_profile(const std::string& name) {
  const auto files = ProfileFiles::named(name);
  if (!files && files.error().code == "profile.encoding") {
    return std::vector<Error>{files.error()};
  }
  if (!files) {
    return files.error();
  }
  std::vector<CheckedFile> checked;
  std::vector<std::string_view> names;
  for (const TableKind& kind : table_kinds()) {
    checked.push_back(check_table(kind, *files));
    names.push_back(kind.name);
    if (kind.needed && files->file(kind.name).text.empty()) {
      checked.back().add(1, 1, "profile.file",
                         "is missing or empty; take the one that letterprofile new writes");
    }
  }
  check_together(checked, names);
  const bool parses = std::all_of(checked.begin(), checked.end(),
                                  [](const CheckedFile& file) { return file.problems.empty(); });
  if (parses) {
    check_lines(*files, checked[index_in(names, "rules.txt")]);
  }
  std::vector<Error> problems;
  check_names(*files, names, problems);
  for (CheckedFile& file : checked) {
    std::stable_sort(file.problems.begin(), file.problems.end(),
                     [](const Error& a, const Error& b) { return place_in(a) < place_in(b); });
    problems.insert(problems.end(), file.problems.begin(), file.problems.end());
  }
  return problems;
}

}  // namespace letterkit
