#include "lines/split_lines.hpp"

#include <bit>
#include <utility>

#include "lines/line_end.hpp"
#include "support/byte_block.hpp"
#include "support/count_bytes.hpp"
#include "support/processor.hpp"
#include "support/unicode.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace letterkit {
namespace {

constexpr std::size_t kTabStop = 8;
constexpr std::size_t kWideGap = 3;

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

struct Trimmed {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t column = 0;  // characters before begin
};

Trimmed trim(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t spaces = leading_spaces(text.substr(begin, end - begin));
  Trimmed result{begin + spaces, end, spaces};
  const auto is_plain = [](char c) { return c > ' '; };  // ASCII and no blank
  if (result.begin < end && is_plain(text[result.begin]) && is_plain(text[end - 1])) {
    return result;  // nearly always
  }
  while (result.begin < end) {
    const std::size_t n = blank_bytes(text, result.begin);
    if (n == 0) {
      break;
    }
    result.column += text[result.begin] == '\t' ? kTabStop - result.column % kTabStop : 1;
    result.begin += n;
  }
  result.end -= trailing_spaces(text.substr(result.begin, end - result.begin));
  while (result.end > result.begin) {
    std::size_t last = result.end - 1;
    while (last > result.begin && !starts_character(text[last])) {
      --last;
    }
    if (blank_bytes(text, last) != result.end - last) {
      break;
    }
    result.end = last;
  }
  return result;
}

/// The bytes of a block, one more behind it, that folding may change: a space before a space, what
/// may start another blank, and what combining marks start with.
ByteBlock::Matches odd_bytes(const ByteBlock& bytes, const char* from) {
  return (bytes.is(' ') & ByteBlock(from + 1).is(' ')) | bytes.is_in(0, ' ' - 1) |
         bytes.is_with('\x20', '\xE2') | bytes.is('\xEF') | bytes.is_with('\x01', '\xCD');
}

/// The next one from `at` on; the piece's size when there is none. The last byte of a piece is no
/// blank.
std::size_t next_odd(std::string_view piece, std::size_t at) {
  return find_in_blocks<1>(piece, at,
                           [](const char* from) { return odd_bytes(ByteBlock(from), from); });
}

/// What a look at a piece's bytes says: nearly always that it is folded as it stands.
struct Shape {
  std::size_t odd = 0;  ///< next_odd() from its start
  bool ascii = true;
};

Shape shape_of(std::string_view piece) {
  unsigned beyond_ascii = 0;
  const std::size_t odd = find_in_blocks<1>(piece, 0, [&beyond_ascii](const char* from) {
    const ByteBlock bytes(from);
    beyond_ascii |= bytes.is_not_ascii().bits();
    return odd_bytes(bytes, from);
  });
  const bool rest_is_ascii = odd < piece.size() ? is_ascii(piece.substr(odd))
                                                : static_cast<unsigned char>(piece.back()) < 0x80;
  return {odd, beyond_ascii == 0 && rest_is_ascii};
}

/// Whether folding would change the piece, and whether it holds a wide gap.
struct Folding {
  bool needed = false;
  bool gap = false;
};

/// `at`: the first byte that folding may change.
Folding look_at_blanks(std::string_view piece, std::size_t at) {
  Folding folding;
  while (at < piece.size() && !folding.gap) {  // what has a gap is folded
    std::size_t run = at > 0 && piece[at - 1] == ' ' ? 1 : 0;
    for (std::size_t n = blank_bytes(piece, at); n > 0 && !folding.gap;
         at += n, n = blank_bytes(piece, at)) {
      run += 1;
      folding.needed = folding.needed || run > 1 || piece[at] != ' ';
      folding.gap = run >= kWideGap || piece[at] == '\t';
    }
    at = next_odd(piece, at + 1);
  }
  return folding;
}

/// The byte behind the blanks that start at `at`.
std::size_t pass_blanks(std::string_view piece, std::size_t at) {
  while (const std::size_t n = blank_bytes(piece, at)) {
    at += piece[at] == ' ' ? leading_spaces(piece.substr(at)) : n;
  }
  return at;
}

std::string fold_blanks(std::string_view piece) {
  std::string folded;
  folded.reserve(piece.size());
  for (std::size_t at = 0; at < piece.size();) {
    const std::size_t odd = next_odd(piece, at);
    folded.append(piece, at, odd - at);
    at = odd < piece.size() ? pass_blanks(piece, odd) : odd;
    if (at > odd) {
      folded.append(folded.empty() || folded.back() != ' ' ? 1 : 0, ' ');
    } else if (at < piece.size()) {
      folded += piece[at++];  // looked like a blank's start and is none
    }
  }
  return folded;
}

/// Whether NFC may differ from what is printed: combining marks follow a letter.
bool has_combining_mark(std::string_view piece) {
  return piece.find('\xCC') != std::string_view::npos ||
         piece.find('\xCD') != std::string_view::npos;
}

}  // namespace

