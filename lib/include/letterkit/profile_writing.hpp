// For people who write profiles: what is wrong with one, what it holds, which of its rules fire on
// letters, and a first one to start from.
//
//   for (const Error& problem : *check_profile("profiles/xx"))
//     puts(problem.to_string().c_str());   // profiles/xx/rules.txt:12:3: what; how to fix it
#pragma once

#include "letterkit/parse.hpp"
#include "letterkit/profile.hpp"
#include "letterkit/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace letterkit {

// A profile's `name` is the language of a built-in one, or else a folder.

/// Everything that is wrong with a profile, ordered by place: rows that do not parse, patterns that
/// do not compile, rules with patterns but without examples, or against them, words that stand
/// twice, labels that the grammar can't reach. Errors "profile.unknown", "profile.unreadable":
/// there is nothing to check.
Result<std::vector<Error>> check_profile(const std::string& name);

/// A rule of a profile.
struct RuleSummary {
  std::string id;                                      ///< "xx/rules:salutation"
  std::size_t line = 0;                                ///< 1-based, in rules.txt
  std::vector<std::pair<std::string, double>> labels;  ///< and the evidence for them, nats
  double letter = 0;                                   ///< evidence that a text is a letter, nats
  std::string form;                                    ///< form of letter it shows; may be empty
  std::size_t patterns = 0;                            ///< that let it fire or keep it from firing
  std::size_t cuts = 0;                                ///< places where it cuts lines
  std::size_t examples = 0;                            ///< and counter-examples
};

/// The words of one key of a file; "month 1" and "month 2" are of one key.
struct WordListSummary {
  std::string file;
  std::string key;  ///< empty: the file has no keys
  std::size_t words = 0;
};

/// What a profile holds.
struct ProfileSummary {
  std::string language;
  std::vector<std::pair<std::string, std::size_t>> files;  ///< and their rows, comments apart
  std::vector<RuleSummary> rules;                          ///< in the order of the file
  std::vector<WordListSummary> words;
  std::vector<std::string> states;  ///< labels that the grammar knows
  std::size_t transitions = 0;      ///< from one of them to another that are allowed
  std::vector<std::string> forms;   ///< of letters, that rules show
  std::size_t to_fill_in = 0;       ///< rows that hold a word of the skeleton's, kToFillIn
};

/// Describes a profile. Errors as load_profile() and builtin_profile().
Result<ProfileSummary> describe_profile(const std::string& name);

/// The profile of that name, compiled. Errors as load_profile() and builtin_profile().
Result<Profile> named_profile(const std::string& name);

/// How often rules fired, by their index in ProfileSummary::rules: on a line, or cutting one.
using RuleCounts = std::vector<std::size_t>;

/// Adds the rules that fire on a letter to `counts`, which grows to the number of rules.
void count_rules(const LetterText& text, const Profile& profile, RuleCounts& counts);

/// The files of a profile to start from for a language ("xx"): names and texts. It passes
/// check_profile(); the words that only somebody who knows the language can fill in start with
/// kToFillIn.
std::vector<std::pair<std::string, std::string>> profile_skeleton(std::string_view language);

inline constexpr std::string_view kToFillIn = "fillin-";

}  // namespace letterkit
