// What the stages ask about characters. With calendar.hpp and input/'s decoder, all that knows ICU.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace letterkit {

namespace beyond_ascii {

char32_t next_code_point(std::string_view text, std::size_t& at);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_letter(char32_t c);

}  // namespace beyond_ascii

/// The code point that starts at byte `at` of valid UTF-8 `text`; sets `at` to the next one.
/// U+FFFD, one byte on, where the bytes are not valid.
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0x80) {
    return beyond_ascii::next_code_point(text, at);
  }
  ++at;
  return byte;
}

/// Whether a byte of valid UTF-8 is the first one of a code point.
inline bool starts_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// Number of code points.
std::size_t length_in_code_points(std::string_view text);

inline bool is_upper(char32_t c) {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : beyond_ascii::is_upper(c);
}

inline bool is_lower(char32_t c) {
  return c < 0x80 ? c >= 'a' && c <= 'z' : beyond_ascii::is_lower(c);
}

inline bool is_letter(char32_t c) {
  return c < 0x80 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') : beyond_ascii::is_letter(c);
}

/// Default case folding, for comparing words ("MINISTER" and "minister", "É" and "é").
std::string fold_case(std::string_view text);

/// Normalisation form C. Text without combining marks comes back as it is, cheaply.
std::string to_nfc(std::string_view text);
std::string to_nfc(std::string&& text);

/// Whether the text is ASCII and its white space is single blanks, none at the ends: nearly all
/// are.
bool is_collapsed(std::string_view text);

/// White space of any kind (no-break and thin spaces, tabs, line ends) collapsed to single spaces,
/// none at the ends.
std::string collapse_spaces(std::string_view text);

/// What remains of a text when case, accents, punctuation and spaces do not count: the letters and
/// numbers of its compatibility decomposition (NFKD), case-folded. "Yeşilgöz-Zegerius" and
/// "YESILGOZ ZEGERIUS" have the same key; "½" is "12", for it decomposes to 1, fraction slash, 2.
std::string soft_key(std::string_view text);

}  // namespace letterkit
