// Where in a text a citation may begin: at words, brackets and hyphens.
//
// In: a text. Out: the places of '(', of '-' and of the words that citations begin with, in order.
// Method: 64 bytes a step, for a text has many more letters than words; each step gives a bit a
// byte. Words are told by the two bytes that they begin with, which spares nearly all a look.
//
//   "de Kamer (Kamerstukken 33 279, nr. 12)" -> 3, 9, 10
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "fields/cursor.hpp"
#include "fields/first_pairs.hpp"
#include "fields/phrase_table.hpp"

namespace letterkit {

class CitationPlaces {
 public:
  /// `triggers`: the phrases that begin citations; no other words are places. `firsts`: of them.
  CitationPlaces(std::string_view text, const PhraseTable& triggers, const FirstPairs& firsts)
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
  static constexpr std::size_t kBlock = FirstPairs::kRow;

  void look_at(std::size_t begin) {
    begin_ = begin;
    bits_ = firsts_in(begin);
    for (std::uint64_t left = bits_; left != 0; left &= left - 1) {
      if (!is_place(begin + static_cast<std::size_t>(std::countr_zero(left)))) {
        bits_ &= ~(left & (~left + 1));
      }
    }
  }

  /// What the first bytes of the places in a block tell.
  [[nodiscard]] std::uint64_t firsts_in(std::size_t begin) const {
    if (text_.size() - begin >= FirstPairs::kLooked) {
      return firsts_.in(text_.data() + begin);
    }
    std::array<char, FirstPairs::kLooked> last{};
    std::memcpy(last.data(), text_.data() + begin, text_.size() - begin);
    return firsts_.in(last.data());
  }

  static bool in_ascii_word(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }

  /// Whether a mark, or a word that may begin a citation, starts at `at`, which is one by its first
  /// bytes.
  [[nodiscard]] bool is_place(std::size_t at) const {
    return text_[at] == '(' || text_[at] == '-' ||
           ((at == 0 || !in_ascii_word(text_[at - 1])) && triggers_.may_start(text_, at) &&
            may_start_word(text_[at]));
  }

  std::string_view text_;
  const PhraseTable& triggers_;
  const FirstPairs& firsts_;
  std::size_t begin_ = 0;
  std::uint64_t bits_ = 0;  // of the block's places that are still to come
};

}  // namespace letterkit
