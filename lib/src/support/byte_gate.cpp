#include "support/byte_gate.hpp"

#include <cstdint>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace letterkit {
namespace {

/// The last places of a text, whose windows end behind it: what is left, filled up with NULs, which
/// stand for any byte.
template <std::size_t Size>
class Rest {
 public:
  explicit Rest(std::string_view rest) { std::memcpy(bytes_.data(), rest.data(), rest.size()); }

  [[nodiscard]] const char* data() const { return bytes_.data(); }

 private:
  std::array<char, Size> bytes_{};
};

Sorts sorts_at(const ByteGate& gate, const char* at) {
  unsigned sorts = 0xFF;
  for (std::size_t i = 0; i < kWindow; ++i) {
    const auto byte = static_cast<unsigned char>(at[i]);
    sorts &= gate.low[i][byte & 0xFU] & gate.high[i][byte >> 4U];
  }
  return static_cast<Sorts>(sorts);
}

#if defined(__x86_64__)

constexpr std::size_t kPlaces = 32;  // at once
constexpr std::size_t kRead = kPlaces + kWindow - 1;
constexpr std::size_t kHalfWindow = kWindow / 2;

/// What is allowed in half of a window's places, in registers.
class WideHalf {
 public:
  [[gnu::target("avx2"), gnu::always_inline]] WideHalf(const ByteGate& gate, std::size_t first) {
    for (std::size_t i = 0; i < kHalfWindow; ++i) {
      low_[i] = twice(gate.low[first + i]);
      high_[i] = twice(gate.high[first + i]);
    }
  }

  /// The sorts that are allowed at each of the places that start here.
  [[gnu::target("avx2"), gnu::always_inline]] __m256i sorts_at(const char* at) const {
    const __m256i half = _mm256_set1_epi8(0xF);
    __m256i sorts = _mm256_set1_epi8(-1);
    for (std::size_t i = 0; i < kHalfWindow; ++i) {
      const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at + i));
      const __m256i low = _mm256_and_si256(bytes, half);
      const __m256i high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half);
      sorts = _mm256_and_si256(sorts, _mm256_and_si256(_mm256_shuffle_epi8(low_[i], low),
                                                       _mm256_shuffle_epi8(high_[i], high)));
    }
    return sorts;
  }

 private:
  [[gnu::target("avx2"), gnu::always_inline]] static __m256i twice(const ByteGate::Halves& halves) {
    return _mm256_broadcastsi128_si256(
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(halves.data())));
  }

  __m256i low_[kHalfWindow];   // NOLINT(modernize-avoid-c-arrays): registers
  __m256i high_[kHalfWindow];  // NOLINT(modernize-avoid-c-arrays)
};

/// Those of some sorts that the second half of the windows allows, too. Few places get here, and
/// the loop has no registers left for it.
[[gnu::target("avx2"), gnu::noinline]] Sorts second_half(const ByteGate& gate, const char* at,
                                                         const __m256i& some) {
  const WideHalf half(gate, kHalfWindow);
  const __m256i sorts = _mm256_and_si256(some, half.sorts_at(at + kHalfWindow));
  const __m128i two =
      _mm_or_si128(_mm256_castsi256_si128(sorts), _mm256_extracti128_si256(sorts, 1));
  auto eight = static_cast<std::uint64_t>(_mm_cvtsi128_si64(two) | _mm_extract_epi64(two, 1));
  eight |= eight >> 32U;
  eight |= eight >> 16U;
  eight |= eight >> 8U;
  return static_cast<Sorts>(eight);
}

[[gnu::target("avx2")]] Sorts wide_sorts(const ByteGate& gate, std::string_view text) {
  const WideHalf half(gate, 0);
  unsigned sorts = 0;
  const auto add_sorts = [&](const char* at) __attribute__((target("avx2"), always_inline)) {
    const __m256i some = half.sorts_at(at);
    if (_mm256_testz_si256(some, some) == 0) {
      sorts |= second_half(gate, at, some);
    }
  };
  std::size_t at = 0;
  for (; at + kRead <= text.size(); at += kPlaces) {
    add_sorts(text.data() + at);
  }
  const Rest<2 * kPlaces + kWindow> rest(text.substr(at));
  add_sorts(rest.data());
  if (text.size() - at > kPlaces) {
    add_sorts(rest.data() + kPlaces);
  }
  return static_cast<Sorts>(sorts);
}

bool has_avx2() {
  return __builtin_cpu_supports("avx2") != 0;
}

#else

Sorts wide_sorts(const ByteGate& gate, std::string_view text) {
  return gate.in_place_by_place(text);
}

constexpr bool has_avx2() {
  return false;
}

#endif

}  // namespace

Sorts ByteGate::in_place_by_place(std::string_view text) const {
  Sorts sorts = 0;
  std::size_t at = 0;
  for (; at + kWindow <= text.size(); ++at) {
    sorts |= sorts_at(*this, text.data() + at);
  }
  const Rest<2 * kWindow> rest(text.substr(at));
  for (std::size_t i = 0; at + i < text.size(); ++i) {
    sorts |= sorts_at(*this, rest.data() + i);
  }
  return sorts;
}

Sorts ByteGate::in(std::string_view text) const {
  return has_avx2() ? wide_sorts(*this, text) : in_place_by_place(text);
}

}  // namespace letterkit
