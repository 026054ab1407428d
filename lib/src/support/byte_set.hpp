// A few bytes, told from all others by one look.
//
// For questions that are asked of each line: to look for a byte in a text takes a call.
//
//   constexpr ByteSet kEnds(".!?");   kEnds.has('!') -> true
#pragma once

#include <array>
#include <string_view>

namespace letterkit {

class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char byte : bytes) {
      has_[static_cast<unsigned char>(byte)] = true;
    }
  }

  [[nodiscard]] constexpr bool has(char byte) const {
    return has_[static_cast<unsigned char>(byte)];
  }

 private:
  std::array<bool, 256> has_{};
};

}  // namespace letterkit
