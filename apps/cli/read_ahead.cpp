#include "cli/read_ahead.hpp"

#include <algorithm>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "cli/cleanup.hpp"

namespace letterkit::cli {
namespace {

constexpr std::size_t kReaders = 8;
constexpr off_t kFirstBytes = off_t{1} << 20U;  // what follows the system asks for by itself

constexpr int kCalm = 16;  // fetches that show that the system has the files
constexpr std::size_t kSeldom = 32;

/// What the calling thread has waited for or read from a disk so far.
long waits() {
  struct rusage usage = {};
  ::getrusage(RUSAGE_THREAD, &usage);
  return usage.ru_nvcsw + usage.ru_inblock;
}

/// Whether there was something to wait for.
bool fetch(const std::string& name) {
  const long before = waits();
  struct stat status = {};
  // Opening a pipe would wake who writes to it.
  if (::stat(name.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return false;
  }
  const int descriptor = ::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor >= 0) {
    ::posix_fadvise(descriptor, 0, kFirstBytes, POSIX_FADV_WILLNEED);
    ::close(descriptor);
  }
  return waits() != before;
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
    note(fetch(name));
    lock.lock();
  }
}

void ReadAhead::note(bool waited) {
  calm_ = waited ? 0 : std::min(calm_ + 1, kCalm);
  every_ = calm_ < kCalm ? 1 : kSeldom;
}

}  // namespace letterkit::cli
