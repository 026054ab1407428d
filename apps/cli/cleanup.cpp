// Method: a handler may call little more than unlink() and raise(), so the paths stand in fixed
// buffers, each guarded by a flag that is set after and cleared before the buffer is changed.
#include "cli/cleanup.hpp"

#include <array>
#include <csignal>
#include <cstring>
#include <unistd.h>

#include <climits>

namespace letterkit::cli {
namespace {

struct Slot {
  volatile std::sig_atomic_t in_use = 0;
  std::array<char, PATH_MAX> path{};
};

constexpr std::array<int, 4> kSignals = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};

// A tool writes its data and its list of errors, hardly more.
std::array<Slot, 4> slots;

void remove_and_end(int signal_number) {
  for (const Slot& slot : slots) {
    if (slot.in_use != 0) {
      ::unlink(slot.path.data());
    }
  }
  // The handler was installed to run once: this time the signal does what it always does.
  std::raise(signal_number);
}

void install_handler() {
  static const bool kInstalled = [] {
    struct sigaction action = {};
    action.sa_handler = remove_and_end;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    for (const int signal_number : kSignals) {
      struct sigaction old = {};
      // What the parent ignores (nohup) stays ignored, but for a closed pipe, see run.cpp.
      if (sigaction(signal_number, nullptr, &old) == 0 && old.sa_handler != SIG_IGN) {
        sigaction(signal_number, &action, nullptr);
      }
    }
    return true;
  }();
  static_cast<void>(kInstalled);
}

}  // namespace

HeldSignals::HeldSignals() {
  sigset_t held;
  sigemptyset(&held);
  for (const int signal_number : kSignals) {
    sigaddset(&held, signal_number);
  }
  ::pthread_sigmask(SIG_BLOCK, &held, &before_);
}

HeldSignals::~HeldSignals() {
  ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void remove_on_signal(const std::string& path) {
  install_handler();
  for (Slot& slot : slots) {
    if (slot.in_use == 0 && path.size() < slot.path.size()) {
      std::memcpy(slot.path.data(), path.c_str(), path.size() + 1);
      slot.in_use = 1;
      return;
    }
  }
}

void keep_on_signal(const std::string& path) {
  for (Slot& slot : slots) {
    if (slot.in_use != 0 && path == slot.path.data()) {
      slot.in_use = 0;
    }
  }
}

}  // namespace letterkit::cli
