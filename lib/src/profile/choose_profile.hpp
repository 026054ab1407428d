// Which profile reads a letter: the one whose language the letter is in.
//
// In: a letter's text and the profiles there are. Out: one of them. Method: the function words of
// each language (language.txt) are counted over the text; rare languages that have none are chosen
// only when nothing speaks for another.
//
//   "Hierbij bied ik u het rapport aan" -> Dutch
#pragma once

#include "letterkit/profile.hpp"
#include "letterkit/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "support/data_file.hpp"

namespace letterkit {

/// The function words of a language, language.txt: rows "words | the | of".
class LanguageWords {
 public:
  /// Errors "language.key".
  static Result<LanguageWords> parse(const DataFile& file);

  /// Of each word, the number that it is looked up by; no two are the same.
  [[nodiscard]] const std::vector<std::uint64_t>& keys() const { return keys_; }

 private:
  std::vector<std::uint64_t> keys_;  // two words that share all 64 bits are one
};

/// The profile with the most function words in the text; the first of those that are equal. There
/// is at least one profile.
const Profile& choose_profile(std::string_view text, const std::vector<Profile>& profiles);

}  // namespace letterkit
