// The letter record as a value: what parsing gives and what the writers print. The JSON keys have
// the names of the members here; the installed JSON Schema is the contract for files.
//
// Text members are UTF-8 in NFC, white space collapsed to single spaces. Null in the record is
// std::nullopt here; a list the letter does not print is empty.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace letterkit {

/// Where a value was read and how sure the reading is.
///
/// Offsets are half-open bytes in the input's text: bytes of the input itself when it is UTF-8 (a
/// byte order mark counts), else bytes of its UTF-8 transcoding.
struct Origin {
  std::size_t start = 0;
  std::size_t end = 0;
  /// 1-based line of the input's text on which the span starts.
  std::size_t line = 0;
  /// Probability, 0 to 1, that the value is right.
  double confidence = 1.0;
  /// The profile's rule that read it, "nl/dates:place-and-date". A view into the profile, which
  /// must outlive the letter (built-in profiles live as long as the program).
  std::string_view rule = {};
  /// By how much, in nats, the labelling of the letter's lines beats the best one in which one of
  /// the lines that this was read from is something else: what `confidence` is made of.
  double margin = 0.0;
};

/// A printed value and its origin. The text at the span contains the value.
struct Value {
  std::string text;
  Origin origin = {};
};

using OptionalValue = std::optional<Value>;
using OptionalText = std::optional<std::string>;

/// A public office, normalised from a role or a title ("De minister van Defensie").
struct Office {
  /// From the profile's closed list: "minister", "state_secretary", ..., "other"; null without
  /// role.
  OptionalText kind;
  /// Canonical name of the ministry, null when the office has none or it is unknown.
  OptionalText ministry;
  /// Held by a deputy or for the time being (plv., wnd., a.i.).
  bool acting = false;
};

/// A printed personal name taken apart.
struct Person {
  std::vector<std::string> titles;    ///< academic and civil titles before the name: "mr.", "drs."
  OptionalText initials;              ///< as printed: "T.B.W."
  OptionalText given;                 ///< given names written out: "Arie"
  OptionalText prefix;                ///< surname prefix (tussenvoegsel): "van der"
  OptionalText surname;               ///< surname without the prefix: "Berg"
  std::vector<std::string> suffixes;  ///< titles after the name: "MPA", "LL.M."
};

/// One person (or body) who signs.
struct Signatory {
  OptionalValue name;  ///< as printed on one line, titles included
  OptionalValue role;  ///< the function signed in, printed lines joined, no trailing comma
  Person person;       ///< parts of `name`
  Office office;       ///< normalised `role`
};

/// An authority for whom the signatory also or instead signs ("mede namens", "voor deze").
struct Behalf {
  Value role;
  Office office;
};

/// A parliamentary dossier printed in the head.
struct Dossier {
  Value number;          ///< digits without inner space, "33279"
  OptionalValue suffix;  ///< as printed: "XIV", "02", "VII"
  OptionalValue title;
};

/// The printed head of the letter.
struct Header {
  std::vector<Dossier> dossiers;
  OptionalValue number;         ///< number in the dossier without "Nr."
  OptionalValue title;          ///< without the number and without a glued footnote mark
  std::vector<Office> senders;  ///< the offices named in the title (`acting` is not printed)
  OptionalValue chamber;        ///< "1" or "2"
  OptionalValue session_year;   ///< "2019-2020"
  OptionalValue subject;
  OptionalValue reference;
  OptionalValue your_reference;
  OptionalValue your_date;
};

/// Whom the letter is addressed to.
struct Addressee {
  OptionalValue name;        ///< core recipient: no "Aan", honorific or address
  std::vector<Value> lines;  ///< the block as printed
};

/// The letter's own date.
struct Date {
  OptionalText iso;  ///< "2026-03-02", "1996-04"; null when impossible. Origin is `printed`'s.
  OptionalValue place;
  OptionalValue printed;
};

/// A re-joined paragraph of the body.
struct Paragraph {
  enum class Kind { paragraph, heading, list_item, quote, table };
  Kind kind = Kind::paragraph;
  Value text;
};

/// An enclosure named under the letter, or text of another document after the signatures.
struct Enclosure {
  OptionalValue label;  ///< "Bijlage 1"
  OptionalValue title;
  std::size_t start = 0;  ///< span of the enclosure in the input's text, bytes, half-open
  std::size_t end = 0;
};

/// A footnote; its mark is removed from the word it was glued to in the body.
struct Footnote {
  Value mark;
  Value text;
};

/// A public paper cited in the body.
struct Reference {
  Value printed;    ///< "Kamerstukken II 2009/10, 32 123 XVI, nr. 30"
  OptionalText id;  ///< "kst-32123-XVI-30"
  std::string
      kind;  ///< "kamerstuk", "handelingen", "aanhangsel", "staatscourant", "staatsblad", "law"
};

/// Something odd about the letter. Parsing itself never fails.
struct Diagnostic {
  enum class Severity { info, warning, error };
  std::string code;  ///< stable and dotted: "date.invalid"
  Severity severity = Severity::warning;
  std::string message;
  std::size_t start = 0;  ///< bytes in the input's text, half-open, as in Origin
  std::size_t end = 0;
};

/// Which input a letter came from, and which part of it.
struct Source {
  std::string name;       ///< the input's name as given
  std::size_t index = 0;  ///< 0-based position of the letter within the input
  std::size_t start = 0;  ///< bytes in the input's text, half-open, as in Origin
  std::size_t end = 0;
  std::string encoding;  ///< what the input was: "UTF-8", "windows-1252", "UTF-16LE", ...
  std::optional<std::size_t> parent;  ///< index of the letter that it is an attachment of
  std::string row;  ///< other fields of the row it came from, a JSON object; empty: none are kept
};

/// One letter: the whole record.
struct Letter {
  Source source;
  OptionalText id;       ///< public identifier, "kst-33279-40"
  std::string language;  ///< of the profile that read it: "nl"
  std::string form;      ///< layout recognised: "kamerstuk", "letter", "circular", ...
  bool is_letter = false;
  double confidence = 0.0;
  Header header;
  Addressee addressee;
  Date date;
  OptionalValue salutation;
  std::vector<Paragraph> paragraphs;
  OptionalValue closing;
  std::vector<Behalf> on_behalf_of;
  std::vector<Signatory> signatories;
  std::vector<Value> copies;
  std::vector<Enclosure> enclosures;
  std::vector<Footnote> footnotes;
  std::vector<Reference> references;
  std::vector<Diagnostic> diagnostics;
};

}  // namespace letterkit
