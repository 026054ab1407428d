// The members of an archive or compressed file, one after the other, through libarchive. In: its
// bytes. Out: names and bytes of the regular files in it. Nothing is ever written under a member's
// name. A member that can't be read gives an error and the next one is tried; a broken archive
// gives what comes before the break, then an error.
//
//   letters.tar.zst   ->   1996/a.txt, 1996/b.txt
#pragma once

#include "letterkit/result.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/byte_source.hpp"
#include "cli/sniff.hpp"

struct archive;
struct archive_entry;

namespace letterkit::cli {

class LibArchive;

/// Letters shrink to a fifth or so, the most repetitive to a hundredth. What grows by more than
/// kBombRatio, and beyond kBombFloor bytes, was made to fill a disk.
inline constexpr std::uint64_t kBombRatio = 500;
inline constexpr std::uint64_t kBombFloor = std::uint64_t{256} << 20U;

class Archive {
 public:
  /// Starts to read `source`, which must outlive it.
  static Result<std::unique_ptr<Archive>> open(PeekedSource& source, Container container);

  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  /// The next regular file's name, empty when the container has no names (a compressed file); null
  /// at the end. After an error there is nothing more.
  Result<std::optional<std::string>> next();

  /// Bytes of the member that next() gave. Errors "archive.encrypted", "archive.broken",
  /// "archive.bomb"; after any of them the member has no more bytes.
  Result<std::size_t> read(char* to, std::size_t size);

  /// Bytes taken from the file that the archive is read from.
  [[nodiscard]] std::uint64_t raw_bytes() const { return source_->raw_bytes(); }

 private:
  explicit Archive(ByteSource& source);

  static long read_source(struct archive* handle, void* self, const void** bytes);
  static std::int64_t seek_source(struct archive* handle, void* self, std::int64_t offset,
                                  int whence);

  Status start(Container container);
  [[nodiscard]] Error failure() const;

  const LibArchive* library_;  // null: not installed
  ByteSource* source_;
  std::unique_ptr<FileSource> copy_;  // of what can't be read front to back
  std::string buffer_;
  struct archive* handle_ = nullptr;
  std::optional<Error> source_error_;
  std::uint64_t offset_ = 0;  // in the source
  std::uint64_t out_ = 0;     // bytes given of all members
  bool ended_ = false;
  bool broken_ = false;
};

}  // namespace letterkit::cli
