// Words of a profile and what each stands for, looked up whatever their case.
//
// In: words of a data file, each with a number of the caller's. Out: the number, or the caller's
// word for "none". ASCII words, nearly all, are looked up without allocating.
#pragma once

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/word_hash.hpp"

namespace letterkit {

class WordTable {
 public:
  /// Adds a word. False when it is there already with another value; the table is then unchanged.
  bool add(std::string_view word, int value);

  /// Adds a word, or raises the value it has to `value` when that is more.
  void raise(std::string_view word, int value);

  /// The value of a word, which is added with `first` when it is not there. The reference holds
  /// until the next word is added.
  int& value_of(std::string_view word, int first);

  /// The value of a word, or `none`.
  [[nodiscard]] int find(std::string_view word, int none = -1) const {
    return may_start(word) && word.size() <= 2 * longest_ ? look_up(word, none) : none;
  }

  /// False when no word of the table starts as `text` does; costs a look at two bytes. Letters
  /// beyond ASCII, and those a combining mark may follow, fold to anything.
  [[nodiscard]] bool may_start(std::string_view text) const {
    if (text.empty()) {
      return false;
    }
    const auto first = static_cast<unsigned char>(text[0]);
    return (first_bits_ >> (first & 31U) & 1U) != 0 || first >= 0x80 ||
           (text.size() > 1 && static_cast<unsigned char>(text[1]) >= 0x80);
  }

  /// As find(), of a word that is known to be ASCII.
  [[nodiscard]] int find_ascii(std::string_view word, int none) const {
    return !word.empty() && may_hold(word) ? value_at(slot_of(hash_small(word).hash, word), none)
                                           : none;
  }

  /// As find(), of a word that is folded already.
  [[nodiscard]] int find_folded(std::string_view folded, int none) const;

  /// The value of the one word of at least `shortest` bytes that `word` is one error away from: a
  /// letter more, less or another, or two neighbours swapped. `none` when there is none, or they
  /// have different values. Compares bytes; looks through the whole table.
  [[nodiscard]] int find_misspelt(std::string_view word, std::size_t shortest, int none = -1) const;

  /// False when no word of the table has the first letter and size of an ASCII word, or a folded
  /// one, which is not empty.
  [[nodiscard]] bool may_hold(std::string_view word) const { return gate_[gate_bit(word)]; }

  [[nodiscard]] bool contains(std::string_view word) const { return find(word, -1) != -1; }

  [[nodiscard]] bool empty() const { return entries_.empty(); }

  /// Bytes of the longest word, case folded.
  [[nodiscard]] std::size_t longest() const { return longest_; }

 private:
  struct Entry {
    std::uint32_t begin = 0;  // of the word, in letters_
    std::uint32_t size = 0;
    int value = 0;
  };

  /// value_of(), of a word that is folded or ASCII of any case, with the hash that it has folded.
  int& value_at_hash(std::uint64_t hash, std::string_view word, int first);

  [[nodiscard]] std::string_view word_of(const Entry& entry) const {
    return {letters_.data() + entry.begin, entry.size};
  }

  // Bytes of words that hash_word() takes in at one step: no two of one size share a hash, so that
  // they need not be compared.
  static constexpr std::size_t kHashedWhole = 8;

  /// Where the table of slots holds a word of so many bytes, with the hash that it has folded; or
  /// the free slot it would get. `is_word`: whether one of the same hash and size is it.
  template <typename IsWord>
  [[nodiscard]] std::size_t slot_where(std::uint64_t hash, std::size_t size,
                                       const IsWord& is_word) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].entry != 0 &&
           !(slots_[at].hash == hash && slots_[at].size == size &&
             (size <= kHashedWhole || is_word(word_of(entries_[slots_[at].entry - 1]))))) {
      at = (at + 1) & mask;
    }
    return at;
  }

  /// The slot of a word, folded or ASCII of any case.
  [[nodiscard]] std::size_t slot_of(std::uint64_t hash, std::string_view word) const {
    return slot_where(hash, word.size(),
                      [word](std::string_view known) { return equals_small(word, known); });
  }

  /// find(), of a word that may be there. Folding never makes a word less than half its bytes
  /// shorter: longer ones are not in the table.
  [[nodiscard]] int look_up(std::string_view word, int none) const;

  /// The same of a word of more than kHashedWhole bytes; of one of no more than twice as many; of
  /// one that is not ASCII.
  [[nodiscard]] int look_up_long(std::string_view word, int none) const;
  [[nodiscard]] int look_up_two_parts(std::string_view word, int none) const;
  [[nodiscard]] int look_up_folded(std::string_view word, int none) const;

  /// The value in a slot.
  [[nodiscard]] int value_at(std::size_t slot, int none) const {
    return slots_[slot].entry == 0 ? none : entries_[slots_[slot].entry - 1].value;
  }

  /// Doubles the slots.
  void grow();

  std::string letters_;  // all words, case folded: one allocation where each would need its own
  std::vector<Entry> entries_;

  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t size = 0;   // bytes of the word
    std::uint32_t entry = 0;  // 1 + index into entries_; 0: free
  };

  /// Bit of the ASCII words of a first letter, of either case, and a size.
  static std::size_t gate_bit(std::string_view word) {
    return (static_cast<unsigned char>(word[0]) & 31U) << 6U |
           std::min<std::size_t>(word.size(), 63);
  }

  std::vector<Slot> slots_;       // by hash; at most half full
  std::bitset<2048> gate_;        // which words there may be
  std::uint32_t first_bits_ = 0;  // five bits of their first bytes
  std::size_t longest_ = 0;       // bytes of the longest folded word
};

}  // namespace letterkit
