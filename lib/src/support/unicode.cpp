#include "support/unicode.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "support/byte_block.hpp"
#include "support/count_bytes.hpp"
#include "support/fold_latin.hpp"

namespace letterkit {

namespace beyond_ascii {

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  auto i = static_cast<int32_t>(0);
  const auto left = static_cast<int32_t>(std::min<std::size_t>(text.size() - at, 4));
  UChar32 c = 0;
  U8_NEXT(bytes + at, i, left, c);
  if (c < 0) {
    ++at;
    return 0xFFFD;
  }
  at += static_cast<std::size_t>(i);
  return static_cast<char32_t>(c);
}

bool is_upper(char32_t c) {
  return u_isupper(static_cast<UChar32>(c)) != 0;
}

bool is_lower(char32_t c) {
  return u_islower(static_cast<UChar32>(c)) != 0;
}

bool is_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

}  // namespace beyond_ascii

std::size_t length_in_code_points(std::string_view text) {
  return count_bytes(text, starts_character);
}

std::string fold_case(std::string_view text) {
  std::array<char, kLongestLatin> buffer;
  if (const std::string_view latin = fold_latin(text, buffer); !latin.empty()) {
    return std::string(latin);
  }
  std::string folded(text);
  unsigned char all = 0;
  for (char& c : folded) {
    all |= static_cast<unsigned char>(c);
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  }
  if (all < 0x80) {
    return folded;
  }
  folded.clear();
  icu::StringByteSink<std::string> sink(&folded, static_cast<int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0, text, sink, nullptr, status);
  return folded;
}

namespace {

/// Only these lead bytes start combining marks or characters whose NFC differs (CC, CD: the
/// combining diacritical marks; E1 and above but E2 80..83: rare scripts and compatibility forms).
bool may_differ_from_nfc(std::string_view text) {
  constexpr unsigned char kFirst = 0xCC;
  unsigned char greatest =
      0;  // most texts have no such byte, which compilers see sixteen at a time
  for (const char c : text) {
    greatest = std::max(greatest, static_cast<unsigned char>(c));
  }
  for (std::size_t i = 0; greatest >= kFirst && i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool plain =
        c < kFirst ||
        (c == 0xE2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) <= 0x83) ||
        (c == 0xEF && text.substr(i, 3) == "\xEF\xBF\xBD");
    if (!plain) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string to_nfc(std::string_view text) {
  return to_nfc(std::string(text));
}

std::string to_nfc(std::string&& text) {
  if (!may_differ_from_nfc(text)) {
    return std::move(text);
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal, static_cast<int32_t>(text.size()));
  nfc->normalizeUTF8(0, text, sink, nullptr, status);
  return U_SUCCESS(status) != 0 ? normal : std::move(text);
}

namespace {

/// A letter, or anything that counts: digits, and number signs such as Roman or Chinese numerals.
bool is_letter_or_number(char32_t c) {
  return is_letter(c) ||
         u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_NUMERIC_TYPE) != U_NT_NONE;
}

}  // namespace

std::string soft_key(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  std::string decomposed;
  icu::StringByteSink<std::string> sink(&decomposed, static_cast<int32_t>(text.size()));
  nfkd->normalizeUTF8(0, text, sink, nullptr, status);
  const std::string folded = fold_case(U_SUCCESS(status) != 0 ? decomposed : std::string(text));
  std::string key;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    if (is_letter_or_number(next_code_point(folded, at))) {
      key.append(folded, begin, at - begin);
    }
  }
  return key;
}

namespace {

/// Bytes of the white space at `at`; 0 when there is none. Control characters count.
std::size_t space_at(std::string_view text, std::size_t at) {
  std::size_t next = at;
  const char32_t c = next_code_point(text, next);
  return c <= 0x20 || (c >= 0x80 && u_isUWhiteSpace(static_cast<UChar32>(c)) != 0) ? next - at : 0;
}

}  // namespace

bool is_collapsed(std::string_view text) {
  const std::size_t odd = find_in_blocks(text, 0, [](const char* at) {
    return ByteBlock(at).is_not_ascii() | ByteBlock(at).is_in(0, ' ' - 1);
  });
  if (odd != text.size() || text.empty() || text.front() == ' ' || text.back() == ' ') {
    return false;
  }
  const std::size_t wide = find_in_blocks<1>(
      text, 0, [](const char* at) { return ByteBlock(at).is(' ') & ByteBlock(at + 1).is(' '); });
  return wide == text.size();
}

std::string collapse_spaces(std::string_view text) {
  if (is_collapsed(text)) {
    return std::string(text);
  }
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t space = space_at(text, at)) {
      at += space;
      continue;
    }
    const std::size_t word = at;
    while (at < text.size() && space_at(text, at) == 0) {
      next_code_point(text, at);
    }
    out.append(out.empty() ? 0 : 1, ' ').append(text, word, at - word);
  }
  return out;
}

}  // namespace letterkit
