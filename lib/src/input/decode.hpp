// From the bytes of an input, in any encoding, to valid UTF-8 and the way back to the bytes.
//
// Method: a byte order mark decides; else valid UTF-8 is taken as it is, without a copy; else the
// encoding is detected (detect.hpp) and the text transcoded. Total: any bytes give a text, no byte
// is dropped, what is invalid becomes U+FFFD with a diagnostic.
//
//   decode("Geachte mevrouw Ren\xE9") has the view "Geachte mevrouw Ren\u00E9", "ISO-8859-1"
#pragma once

#include "letterkit/letter_text.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace letterkit {

/// An input's text. Views into it stay valid as long as it, or what it was moved to, lives; those
/// of a text that needed no conversion are views into the input's bytes.
class Text {
 public:
  Text() = default;
  ~Text() = default;
  Text(const Text&) = delete;
  Text& operator=(const Text&) = delete;
  Text(Text&& other) noexcept;
  Text& operator=(Text&& other) noexcept;

  /// Offset in `view` to the coordinates of records: bytes of the input itself when it is UTF-8 (a
  /// byte order mark counts), else bytes of its UTF-8 transcoding (without a mark). Nondecreasing
  /// in `at`; an offset inside a replacement maps to the start of the replaced bytes.
  [[nodiscard]] std::size_t input_offset(std::size_t at) const;

  std::string storage;        ///< owns the text when it had to be converted; else empty
  std::string_view view;      ///< valid UTF-8, without byte order mark
  std::string_view encoding;  ///< what the input was: "UTF-8", "windows-1252"; a static string
  /// "encoding.invalid": bytes that mean nothing in the encoding, the first few with their place
  /// and one with the count of the rest. "encoding.unknown": the override is no known name.
  std::vector<Diagnostic> diagnostics;

  std::size_t start = 0;                  ///< where `view` starts in the input: 3 after a UTF-8 BOM
  std::vector<Replacement> replacements;  ///< ascending; empty unless the input is invalid UTF-8
};

/// Decodes an input.
///
/// @param bytes             must outlive the text
/// @param encoding_override name of the encoding, see known_encoding() of parse.hpp; empty: decided
///        by the bytes. An unknown name gives a diagnostic "encoding.unknown" and the bytes decide.
///        A byte order mark of the named encoding is dropped, another one is text. "UTF-16" and
///        "UTF-32" find their byte order by the mark or the bytes.
Text decode(std::string_view bytes, std::string_view encoding_override = {});

/// The diagnostic "encoding.unknown" for an override that is no known name.
Diagnostic unknown_encoding(std::string_view name, std::string_view read_as);

}  // namespace letterkit
