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

  /// Whether a word, given by the hash_word() of it with its ASCII letters small, is one of them.
  [[nodiscard]] bool contains(std::uint64_t hash) const {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at] != 0 && slots_[at] != hash) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return slots_[at] != 0;
  }

  /// Bytes of the longest.
  [[nodiscard]] std::size_t longest() const { return longest_; }

 private:
  std::size_t longest_ = 0;
  /// By their last bits, 0: free; at most half full. Two words that share all 64 bits are one.
  std::vector<std::uint64_t> slots_{0, 0};
};

/// The profile with the most function words in the text; the first of those that are equal. There
/// is at least one profile.
const Profile& choose_profile(std::string_view text, const std::vector<Profile>& profiles);

}  // namespace letterkit
