// The fields that are measured, and what a letter (its gold label or its record) has for them.
//
// In: gold labels (gold.hpp) and records (records.hpp) are flattened to a Flat: a list of values a
// field. Out: keys of values, for comparing them (measure.hpp). A field is one question about the
// letter; where it has one answer the list holds at most one value.
//
//   date: ["2026-03-02"]   signatory: ["D. Visser / De minister van Defensie"]   closing: []
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace letterkit::eval {

/// The fields, in the order of the tables.
enum class Field : std::size_t {
  dossiers,  ///< "33279", "32123-XVI"
  dossier_title,
  number,
  title,
  subject,
  reference,
  your_reference,
  addressee,  ///< the block's lines, joined by a space
  addressee_name,
  place,
  date,  ///< ISO
  salutation,
  body_first,  ///< first eight words of the running text
  body_last,   ///< its last eight words
  closing,
  signatory_name,
  signatory,  ///< "name / role"
  on_behalf_of,
  is_letter,  ///< "true" or "false"
};

inline constexpr std::array<std::string_view, 19> kFieldNames = {
    "dossiers",       "dossier_title",  "number",       "title",          "subject",
    "reference",      "your_reference", "addressee",    "addressee_name", "place",
    "date",           "salutation",     "body_first",   "body_last",      "closing",
    "signatory_name", "signatory",      "on_behalf_of", "is_letter"};
inline constexpr std::size_t kFieldCount = kFieldNames.size();

inline std::string_view name_of(Field field) {
  return kFieldNames[static_cast<std::size_t>(field)];
}

/// The field called that, if there is one.
std::optional<Field> field_named(std::string_view name);

/// One value of a field.
struct FieldValue {
  std::string text;
  /// Probability that the value is right; only records with provenance tell.
  std::optional<double> confidence = {};
};

using Values = std::vector<FieldValue>;

/// The values of every field. In a gold label a field that was not labelled is null, and a field
/// the letter has nothing for is empty; a record answers every field.
class Flat {
 public:
  std::optional<Values>& operator[](Field field) {
    return values_[static_cast<std::size_t>(field)];
  }

  const std::optional<Values>& operator[](Field field) const {
    return values_[static_cast<std::size_t>(field)];
  }

 private:
  std::array<std::optional<Values>, kFieldCount> values_;
};

/// How alike two values must be to count as the same.
enum class Matching {
  strict,  ///< but for white space and trailing or leading " ,.:;"
  soft,    ///< but for case, accents, punctuation and white space
};

// How gold labels and records alike are flattened.

/// Texts in a row: join({"Postbus 1", "Utrecht"}, " ") is "Postbus 1 Utrecht".
std::string join(const std::vector<std::string>& texts, std::string_view between);

/// "32123-XVI", or "32123" without a suffix.
std::string dossier_value(std::string_view number, std::string_view suffix);

/// "D. Visser / De minister van Defensie"; the slash stays when either is empty.
std::string signatory_value(std::string_view name, std::string_view role);

/// No value for empty text.
Values one_value(std::string text);

/// Values with the same key match.
std::string key_of(std::string_view text, Matching matching);

}  // namespace letterkit::eval
