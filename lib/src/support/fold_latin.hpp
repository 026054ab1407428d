// Case folding of the words that Western letters are made of, without ICU.
//
// In: a word of ASCII, Latin-1 letters and the marks of U+2000 to U+207F. Out: the same folded, in
// the caller's buffer; nothing when it holds anything else, or "ß", which folds to two letters, and
// fold_case() has to do it. The two agree on what this one folds, and to_nfc() leaves it alone.
// ICU takes a thousand instructions for a word, this six a byte.
//
//   "Émile" -> "émile"
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace letterkit {

inline constexpr std::size_t kLongestLatin = 128;  // bytes of a word

inline std::string_view fold_latin(std::string_view word, std::array<char, kLongestLatin>& folded) {
  if (word.size() > folded.size()) {
    return {};
  }
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    const auto byte = static_cast<unsigned char>(c);
    folded[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    if (byte < 0x80) {
      continue;
    }
    const auto next = static_cast<unsigned char>(i + 1 < word.size() ? word[i + 1] : '\0');
    if (byte == 0xC3 && next != 0x9F && (next & 0xC0U) == 0x80) {  // U+00C0 to U+00FF but for ß
      const bool capital = next < 0x9F && next != 0x97;
      folded[++i] = static_cast<char>(capital ? next + 0x20 : next);
    } else if (byte == 0xE2 && (next == 0x80 || next == 0x81) && i + 2 < word.size()) {
      folded[i + 1] = word[i + 1];  // general punctuation: curly apostrophes, dashes
      folded[i + 2] = word[i + 2];
      i += 2;
    } else {
      return {};
    }
  }
  return {folded.data(), word.size()};
}

}  // namespace letterkit
