#include "cli/letter_sink.hpp"

#include <utility>

namespace letterkit::cli {
namespace {

constexpr std::size_t kBufferSize = std::size_t{1} << 20U;

}  // namespace

void StreamSink::begin_once() {
  if (!std::exchange(begun_, true)) {
    printer_.begin(out_);
  }
}

/// The first letter is not the only one after all.
void StreamSink::print_first() {
  if (only_) {
    printer_.print(*only_, out_);
    only_.reset();
  }
}

Status StreamSink::letters(Printed printed) {
  if (printed.letters == 0) {
    return ok();
  }
  begin_once();
  const bool is_first = !std::exchange(any_, true);
  if (is_first && printed.only) {
    only_ = std::move(printed.only);
    return ok();
  }
  print_first();
  out_ += is_first ? "" : printer_.between();
  if (out_.empty()) {
    out_ = std::move(printed.text);  // a batch that is written at once is not copied
  } else {
    out_ += printed.text;
  }
  return out_.size() >= kBufferSize ? flush() : ok();
}

Status StreamSink::end(const InputEnd& input) {
  if (!input.error) {
    begin_once();
  }
  return ok();
}

Status StreamSink::flush() {
  Status written = output_.write(out_);
  out_.clear();
  return written;
}

Status StreamSink::finish() {
  begin_once();
  if (only_) {
    printer_.print_only(*only_, out_);
  }
  printer_.end(any_, out_);
  if (Status written = flush(); !written) {
    return written;
  }
  return output_.finish();
}

}  // namespace letterkit::cli
