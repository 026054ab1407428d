// The text of one letter, cut out of an input: what reading gives and parsing takes.
#pragma once

#include "letterkit/letter.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace letterkit {

/// A place where decoding replaced bytes of a UTF-8 input by U+FFFD (three bytes of the text).
struct Replacement {
  std::size_t view_start = 0;   ///< of the U+FFFD, bytes in the text
  std::size_t input_start = 0;  ///< of the replaced bytes, bytes in the input
  std::size_t input_end = 0;    ///< after them
};

/// A letter before it is parsed. Owns its text, so it may be moved to another thread.
struct LetterText {
  std::string text;      ///< valid UTF-8
  Source source;         ///< where it came from; `start` is that of the text's first byte
  std::size_t line = 1;  ///< 1-based line of the input's text on which the letter starts
  /// What is odd about its bytes: "encoding.invalid", "letter.too-long".
  std::vector<Diagnostic> diagnostics;
  std::vector<Replacement>
      replacements;  ///< ascending; only in a UTF-8 input that has invalid bytes

  /// Offset in `text` to the coordinates of records (bytes of the input when it is UTF-8, else of
  /// its UTF-8 transcoding). Nondecreasing; inside a replacement it is where the replaced bytes
  /// start.
  [[nodiscard]] std::size_t input_offset(std::size_t at) const;
};

/// As LetterText::input_offset, for any text that starts at `start` of the input.
std::size_t input_offset(std::size_t at, std::size_t start,
                         const std::vector<Replacement>& replacements);

}  // namespace letterkit
