// A reading position in a text, for the recognisers that scan by hand (dates, dossiers, citations).
//
// In: any bytes, best valid UTF-8. Out: what stands at the position: blanks, digits, a word. Every
// step is linear in what it passes, and nothing reads outside the text.
//
//   "2 maart 2026": digits() "2", skip_blanks(), word() "maart", skip_blanks(), digits() "2026"
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <string_view>

#include "support/byte_block.hpp"
#include "support/unicode.hpp"

namespace letterkit {

constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The first digit at or after `from`; the text's size when there is none.
inline std::size_t find_ascii_digit(std::string_view text, std::size_t from) {
  return find_in_blocks(text, from, [](const char* at) { return ByteBlock(at).is_in('0', '9'); });
}

/// The last digit; the text's size when there is none.
inline std::size_t find_last_ascii_digit(std::string_view text) {
  std::size_t end = text.size();
  for (; end >= ByteBlock::kSize; end -= ByteBlock::kSize) {
    const char* const block = text.data() + end - ByteBlock::kSize;
    if (const unsigned digits = ByteBlock(block).is_in('0', '9').bits(); digits != 0) {
      return end - ByteBlock::kSize + static_cast<std::size_t>(std::bit_width(digits)) - 1;
    }
  }
  while (end > 0 && !is_ascii_digit(text[end - 1])) {
    --end;
  }
  return end > 0 ? end - 1 : text.size();
}

constexpr bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

constexpr bool is_ascii_lower(char c) {
  return c >= 'a' && c <= 'z';
}

constexpr bool is_ascii_letter(char c) {
  return is_ascii_lower(static_cast<char>(static_cast<unsigned char>(c) | 0x20U));
}

/// Whether the text holds an ASCII digit.
inline bool has_digit(std::string_view text) {
  return find_ascii_digit(text, 0) < text.size();
}

/// Letters of words: those of any script, and the combining marks of decomposed ones.
inline bool is_word_letter(char32_t c) {
  return is_letter(c) || (c >= 0x300 && c <= 0x36F);
}

/// Bytes of the letter of a word that starts at `at`, which is inside the text: 0 when there is
/// none.
inline std::size_t letter_at(std::string_view text, std::size_t at) {
  if (static_cast<unsigned char>(text[at]) < 0x80) {
    return is_ascii_letter(text[at]) ? 1 : 0;
  }
  std::size_t next = at;
  return is_word_letter(next_code_point(text, next)) ? next - at : 0;
}

/// Whether a byte is a letter, digit or sign of ASCII, all that it prints but the blank.
constexpr bool is_ascii_mark(char c) {
  return c >= '!' && c <= '~';
}

/// Bytes of the white space that starts at `at`: 0 when there is none. No-break and thin spaces
/// count.
inline std::size_t blank_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) {
    return 0;
  }
  const char c = text[at];
  if (is_ascii_mark(c)) {
    return 0;  // nearly always
  }
  if (c == ' ' || (c >= '\t' && c <= '\r')) {
    return 1;
  }
  if (c == '\xC2' && text.substr(at, 2) == "\xC2\xA0") {
    return 2;
  }
  if (c == '\xE2' && text.size() - at >= 3 && text[at + 1] == '\x80') {
    const auto last = static_cast<unsigned char>(text[at + 2]);  // U+2000..U+200A, U+202F
    return (last >= 0x80 && last <= 0x8A) || last == 0xAF ? 3 : 0;
  }
  return 0;
}

/// Bytes of the white space that ends at `end` (exclusive): 0 when there is none.
inline std::size_t blank_before(std::string_view text, std::size_t end) {
  if (end > 0 && is_ascii_mark(text[end - 1])) {
    return 0;  // nearly always
  }
  for (std::size_t n = 1; n <= 3 && n <= end; ++n) {
    if (blank_at(text, end - n) == n) {
      return n;
    }
  }
  return 0;
}

/// The text without white space at its ends; a view into it.
inline std::string_view trim_blanks(std::string_view text) {
  std::size_t begin = 0;
  while (const std::size_t n = blank_at(text, begin)) {
    begin += n;
  }
  std::size_t end = text.size();
  while (end > begin) {
    const std::size_t n = blank_before(text, end);
    if (n == 0) {
      break;
    }
    end -= n;
  }
  return text.substr(begin, end - begin);
}

/// A hyphen or dash that joins numbers ("21 501-02", "2004\u20132005"): its bytes, 0 when none.
inline std::size_t dash_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) {
    return 0;
  }
  if (text[at] == '-') {
    return 1;
  }
  const auto three = text.substr(at, 3);  // U+2010..U+2014: hyphens and dashes
  return three.size() == 3 && three[0] == '\xE2' && three[1] == '\x80' && three[2] >= '\x90' &&
                 three[2] <= '\x94'
             ? 3
             : 0;
}

class Cursor {
 public:
  explicit Cursor(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }

  [[nodiscard]] bool done() const { return at_ >= text_.size(); }

  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

  /// The byte `ahead` of the position; NUL past the end.
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  /// Whether a letter or a digit stands at the position: what was read before it has not ended.
  [[nodiscard]] bool at_word() const {
    return !done() && (is_ascii_digit(text_[at_]) || letter_at(text_, at_) > 0);
  }

  void move_to(std::size_t at) { at_ = at; }

  bool take(char c) {
    const bool here = !done() && text_[at_] == c;
    at_ += here ? 1 : 0;
    return here;
  }

  bool take(std::string_view prefix) {
    const bool here = rest().substr(0, prefix.size()) == prefix;
    at_ += here ? prefix.size() : 0;
    return here;
  }

  bool take_dash() {
    const std::size_t n = dash_at(text_, at_);
    at_ += n;
    return n > 0;
  }

  /// Passes white space; whether there was any.
  bool skip_blanks() {
    const std::size_t begin = at_;
    while (const std::size_t n = blank_at(text_, at_)) {
      at_ += n;
    }
    return at_ > begin;
  }

  /// Passes and gives the ASCII digits at the position.
  std::string_view digits() {
    const std::size_t begin = at_;
    while (!done() && is_ascii_digit(text_[at_])) {
      ++at_;
    }
    return text_.substr(begin, at_ - begin);
  }

  /// Passes and gives the letters at the position. A word of more than `limit` bytes is passed in
  /// part, so that a caller who only knows short words pays for no long one.
  std::string_view word(std::size_t limit = 48) {
    const std::size_t begin = at_;
    const std::size_t stop = begin + limit < text_.size() ? begin + limit + 1 : text_.size();
    std::size_t at = begin;
    if (text_.size() - begin >= ByteBlock::kSize) {  // in which nearly all words end
      const auto letters = std::countr_one(ByteBlock(text_.data() + begin).is_letter().bits());
      at = std::min(begin + static_cast<std::size_t>(letters), stop);
    }
    while (true) {
      while (at < stop && is_ascii_letter(text_[at])) {
        ++at;
      }
      const std::size_t letter = at < stop ? letter_at(text_, at) : 0;
      if (letter == 0) {
        break;
      }
      at += letter;
    }
    at_ = at;
    return text_.substr(begin, at - begin);
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

}  // namespace letterkit
