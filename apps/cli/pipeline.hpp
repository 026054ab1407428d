// Runs a serial, a parallel and again a serial step over a stream of work, in order and in bounded
// memory: as many pieces are under way as keep the threads busy, no more.
#pragma once

#include "letterkit/result.hpp"

#include <functional>

#include "cli/work.hpp"

namespace letterkit::cli {

struct Pipeline {
  std::function<bool(Batch&)> read;           ///< fills a batch; false: there are none left
  std::function<PrintedBatch(Batch)> print;   ///< runs in many threads
  std::function<Status(PrintedBatch)> write;  ///< takes the batches in the order they were read
};

/// Runs until nothing is left to read or a write fails, whose error is given. With one thread no
/// other is started.
Status run_pipeline(const Pipeline& pipeline, std::size_t threads);

/// Processors that this program may use.
std::size_t available_threads();

}  // namespace letterkit::cli
