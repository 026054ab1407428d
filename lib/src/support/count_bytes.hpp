// How many bytes of a text are of one kind.
//
// Counted in blocks of 240, in a byte, so that compilers count sixteen at a time: std::count
// spreads every byte over eight and takes six instructions for each.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>

#include "support/processor.hpp"

namespace letterkit {

template <typename Is>
[[gnu::always_inline]] inline std::size_t count_bytes(std::string_view text, const Is& is) {
  constexpr std::size_t kBlock = 240;
  const auto count_in = [&is](const char* from, std::size_t size) __attribute__((always_inline)) {
    unsigned char count = 0;
    for (std::size_t i = 0; i < size; ++i) {
      count = static_cast<unsigned char>(count + static_cast<unsigned char>(is(from[i])));
    }
    return std::size_t{count};
  };
  std::size_t count = 0;
  std::size_t from = 0;
  for (; from + kBlock <= text.size(); from += kBlock) {
    count += count_in(text.data() + from, kBlock);  // a size that is known: no loop is left
  }
  return count + count_in(text.data() + from, text.size() - from);
}

[[gnu::always_inline]] inline std::size_t count_byte(std::string_view text, char wanted) {
  return count_bytes(text, [wanted](char c) { return c == wanted; });
}

#if defined(__x86_64__)
template <typename Is>
[[gnu::target("avx2")]] std::size_t count_bytes_with_avx2(std::string_view text, const Is& is) {
  return count_bytes(text, is);
}
#endif

/// count_bytes() of a long text, thirty-two at a time where the processor has AVX2. `is` is to be a
/// lambda: a function by its name is called for each byte.
template <typename Is>
std::size_t count_bytes_of_long(std::string_view text, const Is& is) {
#if defined(__x86_64__)
  if (has_avx2()) {
    return count_bytes_with_avx2(text, is);
  }
#endif
  return count_bytes(text, is);
}

/// How many spaces a text starts or ends with. Side columns stand behind a hundred.
inline std::size_t leading_spaces(std::string_view text) {
  std::size_t count = 0;
  while (count + 8 <= text.size() && std::memcmp(text.data() + count, "        ", 8) == 0) {
    count += 8;
  }
  while (count < text.size() && text[count] == ' ') {
    ++count;
  }
  return count;
}

inline std::size_t trailing_spaces(std::string_view text) {
  std::size_t left = text.size();
  while (left >= 8 && std::memcmp(text.data() + left - 8, "        ", 8) == 0) {
    left -= 8;
  }
  while (left > 0 && text[left - 1] == ' ') {
    --left;
  }
  return text.size() - left;
}

}  // namespace letterkit
