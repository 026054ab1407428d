// How JSON spells strings and numbers. Method: letters hardly ever hold a byte that needs escaping,
// so runs without one are found many bytes at a time and copied whole.
#include "write/json_text.hpp"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace letterkit {
namespace {

bool needs_escape(unsigned char c) {
  return c < 0x20 || c == '"' || c == '\\';
}

constexpr std::ptrdiff_t kWord = 8;

/// Whether one of the 8 bytes at `p` needs escaping; which one is for the caller to find.
bool word_needs_escape(const char* p) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  constexpr std::uint64_t kHighBits = kOnes * 0x80;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, p, sizeof bytes);
  // x - n borrows into a byte's high bit when the byte is less than n; ~x drops those that had it.
  const auto less_than = [](std::uint64_t x, std::uint64_t n) {
    return (x - kOnes * n) & ~x & kHighBits;
  };
  const std::uint64_t quotes = bytes ^ (kOnes * '"');
  const std::uint64_t backslashes = bytes ^ (kOnes * '\\');
  return (less_than(bytes, 0x20) | less_than(quotes, 1) | less_than(backslashes, 1)) != 0;
}

const char* find_escape_bytewise(const char* from, const char* end) {
  while (from != end && !needs_escape(static_cast<unsigned char>(*from))) {
    ++from;
  }
  return from;
}

#if defined(__SSE2__)

/// All bits of each of the 16 bytes at `p` that needs escaping.
__m128i escapes(const char* p) {
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
  const __m128i quotes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
  const __m128i backslashes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
  // Unsigned "less than 0x20": the smaller of the byte and 0x1F is the byte itself.
  const __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
  return _mm_or_si128(_mm_or_si128(quotes, backslashes), controls);
}

/// A bit for each of the 16 bytes at `p` that needs escaping.
unsigned escape_mask(const char* p) {
  return static_cast<unsigned>(_mm_movemask_epi8(escapes(p)));
}

/// Whether one of the 64 bytes at `p` needs escaping.
bool row_needs_escape(const char* p) {
  const __m128i first = _mm_or_si128(escapes(p), escapes(p + 16));
  const __m128i last = _mm_or_si128(escapes(p + 32), escapes(p + 48));
  return _mm_movemask_epi8(_mm_or_si128(first, last)) != 0;
}

#endif

void append_escaped(char c, std::string& out) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  const auto code = static_cast<unsigned char>(c);
  out += "\\u00";
  out += kDigits[code >> 4U];
  out += kDigits[code & 0x0FU];
}

}  // namespace

const char* find_json_escape_portable(const char* from, const char* end) {
  const bool words = end - from >= kWord;
  while (end - from >= kWord && !word_needs_escape(from)) {
    from += kWord;
  }
  // What is left is looked at with the bytes before it, which are none to escape.
  if (words && end - from < kWord && !word_needs_escape(end - kWord)) {
    return end;
  }
  return find_escape_bytewise(from, end);
}

const char* find_json_escape(const char* from, const char* end) {
#if defined(__SSE2__)
  constexpr std::ptrdiff_t kVector = 16;
  const bool vectors = end - from >= kVector;
  while (end - from >= 4 * kVector && !row_needs_escape(from)) {
    from += 4 * kVector;
  }
  for (; end - from >= kVector; from += kVector) {
    if (const unsigned mask = escape_mask(from); mask != 0) {
      return from + std::countr_zero(mask);
    }
  }
  // As above.
  if (vectors) {
    const unsigned mask = escape_mask(end - kVector);
    return mask == 0 ? end : end - kVector + std::countr_zero(mask);
  }
#endif
  return find_json_escape_portable(from, end);
}

void append_json_string(std::string_view text, std::string& out) {
  out += '"';
  const char* at = text.data();
  const char* const end = at + text.size();
  while (true) {
    const char* const stop = find_json_escape(at, end);
    out.append(at, stop);
    if (stop == end) {
      break;
    }
    append_escaped(*stop, out);
    at = stop + 1;
  }
  out += '"';
}

void append_number(std::size_t number, std::string& out) {
  std::array<char, 24> digits{};
  const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out.append(digits.data(), result.ptr);
}

void append_probability(double probability, std::string& out) {
  const double bounded = probability > 0.0 ? std::fmin(probability, 1.0) : 0.0;
  const auto thousandths = static_cast<unsigned>(std::lround(bounded * 1000.0));
  append_number(thousandths / 1000, out);
  out += '.';
  unsigned rest = thousandths % 1000;
  // No trailing zeros, but always one decimal: JSON readers then see a fraction, never an integer.
  for (unsigned unit = 100; unit > 0 && (rest > 0 || unit == 100); unit /= 10) {
    out += static_cast<char>('0' + rest / unit);
    rest %= unit;
  }
}

}  // namespace letterkit
