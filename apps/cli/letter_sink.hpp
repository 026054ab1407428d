// Where printed letters go: one output for all inputs, or a folder with a file for each.
#pragma once

#include "letterkit/result.hpp"

#include <optional>
#include <string>

#include "cli/letter_printer.hpp"
#include "cli/output_file.hpp"
#include "cli/work.hpp"

namespace letterkit::cli {

/// All of it is called in the order of the inputs, by one thread at a time.
class LetterSink {
 public:
  LetterSink() = default;
  virtual ~LetterSink() = default;
  LetterSink(const LetterSink&) = delete;
  LetterSink& operator=(const LetterSink&) = delete;

  virtual Status start(const InputStart& input) = 0;
  virtual Status letters(Printed printed) = 0;
  virtual Status end(const InputEnd& input) = 0;

  /// What is written so far can be seen by others; called now and then.
  virtual Status flush() { return ok(); }

  /// After the last input.
  virtual Status finish() = 0;
};

/// All letters to one output. Nothing is written before an input is read, so that a file which
/// stands there from before is only replaced by something.
class StreamSink : public LetterSink {
 public:
  StreamSink(OutputFile& output, const LetterPrinter& printer)
      : output_(output), printer_(printer) {}

  Status start(const InputStart& /*input*/) override { return ok(); }

  Status letters(Printed printed) override;
  Status end(const InputEnd& input) override;
  Status flush() override;
  Status finish() override;

 private:
  void begin_once();
  void print_first();

  OutputFile& output_;
  const LetterPrinter& printer_;
  std::string out_;
  bool begun_ = false;
  bool any_ = false;
  std::optional<Letter> only_;  // may be the only letter; held back until that is known
};

}  // namespace letterkit::cli
