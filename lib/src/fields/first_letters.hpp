// The letters that phrases of a table start with, sixteen times each, to compare blocks with.
//
// In: a table of phrases. Out: which bytes of a block may start one, by the last five bits,
// whatever the case. Made once a table, for to make it takes as long as to look at two hundred
// bytes.
//
//   "kamerstuk", "TK" -> 'k', 't', and what ends in the same bits
#pragma once

#include <array>
#include <bit>
#include <cstdint>

#include "fields/phrase_table.hpp"
#include "support/byte_block.hpp"

namespace letterkit {

class FirstLetters {
 public:
  FirstLetters() = default;

  explicit FirstLetters(const PhraseTable& table) {
    const std::uint32_t firsts = table.first_bits();
    few_ = std::popcount(firsts) <= static_cast<int>(firsts_.size());
    std::uint32_t left = firsts;
    for (ByteBlock& first : firsts_) {  // those of a table with fewer stand there again
      left = left != 0 ? left : firsts;
      first = ByteBlock(static_cast<char>(std::countr_zero(left) & 0x1F));
      left &= left - 1;
    }
  }

  /// Of a row of bytes, a bit for each that may start a phrase. With more letters than are worth
  /// comparing all may.
  [[nodiscard]] std::uint64_t in(const ByteRow& row) const {
    return !few_ ? ~std::uint64_t{0} : row.bits([this](const ByteBlock& bytes) {
      const ByteBlock five = bytes.last_five_bits();
      return ((five.is(firsts_[0]) | five.is(firsts_[1])) |
              (five.is(firsts_[2]) | five.is(firsts_[3]))) |
             (five.is(firsts_[4]) | five.is(firsts_[5]));
    });
  }

 private:
  std::array<ByteBlock, 6> firsts_{ByteBlock('\0'), ByteBlock('\0'), ByteBlock('\0'),
                                   ByteBlock('\0'), ByteBlock('\0'), ByteBlock('\0')};
  bool few_ = false;
};

}  // namespace letterkit
