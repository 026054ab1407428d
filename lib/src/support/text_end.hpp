// How a text ends, as two bytes tell it.
//
// Many patterns are bound to a text's end, where a house number or a street stands, and most lines
// end otherwise: a look at their last two bytes spares following them to that end.
#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>

namespace letterkit {

/// The last two bytes of a text, as far as they tell something.
struct TextEnd {
  static constexpr std::size_t kNone = 256;  ///< no byte, or one of the last character's

  std::size_t last = kNone;
  std::size_t before = kNone;

  explicit TextEnd(std::string_view text) {
    if (!text.empty()) {
      last = static_cast<unsigned char>(text.back());
      const bool tells = last < 0x80 && text.size() > 1;
      before = tells ? static_cast<unsigned char>(text[text.size() - 2]) : kNone;
    }
  }
};

/// Ends of texts. All of them, until they are narrowed.
struct TextEnds {
  using Bytes = std::bitset<TextEnd::kNone + 1>;  // the last of which is always there

  Bytes last = Bytes().set();
  Bytes before = Bytes().set();

  [[nodiscard]] bool allow(const TextEnd& end) const {
    return last[end.last] && before[end.before];
  }

  void add(const TextEnds& others) {
    last |= others.last;
    before |= others.before;
  }
};

}  // namespace letterkit
