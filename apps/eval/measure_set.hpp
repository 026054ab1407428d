// One set of letters from its files to its measured outcomes.
//
// In: a labels file, and either the texts' folder, whose letters are parsed here, or records read
// before. Out: the outcomes, the misses for a person, and what could not be read, which the rest
// survives. A letter without a record is measured as one in which nothing was found.
//
//   letters/gold.jsonl + letters/*.txt   ->   SetReport "letters"
#pragma once

#include "letterkit/profile.hpp"
#include "letterkit/result.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "eval/block_letter.hpp"
#include "eval/measure.hpp"
#include "eval/records.hpp"

namespace letterkit::eval {

/// Gives the bytes of a file.
using ReadFile = std::function<Result<std::string>(const std::string& path)>;

/// How sets are measured; the same for all sets of a run.
struct MeasureOptions {
  ReadFile read_file;
  std::vector<Profile> profiles;     ///< to parse texts with; not used where there are records
  const Records* records = nullptr;  ///< null: the texts are parsed
  std::vector<Field> only;           ///< fields to measure; empty: all
  std::size_t misses = 0;            ///< how many misses to show of a set
  std::string block_letter = std::string(default_block_letter());  ///< see letter_around()
};

/// A set's files.
struct SetFiles {
  std::string name;
  std::string labels;  ///< path of the labels file
  std::string texts;   ///< folder that the labels' `file` is relative to
};

struct MeasuredSet {
  SetReport report;
  std::vector<std::string> misses;  ///< at most so many as were asked for
  std::vector<Error> errors;        ///< with their place; labels and texts that cannot be read
};

MeasuredSet measure_set(const SetFiles& files, const MeasureOptions& options);

}  // namespace letterkit::eval
