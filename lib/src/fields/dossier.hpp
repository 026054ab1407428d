// Lines in the head of a parliamentary paper: its dossier, its number, the session and chamber.
//
// In: one line. Out: what it says, normalised as the official metadata does it, with the printed
// spans; or nothing, when the line is anything else (a postcode, an amount, a sentence).
//
//   "32 123 XVI    Vaststelling van de begroting" -> number "32123", suffix "XVI", title
//   "Nr. 40 Brief van de minister van Defensie"   -> number "40", rest "Brief van ..."
#pragma once

#include "letterkit/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "fields/head_gate.hpp"
#include "fields/word_table.hpp"
#include "support/data_file.hpp"
#include "support/short_text.hpp"

namespace letterkit {

/// Half-open bytes in the line that was read.
struct ByteSpan {
  std::size_t start = 0;
  std::size_t end = 0;
};

/// Words in the head of a paper, read from a profile's papers.txt.
///
///   number       | nr | no         labels before a paper's number, without the period
///   reprint      | herdruk         marks of a reprint
///   session      | vergaderjaar    labels before the years of a session
///   chamber 1    | eerste kamer    names of the chambers: 1, 2 or both
///   kind         | brief | nota    first words of titles of papers, telling "E BRIEF VAN ..."
///   (number
///                                  E) from "C Vaststelling van ..." (fund C)
struct PaperWords {
  /// Errors "paper.key", "paper.word".
  static Result<PaperWords> parse(const DataFile& file);

  WordTable numbers;
  WordTable reprints;
  WordTable sessions;
  WordTable chambers;  ///< 1, 2, or 3 for both
  HeadGate chamber_heads;
  WordTable kinds;
};

/// A line that prints a dossier.
struct DossierLine {
  ShortText number;                 ///< "33279"; "CII" for a dossier that has letters
  std::optional<ShortText> suffix;  ///< "XVI", "02", "C", "(R1635)"
  std::string_view title;           ///< rest of the line, trimmed; often empty
  ByteSpan number_span;
  ByteSpan suffix_span;  ///< as printed, with dash or brackets' inside; empty without suffix
  ByteSpan title_span;
};

/// Reads "33 279", "36 800 X", "21 501-02", "26 448 (R 1635)", "CII", each with or without a title
/// behind it. A number alone (20301) reads as a dossier: whether it is one, its place tells.
std::optional<DossierLine> parse_dossier_line(std::string_view line);

/// Whether `line` goes on with the dossier printed on the line before it ("36 600" / "C
/// Vaststelling van de begrotingsstaat"): the suffix and title, spans in `line`, number that of
/// `previous`. Null when the line is rather the paper's number ("E BRIEF VAN ...").
std::optional<DossierLine> continues_dossier(std::string_view previous, std::string_view line,
                                             const PaperWords& words);

/// A line that prints the number of a paper in its dossier.
struct NumberLine {
  /// "40", "16b", "F"; a joint paper of both chambers "A;3", the letter (Eerste Kamer) first.
  std::string number;
  std::string_view rest;  ///< the title behind it, trimmed; often empty
  bool labelled =
      false;             ///< false: a bare letter ("E BRIEF VAN ..."); alone on its line it is weak
  bool reprint = false;  ///< marked as a reprint; the mark is not in `rest`
  ByteSpan number_span;  ///< without the label, unless it stands inside ("A/ nr. 3")
  ByteSpan rest_span;
};

/// Reads "Nr. 40 Brief van ...", "Nr.11 BRIEF ...", "nr. 19", "Nr. F", "E BRIEF VAN ...", "Nr. 12
/// HERDRUK", "Nr. 16b", "A/ nr. 3", "1;A".
std::optional<NumberLine> parse_number_line(std::string_view line, const PaperWords& words);

/// The years of a session in a line: "Vergaderjaar 2022-2023" -> "2022-2023".
struct SessionYear {
  std::string years;
  ByteSpan span;  ///< of the years, without the label
};

std::optional<SessionYear> find_session_year(std::string_view line, const PaperWords& words);

enum class Chamber { first = 1, second = 2, both = 3 };

/// The chamber that a line names as the publisher: "Tweede Kamer der Staten-Generaal", alone or
/// before the chamber's mark ("2"), a comma or a session. Null for "Aan de Voorzitter van de Tweede
/// Kamer".
std::optional<Chamber> parse_chamber_line(std::string_view line, const PaperWords& words);

}  // namespace letterkit
