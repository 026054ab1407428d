// Where in a text a citation may begin: at words, brackets and hyphens.
//
// In: a text. Out: the places of '(', of '-' and of the words that citations begin with, in order.
// Method: 64 bytes a step, for a text has many more letters than words; each step gives a bit a
// byte. Words are told by the two bytes that they begin with, which spares nearly all a look.
//
//   "de Kamer (Kamerstukken 33 279, nr. 12)" -> 3, 9, 10
#pragma once

#include <algorithm>
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
  /// `end`: no place behind it is asked for.
  CitationPlaces(std::string_view text, std::size_t end, const PhraseTable& triggers,
                 const FirstPairs& firsts)
      : text_(text), end_(end), triggers_(triggers), firsts_(firsts) {
    if (!text.empty()) {
      go_to(0);
    }
  }

  /// The first place behind the one given before; the text's size when there is none. Behind a byte
  /// beyond ASCII any byte of a word may be one: what it is of, the caller knows.
  std::size_t next() {
    while (true) {
      while (bits_ != 0) {
        const std::size_t at = begin_ + static_cast<std::size_t>(std::countr_zero(bits_));
        bits_ &= bits_ - 1;
        if (is_place(at)) {
          return at;
        }
      }
      if (begin_ + kRow >= end_) {
        return text_.size();
      }
      go_to(begin_ + kRow);
    }
  }

  /// Passes the places before `at`.
  void pass(std::size_t at) {
    if (at >= end_) {
      begin_ = end_;
      bits_ = 0;
      return;
    }
    if (at >= begin_ + kRow) {
      go_to(at - at % kRow);
    }
    bits_ &= ~std::uint64_t{0} << (at - begin_);
  }

 private:
  static constexpr std::size_t kRow = FirstPairs::kRow;
  static constexpr std::size_t kRows = 8;  // looked at in one go: most paragraphs have no more

  /// Goes to the row at `begin`, a multiple of kRow inside the text.
  void go_to(std::size_t begin) {
    begin_ = begin;
    if (begin >= found_end_) {
      find_from(begin);
    }
    bits_ = found_[begin / kRow % kRows];
  }

  /// What the first bytes of the places tell in the row at `begin` and those behind it, up to a
  /// multiple of kRows.
  void find_from(std::size_t begin) {
    const std::size_t slot = begin / kRow % kRows;
    const std::size_t full = (text_.size() - begin - 1) / kRow;  // with a byte behind them
    const std::size_t wanted = begin < end_ ? (end_ - begin + kRow - 1) / kRow : 1;
    const std::size_t rows = std::min({full, wanted, kRows - slot});
    if (rows > 0) {
      firsts_.find(text_.data() + begin, {found_.data() + slot, rows});
      found_end_ = begin + rows * kRow;
      return;
    }
    std::array<char, FirstPairs::kLooked> last{};
    std::memcpy(last.data(), text_.data() + begin, text_.size() - begin);
    firsts_.find(last.data(), {found_.data() + slot, 1});
    found_end_ = begin + kRow;
  }

  static bool in_ascii_word(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }

  /// Whether a mark, or a word that may begin a citation, starts at `at`, which is one by its first
  /// bytes.
  [[nodiscard]] bool is_place(std::size_t at) const {
    return text_[at] == '(' || text_[at] == '-' ||
           (triggers_.may_start(text_, at) && may_start_word(text_[at]) &&
            (at == 0 || !in_ascii_word(text_[at - 1])));
  }

  std::string_view text_;
  std::size_t end_;
  const PhraseTable& triggers_;
  const FirstPairs& firsts_;
  std::size_t begin_ = 0;                   // of the row
  std::uint64_t bits_ = 0;                  // of the row's places that are still to come
  std::array<std::uint64_t, kRows> found_;  // of rows up to found_end_
  std::size_t found_end_ = 0;
};

}  // namespace letterkit
