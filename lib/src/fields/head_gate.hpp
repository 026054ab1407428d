// How words and phrases may start, told by their first three bytes.
//
// In: first words. Out: false for nearly all places of a text where none of them stands, at the
// cost of a look-up. Marks and blanks end a word and are told from letters: "d a t u m" lets in no
// other word with a "d", which let in a seventh of all lines.
//
//   "datum", "uw" -> "Datum:" and "uw brief" may, "de Kamer" and "uwe" may not
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <string_view>

namespace letterkit {

class HeadGate {
 public:
  /// Lets in texts that start with a word of letters and digits, which is not empty.
  void add(std::string_view word) {
    // Case changes the bytes of letters beyond ASCII: what stands in their place is not asked.
    const auto known = [word](std::size_t i) { return static_cast<unsigned char>(word[i]) < 0x80; };
    const char first = word[0];
    if (!known(0)) {
      keys_.set();
    } else if (word.size() == 1) {  // it ends there, maybe before a blank beyond ASCII
      let_in_from(key(first, '\0', '\0'), sorts);
      let_in_from(key(first, '\x80', '\0'), sorts);
    } else if (!known(1)) {
      let_in_from(key(first, '\0', '\0'), sorts * sorts);
    } else if (word.size() > 2 && !known(2)) {
      let_in_from(key(first, word[1], '\0'), sorts);
    } else {
      keys_.set(key(first, word[1], word.size() == 2 ? '\0' : word[2]));
      keys_.set(key(first, word[1], '\x80'));  // a mark that belongs to the letter before it
    }
  }

  /// False when none of the words starts at `at`.
  [[nodiscard]] bool allow(std::string_view text, std::size_t at) const {
    const auto byte = [text](std::size_t i) { return i < text.size() ? text[i] : '\0'; };
    return keys_[key(byte(at), byte(at + 1), byte(at + 2))];
  }

 private:
  /// What a byte is to the gate: 1 to 26 the letters, of either case.
  enum Sort : unsigned char { mark = 0, digit = 27, beyond_ascii = 28, sorts = 32 };

  static constexpr std::array<unsigned char, 256> kSorts = [] {
    std::array<unsigned char, 256> all{};
    for (unsigned char c = '0'; c <= '9'; ++c) {
      all[c] = digit;
    }
    for (unsigned char letter = 1; letter <= 26; ++letter) {
      all['A' - 1 + letter] = all['a' - 1 + letter] = letter;
    }
    std::fill(all.begin() + 0x80, all.end(), beyond_ascii);
    return all;
  }();

  static std::size_t key(char a, char b, char c) {
    const auto sort = [](char byte) -> std::size_t {
      return kSorts[static_cast<unsigned char>(byte)];
    };
    return (sort(a) * sorts + sort(b)) * sorts + sort(c);
  }

  void let_in_from(std::size_t first, std::size_t count) {
    for (std::size_t key = first; key < first + count; ++key) {
      keys_.set(key);
    }
  }

  std::bitset<32768> keys_;
};

}  // namespace letterkit
