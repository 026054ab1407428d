// Phrases of a profile, of one or more words, recognised at a position of a text.
//
// In: phrases with a number each. Out: the longest that stands at a position, whatever its case and
// the white space between its words. A gate on the first two bytes makes most positions cost
// nothing.
//
//   "aanhangsel van de handelingen" at "Aanhangsel van\n de Handelingen II"
#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <string_view>

#include "fields/word_table.hpp"

namespace letterkit {

class PhraseTable {
 public:
  struct Match {
    int value = 0;
    std::size_t end = 0;  ///< byte after the phrase
  };

  /// Adds a phrase: words of letters and digits, with blanks, hyphens, commas, apostrophes, slashes
  /// or periods between them. False when it is anything else, or there already with another value.
  bool add(std::string_view phrase, int value);

  /// The longest phrase whose first word starts at byte `at`; a whole word must end it.
  [[nodiscard]] std::optional<Match> match(std::string_view text, std::size_t at) const;

  /// False when no phrase can start at `at`; costs a table look-up.
  [[nodiscard]] bool may_match(std::string_view text, std::size_t at) const {
    return gate_[gate_key(text.substr(at, 2))];
  }

  [[nodiscard]] bool empty() const { return phrases_.empty(); }

 private:
  /// Letters of either case have one key; five bits of each of the first two bytes.
  static std::size_t gate_key(std::string_view start) {
    const auto bits = [&start](std::size_t i) {
      return i < start.size() ? static_cast<unsigned char>(start[i]) & 31U : 0U;
    };
    return std::size_t{bits(0)} << 5 | bits(1);
  }

  WordTable phrases_;  // words joined by single spaces
  WordTable heads_;    // first words; the value is the most words of a phrase that starts so
  std::bitset<1024> gate_;
};

}  // namespace letterkit
