// What letterprofile does, one command a file. In: the command line. Out: data to the output,
// messages to standard error, and a status.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_status.hpp"
#include "cli/options.hpp"

namespace letterkit::profiles {

inline constexpr std::string_view kTool = "letterprofile";

struct Options {
  cli::SharedOptions shared;
  std::string command;
  bool json = false;
};

/// What is wrong with profiles, a line a problem: the built-in ones when none is named. Status
/// some_unread when there is anything.
cli::ExitStatus check(const Options& options);

/// What a profile holds.
cli::ExitStatus show(const Options& options);

/// How often each rule of a profile, the first operand, fires on the inputs that follow.
cli::ExitStatus coverage(const Options& options);

/// Writes a first profile for a language, the first operand, into a folder, the second.
cli::ExitStatus start(const Options& options);

/// Writes a command's data. The status is `status` when that went well.
cli::ExitStatus finish(const Options& options, const std::string& text, cli::ExitStatus status);

/// Tells what is wrong with the command line.
cli::ExitStatus misused(const std::string& what);

}  // namespace letterkit::profiles
