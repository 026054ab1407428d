// How far a line goes on as it is: up to its end, or to the first byte that folding may change.
//
// In: a letter's text and a place in it. Out: where the plain run ends that starts there, and its
// characters. Nine lines of ten are found and measured by this one look at their bytes.
//
//   "Geachte heer,\n" -> ends at byte 13, the line's end
#pragma once

#include <cstddef>
#include <string_view>

#include "support/byte_block.hpp"

namespace letterkit {

/// Bytes of the blank at `at`: white space, a no-break or thin space, a soft hyphen's or a byte
/// order mark's zero width; 0 when there is none.
std::size_t blank_bytes(std::string_view text, std::size_t at);

/// The bytes of a block, one more behind it, that folding may change: a space before a space, what
/// may start another blank, and what combining marks start with.
inline ByteBlock::Matches odd_bytes(const ByteBlock& bytes, const char* from) {
  return (bytes.is(' ') & ByteBlock(from + 1).is(' ')) | bytes.is_in(0, ' ' - 1) |
         bytes.is_with('\x20', '\xE2') | bytes.is('\xEF') | bytes.is_with('\x01', '\xCD');
}

/// Where the first byte stands that folding may change, or the end of a line, and how many bytes
/// before it start no character.
struct PlainRun {
  std::size_t end = std::string_view::npos;
  std::size_t going_on = 0;
};

/// The run from `at` on. Its end is npos when it comes within a block of the text's end.
PlainRun plain_run(std::string_view text, std::size_t at);

/// The same without the help of processors that have AVX2.
PlainRun plain_run_portable(std::string_view text, std::size_t at);

}  // namespace letterkit
