// Sixteen bytes of a text, asked about at once.
//
// In: a place in a text with as many bytes. Out: which of them match; bit i tells of byte i. With
// SSE2, which every x86-64 has, a question takes one to three instructions; elsewhere loops say the
// same.
//
//   ByteBlock("De minister van ").is(' ').bits() -> bits 2, 11 and 15
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace letterkit {

class PortableByteBlock {
 public:
  static constexpr std::size_t kSize = 16;

  class Matches {
   public:
    explicit Matches(unsigned bits) : bits_(bits) {}

    friend Matches operator|(Matches a, Matches b) { return Matches(a.bits_ | b.bits_); }

    friend Matches operator&(Matches a, Matches b) { return Matches(a.bits_ & b.bits_); }

    [[nodiscard]] Matches without(Matches others) const { return Matches(bits_ & ~others.bits_); }

    [[nodiscard]] unsigned bits() const { return bits_; }

   private:
    unsigned bits_;
  };

  explicit PortableByteBlock(const char* from) { std::memcpy(bytes_.data(), from, kSize); }

  [[nodiscard]] Matches is(char c) const {
    return matches([c](unsigned char byte) { return byte == static_cast<unsigned char>(c); });
  }

  /// Which are `c` once these bits are set.
  [[nodiscard]] Matches is_with(char bits, char c) const {
    return matches([=](unsigned char byte) {
      return (byte | static_cast<unsigned char>(bits)) == static_cast<unsigned char>(c);
    });
  }

  /// Which are in [first, last].
  [[nodiscard]] Matches is_in(unsigned char first, unsigned char last) const {
    return matches([=](unsigned char byte) { return byte >= first && byte <= last; });
  }

  /// Which are ASCII letters.
  [[nodiscard]] Matches is_letter() const { return is_in('A', 'Z') | is_in('a', 'z'); }

  [[nodiscard]] Matches is_not_ascii() const { return is_in(0x80, 0xFF); }

  /// Which are below an ASCII character or none of ASCII: one question for both.
  [[nodiscard]] Matches is_below_or_not_ascii(char c) const {
    return matches([c](unsigned char byte) { return byte < c || byte >= 0x80; });
  }

  /// Which go on with a character of UTF-8.
  [[nodiscard]] Matches goes_on() const { return is_in(0x80, 0xBF); }

  /// The bits that are set in either.
  friend PortableByteBlock operator|(PortableByteBlock a, const PortableByteBlock& b) {
    for (std::size_t i = 0; i < kSize; ++i) {
      a.bytes_[i] |= b.bytes_[i];
    }
    return a;
  }

 private:
  template <typename Is>
  [[nodiscard]] Matches matches(const Is& is) const {
    unsigned bits = 0;
    for (std::size_t i = 0; i < kSize; ++i) {
      bits |= static_cast<unsigned>(is(bytes_[i])) << i;
    }
    return Matches(bits);
  }

  std::array<unsigned char, kSize> bytes_{};
};

#if defined(__SSE2__)

/// The same, by the processor.
class ByteBlock {
 public:
  static constexpr std::size_t kSize = 16;

  class Matches {
   public:
    explicit Matches(__m128i bytes) : bytes_(bytes) {}

    friend Matches operator|(Matches a, Matches b) {
      return Matches(_mm_or_si128(a.bytes_, b.bytes_));
    }

    friend Matches operator&(Matches a, Matches b) {
      return Matches(_mm_and_si128(a.bytes_, b.bytes_));
    }

    [[nodiscard]] Matches without(Matches others) const {
      return Matches(_mm_andnot_si128(others.bytes_, bytes_));
    }

    [[nodiscard]] unsigned bits() const { return static_cast<unsigned>(_mm_movemask_epi8(bytes_)); }

   private:
    __m128i bytes_;  // the high bit of each counts
  };

  explicit ByteBlock(const char* from)
      : bytes_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from))) {}

  [[nodiscard]] Matches is(char c) const {
    return Matches(_mm_cmpeq_epi8(bytes_, _mm_set1_epi8(c)));
  }

  [[nodiscard]] Matches is_with(char bits, char c) const {
    return Matches(_mm_cmpeq_epi8(_mm_or_si128(bytes_, _mm_set1_epi8(bits)), _mm_set1_epi8(c)));
  }

  [[nodiscard]] Matches is_in(unsigned char first, unsigned char last) const {
    return in(bytes_, first, last);
  }

  [[nodiscard]] Matches is_letter() const {
    return in(_mm_or_si128(bytes_, _mm_set1_epi8(0x20)), 'a', 'z');
  }

  [[nodiscard]] Matches is_not_ascii() const { return Matches(bytes_); }

  [[nodiscard]] Matches is_below_or_not_ascii(char c) const {
    return Matches(_mm_subs_epi8(bytes_, _mm_set1_epi8(c)));  // below 0, and what was so stays so
  }

  [[nodiscard]] Matches goes_on() const {
    return Matches(_mm_cmplt_epi8(bytes_, _mm_set1_epi8(static_cast<char>(0xC0))));
  }

  friend ByteBlock operator|(const ByteBlock& a, const ByteBlock& b) {
    return ByteBlock(_mm_or_si128(a.bytes_, b.bytes_));
  }

 private:
  explicit ByteBlock(__m128i bytes) : bytes_(bytes) {}

  static Matches in(__m128i bytes, unsigned char first, unsigned char last) {
    const __m128i above = _mm_sub_epi8(bytes, _mm_set1_epi8(static_cast<char>(first)));
    const __m128i most = _mm_set1_epi8(static_cast<char>(last - first));
    return Matches(_mm_cmpeq_epi8(_mm_min_epu8(above, most), above));
  }

  __m128i bytes_;
};

