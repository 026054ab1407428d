// Where in a text a citation may begin: at words, brackets and hyphens.
//
// In: a text. Out: the places of '(', of '-' and of the words that citations begin with, in order.
// Method: 64 bytes a step, for a text has many more letters than words; each step gives a bit a
// byte. Words are asked for the few letters that citations begin with, which spares three of four a
// look: two instructions a byte of paragraphs, of which most have no citation.
//
//   "de Kamer (Kamerstukken 33 279, nr. 12)" -> 3, 9, 10
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fields/cursor.hpp"
#include "fields/first_letters.hpp"
#include "fields/phrase_table.hpp"
#include "support/byte_block.hpp"

namespace letterkit {

class CitationPlaces {
 public:
  /// `triggers`: the phrases that begin citations; no other words are places. `firsts`: of them.
  CitationPlaces(std::string_view text, const PhraseTable& triggers, const FirstLetters& firsts)
      : text_(text), triggers_(triggers), firsts_(firsts) {
    if (!text.empty()) {
      look_at(0);
    }
  }

  /// The first place behind the one given before; the text's size when there is none. Behind a byte
  /// beyond ASCII any byte of a word may be one: what it is of, the caller knows.
  std::size_t next() {
    while (bits_ == 0) {
      if (begin_ + kBlock >= text_.size()) {
        return text_.size();
      }
      look_at(begin_ + kBlock);
    }
    const std::size_t at = begin_ + static_cast<std::size_t>(std::countr_zero(bits_));
    bits_ &= bits_ - 1;
    return at;
  }

  /// Passes the places before `at`.
  void pass(std::size_t at) {
    if (at >= text_.size()) {
      begin_ = text_.size();
      bits_ = 0;
      return;
    }
    if (at >= begin_ + kBlock) {
      look_at(at - at % kBlock);
    }
    bits_ &= ~std::uint64_t{0} << (at - begin_);
  }

 private:
  static constexpr std::size_t kBlock = ByteRow::kSize;

  void look_at(std::size_t begin) {
    const ByteRow row(text_, begin);
    const std::uint64_t marks = row.bits([](auto bytes) { return bytes.is('(') | bytes.is('-'); });
    const std::uint64_t letters = row.bits([](auto bytes) { return bytes.is_letter(); });
    bits_ = marks;
    begin_ = begin;
    for (std::uint64_t left = firsts_.in(row) & ~(letters << 1U); left != 0; left &= left - 1) {
      if (is_word_place(begin + static_cast<std::size_t>(std::countr_zero(left)))) {
        bits_ |= left & ~(left - 1);
      }
    }
  }

  static bool in_ascii_word(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }

  /// Whether a word that may begin a citation starts at `at`, if not behind the text's end.
  [[nodiscard]] bool is_word_place(std::size_t at) const {
    return at < text_.size() && triggers_.may_start(text_, at) &&
           (in_ascii_word(text_[at]) || static_cast<unsigned char>(text_[at]) >= 0x80) &&
           (at == 0 || !in_ascii_word(text_[at - 1]));
  }

  std::string_view text_;
  const PhraseTable& triggers_;
  const FirstLetters& firsts_;
  std::size_t begin_ = 0;
  std::uint64_t bits_ = 0;  // of the block's places that are still to come
};

}  // namespace letterkit
