// What changed since an earlier report: per field the rates, per letter the values gained and lost.
//
// In: one set measured now and the same set of the earlier report. Out: the changes. A value is
// gained when it was missed and is now met, lost the other way round; a wrong value is one that was
// found and should not have been. Letters and fields that only one of the two measured are left out
// of the lists, and counted.
//
//   + closing  a.txt  "Hoogachtend,"       (missed before, met now)
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "eval/measure.hpp"

namespace letterkit::eval {

/// A value whose lot has changed.
struct ValueChange {
  enum class Kind { gained, lost, wrong_gone, wrong_new };
  Kind kind = Kind::gained;
  std::string file;
  std::size_t letter = 0;
  Field field = Field::dossiers;
  std::string text;
};

/// A field that both reports measured.
struct FieldChange {
  Field field = Field::dossiers;
  Rates before;  ///< soft
  Rates after;   ///< soft
  std::size_t gained = 0;
  std::size_t lost = 0;
  std::size_t wrong_gone = 0;
  std::size_t wrong_new = 0;
};

/// A letter that became, or no longer is, right in every labelled field.
struct RecordChange {
  std::string file;
  std::size_t letter = 0;
  bool gained = false;
};

struct Changes {
  std::vector<FieldChange> fields;    ///< in the order of the tables
  std::vector<ValueChange> values;    ///< by letter, then by field
  std::vector<RecordChange> records;  ///< by letter
  double records_before = 0;          ///< share of letters soft-right
  double records_after = 0;
  std::size_t letters_new = 0;   ///< letters the earlier report lacks
  std::size_t letters_gone = 0;  ///< letters only the earlier report has
};

Changes changes_between(const SetReport& before, const SetReport& after);

}  // namespace letterkit::eval