#else

using ByteBlock = PortableByteBlock;

#endif

/// A text's bytes in rows of 64, the last one filled up with NULs.
class ByteRow {
 public:
  static constexpr std::size_t kSize = 64;

  /// The row that starts at `begin`, inside the text.
  ByteRow(std::string_view text, std::size_t begin) : from_(text.data() + begin) {
    if (text.size() - begin < kSize) {
      std::memcpy(last_.data(), from_, text.size() - begin);
      from_ = last_.data();
    }
  }

  ByteRow(const ByteRow&) = delete;
  ByteRow& operator=(const ByteRow&) = delete;

  /// A bit for each byte that matches what `matches` says of blocks.
  template <typename Matches>
  [[nodiscard]] std::uint64_t bits(const Matches& matches) const {
    std::uint64_t bits = 0;
    for (unsigned i = 0; i < kSize; i += ByteBlock::kSize) {
      bits |= std::uint64_t{matches(ByteBlock(from_ + i)).bits()} << i;
    }
    return bits;
  }

 private:
  std::array<char, kSize> last_{};
  const char* from_;
};

/// The first byte at or after `from` that matches what `matches_at` says of blocks; the text's size
/// when none does. It is given the place of a block with `Behind` bytes more.
template <std::size_t Behind = 0, typename MatchesAt>
std::size_t find_in_blocks(std::string_view text, std::size_t from, const MatchesAt& matches_at) {
  constexpr std::size_t kAll = ByteBlock::kSize + Behind;
  const auto first_of = [](unsigned bits) {
    return static_cast<std::size_t>(std::countr_zero(bits));
  };
  for (; from + kAll <= text.size(); from += ByteBlock::kSize) {
    if (const unsigned bits = matches_at(text.data() + from).bits(); bits != 0) {
      return from + first_of(bits);
    }
  }
  if (from + Behind >= text.size()) {
    return text.size();
  }
  const std::size_t left = text.size() - Behind - from;
  unsigned bits = 0;
  if (text.size() >= kAll) {  // the last block, with some bytes that were looked at already
    bits = matches_at(text.data() + text.size() - kAll).bits() >> (ByteBlock::kSize - left);
  } else {
    std::array<char, kAll> padded{};
    std::memcpy(padded.data(), text.data() + from, left + Behind);
    bits = matches_at(padded.data()).bits() & ((1U << left) - 1);
  }
  return bits != 0 ? from + first_of(bits) : text.size();
}

/// Whether a text is ASCII all through.
inline bool is_ascii(std::string_view text) {
  return find_in_blocks(text, 0, [](const char* at) { return ByteBlock(at).is_not_ascii(); }) ==
         text.size();
}

}  // namespace letterkit
