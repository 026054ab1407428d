// JSON strings and numbers, appended to a buffer. In: valid UTF-8 text, counts, probabilities. Out:
// their JSON spelling, the same as nlohmann::json::dump() gives. Only what JSON demands is escaped
// (quote, backslash, control characters), so U+2028 or an accent stays as it is printed.
//
//   Aan: "de Voorzitter"   ->   "Aan: \"de Voorzitter\""
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "support/byte_block.hpp"
#include "support/processor.hpp"

namespace letterkit {

/// Which bytes of a block a JSON string must escape.
inline ByteBlock::Matches json_escapes(const ByteBlock& bytes) {
  return bytes.is('"') | bytes.is('\\') | bytes.is_in(0, 0x1F);
}

/// The first byte at or after `from` that a JSON string must escape, or `end`.
const char* find_json_escape(const char* from, const char* end);

/// The same on any processor.
const char* find_json_escape_portable(const char* from, const char* end);

/// Bytes behind a text's copy that copy_plain_json() may write.
inline constexpr std::size_t kBehindJson = ByteBlock::kSize;

/// copy_plain_json() of 32 bytes or more, 32 at a time.
bool copy_long_plain_json(std::string_view text, char* to);

/// Copies a text to where a JSON string stands, as it is. False when a byte must be escaped: what
/// was copied is then of no use.
inline bool copy_plain_json(std::string_view text, char* to) {
  const char* const from = text.data();
  if (text.size() >= 4 * ByteBlock::kSize && has_avx2()) {
    return copy_long_plain_json(text, to);
  }
  if (text.size() < ByteBlock::kSize) {
    if (constexpr std::size_t kHalf = ByteBlock::kSize / 2; text.size() >= kHalf) {
      std::memcpy(to, from, kHalf);  // sizes that are known: no call
      std::memcpy(to + text.size() - kHalf, from + text.size() - kHalf, kHalf);
    } else if (constexpr std::size_t kQuarter = kHalf / 2; text.size() >= kQuarter) {
      std::memcpy(to, from, kQuarter);
      std::memcpy(to + text.size() - kQuarter, from + text.size() - kQuarter, kQuarter);
    } else {
      for (std::size_t i = 0; i < text.size(); ++i) {
        to[i] = from[i];
      }
    }
    const std::uint32_t behind = ~std::uint32_t{0} << text.size();
    return (json_escapes(ByteBlock(to)).bits() & ~behind) == 0;
  }
  // The last block has some bytes of the one before again.
  const std::size_t last = text.size() - ByteBlock::kSize;
  const auto take = [from, to](std::size_t at) {
    const ByteBlock bytes(from + at);
    std::memcpy(to + at, from + at, ByteBlock::kSize);
    return json_escapes(bytes);
  };
  auto any = take(last);
  for (std::size_t at = 0; at < last; at += ByteBlock::kSize) {
    any = any | take(at);
  }
  return any.bits() == 0;
}

/// Appends `text` quoted and escaped.
void append_json_string(std::string_view text, std::string& out);

void append_number(std::size_t number, std::string& out);

/// Appends a probability with at most three decimals and at least one: 0.998, 0.5, 1.0. What lies
/// outside 0 to 1 is brought to the nearer end; not-a-number is 0.
void append_probability(double probability, std::string& out);

}  // namespace letterkit
