#include "lines/line_end.hpp"

#include "support/byte_block.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace letterkit {

std::size_t find_line_end_portable(std::string_view text, std::size_t at) {
  return find_in_blocks(text, at, [](const char* from) {
    const ByteBlock bytes(from);
    return bytes.is('\n') | bytes.is('\r') | bytes.is('\f');
  });
}

#if defined(__x86_64__)

[[gnu::target("avx2,bmi")]] std::size_t find_line_end_with_avx2(std::string_view text,
                                                                std::size_t at) {
  // By its low half each byte chooses the one line end that it may be; 1 is no byte's choice.
  const __m256i ends = _mm256_broadcastsi128_si256(
      _mm_setr_epi8(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, '\n', 0, '\f', '\r', 0, 0));
  constexpr std::size_t kSize = sizeof(__m256i);
  for (; at + kSize <= text.size(); at += kSize) {
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text.data() + at));
    const __m256i found = _mm256_cmpeq_epi8(_mm256_shuffle_epi8(ends, bytes), bytes);
    if (const auto bits = static_cast<unsigned>(_mm256_movemask_epi8(found)); bits != 0) {
      return at + static_cast<std::size_t>(__builtin_ctz(bits));
    }
  }
  return find_line_end_portable(text, at);
}

#else

std::size_t find_line_end_with_avx2(std::string_view text, std::size_t at) {
  return find_line_end_portable(text, at);
}

#endif

}  // namespace letterkit
