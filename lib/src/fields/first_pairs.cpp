#include "fields/first_pairs.hpp"

#include "support/processor.hpp"

namespace letterkit {
namespace {

constexpr unsigned kKeys = 32;                // phrase tables look at five bits of a byte
constexpr unsigned kGroups = 7;               // of phrases, by their first letters
constexpr ByteGroups kMarks = 1U << kGroups;  // the high bit, which is got at once

#if defined(__x86_64__)

/// Which of 32 bytes are ASCII letters.
[[gnu::target("avx2")]] inline std::uint32_t letters_at(const char* from) {
  const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
  const __m256i small = _mm256_or_si256(bytes, _mm256_set1_epi8(0x20));
  const __m256i above = _mm256_sub_epi8(small, _mm256_set1_epi8('a'));
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(
      _mm256_cmpeq_epi8(_mm256_min_epu8(above, _mm256_set1_epi8('z' - 'a')), above)));
}

[[gnu::target("avx2")]] void find_with_avx2(const ByteHalves& first, const ByteHalves& second,
                                            const char* from, std::span<std::uint64_t> rows) {
  const WideByteHalves here(first);
  const WideByteHalves next(second);
  for (std::uint64_t& row : rows) {
    std::uint64_t none = 0;
    std::uint64_t letters = 0;
    std::uint64_t marks = 0;
    for (unsigned i = 0; i < FirstPairs::kRow; i += 32) {
      const __m256i groups = _mm256_and_si256(here.of(from + i), next.of(from + i + 1));
      const auto zeros = static_cast<std::uint32_t>(
          _mm256_movemask_epi8(_mm256_cmpeq_epi8(groups, _mm256_setzero_si256())));
      none |= std::uint64_t{zeros} << i;
      letters |= std::uint64_t{letters_at(from + i)} << i;
      marks |= std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_epi8(groups))} << i;
    }
    row = marks | ~(none | letters << 1U);
    from += FirstPairs::kRow;
  }
}

#endif

}  // namespace

FirstPairs::FirstPairs(const PhraseTable& table) {
  unsigned letters = 0;
  for (unsigned key = 0; key < kKeys; ++key) {
    const auto bit = static_cast<ByteGroups>(1U << letters % kGroups);
    bool any = false;
    for (unsigned next = 0; next < kKeys; ++next) {
      if (!table.may_match(static_cast<char>(key), static_cast<char>(next))) {
        continue;
      }
      any = true;
      for (unsigned byte = next; byte < 256; byte += kKeys) {
        second_.add(static_cast<unsigned char>(byte), bit);
      }
    }
    for (unsigned byte = key; any && byte < 256; byte += kKeys) {
      if (may_start_word(static_cast<char>(byte))) {
        first_.add(static_cast<unsigned char>(byte), bit);
      }
    }
    letters += any ? 1 : 0;
  }
  first_.add('(', kMarks);
  first_.add('-', kMarks);
  for (unsigned byte = 0; byte < 256; ++byte) {
    second_.add(static_cast<unsigned char>(byte), kMarks);
  }
}

void FirstPairs::find(const char* from, std::span<std::uint64_t> rows) const {
#if defined(__x86_64__)
  if (has_avx2()) {
    find_with_avx2(first_, second_, from, rows);
    return;
  }
#endif
  find_portable(from, rows);
}

void FirstPairs::find_portable(const char* from, std::span<std::uint64_t> rows) const {
  for (std::uint64_t& row : rows) {
    row = 0;
    bool letter = false;
    for (std::size_t i = 0; i < kRow; ++i) {
      const ByteGroups groups = first_.of(static_cast<unsigned char>(from[i])) &
                                second_.of(static_cast<unsigned char>(from[i + 1]));
      row |= std::uint64_t{(groups & kMarks) != 0 || (groups != 0 && !letter)} << i;
      letter = is_ascii_letter(from[i]);
    }
    from += kRow;
  }
}

}  // namespace letterkit
