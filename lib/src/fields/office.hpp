// Public offices in printed roles and titles.
//
// In: a text and the profile's offices (offices.txt) and ministries (ministries.txt). Out: the
// office's kind from a closed list, its ministry's canonical name and whether it is held by a
// deputy. Method: an office's noun is looked for among the first words; behind it the longest
// ministry that is known.
//
//   "De plv. directeur-generaal van Financien" -> director_general, "Financien", acting
#pragma once

#include "letterkit/letter.hpp"
#include "letterkit/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fields/ending_gate.hpp"
#include "fields/phrase_table.hpp"
#include "fields/word_table.hpp"
#include "support/data_file.hpp"
#include "support/thread_memo.hpp"

namespace letterkit {

/// A ministry under one of its names, as one of its forms is read.
struct Ministry {
  std::string_view name;  ///< canonical; of the file's text, which the words must not outlive
  int from = 0;           ///< first year it had the name
  int to = 0;             ///< last year; 9999 while it has it
  int next = -1;          ///< index of what else the same form is read as; -1: nothing
};

/// The words of offices, offices.txt:
///   kind minister   | minister | ministers   nouns of a kind, singular and plural
///   body authority  | college | bestuur      bodies, which no person holds
///   ending director | directeur              compounds that end so: "projectdirecteur"
///   article | de | het
///   before  | algemeen | plaatselijk         words that may stand before the noun
///   acting  | plv | wnd | a.i                held by a deputy, without the last period
///   of      | van | voor                     between the noun and the ministry
///   and     | en | alsmede                   between offices
/// and ministries.txt, a row a name:
///   Justitie | 1945 | 2010 | where the years are from | other printed forms ...
/// The last year is empty for a name in use.
class OfficeWords {
 public:
  /// Errors "office.key", "office.word", "office.year".
  static Result<OfficeWords> parse(const DataFile& offices, const DataFile& ministries);

  /// Kind of a noun, as an index into kinds(); -1 when it is none.
  [[nodiscard]] int noun(std::string_view word) const {
    return ending_gate_.may_end(word) ? compound(word) : -1;
  }

  /// What a word at the start of an office may be, bits.
  enum Opening : int {
    opens_nothing = 0,
    opens_noun = 1,    ///< the first word of a noun
    opens_before = 2,  ///< the first of words before one
    opens_article = 4,
    opens_acting = 8,
    opens_compound = 16,  ///< a noun by its ending
    opens_any = 31,
  };

  /// A word at the start of an office.
  struct OpeningWord {
    int what = opens_nothing;
    std::size_t size = 0;  ///< bytes, of one of ASCII letters without period or hyphen; else 0
  };

  /// What the word at `at` may be: opens_nothing for the first words of most lines, which one
  /// look-up tells in place of one in each table.
  [[nodiscard]] OpeningWord opening(std::string_view text, std::size_t at) const;

  /// Notes that offices may start with a word, or phrase, as what it is of Opening.
  void add_opening(std::string_view word, int what);

  std::vector<std::string> kinds;
  std::vector<bool> bodies;                          ///< by kind
  PhraseTable nouns;                                 ///< index into kinds
  std::vector<std::pair<std::string, int>> endings;  ///< case folded; index into kinds
  WordTable articles;
  PhraseTable before;
  WordTable acting;
  WordTable of;
  WordTable ands;
  PhraseTable ministry_names;  ///< index into ministries
  std::vector<Ministry> ministries;

  /// The owner of what threads remember with it, see thread_memo.hpp.
  [[nodiscard]] std::uint64_t id() const { return id_; }

 private:
  /// Kind of a compound by its ending; -1 when it is none.
  [[nodiscard]] int compound(std::string_view word) const;

  std::uint64_t id_ = new_owner();
  EndingGate ending_gate_;  // of compound()
  WordTable heads_;         // the letters that offices start with, up to a sign; values of Opening
  int signs_ = opens_nothing;  // the same of what starts with a sign
};

/// Where an office's noun stands at the start of a text.
struct OfficeStart {
  int kind = 0;  ///< index into OfficeWords::kinds
  std::size_t noun_start = 0;
  std::size_t noun_end = 0;  ///< bytes in the text
  bool acting = false;
};

/// The office that `text` starts with: articles, adjectives and marks of deputies may come first.
std::optional<OfficeStart> starts_as_office(std::string_view text, const OfficeWords& words);

/// Whether the text is nothing but words that stand before an office's noun: "De", "de plv."
bool is_office_opening(std::string_view text, const OfficeWords& words);

/// Whether starts_as_office() or is_office_opening() says yes of a text without white space at its
/// start; its words are read once.
bool opens_office(std::string_view text, const OfficeWords& words);

/// The kind of starts_as_office(); -1 when there is none. Remembered for roles, which signatures
/// have some hundreds of.
int office_kind(std::string_view text, const OfficeWords& words);

/// Normalises a printed role. `year` picks among a ministry's names; 0 when it is not known.
Office parse_office(std::string_view role, const OfficeWords& words, int year);

/// The offices a title names, one by one: "Brief van de ministers van Defensie en van Buitenlandse
/// Zaken" is two, "de minister en staatssecretaris van Defensie" too.
std::vector<Office> find_offices(std::string_view title, const OfficeWords& words, int year);

}  // namespace letterkit
