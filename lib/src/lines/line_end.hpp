// Where the lines of a text end: at each \n, \r and form feed.
//
// In: a text and bytes of it, ascending. Out: the byte of the next mark, or the text's size. The
// next one of each kind is searched for by memchr and kept until it is passed: for most texts that
// is one search a line.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace letterkit {

constexpr bool is_line_end(char c) {
  return c == '\n' || c == '\r' || c == '\f';
}

class LineEnds {
 public:
  explicit LineEnds(std::string_view text) : text_(text) {
    for (Mark& mark : marks_) {
      mark.at = text.find(mark.byte);
    }
  }

  /// The first mark at or after byte `at`, which is not less than the last one that was asked for.
  std::size_t next(std::size_t at) {
    std::size_t end = text_.size();
    for (Mark& mark : marks_) {
      if (mark.at < at) {
        mark.at = text_.find(mark.byte, at);
      }
      end = std::min(end, mark.at);
    }
    return end;
  }

 private:
  struct Mark {
    char byte = '\n';
    std::size_t at = 0;  // npos: no further one
  };

  std::string_view text_;
  std::array<Mark, 3> marks_ = {
      {{'\n'}, {'\r'}, {'\f'}}
  };
};

}  // namespace letterkit
