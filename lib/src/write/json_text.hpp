// JSON strings and numbers, appended to a buffer. In: valid UTF-8 text, counts, probabilities. Out:
// their JSON spelling, the same as nlohmann::json::dump() gives. Only what JSON demands is escaped
// (quote, backslash, control characters), so U+2028 or an accent stays as it is printed.
//
//   Aan: "de Voorzitter"   ->   "Aan: \"de Voorzitter\""
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "support/byte_block.hpp"

namespace letterkit {

/// Which bytes of a block a JSON string must escape.
inline ByteBlock::Matches json_escapes(const ByteBlock& bytes) {
  return bytes.is('"') | bytes.is('\\') | bytes.is_in(0, 0x1F);
}

/// The first byte at or after `from` that a JSON string must escape, or `end`.
const char* find_json_escape(const char* from, const char* end);

/// The same on any processor.
const char* find_json_escape_portable(const char* from, const char* end);

/// Bytes behind a text that needs_json_escape() may look at, whatever they are.
inline constexpr std::size_t kBehindJson = ByteBlock::kSize;

/// Whether one of the `size` bytes at `from` must be escaped in a JSON string.
inline bool needs_json_escape(const char* from, std::size_t size) {
  const auto escapes_at = [from](std::size_t at) { return json_escapes(ByteBlock(from + at)); };
  std::size_t at = 0;
  for (; at + ByteBlock::kSize <= size; at += ByteBlock::kSize) {
    if (escapes_at(at).bits() != 0) {
      return true;
    }
  }
  const std::uint32_t behind = ~std::uint32_t{0} << (size - at);
  return (escapes_at(at).bits() & ~behind) != 0;
}

/// Appends `text` quoted and escaped.
void append_json_string(std::string_view text, std::string& out);

void append_number(std::size_t number, std::string& out);

/// Appends a probability with at most three decimals and at least one: 0.998, 0.5, 1.0. What lies
/// outside 0 to 1 is brought to the nearer end; not-a-number is 0.
void append_probability(double probability, std::string& out);

}  // namespace letterkit
