#include "lines/line_end.hpp"

#include "support/byte_block.hpp"
#include "support/processor.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace letterkit {
namespace {

ByteBlock::Matches line_ends(const ByteBlock& bytes) {
  return bytes.is('\n') | bytes.is('\r') | bytes.is('\f');
}

/// Writes down where the rows' line ends stand, counted from the first byte; gives their number.
/// `bits_of` tells of a row which of its bytes are one.
template <typename BitsOf>
[[gnu::always_inline]] inline std::size_t note_ends(std::size_t rows, std::uint16_t* ends,
                                                    const BitsOf& bits_of) {
  std::uint16_t* end = ends;
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::uint64_t bits = bits_of(row * ByteRow::kSize); bits != 0; bits &= bits - 1) {
      *end++ = static_cast<std::uint16_t>(row * ByteRow::kSize +
                                          static_cast<std::size_t>(__builtin_ctzll(bits)));
    }
  }
  return static_cast<std::size_t>(end - ends);
}

#if defined(__x86_64__)

/// Of whole rows alone.
[[gnu::target("avx2,bmi")]] std::size_t note_ends_with_avx2(const char* from, std::size_t rows,
                                                            std::uint16_t* ends) {
  // By its low half each byte chooses the one line end that it may be; 1 is no byte's choice.
  const __m256i choice = _mm256_broadcastsi128_si256(
      _mm_setr_epi8(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, '\n', 0, '\f', '\r', 0, 0));
  const auto half = [choice](const char* at) __attribute__((target("avx2,bmi"))) {
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
    const __m256i found = _mm256_cmpeq_epi8(_mm256_shuffle_epi8(choice, bytes), bytes);
    return static_cast<unsigned>(_mm256_movemask_epi8(found));
  };
  return note_ends(
      rows, ends, [ from, half ](std::size_t at) __attribute__((target("avx2,bmi"))) {
        return half(from + at) | std::uint64_t{half(from + at + sizeof(__m256i))} << 32U;
      });
}

#endif

}  // namespace

std::size_t find_line_end(std::string_view text, std::size_t at) {
  return find_in_blocks(text, at, [](const char* from) { return line_ends(ByteBlock(from)); });
}

void LineEnds::look_on() {
  const std::string_view piece = text_.substr(behind_, kPiece);
  piece_ = behind_;
  behind_ += piece.size();
  given_ = 0;
#if defined(__x86_64__)
  if (piece.size() == kPiece && has_avx2()) {
    found_ = note_ends_with_avx2(piece.data(), kPiece / ByteRow::kSize, ends_.data());
    return;
  }
#endif
  const std::size_t rows = (piece.size() + ByteRow::kSize - 1) / ByteRow::kSize;
  found_ = note_ends(rows, ends_.data(),
                     [piece](std::size_t at) { return ByteRow(piece, at).bits(line_ends); });
}

}  // namespace letterkit
