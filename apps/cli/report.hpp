// What goes wrong during a run, told once and counted. In: inputs that were read or could not be.
// Out: a line on standard error for each that could not, a row of the --errors list, the exit
// status.
//
//   letter2json: a.txt: no such file; check the name
//   {"source":"a.txt","code":"input.unreadable","message":"no such file; check the name"}
#pragma once

#include "letterkit/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "cli/exit_status.hpp"
#include "cli/output_file.hpp"

namespace letterkit::cli {

struct ReportOptions {
  bool quiet = false;   ///< no lines about inputs
  bool strict = false;  ///< a diagnostic of severity error counts as an unread input
  std::string errors;   ///< path of the list; empty: none
};

class Report {
 public:
  /// Error when the list cannot be written.
  static Result<Report> open(std::string_view tool, const ReportOptions& options);

  /// An input was read, or a part of it.
  void input_read() { ++read_; }

  /// An input, named `source`, could not be read. Error when the list cannot be written.
  Status input_failed(const std::string& source, const Error& error);

  /// A letter has a diagnostic of severity error, which --strict counts.
  void saw_error() { strict_failure_ = true; }

  /// Says something that helps but changes nothing; not when quiet.
  void note(std::string_view message) const;

  /// Completes the list.
  Status finish();

  /// Whether inputs were tried and none could be read.
  [[nodiscard]] bool nothing_read() const { return read_ == 0 && failed_ > 0; }

  [[nodiscard]] ExitStatus status() const;

 private:
  Report(std::string_view tool, const ReportOptions& options, std::optional<OutputFile> list)
      : tool_(tool), options_(options), list_(std::move(list)) {}

  std::string tool_;
  ReportOptions options_;
  std::optional<OutputFile> list_;
  std::size_t read_ = 0;
  std::size_t failed_ = 0;
  bool strict_failure_ = false;
};

/// Prints "tool: message" as one line on standard error.
void complain(std::string_view tool, std::string_view message);

/// As complain, for what ends the run.
ExitStatus end_with(std::string_view tool, const Error& error, ExitStatus status);

}  // namespace letterkit::cli
