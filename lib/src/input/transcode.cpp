#include "input/transcode.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace letterkit {
namespace {

constexpr std::size_t kPlacesTold = 3;
constexpr char32_t kReplacement = 0xFFFD;
constexpr std::uint64_t kHighBits = 0x8080808080808080U;

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes[at]);
}

// Writes into a string that was made long enough beforehand.
class Writer {
 public:
  explicit Writer(std::size_t room) : text_(room, '\0') {}

  void ascii(char c) { text_[size_++] = c; }

  // The place of the next `size` bytes, which the caller fills.
  char* extend(std::size_t size) {
    size_ += size;
    return text_.data() + size_ - size;
  }

  void append(std::string_view bytes) {
    std::memcpy(text_.data() + size_, bytes.data(), bytes.size());
    size_ += bytes.size();
  }

  void code_point(char32_t c) {
    const auto put = [this](char32_t value) { text_[size_++] = static_cast<char>(value); };
    if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xC0U | (c >> 6U));
      put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
      put(0xE0U | (c >> 12U));
      put(0x80U | ((c >> 6U) & 0x3FU));
      put(0x80U | (c & 0x3FU));
    } else {
      put(0xF0U | (c >> 18U));
      put(0x80U | ((c >> 12U) & 0x3FU));
      put(0x80U | ((c >> 6U) & 0x3FU));
      put(0x80U | (c & 0x3FU));
    }
  }

  // U+FFFD for `bytes`; returns the offset where it starts.
  std::size_t replacement(std::string_view bytes, InvalidBytes& invalid) {
    const std::size_t at = size_;
    code_point(kReplacement);
    invalid.add(bytes, at, size_);
    return at;
  }

  [[nodiscard]] std::size_t size() const { return size_; }

  std::string take() && {
    text_.resize(size_);
    return std::move(text_);
  }

 private:
  std::string text_;
  std::size_t size_ = 0;
};

// Length of the run of ASCII at `from`.
std::size_t ascii_run(std::string_view bytes, std::size_t from) {
  std::size_t at = from;
  while (at + 8 <= bytes.size()) {
    std::uint64_t block = 0;
    std::memcpy(&block, bytes.data() + at, 8);
    if ((block & kHighBits) != 0) {
      break;
    }
    at += 8;
  }
  while (at < bytes.size() && byte_at(bytes, at) < 0x80) {
    ++at;
  }
  return at - from;
}

std::size_t count_high(std::string_view bytes) {
  return static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; }));
}

char32_t unit16(std::string_view bytes, std::size_t at, bool big_endian) {
  const unsigned first = byte_at(bytes, at);
  const unsigned second = byte_at(bytes, at + 1);
  return big_endian ? first << 8U | second : second << 8U | first;
}

char32_t unit32(std::string_view bytes, std::size_t at, bool big_endian) {
  const char32_t first = unit16(bytes, at, big_endian);
  const char32_t second = unit16(bytes, at + 2, big_endian);
  return big_endian ? first << 16U | second : second << 16U | first;
}

// Length in units of the run of ASCII at `from`, as far as it goes in blocks of four units.
std::size_t ascii_run16(std::string_view bytes, std::size_t from, bool big_endian) {
  // All bits that ASCII leaves zero, in the order of the bytes.
  const unsigned char mask[8] = {0x80, 0xFF, 0x80, 0xFF, 0x80, 0xFF, 0x80, 0xFF};
  const unsigned char mask_big[8] = {0xFF, 0x80, 0xFF, 0x80, 0xFF, 0x80, 0xFF, 0x80};
  std::uint64_t zero = 0;
  std::memcpy(&zero, big_endian ? mask_big : mask, 8);
  std::size_t at = from;
  for (std::uint64_t block = 0; at + 8 <= bytes.size(); at += 8) {
    std::memcpy(&block, bytes.data() + at, 8);
    if ((block & zero) != 0) {
      break;
    }
  }
  return (at - from) / 2;
}

// Every other byte of `units` units from `from` on: their ASCII.
void append_ascii16(Writer& out, std::string_view bytes, std::size_t from, std::size_t units) {
  char* to = out.extend(units);
  for (std::size_t i = 0; i < units; ++i) {
    to[i] = bytes[from + 2 * i];
  }
}

// "0xE9 0x20"
std::string hex_bytes(std::string_view bytes) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string hex;
  for (const char c : bytes) {
    const auto value = static_cast<std::uint8_t>(c);
    hex += hex.empty() ? "0x" : " 0x";
    hex += kHex[value >> 4U];
    hex += kHex[value & 15U];
  }
  return hex;
}

constexpr bool is_surrogate(char32_t c) {
  return c >= 0xD800 && c < 0xE000;
}

}  // namespace

void InvalidBytes::add(std::string_view bytes, std::size_t start, std::size_t end) {
  InvalidPlace place{start, end, {}, 0};
  const std::string_view shown = bytes.substr(0, place.bytes.size());
  std::copy(shown.begin(), shown.end(), place.bytes.begin());
  place.count = static_cast<std::uint8_t>(shown.size());
  places_.push_back(place);
}

std::vector<Diagnostic> invalid_diagnostics(std::span<const InvalidPlace> places,
                                            std::string_view encoding) {
  std::vector<Diagnostic> all;
  const std::string ending = "not valid " + std::string(encoding) + "; read as U+FFFD";
  const std::size_t told = std::min(places.size(), kPlacesTold);
  for (const InvalidPlace& place : places.first(told)) {
    const std::string hex = hex_bytes({place.bytes.data(), place.count});
    all.push_back(
        {"encoding.invalid", Diagnostic::Severity::warning,
         (hex.empty() ? "bytes" : hex) + " at byte " + std::to_string(place.start) + ": " + ending,
         place.start, place.end});
  }
  if (told < places.size()) {
    all.push_back({"encoding.invalid", Diagnostic::Severity::warning,
                   std::to_string(places.size() - told) + " more places " + ending,
                   places[told].start, places.back().end});
  }
  return all;
}

