// The hash of short words that all word tables share: eight bytes a step.
//
// In: the bytes of a word. Out: 64 bits, the same on every run of one machine; never stored.
// std::hash walks words of five bytes one byte at a time: three times as long on function words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace letterkit {

/// The first n bytes, one to eight, as a number. The two halves that are read may overlap, where
/// both say the same.
inline std::uint64_t first_bytes(const char* at, std::size_t n) {
  if (n == 8) {
    std::uint64_t all = 0;
    std::memcpy(&all, at, 8);
    return all;
  }
  if (n >= 4) {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::memcpy(&low, at, 4);
    std::memcpy(&high, at + n - 4, 4);
    return low | std::uint64_t{high} << (8 * (n - 4));
  }
  const auto byte = [at](std::size_t i) {
    return std::uint64_t{static_cast<unsigned char>(at[i])} << (8 * i);
  };
  return byte(0) | byte(n / 2) | byte(n - 1);
}

inline std::uint64_t hash_word(std::string_view word) {
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = word.size() * kMix;
  const char* at = word.data();
  std::size_t left = word.size();
  while (left > 0) {
    const std::size_t n = left < 8 ? left : 8;
    const std::uint64_t part = first_bytes(at, n);
    hash = (hash ^ part) * kMix;
    hash ^= hash >> 32U;
    at += n;
    left -= n;
  }
  return hash;
}

/// For unordered containers of std::string that are searched by std::string_view.
struct WordHash {
  using is_transparent = void;

  std::size_t operator()(std::string_view word) const { return hash_word(word); }
};

}  // namespace letterkit
