// lettereval's command line. In: argv. Out: its options, checked one by one and together, or a
// usage error that names them.
//
//   lettereval letters/ --only date,closing --misses 5
#pragma once

#include "letterkit/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_status.hpp"
#include "cli/options.hpp"
#include "eval/fields.hpp"

namespace letterkit::eval {

inline constexpr std::string_view kTool = "lettereval";

struct Options {
  cli::SharedOptions shared;  // of which lettereval offers the profiles, the output and --quiet
  std::vector<std::string> labels;
  std::string texts;
  std::string records;
  std::string block_letter;
  std::string only_list;
  std::vector<Field> only;  ///< what is in the list; empty: all fields
  std::string misses_given;
  std::size_t misses = 0;  ///< how many to show
  std::string baseline;
  std::string floors;
  std::string save;
  bool raise_floors = false;
  bool json = false;
};

/// A mistake of the user's in the option(s) `where`.
Error usage_error(std::string message, std::string where);

/// Reads and checks the command line. A status when the program is to end now, having printed help
/// or a complaint.
std::optional<cli::ExitStatus> read_command_line(int argc, const char* const* argv,
                                                 Options& options);

}  // namespace letterkit::eval