Utf8Sequence utf8_sequence(std::string_view bytes) {
  const unsigned lead = byte_at(bytes, 0);
  if (lead < 0x80) {
    return {1, true};
  }
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) {
    return {1, false};
  }
  // The second byte's range keeps out overlong forms, surrogates and values over 10FFFF.
  const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  for (std::size_t i = 1; i < length; ++i) {
    if (i == bytes.size() || byte_at(bytes, i) < (i == 1 ? low : 0x80U) ||
        byte_at(bytes, i) > (i == 1 ? high : 0xBFU)) {
      return {i, false};
    }
  }
  return {length, true};
}

std::size_t cut_off_utf8(std::string_view bytes) {
  for (std::size_t length = 1; length <= std::min<std::size_t>(3, bytes.size()); ++length) {
    const std::string_view tail = bytes.substr(bytes.size() - length);
    if (byte_at(tail, 0) < 0x80) {
      return 0;
    }
    if (byte_at(tail, 0) >= 0xC0) {
      const bool needs_more = byte_at(tail, 0) >= 0xC2 && byte_at(tail, 0) <= 0xF4;
      const auto sequence = utf8_sequence(tail);
      return needs_more && !sequence.valid && sequence.length == length ? length : 0;
    }
  }
  return 0;
}

std::string transcode(std::string_view bytes, Encoding encoding, InvalidBytes& invalid) {
  switch (encoding) {
    case Encoding::utf16le:
    case Encoding::utf16be:
      return from_utf16(bytes, encoding == Encoding::utf16be, invalid);
    case Encoding::utf32le:
    case Encoding::utf32be:
      return from_utf32(bytes, encoding == Encoding::utf32be, invalid);
    default:
      return from_single_byte(bytes, upper_half(encoding), invalid);
  }
}

std::string repair_utf8(std::string_view bytes, std::size_t start,
                        std::vector<Replacement>& replacements, InvalidBytes& invalid) {
  Writer out(bytes.size() + 2 * count_high(bytes));
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t run = ascii_run(bytes, at);
    out.append(bytes.substr(at, run));
    at += run;
    if (at == bytes.size()) {
      break;
    }
    const auto sequence = utf8_sequence(bytes.substr(at));
    if (sequence.valid) {
      out.append(bytes.substr(at, sequence.length));
    } else {
      const std::size_t from = start + at;
      replacements.push_back({out.size(), from, from + sequence.length});
      invalid.add(bytes.substr(at, sequence.length), from, from + sequence.length);
      out.code_point(kReplacement);
    }
    at += sequence.length;
  }
  return std::move(out).take();
}

std::string from_utf16(std::string_view bytes, bool big_endian, InvalidBytes& invalid) {
  const std::size_t even = bytes.size() / 2 * 2;
  std::size_t not_ascii = bytes.size() - even;
  for (std::size_t at = 0; at < even; at += 2) {
    not_ascii += unit16(bytes, at, big_endian) >= 0x80;
  }
  Writer out(even / 2 + 3 * not_ascii);
  for (std::size_t at = 0; at < even; at += 2) {
    const std::size_t run = ascii_run16(bytes, at, big_endian);
    append_ascii16(out, bytes, at + (big_endian ? 1 : 0), run);
    at += run * 2;
    if (at == even) {
      break;
    }
    const char32_t c = unit16(bytes, at, big_endian);
    if (c < 0x80) {
      out.ascii(static_cast<char>(c));
    } else if (!is_surrogate(c)) {
      out.code_point(c);
    } else if (const char32_t next = at + 2 < even ? unit16(bytes, at + 2, big_endian) : 0;
               c < 0xDC00 && next >= 0xDC00 && next < 0xE000) {
      out.code_point(0x10000 + ((c - 0xD800) << 10U) + (next - 0xDC00));
      at += 2;
    } else {
      out.replacement(bytes.substr(at, 2), invalid);
    }
  }
  if (even < bytes.size()) {
    out.replacement(bytes.substr(even), invalid);
  }
  return std::move(out).take();
}

std::string from_utf32(std::string_view bytes, bool big_endian, InvalidBytes& invalid) {
  const std::size_t whole = bytes.size() / 4 * 4;
  Writer out(whole + 3);
  for (std::size_t at = 0; at < whole; at += 4) {
    const char32_t c = unit32(bytes, at, big_endian);
    if (c > 0x10FFFF || is_surrogate(c)) {
      out.replacement(bytes.substr(at, 4), invalid);
    } else {
      out.code_point(c);
    }
  }
  if (whole < bytes.size()) {
    out.replacement(bytes.substr(whole), invalid);
  }
  return std::move(out).take();
}

std::string from_single_byte(std::string_view bytes, const UpperHalf& upper,
                             InvalidBytes& invalid) {
  Writer out(bytes.size() + 2 * count_high(bytes));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const std::size_t run = ascii_run(bytes, at);
    out.append(bytes.substr(at, run));
    at += run;
    if (at == bytes.size()) {
      break;
    }
    const char16_t c = upper[byte_at(bytes, at) - 0x80U];
    if (c != 0) {
      out.code_point(c);
    } else {
      out.replacement(bytes.substr(at, 1), invalid);
    }
  }
  return std::move(out).take();
}

}  // namespace letterkit
