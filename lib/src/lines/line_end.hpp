// Where the lines of a text end: at each \n, \r and form feed.
//
// Method: sixty-four bytes at once, thirty-two a question where the processor has AVX2, else
// sixteen.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace letterkit {

constexpr bool is_line_end(char c) {
  return c <= '\r' && (c == '\n' || c == '\r' || c == '\f');  // most bytes are told by one question
}

/// The first line end at or after byte `at`; the text's size when there is none.
std::size_t find_line_end(std::string_view text, std::size_t at);

/// The line ends of a text, one after the other. They are found a piece of the text at a time: to
/// ask for each took twice as long.
class LineEnds {
 public:
  explicit LineEnds(std::string_view text) : text_(text) {}

  /// The first one behind those that were given; the text's size when there is none.
  std::size_t next() {
    while (given_ == found_) {
      if (behind_ >= text_.size()) {
        return text_.size();
      }
      look_on();
    }
    return piece_ + ends_[given_++];
  }

 private:
  static constexpr std::size_t kPiece = 1024;  // bytes

  /// Finds those of the next piece.
  void look_on();

  std::string_view text_;
  std::size_t piece_ = 0;   // where the piece begins whose line ends are at hand
  std::size_t behind_ = 0;  // where it ends
  std::size_t given_ = 0;
  std::size_t found_ = 0;
  std::array<std::uint16_t, kPiece> ends_{};  // bytes from the piece's begin
};

}  // namespace letterkit
