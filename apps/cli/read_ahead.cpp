#include "cli/read_ahead.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "cli/cleanup.hpp"

namespace letterkit::cli {
namespace {

constexpr std::size_t kReaders = 8;
constexpr off_t kFirstBytes = off_t{1} << 20U;  // what follows the system asks for by itself

void fetch(const std::string& name) {
  struct stat status = {};
  // Opening a pipe would wake who writes to it.
  if (::stat(name.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return;
  }
  const int descriptor = ::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor >= 0) {
    ::posix_fadvise(descriptor, 0, kFirstBytes, POSIX_FADV_WILLNEED);
    ::close(descriptor);
  }
}

}  // namespace

ReadAhead::~ReadAhead() {
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  more_.notify_all();
  for (std::thread& thread : threads_) {
    thread.join();
  }
}

void ReadAhead::ask(std::string name) {
  if (threads_.empty()) {
    const HeldSignals none;  // those threads leave signals to the others
    for (std::size_t i = 0; i < kReaders; ++i) {
      threads_.emplace_back([this] { work(); });
    }
  }
  {
    const std::lock_guard lock(mutex_);
    names_.push_back(std::move(name));
    if (names_.size() > kReach) {
      names_.pop_front();  // it is being read by now
    }
  }
  more_.notify_one();
}

void ReadAhead::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    more_.wait(lock, [this] { return done_ || !names_.empty(); });
    if (done_) {
      return;
    }
    const std::string name = std::move(names_.front());
    names_.pop_front();
    lock.unlock();
    fetch(name);
    lock.lock();
  }
}

}  // namespace letterkit::cli
