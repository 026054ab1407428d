#include "cli/pipeline.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <optional>
#include <sched.h>
#include <thread>
#include <utility>

namespace letterkit::cli {
namespace {

// Pieces of work under way for each thread: what one parses, and what waits for those before it.
constexpr std::size_t kPiecesEach = 2;

Status run_alone(const Pipeline& pipeline, Batch batch) {
  do {
    if (Status written = pipeline.write(pipeline.print(std::exchange(batch, {}))); !written) {
      return written;
    }
  } while (pipeline.read(batch));
  return ok();
}

Status run_in_threads(const Pipeline& pipeline, Batch first, std::size_t threads) {
  namespace tbb = oneapi::tbb;
  const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
  std::atomic<bool> failed = false;
  std::optional<Error> error;  // of the writing step, which is serial
  auto next = std::make_shared<Batch>(std::move(first));
  const auto read = [&](tbb::flow_control& flow) -> std::shared_ptr<Batch> {
    auto batch = std::exchange(next, nullptr);
    if (!batch) {
      batch = std::make_shared<Batch>();
      if (failed || !pipeline.read(*batch)) {
        flow.stop();
        return nullptr;
      }
    }
    return batch;
  };
  const auto print = [&](const std::shared_ptr<Batch>& batch) {
    return std::make_shared<PrintedBatch>(failed ? PrintedBatch{}
                                                 : pipeline.print(std::move(*batch)));
  };
  const auto write = [&](const std::shared_ptr<PrintedBatch>& printed) {
    if (failed) {
      return;
    }
    if (Status written = pipeline.write(std::move(*printed)); !written) {
      error = written.error();
      failed = true;
    }
  };
  using Read = std::shared_ptr<Batch>;
  using Print = std::shared_ptr<PrintedBatch>;
  tbb::parallel_pipeline(
      kPiecesEach * threads,
      tbb::make_filter<void, Read>(tbb::filter_mode::serial_in_order, read) &
          tbb::make_filter<Read, Print>(tbb::filter_mode::parallel, print) &
          tbb::make_filter<Print, void>(tbb::filter_mode::serial_in_order, write));
  return error ? Status(*error) : ok();
}
}  // namespace

std::size_t available_threads() {
  cpu_set_t set;
  CPU_ZERO(&set);
  if (::sched_getaffinity(0, sizeof set, &set) == 0) {
    return std::max<std::size_t>(1, static_cast<std::size_t>(CPU_COUNT(&set)));
  }
  return std::max(1U, std::thread::hardware_concurrency());
}

Status run_pipeline(const Pipeline& pipeline, std::size_t threads) {
  Batch first;
  if (!pipeline.read(first)) {
    return ok();
  }
  // One piece of work needs no threads, which take as long to start as a letter to read.
  return first.last || threads <= 1 ? run_alone(pipeline, std::move(first))
                                    : run_in_threads(pipeline, std::move(first), threads);
}

}  // namespace letterkit::cli
