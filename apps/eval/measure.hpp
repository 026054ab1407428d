// Gold labels against records: which values are right, and the counts and rates that follow.
//
// In: the flattened label and record of each letter. Out: an outcome a letter and field, and
// tallies a field. Values are matched as multisets: each wanted value may be met by one found
// value with the same key, wherever in the list it stands.
//
//   want ["A", "B"], have ["B", "C", "C"]: 1 right of 2 gold and 3 found; P 1/3, R 1/2, F1 0.4
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eval/fields.hpp"

namespace letterkit::eval {

/// What one letter has for one field, against what it should have.
struct FieldOutcome {
  Field field = Field::dossiers;
  Values want;
  Values have;
  std::vector<bool> want_met;    ///< for each of `want`: met by a found value (soft matching)
  std::vector<bool> have_right;  ///< for each of `have`: meets a wanted value (soft matching)
  std::size_t strict = 0;        ///< values that match strictly
  std::size_t soft = 0;          ///< values that match softly

  /// Everything wanted is there and nothing else.
  [[nodiscard]] bool all_right(Matching matching) const {
    const std::size_t right = matching == Matching::strict ? strict : soft;
    return right == want.size() && right == have.size();
  }
};

/// Compares the values of one field.
FieldOutcome compare(Field field, Values want, Values have);

/// One letter: an outcome for every labelled field.
struct LetterOutcome {
  std::string file;
  std::size_t letter = 0;  ///< 0-based index of the letter in its file
  bool has_record = false;
  std::optional<double> confidence;  ///< of the record
  std::vector<FieldOutcome> fields;

  [[nodiscard]] bool all_right(Matching matching) const;
};

/// Compares one letter; without a record (null) nothing was found. Only the fields in `only` are
/// measured, all of them when it is empty.
LetterOutcome compare_letter(const Flat& labels, const Flat* record,
                             const std::vector<Field>& only = {});

/// Counts of one field over the letters of a set.
struct Tally {
  std::size_t letters = 0;      ///< letters in which the field is labelled
  std::size_t gold = 0;         ///< values wanted
  std::size_t found = 0;        ///< values found in those letters
  std::size_t strict = 0;       ///< of the found values, those that are right strictly
  std::size_t soft = 0;         ///< likewise softly
  std::size_t empty_right = 0;  ///< letters where nothing was wanted and nothing found

  [[nodiscard]] std::size_t right(Matching matching) const {
    return matching == Matching::strict ? strict : soft;
  }

  void add(const FieldOutcome& outcome);
};

struct Rates {
  double precision = 0;
  double recall = 0;
  double f1 = 0;  ///< harmonic mean of the two; 0 when both are
};

/// Rates of counts. Where nothing was found precision is 1 if nothing was wanted either, else 0;
/// recall likewise where nothing was wanted.
Rates rates(std::size_t right, std::size_t gold, std::size_t found);
Rates rates(const Tally& tally, Matching matching);

/// A measured set of letters.
struct SetReport {
  std::string name;
  std::vector<LetterOutcome> letters;  ///< in the order of the labels

  /// A field's counts; null when no letter has it labelled.
  [[nodiscard]] std::optional<Tally> tally(Field field) const;
  /// Counts of all fields pooled: their rates are the micro average.
  [[nodiscard]] Tally pooled() const;
  /// Mean of the measured fields' rates.
  [[nodiscard]] Rates macro(Matching matching) const;
  /// Letters with every labelled field right.
  [[nodiscard]] std::size_t records_right(Matching matching) const;
  /// `records_right` as a share of all letters; 0 without letters.
  [[nodiscard]] double record_share(Matching matching) const;
  /// Letters for which there was no record at all.
  [[nodiscard]] std::size_t missing() const;
};

}  // namespace letterkit::eval
