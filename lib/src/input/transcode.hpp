// Transcoders: bytes of one encoding in, valid UTF-8 out. None fails and none drops bytes: what
// means nothing becomes U+FFFD and is noted in a log, which turns into diagnostics.
//
//   "Ren\xE9" in ISO-8859-1 gives "Ren\xC3\xA9"
#pragma once

#include "letterkit/letter.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "input/decode.hpp"
#include "input/encodings.hpp"

namespace letterkit {

/// A place where bytes meant nothing; [start, end) in the coordinates of records.
struct InvalidPlace {
  std::size_t start = 0;
  std::size_t end = 0;
  std::array<char, 4> bytes{};  ///< the first of them
  std::uint8_t count = 0;       ///< how many are in `bytes`; 0 when they are not known
};

/// The places in the order they were met.
class InvalidBytes {
 public:
  /// Notes `bytes`, which meant nothing.
  void add(std::string_view bytes, std::size_t start, std::size_t end);

  /// Notes a place whose bytes are not known.
  void add(std::size_t start, std::size_t end) { add({}, start, end); }

  [[nodiscard]] const std::vector<InvalidPlace>& places() const { return places_; }

 private:
  std::vector<InvalidPlace> places_;
};

/// The first few places in full, the others as a count, so that a binary file does not give a
/// diagnostic a byte.
std::vector<Diagnostic> invalid_diagnostics(std::span<const InvalidPlace> places,
                                            std::string_view encoding);

/// The sequence at the head of non-empty bytes: its length and whether it is valid UTF-8. An
/// invalid one is the longest part that some valid character starts with, at least a byte (the
/// Unicode Standard's practice for U+FFFD, section 3.9).
struct Utf8Sequence {
  std::size_t length;
  bool valid;
};

Utf8Sequence utf8_sequence(std::string_view bytes);

/// How many bytes at the end are the start of a character that may go on behind it: 0 to 3.
std::size_t cut_off_utf8(std::string_view bytes);

/// Transcodes from one of our own encodings other than UTF-8, without looking for a mark.
std::string transcode(std::string_view bytes, Encoding encoding, InvalidBytes& invalid);

/// Replaces what is not UTF-8. `start` is the offset of `bytes` in the input.
std::string repair_utf8(std::string_view bytes, std::size_t start,
                        std::vector<Replacement>& replacements, InvalidBytes& invalid);

/// Lone surrogates and an odd last byte become U+FFFD.
std::string from_utf16(std::string_view bytes, bool big_endian, InvalidBytes& invalid);

/// Surrogates, values over 10FFFF and an incomplete last unit become U+FFFD.
std::string from_utf32(std::string_view bytes, bool big_endian, InvalidBytes& invalid);

/// Unassigned bytes become U+FFFD.
std::string from_single_byte(std::string_view bytes, const UpperHalf& upper, InvalidBytes& invalid);

}  // namespace letterkit