Line make_line(Lines& lines, std::size_t begin, std::size_t end, const Line& like, Gaps gaps) {
  const Trimmed piece = trim(lines.text, begin, end);
  Line line = like;
  line.start = piece.begin;
  line.end = piece.end;
  line.text = lines.text.substr(piece.begin, piece.end - piece.begin);
  line.column = at_most_16_bits(like.column + piece.column);
  if (line.text.empty()) {
    return line;
  }
  const auto [odd, ascii] = shape_of(line.text);
  const Folding folding = look_at_blanks(line.text, odd);
  line.gap = folding.gap;
  if (line.gap && gaps == Gaps::as_printed) {
    return line;
  }
  if (folding.needed || (!ascii && has_combining_mark(line.text))) {
    std::string folded = fold_blanks(line.text);
    lines.folded.push_back(ascii ? std::move(folded) : to_nfc(std::move(folded)));
    line.text = lines.folded.back();
  }
  line.width = at_most_16_bits(ascii ? line.text.size() : length_in_code_points(line.text));
  return line;
}

namespace {

/// Whether a byte that odd_bytes() found does start a blank, a line's end or a combining mark.
bool is_odd(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 || (byte & 0xFEU) == 0xCC || blank_bytes(text, at) > 0;
}

/// Where the first byte stands that folding may change, or the end of a line, and how many bytes
/// before it start no character.
struct PlainRun {
  std::size_t end = std::string_view::npos;
  std::size_t going_on = 0;
};

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

/// Goes on from `from`; the run's end is npos when it comes within a block of the text's end. Most
/// blocks are plain ASCII, which two questions tell: the exact look at all of them cost three times
/// as much. (Not in the caller, where compilers keep all that the loop needs in memory.)
[[gnu::noinline]] PlainRun plain_run_portable(std::string_view text, const char* from,
                                              PlainRun run = {}) {
  const char* const end = text.data() + text.size();
  for (; end - from > std::ptrdiff_t{ByteBlock::kSize}; from += ByteBlock::kSize) {
    const ByteBlock bytes(from);
    const unsigned other =
        ((bytes | ByteBlock(from + 1)).is(' ') | bytes.is_below_or_not_ascii(' ')).bits();
    if (other == 0) {
      continue;
    }
    const char* const first = from + std::countr_zero(other);
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

/// odd_bytes() of thirty-two bytes and those that stand one on.
[[gnu::target("avx2")]] inline unsigned odd_bits(const __m256i& bytes, const __m256i& behind) {
  const __m256i space = of_each(' ');
  const __m256i two =
      _mm256_and_si256(_mm256_cmpeq_epi8(bytes, space), _mm256_cmpeq_epi8(behind, space));
  const __m256i control = _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, of_each('\x1F')), bytes);
  const __m256i blank = _mm256_cmpeq_epi8(_mm256_or_si256(bytes, of_each('\x20')), of_each('\xE2'));
  const __m256i order_mark = _mm256_cmpeq_epi8(bytes, of_each('\xEF'));
  const __m256i combining =
      _mm256_cmpeq_epi8(_mm256_or_si256(bytes, of_each('\x01')), of_each('\xCD'));
  return bits_of(two) | bits_of(control) | bits_of(blank) | bits_of(order_mark) |
         bits_of(combining);
}

/// The same as plain_run_portable(), thirty-two bytes at once.
[[gnu::target("avx2,bmi,popcnt")]] PlainRun plain_run_with_avx2(std::string_view text,
                                                                const char* from) {
  constexpr std::ptrdiff_t kSize = sizeof(__m256i);
  const __m256i space = of_each(' ');
  PlainRun run;
  const char* const end = text.data() + text.size();
  for (; end - from > kSize; from += kSize) {
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
    const __m256i behind = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from + 1));
    const __m256i two = _mm256_cmpeq_epi8(_mm256_or_si256(bytes, behind), space);
    const unsigned other = bits_of(_mm256_or_si256(two, _mm256_subs_epi8(bytes, space)));
    if (other == 0) {
      continue;
    }
    const char* const first = from + __builtin_ctz(other);
    if (static_cast<unsigned char>(*first) < 0x80) {
      run.end = static_cast<std::size_t>(first - text.data());
      return run;
    }
    const unsigned rest = bits_of(_mm256_cmpgt_epi8(of_each('\xC0'), bytes));
    if (pass_block(text, from, odd_bits(bytes, behind), rest, run)) {
      return run;
    }
  }
  return plain_run_portable(text, from, run);
}

