// Which words may end in one of a table's endings, told by their last three bytes.
//
// In: endings, case folded. Out: false for nearly all words that end in none, so that the endings
// themselves are seldom looked through.
//
//   "directeur", "directie" -> "projectdirecteur" may, "voorstel" may not
#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>

namespace letterkit {

class EndingGate {
 public:
  void add(std::string_view ending) {
    if (ending.size() < 2) {
      keys_.set();
      one_letter_ = true;
    } else if (ending.size() == 2) {
      for (std::size_t before = 0; before < 32; ++before) {
        keys_.set(key(static_cast<char>(before), ending[0], ending[1]));
      }
    } else {
      const std::string_view last = ending.substr(ending.size() - kLooked);
      keys_.set(key(last[0], last[1], last[2]));
    }
  }

  /// Whether a word, of any case, may end in one and be longer.
  [[nodiscard]] bool may_end(std::string_view word) const {
    if (word.size() < kLooked) {
      return word.size() == 2 && one_letter_;
    }
    const char* const last = word.data() + word.size() - kLooked;
    const auto all = static_cast<unsigned char>(last[0] | last[1] | last[2]);
    return keys_[key(last[0], last[1], last[2])] || all >= 0x80;  // beyond ASCII, letters fold
  }

 private:
  static constexpr std::size_t kLooked = 3;  // bytes

  /// Five bits of each byte, the same for both cases of a letter.
  static std::size_t key(char a, char b, char c) {
    const auto bits = [](char byte) { return static_cast<unsigned char>(byte) & 31U; };
    return bits(a) << 10U | bits(b) << 5U | bits(c);
  }

  std::bitset<32768> keys_;
  bool one_letter_ = false;  // some ending is no more
};

}  // namespace letterkit
