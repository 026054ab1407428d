#include "support/byte_gate.hpp"

#include <cstdint>
#include <cstring>

#include "support/processor.hpp"

namespace letterkit {
namespace {

/// The last places of a text, whose windows end behind it: what is left, filled up with NULs.
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
    sorts &= gate.places[i].of(static_cast<unsigned char>(at[i]));
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
      places_[i] = WideByteHalves(gate.places[first + i]);
    }
  }

  /// The sorts that are allowed at each of the places that start here.
  [[gnu::target("avx2"), gnu::always_inline]] [[nodiscard]] __m256i sorts_at(const char* at) const {
    __m256i sorts = places_[0].of(at);
    for (std::size_t i = 1; i < kHalfWindow; ++i) {
      sorts = _mm256_and_si256(sorts, places_[i].of(at + i));
    }
    return sorts;
  }

 private:
  WideByteHalves places_[kHalfWindow];  // NOLINT(modernize-avoid-c-arrays): registers
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

#else

Sorts wide_sorts(const ByteGate& gate, std::string_view text) {
  return gate.in_place_by_place(text);
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
