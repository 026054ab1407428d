// Where the lines of a text end: at each \n, \r and form feed.
//
// Method: thirty-two bytes at once where the processor has AVX2, else sixteen.
#pragma once

#include <cstddef>
#include <string_view>

#include "support/processor.hpp"

namespace letterkit {

constexpr bool is_line_end(char c) {
  return c == '\n' || c == '\r' || c == '\f';
}

/// The first line end at or after byte `at`; the text's size when there is none.
std::size_t find_line_end_portable(std::string_view text, std::size_t at);
std::size_t find_line_end_with_avx2(std::string_view text, std::size_t at);

inline std::size_t find_line_end(std::string_view text, std::size_t at) {
  return has_avx2() ? find_line_end_with_avx2(text, at) : find_line_end_portable(text, at);
}

}  // namespace letterkit
