// What the stages know about a line besides its words: its shape, its place, and what the field
// recognisers make of it. Profiles name these features in the conditions of their rules.
//
//   when short name !first
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace letterkit {

// Characters of the longest lines that have these features.
inline constexpr std::uint16_t kTinyWidth = 12;
inline constexpr std::uint16_t kShortWidth = 70;
inline constexpr std::uint16_t kMediumWidth = 120;

/// Bits of a line's feature set.
enum class Feature : unsigned char {
  // shape
  tiny,         ///< at most 12 characters
  is_short,     ///< at most 70 characters
  medium,       ///< at most 120 characters
  is_long,      ///< more than 120 characters
  upper,        ///< letters, and all of them capitals
  capital,      ///< starts with a capital
  lower,        ///< starts with a small letter
  digit_first,  ///< starts with a digit
  digits,       ///< holds a digit
  number_only,  ///< digits only
  one_word,
  ends_sentence,  ///< ends in . ! or ?
  ends_comma,
  ends_colon,
  gap,  ///< holds a wide gap
  // place
  first,  ///< first line of the letter
  last,   ///< last line of the letter
  blank_above,
  blank_below,
  indented,           ///< starts right of most lines
  side,               ///< of a side column
  same_line,          ///< goes on with the printed line of the line before it
  page_break,         ///< a form feed stands before it
  before_page_break,  ///< a form feed stands behind it
  repeats,            ///< the same text stood on an earlier line
  runs_on,            ///< its sentence goes on on the next line
  wrapped,            ///< the line above is filled up to the margin and ends in no sentence
  // recognisers
  date,            ///< a date alone
  place_date,      ///< a place and a date
  place,           ///< a place alone, the date on the line below
  date_part,       ///< together with the lines beside it a date, maybe with its place
  name,            ///< surely a personal name
  likely_name,     ///< rather a personal name than not
  maybe_name,      ///< perhaps a personal name
  dossier,         ///< a dossier of the parliament
  dossier_titled,  ///< with a title on its line
  number,          ///< number of a paper, labelled
  number_titled,   ///< with a title on its line
  bare_number,     ///< number of a paper, not labelled
  chamber,         ///< names the parliament's chamber as publisher
  session,         ///< names a session's years
  field,           ///< label of a letterhead field, with colon, gap or nothing behind it
  field_bare,      ///< with nothing behind it, or other labels alone
  below_field,     ///< the line above is a field's label with nothing behind it
  field_weak,      ///< with a value right behind it
  below_name,      ///< the line above is surely a personal name
  office,          ///< starts as an office: "De minister van"
  note_mark,       ///< a number that is glued to a word above, alone
  note_text,       ///< stands below such a mark
  note_line,       ///< starts with a number that is glued to a word above
  behalf,          ///< a phrase of signing for somebody
  count,
};

inline constexpr std::size_t kFeatureCount = static_cast<std::size_t>(Feature::count);

inline constexpr std::array<std::string_view, kFeatureCount> kFeatureNames = {
    "tiny",        "short",         "medium",      "long",        "upper",      "capital",
    "lower",       "digit_first",   "digits",      "number_only", "one_word",   "ends_sentence",
    "ends_comma",  "ends_colon",    "gap",         "first",       "last",       "blank_above",
    "blank_below", "indented",      "side",        "same_line",   "page_break", "before_page_break",
    "repeats",     "runs_on",       "wrapped",     "date",        "place_date", "place",
    "date_part",   "name",          "likely_name", "maybe_name",  "dossier",    "dossier_titled",
    "number",      "number_titled", "bare_number", "chamber",     "session",    "field",
    "field_bare",  "below_field",   "field_weak",  "below_name",  "office",     "note_mark",
    "note_text",   "note_line",     "behalf"};

/// A set of features.
class Features {
 public:
  constexpr void set(Feature feature, bool on = true) {
    bits_ &= ~(std::uint64_t{1} << static_cast<unsigned>(feature));
    add(feature, on);
  }

  /// Sets it when `on`; leaves it else.
  constexpr void add(Feature feature, bool on) {
    bits_ |= static_cast<std::uint64_t>(on ? 1 : 0) << static_cast<unsigned>(feature);
  }

  [[nodiscard]] constexpr bool has(Feature feature) const {
    return (bits_ >> static_cast<unsigned>(feature) & 1U) != 0;
  }

  /// Whether any of these is in the set.
  [[nodiscard]] constexpr bool has_any(Features of) const { return (bits_ & of.bits_) != 0; }

  /// Whether all of `wanted` and none of `unwanted` are in the set.
  [[nodiscard]] constexpr bool fits(Features wanted, Features unwanted) const {
    return (bits_ & wanted.bits_) == wanted.bits_ && (bits_ & unwanted.bits_) == 0;
  }

  constexpr Features& operator|=(Features others) {
    bits_ |= others.bits_;
    return *this;
  }

  /// One bit a feature.
  [[nodiscard]] constexpr std::uint64_t bits() const { return bits_; }

  friend constexpr bool operator==(Features a, Features b) = default;

 private:
  std::uint64_t bits_ = 0;
};

/// The set of these.
template <typename... Each>
constexpr Features features_of(Each... each) {
  Features features;
  (features.set(each), ...);
  return features;
}

inline std::optional<Feature> feature_named(std::string_view name) {
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    if (kFeatureNames[i] == name) {
      return static_cast<Feature>(i);
    }
  }
  return std::nullopt;
}

}  // namespace letterkit
