// Groups of bytes, up to eight, looked up by the halves of a byte: 32 bytes at once with AVX2.
//
// In: the bytes of each group. Out: of a byte, a bit for each group that may have it: one that has
// a byte with the same low half, and one with the same high half. A bit too many is possible, one
// too few is not.
#pragma once

#include <array>
#include <cstdint>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace letterkit {

/// A bit for each group.
using ByteGroups = std::uint8_t;

struct ByteHalves {
  std::array<ByteGroups, 16> low{};
  std::array<ByteGroups, 16> high{};

  constexpr void add(unsigned char byte, ByteGroups groups) {
    low[byte & 15U] |= groups;
    high[byte >> 4U] |= groups;
  }

  [[nodiscard]] ByteGroups of(unsigned char byte) const {
    return low[byte & 15U] & high[byte >> 4U];
  }
};

#if defined(__x86_64__)

/// The same in registers; has_avx2() says where.
class WideByteHalves {
 public:
  [[gnu::target("avx2"), gnu::always_inline]] WideByteHalves() = default;

  [[gnu::target("avx2"), gnu::always_inline]] explicit WideByteHalves(const ByteHalves& halves)
      : low_(twice(halves.low)), high_(twice(halves.high)) {}

  /// The groups of each of the 32 bytes from here on.
  [[gnu::target("avx2"), gnu::always_inline]] [[nodiscard]] __m256i of(const char* from) const {
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
    const __m256i half = _mm256_set1_epi8(15);
    return _mm256_and_si256(
        _mm256_shuffle_epi8(low_, _mm256_and_si256(bytes, half)),
        _mm256_shuffle_epi8(high_, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half)));
  }

 private:
  [[gnu::target("avx2"), gnu::always_inline]] static __m256i twice(
      const std::array<ByteGroups, 16>& half) {
    return _mm256_broadcastsi128_si256(
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(half.data())));
  }

  __m256i low_;
  __m256i high_;
};

#endif

}  // namespace letterkit
