#include "cli/output_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>
#include <utility>

#include "cli/cleanup.hpp"
#include "cli/system_error.hpp"

namespace letterkit::cli {
namespace {

std::optional<struct stat> status_of(const std::string& path) {
  struct stat status = {};
  return ::stat(path.c_str(), &status) == 0 ? std::optional(status) : std::nullopt;
}

/// The file that a path of symbolic links leads to, so that the links survive the renaming.
std::string follow_links(const std::string& path) {
  std::error_code error;
  const auto target = std::filesystem::weakly_canonical(path, error);
  return error ? path : target.string();
}

mode_t creation_mask() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return mask;
}

/// Best effort: the new file gets the rights of the one it replaces, or those of any new file.
void copy_rights(int descriptor, const std::optional<struct stat>& old) {
  if (!old) {
    static_cast<void>(::fchmod(descriptor, 0666 & ~creation_mask()));
    return;
  }
  const bool owned = ::fchown(descriptor, old->st_uid, old->st_gid) == 0;
  static_cast<void>(::fchmod(descriptor, old->st_mode & (owned ? 07777U : 0777U)));
}

/// Makes a rename survive a power cut. Not every file system can; then there is nothing to do.
void sync_folder(const std::string& path) {
  const int descriptor =
      ::open(std::filesystem::path(path).parent_path().c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor >= 0) {
    static_cast<void>(::fsync(descriptor));
    ::close(descriptor);
  }
}

}  // namespace

Error OutputFile::failure(int error_number) const {
  return {"output.failed", writing_failed(error_number), is_stdout() ? "standard output" : path_};
}

Result<OutputFile> OutputFile::open(const std::string& path) {
  if (path == "-") {
    OutputFile output(path, STDOUT_FILENO);
    struct stat status = {};
    if (::fstat(STDOUT_FILENO, &status) == 0) {
      output.old_ = status;
    }
    return output;
  }
  const auto old = status_of(path);
  if (!old || S_ISREG(old->st_mode)) {
    return open_temporary(path, old);
  }
  // A device, a pipe: nothing to replace, it is written as it stands.
  OutputFile output(path, ::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (output.descriptor_ < 0) {
    return output.failure(errno);
  }
  output.old_ = old;
  return output;
}

Result<OutputFile> OutputFile::open_temporary(const std::string& path,
                                              const std::optional<struct stat>& old) {
  OutputFile output(path, -1);
  if (path.empty() || path.back() == '/') {
    return output.failure(path.empty() ? ENOENT : EISDIR);
  }
  // Renaming would replace even a file that we may not write.
  if (old && ::access(path.c_str(), W_OK) != 0) {
    return output.failure(errno);
  }
  output.old_ = old;
  output.target_ = follow_links(std::filesystem::absolute(path).string());
  const auto folder = std::filesystem::path(output.target_).parent_path();
  std::string temporary = (folder / ".letterkit-XXXXXX").string();
  const HeldSignals held;
  output.descriptor_ = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (output.descriptor_ < 0) {
    return output.failure(errno);
  }
  output.temporary_ = temporary;
  remove_on_signal(output.temporary_);
  copy_rights(output.descriptor_, old);
  return output;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      old_(other.old_),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0 && descriptor_ != STDOUT_FILENO) {
    ::close(descriptor_);
  }
  if (!temporary_.empty()) {
    ::unlink(temporary_.c_str());
    keep_on_signal(temporary_);
  }
}

Status OutputFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) {
      return failure(errno);
    }
    bytes.remove_prefix(count < 0 ? 0 : static_cast<std::size_t>(count));
  }
  return ok();
}

Status OutputFile::finish() {
  // A pipe or a terminal can't be synced; a file that can't has not been written.
  if (!temporary_.empty() && ::fsync(descriptor_) != 0) {
    return failure(errno);
  }
  // Some file systems tell only now that a write failed.
  if (::close(std::exchange(descriptor_, -1)) != 0 && errno != EINTR) {
    return failure(errno);
  }
  if (temporary_.empty()) {
    return ok();
  }
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) {
    return failure(errno);
  }
  keep_on_signal(temporary_);
  temporary_.clear();
  sync_folder(target_);
  return ok();
}

bool OutputFile::is_same_file(const struct stat& input) const {
  return old_ && S_ISREG(old_->st_mode) && old_->st_dev == input.st_dev &&
         old_->st_ino == input.st_ino;
}

}  // namespace letterkit::cli
