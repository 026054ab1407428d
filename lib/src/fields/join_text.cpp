#include "fields/join_text.hpp"

#include "fields/cursor.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

/// Whether the last word of the text is a web address.
bool ends_in_address(std::string_view text) {
  const std::string_view word = text.substr(text.rfind(' ') + 1);
  return word.find("//") != std::string_view::npos || word.substr(0, 4) == "www.";
}

/// The first word of a piece, letters only.
std::string_view first_word(std::string_view piece) {
  return Cursor(piece).word();
}

}  // namespace

void join_text(std::string& text, std::string_view piece, const WordTable& ands, std::size_t from) {
  const std::string_view first = std::string_view(text).substr(from);
  if (first.empty() || piece.empty()) {
    text += piece;
    return;
  }
  const char last = first.back();
  if (last != '-' && last != '/' && piece.front() != '/') {  // nearly always
    text += ' ';
    text += piece;
    return;
  }
  const bool hyphen = last == '-' && first.size() > 1 && first[first.size() - 2] != ' ' &&
                      first[first.size() - 2] != ',';  // "f 250,-" is no broken word
  const bool slash = last == '/' || piece.front() == '/';
  if ((hyphen || slash) && ends_in_address(first)) {
    text += piece;
    return;
  }
  std::size_t at = 0;
  const char32_t letter = hyphen ? next_code_point(piece, at) : U' ';
  if (!is_letter(letter) || ands.contains(first_word(piece))) {
    text += ' ';
    text += piece;
    return;
  }
  if (is_lower(letter)) {
    text.pop_back();
  }
  text += piece;
}

}  // namespace letterkit
