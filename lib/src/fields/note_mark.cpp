#include "fields/note_mark.hpp"

#include <algorithm>
#include <array>

#include "fields/cursor.hpp"
#include "support/byte_block.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

constexpr std::size_t kShortestWord = 3;      // letters: "km", "CO" carry digits of their own
constexpr std::size_t kShortestCapitals = 5;  // "WETENSCHAP1", not "MH17"
constexpr std::size_t kMostDigits = 2;

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

/// The first digit behind byte `from` that stands behind neither a digit nor a space; the text's
/// size when there is none.
std::size_t find_glued_digit(std::string_view text, std::size_t from) {
  for (std::size_t at = find_ascii_digit(text, from + 1); at < text.size();
       at = find_ascii_digit(text, at)) {
    if (text[at - 1] != ' ' && !is_ascii_digit(text[at - 1])) {
      return at;
    }
    while (at < text.size() && is_ascii_digit(text[at])) {
      ++at;
    }
  }
  return text.size();
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
  for (std::size_t at = find_glued_digit(text, 0); at < text.size();) {
    std::size_t size = 1;
    while (at + size < text.size() && is_ascii_digit(text[at + size])) {
      ++size;
    }
    if (size <= kMostDigits && is_note_mark(text, at, size)) {
      marks.push_back(text.substr(at, size));
    }
    at = find_glued_digit(text, at + size - 1);
  }
  return marks;
}

}  // namespace letterkit
