// How many bytes of a text are of one kind.
//
// Counted in blocks of 240, in a byte, so that compilers count sixteen at a time: std::count
// spreads every byte over eight and takes six instructions for each.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace letterkit {

template <typename Is>
std::size_t count_bytes(std::string_view text, const Is& is) {
  constexpr std::size_t kBlock = 240;
  std::size_t count = 0;
  for (std::size_t from = 0; from < text.size(); from += kBlock) {
    const std::string_view block = text.substr(from, kBlock);
    unsigned char in_block = 0;
    for (const char c : block) {
      in_block = static_cast<unsigned char>(in_block + static_cast<unsigned char>(is(c)));
    }
    count += in_block;
  }
  return count;
}

inline std::size_t count_byte(std::string_view text, char wanted) {
  return count_bytes(text, [wanted](char c) { return c == wanted; });
}

/// How many spaces a text starts with. Side columns stand behind a hundred.
inline std::size_t leading_spaces(std::string_view text) {
  constexpr std::uint64_t kEightSpaces = 0x2020202020202020U;
  std::size_t at = 0;
  for (std::uint64_t eight = kEightSpaces; at + 8 <= text.size(); at += 8) {
    std::memcpy(&eight, text.data() + at, 8);
    if (eight != kEightSpaces) {
      break;
    }
  }
  while (at < text.size() && text[at] == ' ') {
    ++at;
  }
  return at;
}

}  // namespace letterkit
