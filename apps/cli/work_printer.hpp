// The second stage of a run: parses letters and prints them. In: a batch of letters. Out: their
// printed text, in the same order. Holds no state, so that many threads may do it at once.
#pragma once

#include "letterkit/parse.hpp"

#include <vector>

#include "cli/letter_printer.hpp"
#include "cli/sniff.hpp"
#include "cli/work.hpp"

namespace letterkit::cli {

struct PrintOptions {
  RowFields fields;
  bool keep = false;   ///< the other fields of rows go into the record
  ParseOptions parse;  ///< for rows' texts
};

PrintedBatch print_batch(Batch batch, const std::vector<Profile>& profiles,
                         const PrintOptions& options, const LetterPrinter& printer);

}  // namespace letterkit::cli
