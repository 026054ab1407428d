#include "lines/split_lines.hpp"

#include <bit>
#include <utility>

#include "lines/line_end.hpp"
#include "support/byte_block.hpp"
#include "support/count_bytes.hpp"
#include "support/unicode.hpp"

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

Line make_line(Lines& lines, std::size_t begin, std::size_t end, const Line& like) {
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

/// From `at` on; its end is npos when it comes within a block of the text's end. Most blocks are
/// plain ASCII, which two questions tell: the exact look at all of them cost three times as much.
/// (Not in the caller, where compilers keep all that the loop needs in memory.)
[[gnu::noinline]] PlainRun plain_run(std::string_view text, std::size_t at) {
  const auto characters = [](unsigned bits) {
    return static_cast<std::size_t>(std::popcount(bits));
  };
  const auto place_of = [text](const char* byte) {
    return static_cast<std::size_t>(byte - text.data());
  };
  std::size_t going_on = 0;
  const char* const end = text.data() + text.size();
  for (const char* from = text.data() + at; end - from > std::ptrdiff_t{ByteBlock::kSize};
       from += ByteBlock::kSize) {
    const ByteBlock bytes(from);
    const unsigned other =
        ((bytes | ByteBlock(from + 1)).is(' ') | bytes.is_below_or_not_ascii(' ')).bits();
    if (other == 0) {
      continue;
    }
    const char* const first = from + std::countr_zero(other);
    if (static_cast<unsigned char>(*first) < 0x80) {
      return {place_of(first), going_on};  // nearly always the line's end
    }
    const unsigned rest = bytes.goes_on().bits();
    for (unsigned odd = odd_bytes(bytes, from).bits(); odd != 0; odd &= odd - 1) {
      const auto before = static_cast<unsigned>(std::countr_zero(odd));
      if (is_odd(text, place_of(from + before))) {  // else a dash, a quotation mark
        return {place_of(from + before), going_on + characters(rest & ((1U << before) - 1))};
      }
    }
    going_on += characters(rest);
  }
  return {};
}

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

}  // namespace

Lines split_lines(std::string_view text) {
  constexpr std::size_t kBytesOfLine = 64;  // a guess
  Lines result;
  result.text = text;
  result.lines.reserve(text.size() / kBytesOfLine);
  Line like;
  std::size_t begin = 0;
  while (begin < text.size()) {
    ++like.number;
    std::size_t stop = begin;
    const std::size_t known = result.lines.size();
    if (!is_line_end(text[begin])) {
      stop = add_plain_line(result, begin, like);
      if (stop == std::string_view::npos) {
        stop = find_in_blocks(text, begin, [](const char* from) {
          const ByteBlock bytes(from);
          return bytes.is('\n') | bytes.is('\r') | bytes.is('\f');
        });
        if (const Line line = make_line(result, begin, stop, like); !line.text.empty()) {
          result.lines.push_back(line);
        }
      }
    }
    if (result.lines.size() > known) {
      like.blanks = 0;
      like.page_break = false;
    } else {
      like.blanks += stop > begin || text[stop] != '\f' ? 1 : 0;
    }
    if (stop < text.size() && text[stop] == '\f') {
      like.page_break = true;
      --like.number;  // what follows a form feed goes on with its line
    }
    const bool return_first =
        stop + 1 < text.size() && text[stop] == '\r' && text[stop + 1] == '\n';
    begin = stop + (return_first ? 2 : 1);
  }
  return result;
}

}  // namespace letterkit
