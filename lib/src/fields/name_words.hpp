// What a language knows about printed names: titles, surname prefixes and the words that show a
// line to be no name. Comes in: three files of a profile; goes out: one immutable table.
//
//   titles.txt            before | mr. | drs. | ir.
//   surname_prefixes.txt  van | van der | in 't
//   not_names.txt         word | directie | postbus
#pragma once

#include "letterkit/result.hpp"

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fields/ending_gate.hpp"
#include "fields/word_table.hpp"
#include "support/data_file.hpp"
#include "support/thread_memo.hpp"

namespace letterkit {

/// What a word may be in or around a name; bits, for "graaf" is a title and a surname.
enum class NameUse : std::uint16_t {
  none = 0,
  title = 1U << 0U,        ///< stands before the name: "mr."
  suffix = 1U << 1U,       ///< stands after it: "MPA"
  noble = 1U << 2U,        ///< between initials and surname: "Baron"
  noble_link = 1U << 3U,   ///< as noble, but only before a surname prefix: "Graaf van"
  courtesy = 1U << 4U,     ///< not part of the name: "Mevr."
  mark = 1U << 5U,         ///< says that the name is a signature: "w.g."
  initial = 1U << 6U,      ///< an initial that the general shape does not cover: "IJ."
  institution = 1U << 7U,  ///< word of offices, bodies, headings, addresses: "directie"
  prefix_head = 1U << 8U,  ///< first word of a surname prefix
  // bits 9 to 15: see begins()
};

/// Of the first word of phrases with these uses, title to initial: that it may begin one. The word
/// ends at a blank or sign.
constexpr NameUse begins(NameUse uses) {
  return static_cast<NameUse>(static_cast<unsigned>(uses) << 9U);
}

constexpr NameUse operator|(NameUse a, NameUse b) {
  return static_cast<NameUse>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}

constexpr bool has_use(NameUse uses, NameUse wanted) {
  return (static_cast<unsigned>(uses) & static_cast<unsigned>(wanted)) != 0;
}

/// The table. Words are compared without regard to case, to a period at their end, and to which
/// apostrophe is printed.
class NameWords {
 public:
  /// Parses a profile's files. Errors "profile.names": an unknown first cell, an empty word.
  static Result<NameWords> parse(const DataFile& titles, const DataFile& prefixes,
                                 const DataFile& not_names);

  /// What a word or phrase (single spaces) may be.
  [[nodiscard]] NameUse uses(std::string_view phrase) const;

  /// Whether a phrase is a surname prefix: "van der".
  [[nodiscard]] bool is_prefix(std::string_view phrase) const;

  /// Whether the text as a whole is a place or another phrase that is never a name: "Den Haag".
  [[nodiscard]] bool is_place(std::string_view text) const;

  /// Whether a word with these uses is one of institutions, or a compound that ends in one:
  /// "Jeugddirectie".
  [[nodiscard]] bool is_institution(std::string_view word, NameUse uses) const {
    constexpr std::size_t kLongestSurname = 64;  // bytes
    return has_use(uses, NameUse::institution) || word.size() > kLongestSurname ||
           has_institution_ending(word);
  }

  /// False when a line is no name, for it holds a small word that no name does. Cheap: running
  /// text mostly has one near its start.
  [[nodiscard]] bool may_be_name(std::string_view line) const;

  /// What the start of a line tells of names.
  enum class Start {
    no_name,    ///< it is none, nor starts with one: it holds a small word that no name does
    no_title,   ///< it starts with none, but may be one: "Anna Berg"
    maybe_name  ///< it may start with a name
  };

  /// Whether a name that is more than capitals stands at the line's start: with an initial, title,
  /// suffix or mark, at least before a small word that no name holds. Cheap, as above.
  [[nodiscard]] Start start_of(std::string_view line) const;

  /// False when no name ends the line: it ends in a small word that no name does.
  [[nodiscard]] bool may_end_in_name(std::string_view line) const;

  /// Words in the longest surname prefix.
  [[nodiscard]] std::size_t longest_prefix() const { return longest_prefix_; }

  /// The owner of what threads remember with it, see thread_memo.hpp.
  [[nodiscard]] std::uint64_t id() const { return id_; }

 private:
  Status add_titles(const DataFile& file);
  Status add_prefixes(const DataFile& file);
  Status add_not_names(const DataFile& file);

  void add_use(std::string_view word, NameUse use);
  void add_title(std::string_view phrase, NameUse use);
  void add_ending(std::string_view ending);

  [[nodiscard]] bool has_institution_ending(std::string_view word) const;

  /// Notes the words of a phrase for the two questions above.
  void add_parts(std::string_view phrase, bool sure);

  /// Whether a word is of no name, so that none goes on with it, nor holds it: it is small, maybe
  /// with a sign behind it, "verbeterd.", or starts with a sign or digit.
  [[nodiscard]] bool ends_names(std::string_view word) const;

  /// False when what the line starts with opens no name: a sign, a small word, a label and number.
  [[nodiscard]] bool may_open_name(std::string_view line) const;

  /// Whether one of `parts_` starts with this byte.
  [[nodiscard]] bool starts_part(char c) const {
    return first_bytes_[static_cast<unsigned char>(c)];
  }

  std::uint64_t id_ = new_owner();
  WordTable words_;  // values are NameUse
  WordTable parts_;  // words of all phrases and prefixes; 2: of those that make a name sure, else 1
  WordTable prefixes_;
  WordTable places_;
  WordTable endings_;
  EndingGate ending_gate_;
  std::vector<std::size_t> ending_sizes_;  // bytes, each size once
  std::size_t longest_prefix_ = 1;
  std::bitset<256> first_bytes_;  // of `parts_`
};

}  // namespace letterkit
