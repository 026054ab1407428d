// Phrases of a profile, of one or more words, recognised at a position of a text.
//
// In: phrases with a number each. Out: the longest that stands at a position, whatever its case and
// the white space between its words. A gate on the first bytes makes most positions cost nothing.
//
//   "aanhangsel van de handelingen" at "Aanhangsel van\n de Handelingen II"
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "fields/head_gate.hpp"
#include "fields/word_table.hpp"

namespace letterkit {

class PhraseTable {
 public:
  struct Match {
    int value = 0;
    std::size_t end = 0;  ///< byte after the phrase
  };

  /// Adds a phrase: words of letters and digits, with blanks, hyphens, commas, apostrophes, slashes
  /// or periods between them. False when it is anything else, or there already with another value;
  /// its first words may then be in the table, as the beginning of no phrase.
  bool add(std::string_view phrase, int value);

  /// The longest phrase whose first word starts at byte `at`; a whole word must end it.
  [[nodiscard]] std::optional<Match> match(std::string_view text, std::size_t at) const {
    return may_start(text, at) ? longest(text, at) : std::nullopt;
  }

  /// False when no phrase can start at `at`, which its first three bytes tell.
  [[nodiscard]] bool may_start(std::string_view text, std::size_t at) const {
    return head_gate_.allow(text, at);
  }

  /// False when no phrase can start with these two bytes; NUL: none.
  [[nodiscard]] bool may_match(char first, char second) const {
    return gate_[gate_key(first, second)];
  }

  [[nodiscard]] bool empty() const { return heads_.empty(); }

 private:
  static constexpr int kNone = -1;

  /// Letters of either case have one key; five bits of each of two bytes.
  static std::size_t gate_key(char first, char second) {
    return (static_cast<unsigned char>(first) & 31U) << 5U |
           (static_cast<unsigned char>(second) & 31U);
  }

  /// The beginning of a phrase, up to the end of one of its words: phrases are a tree of words, so
  /// that a text is read no further than its words go on with one.
  struct Stem {
    int value = kNone;         // of the phrase that it is; kNone: it is none
    std::uint32_t firsts = 0;  // five bits of the first bytes of the words that it goes on with
  };

  /// Whether a stem may go on with the word at `at`, inside the text. Letters beyond ASCII, and
  /// those a combining mark may follow, fold to anything.
  static bool may_go_on(const Stem& stem, std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    return (stem.firsts >> (first & 31U) & 1U) != 0 || first >= 0x80 ||
           (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0x80);
  }

  /// A stem with one word more.
  struct Longer {
    int stem = 0;  // 0: free
    int word = 0;
    int longer = 0;
  };

  /// match(), where a phrase may start.
  [[nodiscard]] std::optional<Match> longest(std::string_view text, std::size_t at) const;

  /// Index of the stem that one word more makes of a stem; 0 when no phrase goes on so.
  [[nodiscard]] int longer(int stem, int word) const;

  /// The stem that a word makes of a stem, added when it is not there.
  int add_longer(int stem, std::string_view word);

  /// A new stem; its index.
  int add_stem();

  /// Where longer_ holds what a word makes of a stem, or the free slot it would get.
  [[nodiscard]] std::size_t slot_of(int stem, int word) const;

  /// Doubles the slots of longer_.
  void grow();

  /// Lets match() look where the word, which is not empty, starts.
  void open_gate(std::string_view head);

  WordTable heads_;             // first words; the value is the stem
  WordTable words_;             // later ones; values count from 0
  int word_count_ = 0;          // of words_
  std::vector<Stem> stems_{1};  // the first is not used
  std::vector<Longer> longer_;  // by hash; at most half full. A list in each stem would
                                // need an allocation, and a search of as many steps
  std::size_t longer_count_ = 0;
  std::array<bool, 1024> gate_{};  // by the key of the first two bytes
  HeadGate head_gate_;             // by the first three
};

}  // namespace letterkit
