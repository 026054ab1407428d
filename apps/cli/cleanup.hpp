// Temporary files that must not outlive the program, not even when a signal ends it.
#pragma once

#include <string>

namespace letterkit::cli {

/// From now on the signals that end a program (INT, TERM, HUP, PIPE) remove `path` first.
void remove_on_signal(const std::string& path);

/// Takes that back, when the file has its final name or is gone.
void keep_on_signal(const std::string& path);

}  // namespace letterkit::cli
