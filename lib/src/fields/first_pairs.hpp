// Where in a text the first two bytes of phrases stand, 64 places at a time.
//
// In: a table of phrases. Out: of a row of bytes, those that may begin one, and the marks '(' and
// '-'. Method: groups of bytes, one for phrases with one first letter: where a byte and the next
// one are of the same group a phrase may begin. AVX2 looks up 32 at once, so that a byte costs one
// instruction in place of four; without it a loop says the same.
//
//   "kamerstuk", "TK" -> 'k' before 'a', 't' before 'k', whatever their case
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "fields/cursor.hpp"
#include "fields/phrase_table.hpp"
#include "support/byte_halves.hpp"

namespace letterkit {

/// Whether a word that citations begin with may start with a byte.
constexpr bool may_start_word(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || is_ascii_letter(c) || is_ascii_digit(c);
}

class FirstPairs {
 public:
  static constexpr std::size_t kRow = 64;
  static constexpr std::size_t kLooked = kRow + 1;  ///< bytes that in() looks at

  FirstPairs() = default;
  explicit FirstPairs(const PhraseTable& table);

  /// Of each row from `from` on, a bit for each byte that is a mark, or may begin a phrase and
  /// stands behind no letter of its row. Few others are among them. The byte behind the last row is
  /// looked at, too.
  void find(const char* from, std::span<std::uint64_t> rows) const;

  /// The same on any processor.
  void find_portable(const char* from, std::span<std::uint64_t> rows) const;

 private:
  ByteHalves first_;
  ByteHalves second_;
};

}  // namespace letterkit
