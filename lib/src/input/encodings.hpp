// The encodings a letter's bytes may be in: their names, aliases and single-byte tables.
//
//   encoding_from_name("Latin-1") is Encoding::iso8859_1, whose name is "ISO-8859-1"
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace letterkit {

/// The encodings that are told apart by their bytes alone. Others can be asked for by name.
enum class Encoding {
  utf8,
  utf16le,
  utf16be,
  utf32le,
  utf32be,
  windows1252,
  iso8859_1,
  iso8859_15,
  ibm850,
  macintosh
};

/// The name that records carry; IANA's where there is one.
std::string_view encoding_name(Encoding encoding);

/// The encoding of a name or a usual alias ("utf8", "latin1", "cp850", "MacRoman"); case and
/// punctuation do not matter. Null for other names.
std::optional<Encoding> encoding_from_name(std::string_view name);

/// Whether an encoding has a byte a character.
constexpr bool is_single_byte(Encoding encoding) {
  return encoding >= Encoding::windows1252;
}

/// Code points of the bytes 80..FF; 0 where a byte is unassigned.
using UpperHalf = std::array<char16_t, 128>;

/// The upper half of a single-byte encoding. ISO-8859-1 shares that of windows-1252: its bytes
/// 80..9F are controls that no letter holds, and texts labelled so mean windows-1252 by them (the
/// WHATWG Encoding Standard says the same).
const UpperHalf& upper_half(Encoding encoding);

}  // namespace letterkit
