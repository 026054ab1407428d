#include "cli/work_writer.hpp"

#include <utility>
#include <variant>

namespace letterkit::cli {

Status WorkWriter::take(const InputStart& start) {
  name_ = start.id.name;
  any_ = false;
  return sink_.start(start);
}

Status WorkWriter::take(Printed& printed) {
  tally_.add(printed.tally);
  any_ = any_ || printed.letters > 0;
  if (printed.tally.has_error) {
    report_.saw_error();
  }
  for (const Error& failure : printed.failures) {
    progress_.clear();
    ++tally_.failures;
    if (Status told = report_.input_failed(name_, failure); !told) {
      return told;
    }
  }
  return sink_.letters(std::move(printed));
}

Status WorkWriter::take(const InputEnd& end) {
  tally_.bytes += end.bytes;
  tally_.skipped += end.skipped ? 1 : 0;
  const bool is_read = !end.skipped && (!end.error || (end.opened && any_));
  if (is_read || end.skipped) {
    report_.input_read();
  }
  tally_.inputs += is_read ? 1 : 0;
  if (end.error) {
    progress_.clear();
    ++tally_.failures;
    if (end.error->code.starts_with("usage.")) {
      return *end.error;
    }
    if (Status told = report_.input_failed(end.id.name, *end.error); !told) {
      return told;
    }
  }
  return sink_.end(end);
}

Status WorkWriter::write(PrintedBatch batch) {
  for (PrintedItem& item : batch.items) {
    Status taken = std::visit([this](auto& work) { return take(work); }, item);
    if (!taken) {
      return taken;
    }
  }
  progress_.update(tally_, batch.raw_bytes);
  return sink_.flush();
}

}  // namespace letterkit::cli
