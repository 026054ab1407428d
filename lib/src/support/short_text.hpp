// A text of a few bytes that is held in place and copied as it lies.
//
// For numbers of papers and the like, which are read, looked at and mostly dropped: a std::string
// of six bytes costs a hundred instructions to make, hand on and end, a tenth of reading a
// citation.
//
//   ShortText number("16"); number.append('b');   ->  "16b"
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <string_view>

namespace letterkit {

class ShortText {
 public:
  static constexpr std::size_t kMost = 15;  ///< bytes

  ShortText() = default;

  /// `text` has at most kMost bytes.
  explicit ShortText(std::string_view text) { append(text); }

  /// There is room for it.
  void append(char c) { append(std::string_view(&c, 1)); }

  /// The same of a text.
  void append(std::string_view text) {
    assert(text.size() <= kMost - size_);
    std::size_t size = size_;
    for (const char c : text.substr(0, kMost - size)) {
      bytes_[size] = c;
      ++size;
    }
    size_ = static_cast<unsigned char>(size);
  }

  [[nodiscard]] std::string_view view() const { return {bytes_.data(), size_}; }

  operator std::string_view() const { return view(); }  // NOLINT(google-explicit-constructor)

  [[nodiscard]] std::size_t size() const { return size_; }

  [[nodiscard]] bool empty() const { return size_ == 0; }

  /// Byte `i`, which there is.
  char operator[](std::size_t i) const { return bytes_[i]; }

  friend bool operator==(const ShortText& a, std::string_view b) { return a.view() == b; }

 private:
  std::array<char, kMost> bytes_{};
  unsigned char size_ = 0;
};

}  // namespace letterkit
