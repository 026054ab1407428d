#include "fields/note_mark.hpp"

#include <array>
#include <bit>
#include <cstdint>

#include "fields/cursor.hpp"
#include "support/byte_block.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

constexpr std::size_t kShortestWord = 3;      // letters: "km", "CO" carry digits of their own
constexpr std::size_t kShortestCapitals = 5;  // "WETENSCHAP1", not "MH17"

/// Whether the text ends in a word, closing punctuation aside.
bool ends_in_word(std::string_view text) {
  constexpr std::array<std::string_view, 7> kClosing = {".", ",",      ";",     ":",
                                                        ")", "\u00BB", "\u201D"};
  for (const std::string_view closing : kClosing) {
    if (text.ends_with(closing)) {
      text.remove_suffix(closing.size());
      break;
    }
  }
  std::size_t letters = 0;
  char32_t last = U' ';
  for (std::size_t at = text.find_last_of(' ') + 1; at < text.size();) {
    last = next_code_point(text, at);
    letters = is_letter(last) ? letters + 1 : 0;
  }
  return letters >= (is_lower(last) ? kShortestWord : kShortestCapitals);
}

}  // namespace

bool is_note_mark(std::string_view text, std::size_t at, std::size_t size) {
  constexpr std::string_view kBehindMark = " .,);:";
  const std::size_t end = at + size;
  const bool closes = end == text.size() || kBehindMark.find(text[end]) != std::string_view::npos;
  return closes && ends_in_word(text.substr(0, at));
}

std::vector<std::string_view> find_note_marks(std::string_view text) {
  std::vector<std::string_view> marks;
  std::uint64_t carried = 1;  // whether a digit or blank, or nothing, stands before the row
  for (std::size_t begin = 0; begin < text.size(); begin += ByteRow::kSize) {
    const ByteRow row(text, begin);
    const std::uint64_t digits = row.bits([](auto bytes) { return bytes.is_in('0', '9'); });
    const std::uint64_t apart = digits | row.bits([](auto bytes) { return bytes.is(' '); });
    // Digits behind neither digit nor blank: most rows have none.
    for (std::uint64_t glued = digits & ~(apart << 1U | carried); glued != 0; glued &= glued - 1) {
      const std::size_t at = begin + static_cast<std::size_t>(std::countr_zero(glued));
      std::size_t size = 1;
      while (at + size < text.size() && is_ascii_digit(text[at + size])) {
        ++size;
      }
      if (size <= kMostMarkDigits && is_note_mark(text, at, size)) {
        marks.push_back(text.substr(at, size));
      }
    }
    carried = apart >> (ByteRow::kSize - 1);
  }
  return marks;
}

}  // namespace letterkit
