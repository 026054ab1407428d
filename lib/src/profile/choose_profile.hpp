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

#include <array>
#include <compare>
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

  struct Word {
    std::uint64_t key = 0;        ///< what it is looked up by
    std::array<char, 2> start{};  ///< its first bytes
    std::size_t size = 0;         ///< bytes

    friend bool operator==(const Word&, const Word&) = default;
  };

  /// Ascending; no two are the same.
  [[nodiscard]] const std::vector<Word>& all() const { return words_; }

 private:
  std::vector<Word> words_;  // two that share all 64 bits of a key are one
};

/// The profile with the most function words in the text; the first of those that are equal. There
/// is at least one profile.
const Profile& choose_profile(std::string_view text, const std::vector<Profile>& profiles);

/// The languages of pieces of one text, asked for one after the other: of a piece that overlaps
/// with the last one and begins before it, only what is new is read.
class LanguageFinder {
 public:
  /// Both must outlive it.
  LanguageFinder(std::string_view text, const std::vector<Profile>& profiles)
      : text_(text), profiles_(profiles) {}

  /// As choose_profile() of the bytes [begin, end) of the text, the start of a line and 1500 bytes
  /// at most.
  const Profile& at(std::size_t begin, std::size_t end);

 private:
  [[nodiscard]] bool of_word(std::size_t byte) const;

  std::string_view text_;
  const std::vector<Profile>& profiles_;
  // Of the last piece.
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::vector<std::size_t> found_;  // function words, by the profiles that have them
};

}  // namespace letterkit
