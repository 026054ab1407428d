// Files that will be opened soon, asked for ahead of time, so that a disk or a server with a delay
// for every file serves several at once: there are more readers than processors, for they wait.
//
// In: names, in the order in which they will be read. Out: nothing; the system has the files' first
// bytes when they are opened. Of files that it has anyway only some are looked at, to see whether
// that stays so: fetching those too costs a warm tree a fifth of the time.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace letterkit::cli {

class ReadAhead {
 public:
  /// So many files ahead of the one that is read.
  static constexpr std::size_t kReach = 64;

  ReadAhead() = default;
  ~ReadAhead();
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  /// Whether to ask for the next file; to be called once for each.
  bool is_due() { return passed_over_++ % every_.load(std::memory_order_relaxed) == 0; }

  /// The file will be read soon. Returns at once; what cannot be opened is left to its reader.
  void ask(std::string name);

 private:
  void work();
  void note(bool waited);

  std::size_t passed_over_ = 0;
  std::atomic<std::size_t> every_ = 1;  // of so many files one is fetched
  std::atomic<int> calm_ = 0;           // fetches in a row that waited for nothing
  std::mutex mutex_;
  std::condition_variable more_;
  std::deque<std::string> names_;  // asked for and not looked at
  bool done_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace letterkit::cli
