// A text of many letters to the letters.
//
// In: UTF-8. Out: the byte span of each letter. Method: one pass over the lines. A gate on the
// first bytes passes lines that may belong to a head or a signature; around such a line the head is
// read as a whole, and its signs and what ended before it decide whether a letter starts there.
//
//   "... R. Visser\n\n33 280\nTitle\nNr. 4 Brief van ..." -> two spans, the second from "33 280"
#pragma once

#include "letterkit/parse.hpp"
#include "letterkit/profile.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace letterkit {

/// Half-open bytes of a letter in its text. The spans of a text lie end to end: white space between
/// two letters belongs to the first, white space before the first letter to that one.
struct LetterSpan {
  std::size_t start = 0;
  std::size_t end = 0;
  bool attached_next = false;  ///< the letter behind it is an attachment of this one

  LetterSpan() = default;

  LetterSpan(std::size_t first, std::size_t last, bool attached = false)
      : start(first), end(last), attached_next(attached) {}

  friend bool operator==(const LetterSpan&, const LetterSpan&) = default;
};

/// Cuts `text`, valid UTF-8 that starts where a letter starts. A blank text has no letters; any
/// other has one at least, and together the spans cover it.
///
/// With `complete` false more text is to come: only letters whose end is certain are given, so
/// that the text from the last span's end, with what comes, gives the spans that the whole text
/// would have given. Every decision looks at a bounded number of lines.
///
/// Split::automatic needs evidence of a head; a form feed alone is none. Split::formfeed cuts at
/// each form feed; pieces without text are no letters, and one at the end is in no span.
std::vector<LetterSpan> split_letters(std::string_view text, const std::vector<Profile>& profiles,
                                      Split mode, bool complete);

}  // namespace letterkit
