// A line on standard error that tells how far a long run is, written over itself.
//
//   12,345 inputs, 45,678 letters, 205 MB, 48 MB/s, 2:10 left
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "cli/tally.hpp"

namespace letterkit::cli {

class Progress {
 public:
  /// @param lasting whether the last line stays, also of a short run
  /// @param total bytes of all inputs, when that is known
  Progress(bool shown, bool lasting, std::optional<std::uint64_t> total);

  /// Prints the line when the last one is old enough.
  void update(const Tally& tally, std::uint64_t raw_bytes);

  /// Takes the line away, so that something else can be printed.
  void clear();

  /// The run has ended.
  void finish(const Tally& tally);

 private:
  using Clock = std::chrono::steady_clock;

  bool shown_;
  bool lasting_;
  std::optional<std::uint64_t> total_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point next_;
  bool visible_ = false;
};

/// The line's text, for so many seconds since the start.
std::string progress_line(const Tally& tally, std::uint64_t raw_bytes,
                          std::optional<std::uint64_t> total, double seconds);

}  // namespace letterkit::cli
