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

inline constexpr std::uint64_t kHashMix = 0x9E3779B97F4A7C15U;  // 2^64 by the golden ratio

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

/// Visits a word eight bytes at a time, until a visit says false. What is left at the end is
/// visited as the last eight bytes, of which some were seen before; a shorter word at once.
template <typename Visit>
bool each_part(std::string_view word, const Visit& visit) {
  if (word.size() < 8) {
    return word.empty() || visit(first_bytes(word.data(), word.size()));
  }
  const char* const last = word.data() + word.size() - 8;
  for (const char* at = word.data(); at < last; at += 8) {
    if (!visit(first_bytes(at, 8))) {
      return false;
    }
  }
  return visit(first_bytes(last, 8));
}

/// Eight bytes with the ASCII capitals among them made small: sums that pass 0x80 tell the letters.
constexpr std::uint64_t small_letters(std::uint64_t part) {
  constexpr std::uint64_t kEach = 0x0101010101010101U;
  constexpr std::uint64_t kHigh = 0x80 * kEach;
  const std::uint64_t low = part & ~kHigh;
  const std::uint64_t from_a = low + (0x80 - 'A') * kEach;
  const std::uint64_t behind_z = low + (0x7F - 'Z') * kEach;
  const std::uint64_t capital = (from_a ^ behind_z) & ~part & kHigh;
  return part | capital >> 2U;  // 0x80 to 0x20, which makes a letter small
}

/// Takes one part of a word into its hash.
constexpr std::uint64_t hash_on(std::uint64_t hash, std::uint64_t part) {
  hash = (hash ^ part) * kHashMix;
  return hash ^ hash >> 32U;
}

inline std::uint64_t hash_word(std::string_view word) {
  std::uint64_t hash = word.size() * kHashMix;
  each_part(word, [&hash](std::uint64_t part) {
    hash = hash_on(hash, part);
    return true;
  });
  return hash;
}

/// The hash of a word with its ASCII capitals made small, and whether it is ASCII all through.
struct SmallHash {
  std::uint64_t hash = 0;
  bool ascii = true;
};

inline SmallHash hash_small(std::string_view word) {
  std::uint64_t hash = word.size() * kHashMix;
  std::uint64_t all = 0;
  each_part(word, [&](std::uint64_t part) {
    all |= part;
    hash = hash_on(hash, small_letters(part));
    return true;
  });
  return {hash, (all & 0x8080808080808080U) == 0};
}

/// Whether `word` is `small`, which has no capitals, once its own are made small.
inline bool equals_small(std::string_view word, std::string_view small) {
  const std::size_t size = word.size();
  const auto same = [&](std::size_t at, std::size_t n) {
    return small_letters(first_bytes(word.data() + at, n)) == first_bytes(small.data() + at, n);
  };
  if (size != small.size() || size < 8) {
    return size == small.size() && (size == 0 || same(0, size));
  }
  for (std::size_t at = 0; at + 8 < size; at += 8) {
    if (!same(at, 8)) {
      return false;
    }
  }
  return same(size - 8, 8);
}

/// For unordered containers of std::string that are searched by std::string_view.
struct WordHash {
  using is_transparent = void;

  std::size_t operator()(std::string_view word) const { return hash_word(word); }
};

}  // namespace letterkit
