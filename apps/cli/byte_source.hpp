// Where bytes come from: a file, standard input, a member of an archive. In: a name. Out: the bytes
// in pieces, in memory that does not depend on their number. The first ones can be looked at before
// they are read, so that their format can be told.
#pragma once

#include "letterkit/result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <sys/stat.h>

namespace letterkit::cli {

class ByteSource {
 public:
  ByteSource() = default;
  virtual ~ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  /// Reads at most `size` bytes to `to`; 0 at the end. Error "input.unreadable" and others.
  virtual Result<std::size_t> read(char* to, std::size_t size) = 0;

  /// Goes to an offset from the start; false when this source can't.
  virtual bool seek(std::uint64_t /*offset*/) { return false; }

  /// Size in bytes, when it is known before reading and seek() works.
  [[nodiscard]] virtual std::optional<std::uint64_t> size() const { return std::nullopt; }

  /// Bytes taken so far from the file that all this is read from.
  [[nodiscard]] virtual std::uint64_t raw_bytes() const = 0;
};

/// A file, pipe or device; "-" is standard input.
class FileSource : public ByteSource {
 public:
  static Result<std::unique_ptr<FileSource>> open(const std::string& name);

  /// A file without a name that holds all of `source`, for what can't be read front to back.
  static Result<std::unique_ptr<FileSource>> copy_of(ByteSource& source);

  ~FileSource() override;

  Result<std::size_t> read(char* to, std::size_t size) override;
  bool seek(std::uint64_t offset) override;
  [[nodiscard]] std::optional<std::uint64_t> size() const override;

  [[nodiscard]] std::uint64_t raw_bytes() const override { return read_; }

  [[nodiscard]] const struct stat& status() const { return status_; }

 private:
  FileSource(int descriptor, const struct stat& status)
      : descriptor_(descriptor), status_(status) {}

  int descriptor_;
  struct stat status_;
  std::uint64_t read_ = 0;
};

/// A source whose first bytes were looked at.
class PeekedSource : public ByteSource {
 public:
  explicit PeekedSource(ByteSource& source) : source_(source) {}

  /// The first `size` bytes, fewer only where the source ends. Stays valid until the first read().
  Result<std::string_view> peek(std::size_t size);

  Result<std::size_t> read(char* to, std::size_t size) override;
  bool seek(std::uint64_t offset) override;

  [[nodiscard]] std::optional<std::uint64_t> size() const override { return source_.size(); }

  [[nodiscard]] std::uint64_t raw_bytes() const override { return source_.raw_bytes(); }

 private:
  ByteSource& source_;
  std::string head_;
  std::size_t given_ = 0;  // of the head
};

}  // namespace letterkit::cli
