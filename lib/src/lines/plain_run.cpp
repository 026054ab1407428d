#include "lines/plain_run.hpp"

#include "support/byte_halves.hpp"
#include "support/processor.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace letterkit {

/// Bytes of the blank at `at`: white space, a no-break or thin space, a soft hyphen's or a byte
/// order mark's zero width; 0 when there is none.
std::size_t blank_bytes(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ' ' || c == '\t' || (c >= '\x01' && c <= '\x08') || c == '\v' || c == '\0') {
    return 1;
  }
  if (static_cast<unsigned char>(c) < 0x80) {
    return 0;
  }
  if (text.substr(at, 2) == "\xC2\xA0") {
    return 2;
  }
  const std::string_view three = text.substr(at, 3);
  if (three.size() == 3 && three[0] == '\xE2' && three[1] == '\x80') {
    const auto last = static_cast<unsigned char>(three[2]);
    return (last >= 0x80 && last <= 0x8B) || last == 0xAF ? 3 : 0;
  }
  return three == "\xEF\xBB\xBF" ? 3 : 0;
}

namespace {

/// Whether a byte that odd_bytes() found does start a blank, a line's end or a combining mark.
bool is_odd(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 || (byte & 0xFEU) == 0xCC || blank_bytes(text, at) > 0;
}

/// Goes on over a block with these odd_bytes() and bytes that start no character; whether the run
/// ends in it. (Inline, for the instruction that counts bits is not every caller's.)
[[gnu::always_inline]] inline bool pass_block(std::string_view text, const char* from, unsigned odd,
                                              unsigned rest, PlainRun& run) {
  const auto characters = [](unsigned bits) {
    return static_cast<std::size_t>(__builtin_popcount(bits));
  };
  for (; odd != 0; odd &= odd - 1) {
    const auto before = static_cast<unsigned>(__builtin_ctz(odd));
    const std::size_t place = static_cast<std::size_t>(from - text.data()) + before;
    if (is_odd(text, place)) {  // else a dash, a quotation mark
      run.end = place;
      run.going_on += characters(rest & ((1U << before) - 1));
      return true;
    }
  }
  run.going_on += characters(rest);
  return false;
}

/// Goes on with a run from `from`. Most blocks are plain ASCII, which two questions tell: the exact
/// look at all of them cost three times as much.
[[gnu::noinline]] PlainRun go_on(std::string_view text, const char* from, PlainRun run) {
  const char* const end = text.data() + text.size();
  for (; end - from > std::ptrdiff_t{ByteBlock::kSize}; from += ByteBlock::kSize) {
    const ByteBlock bytes(from);
    const unsigned other =
        ((bytes | ByteBlock(from + 1)).is(' ') | bytes.is_below_or_not_ascii(' ')).bits();
    if (other == 0) {
      continue;
    }
    const char* const first = from + __builtin_ctz(other);
    if (static_cast<unsigned char>(*first) < 0x80) {  // nearly always the line's end
      run.end = static_cast<std::size_t>(first - text.data());
      return run;
    }
    if (pass_block(text, from, odd_bytes(bytes, from).bits(), bytes.goes_on().bits(), run)) {
      return run;
    }
  }
  return run;
}

#if defined(__x86_64__)

[[gnu::target("avx2")]] inline __m256i of_each(char byte) {
  return _mm256_set1_epi8(byte);
}

[[gnu::target("avx2")]] inline unsigned bits_of(const __m256i& matches) {
  return static_cast<unsigned>(_mm256_movemask_epi8(matches));
}

[[gnu::target("avx2")]] inline __m256i bytes_at(const char* from) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
}

/// The bytes of odd_bytes() but for spaces: no other byte has the halves of one of a group.
constexpr ByteHalves kOdd = [] {
  ByteHalves odd;
  for (unsigned char control = 0; control < ' '; ++control) {
    odd.add(control, 1U);
  }
  odd.add(0xC2, 2U);
  odd.add(0xE2, 2U);
  odd.add(0xEF, 4U);
  odd.add(0xCC, 8U);
  odd.add(0xCD, 8U);
  return odd;
}();

/// odd_bytes() of thirty-two bytes.
[[gnu::target("avx2")]] inline unsigned odd_bits(const char* from, const WideByteHalves& odd) {
  const __m256i space = of_each(' ');
  const __m256i two = _mm256_and_si256(_mm256_cmpeq_epi8(bytes_at(from), space),
                                       _mm256_cmpeq_epi8(bytes_at(from + 1), space));
  return bits_of(two) | ~bits_of(_mm256_cmpeq_epi8(odd.of(from), _mm256_setzero_si256()));
}

/// Of thirty-two bytes, a bit for each space before a space, each control character and each byte
/// that is not ASCII.
[[gnu::target("avx2")]] inline unsigned other_bits(const char* from) {
  const __m256i space = of_each(' ');
  const __m256i bytes = bytes_at(from);
  const __m256i two = _mm256_cmpeq_epi8(_mm256_or_si256(bytes, bytes_at(from + 1)), space);
  return bits_of(_mm256_or_si256(two, _mm256_subs_epi8(bytes, space)));
}

/// The rest of a run, from a block on that is not all ASCII.
[[gnu::target("avx2,bmi,popcnt"), gnu::noinline]] PlainRun go_on_with_avx2(std::string_view text,
                                                                           const char* from) {
  constexpr std::ptrdiff_t kSize = sizeof(__m256i);
  const WideByteHalves odd(kOdd);
  PlainRun run;
  for (const char* const end = text.data() + text.size(); end - from > kSize; from += kSize) {
    const unsigned other = other_bits(from);
    if (other == 0) {
      continue;
    }
    if (const char* const first = from + __builtin_ctz(other);
        static_cast<unsigned char>(*first) < 0x80) {
      run.end = static_cast<std::size_t>(first - text.data());
      return run;
    }
    const unsigned rest = bits_of(_mm256_cmpgt_epi8(of_each('\xC0'), bytes_at(from)));
    if (pass_block(text, from, odd_bits(from, odd), rest, run)) {
      return run;
    }
  }
  return go_on(text, from, run);
}

/// plain_run(), thirty-two bytes at once. Only what it needs for ASCII, of which most runs are:
/// with the rest in it, to enter and leave took as long as the run.
[[gnu::target("avx2,bmi,popcnt")]] PlainRun plain_run_with_avx2(std::string_view text,
                                                                const char* from) {
  constexpr std::ptrdiff_t kSize = sizeof(__m256i);
  for (const char* const end = text.data() + text.size(); end - from > kSize; from += kSize) {
    const unsigned other = other_bits(from);
    if (other == 0) {
      continue;
    }
    const char* const first = from + __builtin_ctz(other);
    if (static_cast<unsigned char>(*first) < 0x80) {
      return {static_cast<std::size_t>(first - text.data()), 0};
    }
    return go_on_with_avx2(text, from);
  }
  return go_on(text, from, {});
}

#endif

}  // namespace

PlainRun plain_run_portable(std::string_view text, std::size_t at) {
  return go_on(text, text.data() + at, {});
}

PlainRun plain_run(std::string_view text, std::size_t at) {
#if defined(__x86_64__)
  if (has_avx2()) {
    return plain_run_with_avx2(text, text.data() + at);
  }
#endif
  return plain_run_portable(text, at);
}

}  // namespace letterkit
