#include "cli/report.hpp"

#include <unistd.h>

#include "cli/error_list.hpp"
#include "cli/utf8.hpp"

namespace letterkit::cli {

void complain(std::string_view tool, std::string_view message) {
  const std::string line = std::string(tool) + ": " + on_one_line(message) + "\n";
  // One write, so that lines of several programs don't mix. If it fails there is nobody to tell.
  static_cast<void>(::write(STDERR_FILENO, line.data(), line.size()) < 0);
}

ExitStatus end_with(std::string_view tool, const Error& error, ExitStatus status) {
  complain(tool, error.to_string());
  return status;
}

Result<Report> Report::open(std::string_view tool, const ReportOptions& options) {
  if (options.errors.empty()) {
    return Report(tool, options, std::nullopt);
  }
  auto list = OutputFile::open(options.errors);
  if (!list) {
    return list.error();
  }
  return Report(tool, options, std::move(*list));
}

Status Report::input_failed(const std::string& source, const Error& error) {
  ++failed_;
  if (!options_.quiet) {
    complain(tool_, (source.empty() ? "\"\"" : source) + ": " + error.message);
  }
  return list_ ? list_->write(error_row(source, error)) : ok();
}

void Report::note(std::string_view message) const {
  if (!options_.quiet) {
    complain(tool_, message);
  }
}

Status Report::finish() {
  return list_ ? list_->finish() : ok();
}

ExitStatus Report::status() const {
  if (nothing_read()) {
    return ExitStatus::nothing_read;
  }
  if (failed_ > 0 || (options_.strict && strict_failure_)) {
    return ExitStatus::some_unread;
  }
  return ExitStatus::all_read;
}

}  // namespace letterkit::cli
