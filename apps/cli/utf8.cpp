#include "cli/utf8.hpp"

#include <cstddef>

namespace letterkit::cli {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

/// Length of the character that starts at `at`, or 0 when there is none (Unicode 15, table 3-7).
std::size_t character_length(std::string_view bytes, std::size_t at) {
  const unsigned first = byte_at(bytes, at);
  if (first < 0x80) {
    return 1;
  }
  // The second byte's range is narrower after some first bytes: no overlong forms, no surrogates.
  unsigned low = 0x80;
  unsigned high = 0xBF;
  std::size_t length = 0;
  if (first >= 0xC2 && first <= 0xDF) {
    length = 2;
  } else if (first >= 0xE0 && first <= 0xEF) {
    length = 3;
    low = first == 0xE0 ? 0xA0 : low;
    high = first == 0xED ? 0x9F : high;
  } else if (first >= 0xF0 && first <= 0xF4) {
    length = 4;
    low = first == 0xF0 ? 0x90 : low;
    high = first == 0xF4 ? 0x8F : high;
  }
  for (std::size_t i = 1; i < length; ++i) {
    const unsigned next = byte_at(bytes, at + i);
    if (next < low || next > high) {
      return 0;
    }
    low = 0x80;
    high = 0xBF;
  }
  return length;
}

}  // namespace

std::string to_utf8(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = character_length(bytes, at);
    text += length == 0 ? std::string_view("\xEF\xBF\xBD") : bytes.substr(at, length);
    at += length == 0 ? 1 : length;
  }
  return text;
}

std::string on_one_line(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string line;
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (code >= 0x20 && code != 0x7F) {
      line += c;
    } else if (c == '\n' || c == '\t') {
      line += c == '\n' ? "\\n" : "\\t";
    } else {
      line += "\\x";
      line += kDigits[code >> 4U];
      line += kDigits[code & 0x0FU];
    }
  }
  return line;
}

}  // namespace letterkit::cli
