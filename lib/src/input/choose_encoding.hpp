// Which encoding an input is read in: the one asked for, else the one its first bytes tell.
//
// Method: a byte order mark decides; then NULs where UTF-16 and UTF-32 have them; then whether the
// bytes are valid UTF-8; else how likely the text is in each single-byte encoding (detect.hpp).
//
//   choose_encoding("Ren\xE9", "").name is "ISO-8859-1"
#pragma once

#include <cstddef>
#include <string_view>

#include "input/encodings.hpp"

namespace letterkit {

struct EncodingChoice {
  Encoding encoding = Encoding::utf8;  ///< when it is not `by_icu`
  bool by_icu = false;                 ///< one of the encodings that only ICU converts
  std::string_view name;               ///< for records; a static string
  std::size_t mark = 0;                ///< bytes of the byte order mark to leave out
  bool unknown_override = false;       ///< the name asked for is none; the bytes decided
  /// Decided by nothing but the bytes being valid UTF-8 so far: later ones may tell otherwise.
  bool only_valid_so_far = false;
};

/// @param bytes    the input's first bytes, or all of them
/// @param complete whether they are all; if not, a character may be cut off at their end
/// @param encoding_override see decode()
EncodingChoice choose_encoding(std::string_view bytes, bool complete,
                               std::string_view encoding_override);

}  // namespace letterkit