PlainRun plain_run(std::string_view text, std::size_t at) {
  const char* const from = text.data() + at;
  return has_avx2() ? plain_run_with_avx2(text, from) : plain_run_portable(text, from);
}

#else

PlainRun plain_run(std::string_view text, std::size_t at) {
  return plain_run_portable(text, text.data() + at);
}

#endif

/// Adds the line that begins at `begin` when no look at its single bytes is needed: when no byte
/// that folding may change stands before its end. Gives that end; npos: it needs one. Nine lines of
/// ten are found, trimmed and measured by this one look at their bytes.
std::size_t add_plain_line(Lines& lines, std::size_t begin, const Line& like) {
  const std::string_view text = lines.text;
  const std::size_t first = text[begin] == ' ' ? begin + leading_spaces(text.substr(begin)) : begin;
  const PlainRun run = plain_run(text, first);
  if (run.end == std::string_view::npos || run.end == first || !is_line_end(text[run.end])) {
    return std::string_view::npos;
  }
  const std::size_t end = text[run.end - 1] == ' ' ? run.end - 1 : run.end;
  Line& line = lines.lines.emplace_back(like);
  line.text = text.substr(first, end - first);
  line.start = first;
  line.end = end;
  line.column = at_most_16_bits(first - begin);
  line.width = at_most_16_bits(end - first - run.going_on);
  return run.end;
}

/// Adds the line that begins at `begin`, unless it is blank, and gives its end.
std::size_t add_line(Lines& lines, std::size_t begin, const Line& like, Gaps gaps) {
  std::size_t end = add_plain_line(lines, begin, like);
  if (end == std::string_view::npos) {
    end = find_line_end(lines.text, begin);
    if (const Line line = make_line(lines, begin, end, like, gaps); !line.text.empty()) {
      lines.lines.push_back(line);
    }
  }
  return end;
}

}  // namespace

Lines split_lines(std::string_view text, Gaps gaps) {
  constexpr std::size_t kBytesOfLine = 64;  // a guess
  Lines result;
  result.text = text;
  result.lines.reserve(text.size() / kBytesOfLine);
  Line like;
  like.number = 1;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_line_end(text[at])) {
      const std::size_t known = result.lines.size();
      at = add_line(result, at, like, gaps);
      if (result.lines.size() > known) {
        like.blanks = 0;
        like.page_break = false;
      } else {
        ++like.blanks;
      }
      if (at == text.size()) {
        break;
      }
    } else if (text[at] != '\f') {
      ++like.blanks;
    }
    const char end = text[at++];
    if (end == '\f') {
      like.page_break = true;  // what follows a form feed goes on with its line
      continue;
    }
    ++like.number;
    at += end == '\r' && at < text.size() && text[at] == '\n' ? 1 : 0;
  }
  return result;
}

}  // namespace letterkit
