#include "profile/check_words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "fields/keyed_words.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

// Shorter lists, as of chambers, may recur in another part.
constexpr std::size_t kFewestToCompare = 20;

// Patterns, costs and years.
constexpr std::array<std::string_view, 6> kNoLists = {
    "rules.txt", "grammar.txt", "extract.txt", "letter.txt", "confidence.txt", "ministries.txt"};
// Its words must recur: what a line starts with tells the splitter what the same words in a rule or
// a role tell the parser.
constexpr std::string_view kMayRecur = "split.txt";
// All cells of its rows are words.
constexpr std::string_view kWithoutKeys = "surname_prefixes.txt";

// To names' words a period at their end does not matter.
constexpr std::array<std::string_view, 3> kOfNames = {"titles.txt", kWithoutKeys, "not_names.txt"};

/// What tells two printed words of a file apart.
std::string folded(std::string_view word, std::string_view file) {
  const bool of_names = std::find(kOfNames.begin(), kOfNames.end(), file) != kOfNames.end();
  while (of_names && !word.empty() && word.back() == '.') {
    word.remove_suffix(1);
  }
  return fold_case(word);
}

/// A file and a key of it.
using ListName = std::pair<std::size_t, std::string>;

void check_pair(std::vector<CheckedFile>& files, const std::vector<std::string_view>& names,
                const std::pair<const ListName, std::set<std::string>>& one,
                const std::pair<const ListName, std::set<std::string>>& other) {
  const std::size_t fewer = std::min(one.second.size(), other.second.size());
  if (one.first.first == other.first.first || fewer < kFewestToCompare) {
    return;
  }
  const auto common = static_cast<std::size_t>(
      std::count_if(one.second.begin(), one.second.end(),
                    [&other](const std::string& word) { return other.second.contains(word); }));
  if (5 * common > 4 * fewer) {
    files[other.first.first].add(1, 1, "words.repeated",
                                 std::to_string(common) + " of " + std::to_string(fewer) +
                                     " words of '" + other.first.second + "' are in '" +
                                     one.first.second + "' of " +
                                     std::string(names[one.first.first]) + " too; keep one list");
  }
}

}  // namespace

std::vector<ListedWord> listed_words(std::string_view name, std::string_view text) {
  std::vector<ListedWord> words;
  if (std::find(kNoLists.begin(), kNoLists.end(), name) != kNoLists.end()) {
    return words;
  }
  for (const DataLine& line : data_lines(text)) {
    const auto cells = data_cells(line);
    const bool keyed = name != kWithoutKeys;
    const std::string_view key = keyed ? cells[0].text : std::string_view();
    if (key.ends_with("-like")) {
      continue;  // patterns
    }
    for (std::size_t i = keyed ? 1 : 0; i < cells.size(); ++i) {
      words.push_back({std::string(key.substr(0, key.find(' '))), folded(cells[i].text, name),
                       cells[i].text, line.number, cells[i].column});
    }
  }
  return words;
}

void check_repeats(CheckedFile& file, std::string_view name) {
  std::map<std::pair<std::string, std::string>, std::size_t> first;
  for (const ListedWord& word : listed_words(name, file.text)) {
    const auto [place, is_new] = first.try_emplace({word.key, word.word}, word.line);
    if (!is_new) {
      file.add(word.line, word.column, "words.repeated",
               quoted(word.printed) + " stands in line " + std::to_string(place->second) +
                   " already; keep one");
    }
  }
}

void check_same_lists(std::vector<CheckedFile>& files, const std::vector<std::string_view>& names) {
  std::map<ListName, std::set<std::string>> lists;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (names[i] == kMayRecur) {
      continue;
    }
    for (ListedWord& word : listed_words(names[i], files[i].text)) {
      lists[{i, word.key}].insert(std::move(word.word));
    }
  }
  for (auto one = lists.begin(); one != lists.end(); ++one) {
    for (auto other = std::next(one); other != lists.end(); ++other) {
      check_pair(files, names, *one, *other);
    }
  }
}

}  // namespace letterkit
