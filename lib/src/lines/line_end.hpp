// Where the lines of a text end: at each \n, \r and form feed.
//
// In: a text and bytes of it, ascending. Out: the byte of the next mark, or the text's size. The
// next one of each kind is searched for by memchr and kept until it is passed: for most texts that
// is one search a line.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace letterkit {

constexpr bool is_line_end(char c) {
  return c == '\n' || c == '\r' || c == '\f';
}

class LineEnds {
 public:
  explicit LineEnds(std::string_view text)
      : text_(text), newline_(text.find('\n')), return_(text.find('\r')), feed_(text.find('\f')) {}

  /// The first mark at or after byte `at`, which is not less than the last one that was asked for.
  std::size_t next(std::size_t at) {
    if (newline_ < at) {
      newline_ = text_.find('\n', at);
    }
    if (other_ < at) {
      find_other(at);
    }
    return std::min({newline_, other_, text_.size()});
  }

 private:
  /// Most texts have none of these: one number tells of both.
  void find_other(std::size_t at) {
    return_ = return_ < at ? text_.find('\r', at) : return_;
    feed_ = feed_ < at ? text_.find('\f', at) : feed_;
    other_ = std::min(return_, feed_);
  }

  std::string_view text_;
  // npos: no further one.
  std::size_t newline_;
  std::size_t return_;
  std::size_t feed_;
  std::size_t other_ = std::min(return_, feed_);
};

}  // namespace letterkit
