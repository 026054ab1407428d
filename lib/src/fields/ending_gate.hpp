// Which words may end in one of a table's endings, told by their last two bytes.
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
    if (ending.size() > 1) {
      keys_.set(key(ending));
    } else {
      keys_.set();
    }
  }

  /// Whether a word, of any case, may end in one and be longer.
  [[nodiscard]] bool may_end(std::string_view word) const {
    return word.size() > 1 && (keys_[key(word)] || key(word) == kBeyondAscii);
  }

 private:
  static constexpr std::size_t kBeyondAscii = 0;

  /// Five bits of each byte, the same for both cases of a letter.
  static std::size_t key(std::string_view word) {
    const auto last = static_cast<unsigned char>(word[word.size() - 1]);
    const auto before = static_cast<unsigned char>(word[word.size() - 2]);
    return (last | before) >= 0x80 ? kBeyondAscii : (before & 31U) << 5U | (last & 31U);
  }

  std::bitset<1024> keys_;
};

}  // namespace letterkit
