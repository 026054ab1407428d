// Words of a profile that stand twice.
//
// In: the files of words. Out: words that stand twice under a key, and lists that repeat each
// other.
//
//   titles.txt:12:18: 'mr.' stands in line 11 already; keep one
#pragma once

#include "letterkit/profile_writing.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "profile/check_tables.hpp"

namespace letterkit {

/// A word of a list and its place.
struct ListedWord {
  std::string key;   ///< "month" of "month 3"; empty: the file has no keys
  std::string word;  ///< case folded; of names without a period at its end
  std::string_view printed;
  std::size_t line = 0;  ///< 1-based
  std::size_t column = 0;
};

/// The words of a file; none of files that hold no lists of words.
std::vector<ListedWord> listed_words(std::string_view name, std::string_view text);

/// Adds to each file's problems the words that stand twice under one key of it.
void check_repeats(CheckedFile& file, std::string_view name);

/// Lists of two files, or of two keys of them, most of whose words are the same: one problem a
/// pair, at the later file. `files` are in the order of `names`.
void check_same_lists(std::vector<CheckedFile>& files, const std::vector<std::string_view>& names);

}  // namespace letterkit
