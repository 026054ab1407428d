// Public papers and laws cited in a text.
//
// In: body text and the words of a profile (references.txt). Out: every citation's span, its kind
// and the identifier of what it cites. Method: one scan over the text for words that begin a
// citation; what follows such a word is read by hand, with bounded look-ahead, so that time is
// linear on any input.
//
//   "(Kamerstukken II 2009/10, 32 123 XVI, nr. 30)" -> kst-32123-XVI-30, kind "kamerstuk"
#pragma once

#include "letterkit/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fields/date.hpp"
#include "fields/first_pairs.hpp"
#include "fields/phrase_table.hpp"
#include "fields/word_table.hpp"
#include "support/data_file.hpp"

namespace letterkit {

/// The words citations are written with, read from a profile's references.txt.
///
///   kamerstuk      | kamerstukken         words that begin a citation of a parliamentary paper
///   kamerstuk-weak | TK | Tweede Kamer    do so only when a dossier and a number follow
///   handelingen, aanhangsel, staatscourant, staatsblad    likewise; article begins one of a law
///   chamber 2      | II | TK              marks of the chambers, 1 and 2
///   session        | vergaderjaar         label of a session's years
///   number, numbers| nr; nrs              labels of one number, of several
///   item, page     | item; p | blz        labels in proceedings
///   and, range, of | en; t/m; van de      between numbers; before a date or a law
///   law            | Wet open overheid    titles laws are cited by
///   law-ending     | wet                  a capitalised word that ends so is a law: "Gemeentewet"
///   law-part       | lid | eerste         what may stand between an article and its law
struct ReferenceWords {
  enum Trigger {
    kamerstuk = 1,
    kamerstuk_weak,
    handelingen,
    aanhangsel,
    staatscourant,
    staatsblad,
    article
  };

  /// Errors "reference.key", "reference.word".
  static Result<ReferenceWords> parse(const DataFile& file);

  PhraseTable triggers;
  FirstPairs firsts;     ///< of triggers
  PhraseTable chambers;  ///< 1, 2
  PhraseTable of;
  PhraseTable laws;
  WordTable sessions;
  WordTable numbers;  ///< 1: label of one number, 2: of several
  WordTable items;
  WordTable pages;
  WordTable ands;
  WordTable law_parts;
  std::vector<std::string> ranges;
  std::vector<std::string> law_endings;  ///< lower case
};

/// A citation. A citation of several papers ("nrs. 7 en 8") gives one reference for each, all with
/// the span of the whole.
struct FoundReference {
  std::size_t start = 0;  ///< bytes in the text, half-open; page numbers behind it belong to it
  std::size_t end = 0;
  /// "kst-32123-XVI-30"; null for a law, a dossier as a whole, proceedings without an item, and
  /// when what is printed does not tell dossier from number ("Kamerstuk 21501-33").
  std::optional<std::string> id;
  std::string_view kind;  ///< "kamerstuk", "handelingen", "aanhangsel", "staatscourant",
                          ///< "staatsblad", "law"; a literal
};

/// The citations in a text, by start. A paper without such a word before it is found in brackets
/// only:
/// "(33 279, nr. 12)". A gazette needs a year and a number.
std::vector<FoundReference> find_references(std::string_view text, const ReferenceWords& words,
                                            const DateWords& dates);

/// The same, appended to `found`.
void find_references(std::string_view text, const ReferenceWords& words, const DateWords& dates,
                     std::vector<FoundReference>& found);

}  // namespace letterkit
