// The first stage of a run: opens inputs, reads them piece by piece, cuts them into letters or
// rows. In: the inputs. Out: batches of work, each small enough for memory and large enough to be
// worth a thread's while. Cheap compared with what is done with the letters, so one thread is
// enough.
#pragma once

#include "letterkit/parse.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/hash64.hpp"
#include "cli/input_stream.hpp"
#include "cli/sniff.hpp"
#include "cli/work.hpp"

namespace letterkit::cli {

struct ReadOptions {
  Format format = Format::detect;
  RowFields fields;
  ParseOptions parse;
  bool hash = false;  ///< whether InputEnd needs a hash
};

/// The letters or rows of one input.
class ItemReader {
 public:
  virtual ~ItemReader() = default;

  /// The next bytes of the input; `complete` when there are no more, with none.
  virtual Status feed(std::string_view bytes, bool complete) = 0;

  /// Appends the next item; false when more bytes are needed or all was given.
  virtual bool next(Batch& batch) = 0;
};

class WorkReader {
 public:
  /// @param look sees an input before it is read, may give it an output name, and says whether it
  /// is
  ///        to be passed over
  using Look = std::function<bool(InputId&)>;

  WorkReader(InputStream inputs, const std::vector<Profile>& profiles, ReadOptions options,
             Look look);

  /// Fills a batch; false when there is nothing left.
  bool next(Batch& batch);

 private:
  void open(Member member, Batch& batch);
  void read_on(Batch& batch);
  void close(std::optional<Error> error, Batch& batch);

  InputStream inputs_;
  const std::vector<Profile>& profiles_;
  ReadOptions options_;
  Look look_;
  std::unique_ptr<char[]> buffer_;  // not a string: one letter fills little of it

  // The input at hand; null reader: none.
  std::unique_ptr<ItemReader> reader_;
  PeekedSource* source_ = nullptr;
  InputEnd end_;
  Hash64 hash_;
  bool complete_ = false;
};

}  // namespace letterkit::cli
