// Where a tool's data goes: standard output, a device or pipe, or a file that appears only when it
// is complete. In: bytes, in order. Out: the same bytes at the target, or an Error and no target.
//
// Method for a file: the bytes go to a temporary name in the target's folder, which is synced and
// renamed over the target at the end, and removed when the end is not reached, by a signal either.
#pragma once

#include "letterkit/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <sys/stat.h>

namespace letterkit::cli {

class OutputFile {
 public:
  /// Opens `path` for writing; "-" is standard output. Errors have code "output.failed".
  static Result<OutputFile> open(const std::string& path);

  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&& other) = delete;
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  /// Removes the temporary file, unless finish() succeeded. The target is left as it was.
  ~OutputFile();

  /// Writes all of `bytes` before it returns.
  Status write(std::string_view bytes);

  /// Makes the file appear under its name. To be called once, after the last write.
  Status finish();

  [[nodiscard]] bool is_stdout() const { return path_ == "-"; }

  /// Whether an open input is the very file that this output is written to, or will replace.
  [[nodiscard]] bool is_same_file(const struct stat& input) const;

 private:
  OutputFile(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

  static Result<OutputFile> open_temporary(const std::string& path,
                                           const std::optional<struct stat>& old);
  Error failure(int error_number) const;

  std::string path_;    // as given, for messages
  std::string target_;  // what the temporary file will be renamed to; empty: written in place
  std::string temporary_;
  std::optional<struct stat> old_;  // the target before, or what is written in place
  int descriptor_ = -1;
};

}  // namespace letterkit::cli
