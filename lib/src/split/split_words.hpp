// The words that show where letters start and end, read from a profile's split.txt.
//
// In: lines of a key and phrases. Out: one table of phrases that lines start with, whose gate tells
// of most lines in a few nanoseconds that they start with none.
//
//   salutation | geachte | geacht
#pragma once

#include "letterkit/result.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

#include "fields/phrase_table.hpp"
#include "fields/word_table.hpp"
#include "split/start_gate.hpp"
#include "support/data_file.hpp"
#include "support/pattern.hpp"

namespace letterkit {

/// What a line shows by the phrase it starts with. The names are the keys of split.txt.
enum class SplitCue : int {
  none,
  publisher,  ///< names of a publisher, a session: whether it is a head, the papers' words tell
  return_address,  ///< label of the sender's address above the addressee's
  addressee,       ///< "Aan de voorzitter"
  circular_to,     ///< "Circulaire aan", under a circular's title
  title,           ///< first words of titles that stand above all else
  paper_title,     ///< first words of titles that stand under a dossier
  salutation,
  courtesy,    ///< starts a salutation where a comma ends the line, else an addressee: "Monsieur"
  opening,     ///< first words of first sentences, for letters that lack a head
  section,     ///< headings that only a first section has
  field,       ///< labels that heads are read around; the profile's field labels decide
  letterhead,  ///< first words of senders' names and addresses
  role,        ///< first words of roles; the offices of the profile decide
  behalf,      ///< "namens deze"
  closing,
  closing_word,  ///< closes where little else stands on its line: "Ihr", "Votre"; find_cue() tells
  attachment,    ///< what follows a signature in the same letter
  copy,          ///< label of a letter that is attached to another one: "copy of letter"
  foot,          ///< running feet and page marks
};

/// The gates of one profile's phrases, or of several's. Read apart from the words, at a fifth of
/// the cost: a text in one language passes few gates of the others, whose words are then never
/// asked.
struct SplitGates {
  /// Leaves out what SplitWords::parse() says is wrong; never fails.
  static Result<SplitGates> parse(const DataFile& file);

  /// Passes from now on what the others do, too.
  void join(const SplitGates& others);

  StartGate any;         ///< of the cues that a head or a signature is looked for at
  StartGate small;       ///< of those that lines in small letters show: signatures
  LongGate by_eight;     ///< of the first, asked where one of them lets a line pass
  bool phrases = false;  ///< whether there are any
};

/// Patterns that lines are asked for, in two: what is bound to a line's start is told by its first
/// and last byte nearly always, which one pattern that is not bound would undo.
struct LinePatterns {
  std::optional<Pattern> bound;
  std::optional<Pattern> loose;

  [[nodiscard]] bool match(std::string_view line) const {
    return (bound && bound->search(line)) || (loose && loose->search(line));
  }
};

struct SplitWords {
  /// Errors "split.key", "split.word", "split.pattern".
  static Result<SplitWords> parse(const DataFile& file);

  PhraseTable phrases;          ///< values are SplitCue
  LinePatterns address_like;    ///< lines of an address ("2500 EA DEN HAAG")
  LinePatterns page_mark_like;  ///< lines that are a page mark
  WordTable letter_words;       ///< what letters are called where a text announces one: "brief"
};

/// The cue that a line starts with.
SplitCue find_cue(std::string_view line, const SplitWords& words);

enum class BareLabel : unsigned char {
  plain,   ///< "Bijlage": a heading, or a letter's last line that says that there is one
  marked,  ///< "Bijlage 2"
};

/// What kind of label of an attachment the line is, if it is that alone. "Bijlagen: 2" is none: it
/// says how many there are.
std::optional<BareLabel> bare_label(std::string_view line, const SplitWords& words);

/// Whether a line speaks of a letter.
bool mentions_letter(std::string_view line, const SplitWords& words);

/// The line without the marks that may open it: "> Retouradres", a quotation mark.
std::string_view without_opening_marks(std::string_view line);

}  // namespace letterkit
