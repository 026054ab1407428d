// Where in a text a citation may begin: at words, brackets and hyphens.
//
// In: a text. Out: the places of its words' first bytes, of '(' and of '-', in order. Method:
// sixteen bytes a step, for a text has many more letters than words; each step gives a bit a byte.
//
//   "(33 279, nr. 12)" -> 0, 1, 4, 9, 13
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "fields/cursor.hpp"

namespace letterkit {

/// A bit for each of sixteen bytes that ...
struct PlaceBits {
  unsigned ascii_word = 0;  ///< is an ASCII letter or digit
  unsigned high = 0;        ///< is none of ASCII
  unsigned marks = 0;       ///< is '(' or '-'
};

#if defined(__SSE2__)

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
    const bool word = is_ascii_letter(p[i]) || is_ascii_digit(p[i]);
    all.ascii_word |= (word ? 1U : 0U) << i;
    all.high |= static_cast<unsigned char>(p[i]) >= 0x80 ? 1U << i : 0U;
    all.marks |= p[i] == '(' || p[i] == '-' ? 1U << i : 0U;
  }
  return all;
}

#endif

class CitationPlaces {
 public:
  explicit CitationPlaces(std::string_view text) : text_(text) {}

  /// The first place at or behind `at`, which is not before one asked for earlier; the text's size
  /// when there is none. Behind a byte beyond ASCII any byte of a word is one: what it is of, the
  /// caller knows.
  std::size_t next(std::size_t at) {
    while (at < text_.size()) {
      const std::size_t begin = at - at % kBlock;
      if (begin != begin_ || !known_) {
        look_at(begin);
      }
      if (const unsigned left = bits_ & (~0U << (at - begin)); left != 0) {
        return begin + static_cast<std::size_t>(std::countr_zero(left));
      }
      at = begin + kBlock;
    }
    return text_.size();
  }

 private:
  static constexpr std::size_t kBlock = 16;

  void look_at(std::size_t begin) {
    std::array<char, kBlock> last{};
    const char* from = text_.data() + begin;
    if (begin + kBlock > text_.size()) {
      std::memcpy(last.data(), from, text_.size() - begin);
      from = last.data();
    }
    const PlaceBits here = place_bits(from);
    const unsigned word = here.ascii_word | here.high;
    const char before = begin > 0 ? text_[begin - 1] : ' ';
    const bool word_before = is_ascii_letter(before) || is_ascii_digit(before);
    const unsigned behind_ascii = here.ascii_word << 1U | (word_before ? 1U : 0U);
    bits_ = (word & ~behind_ascii) | here.marks;
    begin_ = begin;
    known_ = true;
  }

  std::string_view text_;
  std::size_t begin_ = 0;
  unsigned bits_ = 0;  // of the block's places
  bool known_ = false;
};

}  // namespace letterkit
