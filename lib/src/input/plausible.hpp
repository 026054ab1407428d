// How likely a character is in a letter, alone and between its neighbours. The encoding detector
// adds this up for what an input's high bytes become in each encoding; the least sum wins.
//
// Method: a cost in nats, about minus the logarithm of the character's share among the non-ASCII
// characters of Dutch, French, German and English letters, plus a misfit when its neighbours are
// not those of its kind: "Belgi\x89" is "Belgi" and e-diaeresis in IBM850, which fits, and a per
// mille sign glued to a word in windows-1252, which does not.
#pragma once

#include <cstdint>

namespace letterkit {

/// What matters of a character to its neighbours.
enum class Kind : std::uint8_t {
  space,  // white space, controls, the ends of the text
  lower,  // letters
  upper,
  word,  // a small letter that is a word by itself: a with grave
  digit,
  punctuation,  // ASCII punctuation
  opening,      // quotes that open: left quotes, low quotes, left guillemet
  closing,      // quotes that close
  apostrophe,   // the right single quote: it closes and it elides
  dash,
  ellipsis,
  currency,
  ordinal,  // degree, ordinal marks, superscript digits
  fraction,
  section,  // section and paragraph signs
  bullet,
  no_break,  // no-break space
  symbol,    // other signs
  drawing,   // box drawing
  none,      // controls 80..9F, unassigned bytes
};

/// A character as the detector sees it.
struct Plausible {
  Kind kind;
  std::uint8_t cost;  ///< nats
};

/// The kind of a character and the cost of meeting it in a letter (0 for ASCII).
Plausible plausible(char32_t c);

/// The cost, in nats, of a character between its neighbours.
unsigned misfit(Kind before, Kind kind, Kind after);

}  // namespace letterkit
