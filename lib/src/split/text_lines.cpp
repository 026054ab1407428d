#include "split/text_lines.hpp"

#include <algorithm>

#include "fields/cursor.hpp"
#include "lines/line_end.hpp"

namespace letterkit {
namespace {

constexpr bool is_line_end(char c) {
  return c == '\n' || c == '\r' || c == '\f';
}

}  // namespace

std::string_view TextLine::left() const {
  const std::string_view whole = text.substr(0, text.find('\t'));
  // Of any three bytes in a row one is the third, sixth, ninth ... of the text.
  for (std::size_t at = 2; at < whole.size(); at += 3) {
    if (whole[at] != ' ') {
      continue;
    }
    std::size_t left = at;
    while (left > at - 2 && whole[left - 1] == ' ') {
      --left;
    }
    std::size_t end = at + 1;
    while (end < whole.size() && whole[end] == ' ') {
      ++end;
    }
    if (end - left >= 3) {
      return whole.substr(0, left);
    }
  }
  return whole;
}

std::optional<TextLine> TextLines::after(std::size_t at) const {
  while (at < text_.size()) {
    const std::size_t end = line_end(text_, at);
    if (end == text_.size() && !complete_) {
      return std::nullopt;
    }
    const std::string_view line = trim_blanks(text_.substr(at, end - at));
    const std::size_t next = std::min(end + 1, text_.size());
    if (!line.empty()) {
      return TextLine{line, at, next};
    }
    at = next;
  }
  return std::nullopt;
}

std::optional<TextLine> TextLines::before(std::size_t at, std::size_t floor) const {
  while (at > floor) {
    std::size_t begin = at - 1;  // the end of the line above
    while (begin > floor && !is_line_end(text_[begin - 1])) {
      --begin;
    }
    const std::string_view line = trim_blanks(text_.substr(begin, at - begin));
    if (!line.empty()) {
      return TextLine{line, begin, at};
    }
    at = begin;
  }
  return std::nullopt;
}

bool TextLines::form_feed_above(std::size_t at) const {
  while (at > 0 && blank_before(text_, at) > 0) {
    at -= blank_before(text_, at);
    if (text_[at] == '\f') {
      return true;
    }
  }
  return false;
}

bool TextLines::blank_above(std::size_t at) const {
  std::size_t ends = 0;
  while (at > 0 && blank_before(text_, at) > 0) {
    at -= blank_before(text_, at);
    ends += text_[at] == '\n' || text_[at] == '\f' ? 1 : 0;
  }
  return ends > 1 || at == 0;
}

}  // namespace letterkit
