// What a tool's exit status says. The same for every tool of the family, and part of its interface:
// the manual pages list it.
#pragma once

namespace letterkit::cli {

enum class ExitStatus {
  all_read = 0,
  some_unread = 1,    ///< some inputs could not be read (or, with --strict, not without error)
  usage = 2,          ///< wrong options, a broken profile; nothing was written
  output_failed = 3,  ///< output could not be written
  nothing_read = 4,   ///< there were inputs and none of them could be read; nothing was written
};

constexpr int to_int(ExitStatus status) {
  return static_cast<int>(status);
}

}  // namespace letterkit::cli
