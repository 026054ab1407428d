// Where in a text a citation may begin: at words, brackets and hyphens.
//
// In: a text. Out: the places of '(', of '-' and of the words that citations begin with, in order.
// Method: 64 bytes a step, for a text has many more letters than words; each step gives a bit a
// byte. Three instructions a byte of paragraphs, of which most have no citation.
//
//   "de Kamer (Kamerstukken 33 279, nr. 12)" -> 3, 9, 10
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "fields/cursor.hpp"
#include "fields/phrase_table.hpp"

namespace letterkit {

/// A bit for each of a row of bytes that ...
struct PlaceBits {
  std::uint64_t ascii_word = 0;  ///< is an ASCII letter or digit
  std::uint64_t high = 0;        ///< is none of ASCII
  std::uint64_t marks = 0;       ///< is '(' or '-'
};

#if defined(__SSE2__)

/// Of sixteen bytes.
inline PlaceBits place_bits(const char* p) {
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
  const auto equal = [bytes](char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); };
  // Shifted so that the wanted bytes are the least of all signed ones.
  const auto within = [](__m128i from, char first, int count) {
    const __m128i low = _mm_sub_epi8(from, _mm_set1_epi8(static_cast<char>(first + 0x80)));
    return _mm_cmplt_epi8(low, _mm_set1_epi8(static_cast<char>(count - 0x80)));
  };
  const __m128i small = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
  const __m128i word = _mm_or_si128(within(small, 'a', 26), within(bytes, '0', 10));
  const auto bits = [](__m128i mask) { return static_cast<unsigned>(_mm_movemask_epi8(mask)); };
  return {bits(word), bits(bytes), bits(_mm_or_si128(equal('('), equal('-')))};
}

#else

inline PlaceBits place_bits(const char* p) {
  PlaceBits all;
  for (std::size_t i = 0; i < 16; ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i;
    all.ascii_word |= is_ascii_letter(p[i]) || is_ascii_digit(p[i]) ? bit : 0;
    all.high |= static_cast<unsigned char>(p[i]) >= 0x80 ? bit : 0;
    all.marks |= p[i] == '(' || p[i] == '-' ? bit : 0;
  }
  return all;
}

#endif

class CitationPlaces {
 public:
  /// `triggers`: the phrases that begin citations; no other words are places.
  CitationPlaces(std::string_view text, const PhraseTable& triggers)
      : text_(text), triggers_(triggers) {
    look_at(0);
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
  static constexpr std::size_t kBlock = 64;  // bytes

  void look_at(std::size_t begin) {
    std::array<char, kBlock + 1> last{};  // a block and the byte behind it
    const char* from = text_.data() + begin;
    if (begin + last.size() > text_.size()) {
      std::copy(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.end(), last.begin());
      from = last.data();
    }
    PlaceBits here;
    for (unsigned i = 0; i < kBlock; i += 16) {
      const PlaceBits row = place_bits(from + i);
      here.ascii_word |= row.ascii_word << i;
      here.high |= row.high << i;
      here.marks |= row.marks << i;
    }
    const char before = begin > 0 ? text_[begin - 1] : ' ';
    const bool word_before = is_ascii_letter(before) || is_ascii_digit(before);
    const std::uint64_t behind_word = here.ascii_word << 1U | (word_before ? 1U : 0U);
    bits_ = here.marks;
    for (std::uint64_t left = (here.ascii_word | here.high) & ~behind_word; left != 0;
         left &= left - 1) {
      const char* const word = from + std::countr_zero(left);
      if (triggers_.may_match(word[0], word[1])) {
        bits_ |= left & ~(left - 1);
      }
    }
    begin_ = begin;
  }

  std::string_view text_;
  const PhraseTable& triggers_;
  std::size_t begin_ = 0;
  std::uint64_t bits_ = 0;  // of the block's places that are still to come
};

}  // namespace letterkit
