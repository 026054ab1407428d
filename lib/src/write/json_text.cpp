// How JSON spells strings and numbers. Method: letters hardly ever hold a byte that needs escaping,
// so runs without one are found many bytes at a time and copied whole.
#include "write/json_text.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "support/processor.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace letterkit {
namespace {

#if defined(__x86_64__)

/// Passes rows of 64 bytes none of which needs escaping: most texts, at half the cost of blocks.
[[gnu::target("avx2")]] const char* pass_plain_rows(const char* from, const char* end) {
  constexpr std::ptrdiff_t kHalf = 32;
  const __m256i quote = _mm256_set1_epi8('"');
  const __m256i backslash = _mm256_set1_epi8('\\');
  const __m256i last_control = _mm256_set1_epi8(0x1F);
  const auto escapes = [&](const char* at) __attribute__((target("avx2"))) {
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
    return _mm256_or_si256(
        _mm256_or_si256(_mm256_cmpeq_epi8(bytes, quote), _mm256_cmpeq_epi8(bytes, backslash)),
        _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, last_control), bytes));
  };
  while (end - from >= 2 * kHalf) {
    const __m256i any = _mm256_or_si256(escapes(from), escapes(from + kHalf));
    if (_mm256_testz_si256(any, any) == 0) {
      break;
    }
    from += 2 * kHalf;
  }
  return from;
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
  const std::string_view text(from, static_cast<std::size_t>(end - from));
  return from + find_in_blocks(text, 0, [](const char* at) { return json_escapes(ByteBlock(at)); });
}

const char* find_json_escape(const char* from, const char* end) {
#if defined(__x86_64__)
  if (has_avx2()) {
    from = pass_plain_rows(from, end);
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
