// Temporary files that must not outlive the program, not even when a signal ends it.
#pragma once

#include <csignal>
#include <string>

namespace letterkit::cli {

/// While it lives, the calling thread gets none of the signals below: they wait. For making a file
/// and saying that it is to be removed in one step.
class HeldSignals {
 public:
  HeldSignals();
  ~HeldSignals();
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

 private:
  sigset_t before_{};
};

/// From now on the signals that end a program (INT, TERM, HUP, PIPE) remove `path` first.
void remove_on_signal(const std::string& path);

/// Takes that back, when the file has its final name or is gone.
void keep_on_signal(const std::string& path);

}  // namespace letterkit::cli
