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

inline std::uint64_t hash_word(std::string_view word) {
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = word.size() * kMix;
  const char* at = word.data();
  std::size_t left = word.size();
  while (left > 0) {
    std::uint64_t part = 0;
    const std::size_t n = left < sizeof part ? left : sizeof part;
    if (n == sizeof part) {
      std::memcpy(&part, at, sizeof part);
    } else {
      for (std::size_t i = 0; i < n; ++i) {
        part |= std::uint64_t{static_cast<unsigned char>(at[i])} << (8 * i);
      }
    }
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
