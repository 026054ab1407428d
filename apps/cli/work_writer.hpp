// The third stage of a run: takes printed letters in the order of the inputs, hands them to a sink,
// tells what went wrong and counts.
#pragma once

#include "letterkit/result.hpp"

#include "cli/letter_sink.hpp"
#include "cli/progress.hpp"
#include "cli/report.hpp"
#include "cli/tally.hpp"
#include "cli/work.hpp"

namespace letterkit::cli {

class WorkWriter {
 public:
  WorkWriter(LetterSink& sink, Report& report, Progress& progress)
      : sink_(sink), report_(report), progress_(progress) {}

  /// Error when the run can't go on: output can't be written, or an input is the output.
  Status write(PrintedBatch batch);

  [[nodiscard]] const Tally& tally() const { return tally_; }

 private:
  Status take(const InputStart& start);
  Status take(Printed& printed);
  Status take(const InputEnd& end);

  LetterSink& sink_;
  Report& report_;
  Progress& progress_;
  Tally tally_;
  std::string name_;  // of the input at hand
  bool any_ = false;  // whether it gave letters
};

}  // namespace letterkit::cli
