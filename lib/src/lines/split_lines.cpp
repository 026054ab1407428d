#include "lines/split_lines.hpp"

#include <algorithm>
#include <utility>

#include "lines/line_end.hpp"
#include "lines/plain_run.hpp"
#include "support/byte_block.hpp"
#include "support/count_bytes.hpp"
#include "support/kept_room.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

constexpr std::size_t kTabStop = 8;
constexpr std::size_t kWideGap = 3;

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

/// The next one from `at` on; the piece's size when there is none. The last byte of a piece is no
/// blank.
std::size_t next_odd(std::string_view piece, std::size_t at) {
  return find_in_blocks<1>(piece, at,
                           [](const char* from) { return odd_bytes(ByteBlock(from), from); });
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

/// make_line() of a piece whose bytes must be looked at one by one.
Line make_odd_line(Lines& lines, std::size_t begin, std::size_t end, const Line& like, Gaps gaps) {
  const Trimmed piece = trim(lines.text, begin, end);
  Line line = like;
  line.start = piece.begin;
  line.end = piece.end;
  line.text = lines.text.substr(piece.begin, piece.end - piece.begin);
  line.column = at_most_16_bits(like.column + piece.column);
  if (line.text.empty()) {
    return line;
  }
  const Folding folding = look_at_blanks(line.text, next_odd(line.text, 0));
  line.gap = folding.gap;
  if (line.gap && gaps == Gaps::as_printed) {
    return line;
  }
  const bool ascii = is_ascii(line.text);
  if (folding.needed || (!ascii && has_combining_mark(line.text))) {
    std::string folded = fold_blanks(line.text);
    lines.folded.push_front(ascii ? std::move(folded) : to_nfc(std::move(folded)));
    line.text = lines.folded.front();
  }
  line.width = at_most_16_bits(ascii ? line.text.size() : length_in_code_points(line.text));
  return line;
}

}  // namespace

Line make_line(Lines& lines, std::size_t begin, std::size_t end, const Line& like, Gaps gaps) {
  const std::string_view text = lines.text;
  const std::size_t first = begin + leading_spaces(text.substr(begin, end - begin));
  // Most pieces are plain up to their end or to the spaces before it.
  const PlainRun run = first < end ? plain_run(text, first) : PlainRun{};
  const bool whole = run.end >= end && run.going_on == 0;
  if (run.end == std::string_view::npos || run.end == first ||
      !(whole ||
        (run.end < end && leading_spaces(text.substr(run.end, end - run.end)) == end - run.end))) {
    return make_odd_line(lines, begin, end, like, gaps);
  }
  Line line = like;
  line.start = first;
  line.end = std::min(run.end, end);
  line.end -= text[line.end - 1] == ' ' ? 1 : 0;
  line.text = text.substr(first, line.end - first);
  line.column = at_most_16_bits(like.column + first - begin);
  line.gap = false;
  line.width = at_most_16_bits(line.text.size() - run.going_on);
  return line;
}

namespace {

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
    if (const Line line = make_odd_line(lines, begin, end, like, gaps); !line.text.empty()) {
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
  result.lines = take_room<Line>();
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
