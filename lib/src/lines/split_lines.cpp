#include "lines/split_lines.hpp"

#include <algorithm>
#include <array>

#include "lines/line_end.hpp"
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
  const std::string_view piece = text.substr(begin, end - begin);
  const std::size_t spaces = leading_spaces(piece);
  Trimmed result{begin + spaces, end, spaces};
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
    while (last > result.begin && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) {
      --last;
    }
    if (blank_bytes(text, last) != result.end - last) {
      break;
    }
    result.end = last;
  }
  return result;
}

/// Of each byte: 0, it stands inside a word; 1, a space; 2, it may start another blank.
constexpr std::array<unsigned char, 256> kBlankClass = [] {
  std::array<unsigned char, 256> classes{};
  for (std::size_t c = 0; c < 0x20; ++c) {
    classes[c] = 2;
  }
  classes[' '] = 1;
  classes[0xC2] = classes[0xE2] = classes[0xEF] = 2;
  return classes;
}();

/// What a piece's bytes say before a closer look: most are but words with single spaces between.
struct Shape {
  bool ascii = true;
  bool may_fold = false;  ///< there may be other blanks
};

/// Without branches, so that compilers make it a loop over sixteen bytes at a time.
Shape shape_of(std::string_view piece) {
  // What is gathered has the size of what is looked at: else it is spread over words of four bytes.
  unsigned char odd = 0;
  unsigned char all = 0;
  const std::size_t size = piece.empty() ? 0 : piece.size() - 1;  // the last byte is no blank
  const char* const bytes = piece.data();
  for (std::size_t at = 0; at < size; ++at) {
    const auto c = static_cast<unsigned char>(bytes[at]);
    const auto next = static_cast<unsigned char>(bytes[at + 1]);
    const bool other = c < ' ' || c == 0xC2 || c == 0xE2 || c == 0xEF || (c == ' ' && next == ' ');
    odd |= static_cast<unsigned char>(other);
    all |= static_cast<unsigned char>(c | next);
  }
  return {all < 0x80, odd != 0};
}

/// Whether folding would change the piece, and whether it holds a wide gap.
struct Folding {
  bool needed = false;
  bool gap = false;
};

Folding look_at_blanks(std::string_view piece) {
  Folding folding;
  std::size_t run = 0;
  for (std::size_t at = 0; at < piece.size() && !folding.gap;) {  // what has a gap is folded
    const unsigned char kind = kBlankClass[static_cast<unsigned char>(piece[at])];
    const std::size_t n = kind < 2 ? kind : blank_bytes(piece, at);
    run = n == 0 ? 0 : run + 1;
    folding.needed = folding.needed || run > 1 || (n > 0 && kind == 2);
    folding.gap = run >= kWideGap || (n > 0 && piece[at] == '\t');
    at += std::max<std::size_t>(n, 1);
  }
  return folding;
}

std::string fold_blanks(std::string_view piece) {
  std::string folded(piece.size(), ' ');
  std::size_t size = 0;
  for (std::size_t at = 0; at < piece.size();) {
    const unsigned char kind = kBlankClass[static_cast<unsigned char>(piece[at])];
    const std::size_t n = kind == 0   ? 0
                          : kind == 1 ? leading_spaces(piece.substr(at))
                                      : blank_bytes(piece, at);
    if (n == 0) {
      folded[size++] = piece[at++];
      continue;
    }
    size += size == 0 || folded[size - 1] != ' ' ? 1 : 0;  // it is a space already
    at += n;
  }
  folded.resize(size);
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
  const Shape shape = shape_of(line.text);
  const Folding folding = shape.may_fold ? look_at_blanks(line.text) : Folding{};
  line.gap = folding.gap;
  if (folding.needed || (!shape.ascii && has_combining_mark(line.text))) {
    lines.folded.push_back(to_nfc(fold_blanks(line.text)));
    line.text = lines.folded.back();
  }
  line.width =
      at_most_16_bits(shape.ascii ? line.text.size() : length_in_code_points(line.text));
  return line;
}

Lines split_lines(std::string_view text) {
  constexpr std::size_t kBytesOfLine = 64;  // a guess
  Lines result;
  result.text = text;
  result.lines.reserve(text.size() / kBytesOfLine);
  Line like;
  LineEnds ends(text);
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t stop = ends.next(begin);
    ++like.number;
    like.column = 0;
    if (begin == stop) {
      like.blanks += stop == text.size() || text[stop] != '\f' ? 1 : 0;
    } else if (Line line = make_line(result, begin, stop, like); line.text.empty()) {
      ++like.blanks;
    } else {
      result.lines.push_back(line);
      like.blanks = 0;
      like.page_break = false;
    }
    if (stop < text.size() && text[stop] == '\f') {
      like.page_break = true;
      --like.number;  // what follows a form feed goes on with its line
    }
    begin = stop + (text.substr(stop, 2) == "\r\n" ? 2 : 1);
  }
  return result;
}

}  // namespace letterkit
