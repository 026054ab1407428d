#include "split/text_lines.hpp"

#include <algorithm>

#include "fields/cursor.hpp"
#include "support/byte_block.hpp"
#include "support/count_bytes.hpp"

namespace letterkit {
namespace {

constexpr bool is_alphanumeric(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c);
}

/// As trim_blanks(). Indents are passed in steps; most lines have ends that need no closer look.
std::string_view trim_line(std::string_view line) {
  const auto is_plain = [](char c) { return c > ' '; };  // ASCII and no blank
  if (!line.empty() && line.front() == ' ') {
    line.remove_prefix(leading_spaces(line));
  }
  return line.empty() || (is_plain(line.front()) && is_plain(line.back())) ? line
                                                                           : trim_blanks(line);
}

}  // namespace

std::string_view TextLine::left() const {
  const std::string_view whole = text.substr(0, text.find('\t'));
  return whole.substr(0, find_in_blocks<2>(whole, 0, [](const char* at) {
                        return ByteBlock(at).is(' ') & ByteBlock(at + 1).is(' ') &
                               ByteBlock(at + 2).is(' ');
                      }));
}

bool is_blank(std::string_view text) {
  const std::size_t first = find_in_blocks(text, 0, [](const char* at) {
    const ByteBlock bytes(at);
    return bytes.is_in('!', 0xFF) | bytes.is_in(0, '\t' - 1) | bytes.is_in('\r' + 1, ' ' - 1);
  });
  return first == text.size() || trim_blanks(text.substr(first)).empty();
}

TextLines::TextLines(std::string_view text, bool complete)
    : text_(text), complete_(complete), ends_(text) {
  kept_.reserve(kKept);
}

bool TextLines::read_line() {
  int ends = count_ == 0 ? 2 : 0;  // of the lines above; a \r is none, for \r\n is one end
  bool form_feed = false;
  const auto pass = [&](char mark) {
    ends += mark != '\r' ? 1 : 0;
    form_feed = form_feed || mark == '\f';
  };
  if (read_ > 0) {
    pass(text_[read_ - 1]);
  }
  while (read_ < text_.size()) {
    const std::size_t begin = read_;
    if (is_line_end(text_[begin])) {  // every third line is empty
      ++read_;
      pass(text_[begin]);
      continue;
    }
    const std::size_t end = ends_.next(begin);
    if (end == text_.size() && !complete_) {
      return false;
    }
    read_ = std::min(end + 1, text_.size());
    if (const std::string_view line = trim_line(text_.substr(begin, end - begin)); !line.empty()) {
      if (kept_.size() < kKept) {
        kept_.emplace_back();
      }
      TextLine& kept = kept_[count_ % kKept];
      kept.text = line;
      kept.bare = is_alphanumeric(line[0]) ? line : without_opening_marks(line);
      kept.begin = begin;
      kept.next = read_;
      kept.blank_above = ends > 1;
      kept.form_feed_above = form_feed;
      kept.cue.profile = nullptr;
      kept.signs.profile = nullptr;
      ++count_;
      return true;
    }
    if (end < text_.size()) {
      pass(text_[end]);
    }
  }
  return false;
}

}  // namespace letterkit
