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

/// Which of 32 bytes must be escaped; the high bit of each counts.
[[gnu::target("avx2"), gnu::always_inline]] inline __m256i escapes_in(__m256i bytes) {
  const __m256i last_control = _mm256_set1_epi8(0x1F);
  return _mm256_or_si256(_mm256_or_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('"')),
                                         _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\\'))),
                         _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, last_control), bytes));
}

constexpr std::ptrdiff_t kHalf = 32;

[[gnu::target("avx2"), gnu::always_inline]] inline __m256i half_at(const char* at) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
}

/// Passes rows of 64 bytes none of which needs escaping: most texts, at half the cost of blocks.
[[gnu::target("avx2")]] const char* pass_plain_rows(const char* from, const char* end) {
  while (end - from >= 2 * kHalf) {
    const __m256i any =
        _mm256_or_si256(escapes_in(half_at(from)), escapes_in(half_at(from + kHalf)));
    if (_mm256_testz_si256(any, any) == 0) {
      break;
    }
    from += 2 * kHalf;
  }
  return from;
}

/// Copies 32 bytes; which of them must be escaped.
[[gnu::target("avx2"), gnu::always_inline]] inline __m256i copy_half(const char* from, char* to) {
  const __m256i bytes = half_at(from);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), bytes);
  return escapes_in(bytes);
}

[[gnu::target("avx2")]] bool copy_plain_halves(const char* from, const char* end, char* to) {
  // The last half has some bytes of the one before again.
  const char* const last = end - kHalf;
  __m256i any = copy_half(last, to + (last - from));
  for (; from < last; from += kHalf, to += kHalf) {
    any = _mm256_or_si256(any, copy_half(from, to));
  }
  return _mm256_testz_si256(any, any) != 0;
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

#if defined(__x86_64__)
bool copy_long_plain_json(std::string_view text, char* to) {
  return copy_plain_halves(text.data(), text.data() + text.size(), to);
}
#else
bool copy_long_plain_json(std::string_view, char*) {
  return false;  // never asked: there is no AVX2
}
#endif

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
