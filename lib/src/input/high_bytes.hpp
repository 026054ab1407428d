// The bytes of a text that are not ASCII, each run of them with a neighbour on both sides: all that
// the encoding detector looks at, so that a stream can be judged without being kept.
//
//   "De heer Ren\xC3\xA9 en" keeps "n\xC3\xA9 "
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace letterkit {

class HighBytes {
 public:
  /// The next bytes of the text. What comes after the detector's fill is passed over.
  void add(std::string_view bytes);

  /// Whether it holds as much as the detector looks at.
  [[nodiscard]] bool full() const;

  /// The runs, and the last byte of the text.
  [[nodiscard]] std::string sample() const;

 private:
  std::string runs_;
  std::size_t count_ = 0;
  char last_ = '\0';
  bool last_kept_ = true;  // there is none before the first
};

}  // namespace letterkit
