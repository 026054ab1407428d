// Labelled fields of a letterhead.
//
// In: a line and the profile's labels (fields.txt). Out: which field the line labels and where its
// value starts, which may be on the next line.
//
//   "Ons kenmerk: 2024-1234" -> reference, value "2024-1234"
#pragma once

#include "letterkit/result.hpp"

#include <optional>
#include <string_view>

#include "fields/phrase_table.hpp"
#include "support/data_file.hpp"

namespace letterkit {

enum class FieldKind : int {
  date = 1,
  subject,
  reference,
  your_reference,
  your_date,
  addressee,
  place,
  enclosures,
  copies,
  other,  ///< read over: telephone, contact
};

/// The labels, read from a profile's fields.txt.
///
///   subject | Betreft | Onderwerp     keys are the kinds above
struct FieldLabels {
  /// Errors "field.key", "field.word".
  static Result<FieldLabels> parse(const DataFile& file);

  PhraseTable phrases;
};

/// A label at the start of a line.
struct FoundField {
  FieldKind kind = FieldKind::other;
  std::string_view label;  ///< as printed, without colon
  std::string_view value;  ///< the rest of the line, trimmed; empty: on the next line, or missing
  bool colon = false;
};

/// The label that `line` starts with, the longest if there are several. Null when it starts with
/// none, or the label is only the start of a longer word.
std::optional<FoundField> find_field(std::string_view line, const FieldLabels& labels);

/// Whether the text that starts with this field consists of two labels or more, but for remarks in
/// brackets and a place at the end.
bool is_run_of_labels(const FoundField& first, const FieldLabels& labels);

}  // namespace letterkit
