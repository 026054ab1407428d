// One file a letter in a folder, each under a name made from the letter's record.
//
// In: letters and a pattern of names. Out: files. A printer, which runs in many threads, makes each
// letter's name and text; the sink, one thread, numbers names that clash and writes the files.
//
//   "{id}-{date}-{index}"  ->  kst-33279-40-2026-03-02-0.txt
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "cli/letter_printer.hpp"
#include "cli/letter_sink.hpp"

namespace letterkit::cli {

/// Error "usage.name" when `pattern` has a placeholder that is none of id, date, index and source.
Status check_name_pattern(std::string_view pattern);

/// The pattern filled in for a letter, fit for the name of a file: control characters, slashes and
/// backslashes, and a period or hyphen at the start, become '_', so that it leads nowhere else.
/// What the letter lacks is taken from elsewhere: its input's name for the id, "undated" for the
/// date.
std::string letter_file_name(std::string_view pattern, const Letter& letter);

/// Prints letters for LetterFiles: name, size, text.
class FilePrinter : public LetterPrinter {
 public:
  explicit FilePrinter(std::string pattern) : pattern_(std::move(pattern)) {}

  [[nodiscard]] Parts parts() const override { return {}; }

  void print(const Letter& letter, std::string& out) const override;
  void print_text(LetterText& text, const Letter& letter, std::string& out) const override;

  [[nodiscard]] std::string_view suffix() const override { return ".txt"; }

 private:
  std::string pattern_;
};

/// Writes what FilePrinter printed. Each file appears when it is complete.
class LetterFiles : public LetterSink {
 public:
  /// Makes the folder when there is none. `force`: files that are there already are replaced; else
  /// they end the run with an error.
  static Result<std::unique_ptr<LetterSink>> open(const std::string& folder, bool force);

  Status start(const InputStart& /*input*/) override { return ok(); }

  Status letters(Printed printed) override;

  Status end(const InputEnd& /*input*/) override { return ok(); }

  Status finish() override { return ok(); }

 private:
  LetterFiles(std::string folder, bool force) : folder_(std::move(folder)), force_(force) {}

  Status write(const std::string& name, std::string_view text);

  /// The name, or name~2 and so on when it was given before.
  std::string unique_name(const std::string& name);

  std::string folder_;
  bool force_;
  std::unordered_map<std::string, std::size_t> given_;  // names, and how often
};

}  // namespace letterkit::cli
