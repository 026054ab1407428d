#include "cli/byte_source.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include "cli/system_error.hpp"

namespace letterkit::cli {
namespace {

Error unreadable(int error_number) {
  return {"input.unreadable", reading_failed(error_number), ""};
}

/// A new file in the folder for temporary files that is gone when it is closed.
int open_nameless() {
  const char* folder = std::getenv("TMPDIR");
  std::string path = std::string(folder != nullptr ? folder : "/tmp") + "/letterkit-XXXXXX";
  const int descriptor = ::mkostemp(path.data(), O_CLOEXEC);
  if (descriptor >= 0) {
    ::unlink(path.c_str());
  }
  return descriptor;
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) {
      return false;
    }
    bytes.remove_prefix(count < 0 ? 0 : static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace

Result<std::unique_ptr<FileSource>> FileSource::open(const std::string& name) {
  const int descriptor = name == "-" ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status = {};
  if (descriptor < 0) {
    return unreadable(errno);
  }
  if (::fstat(descriptor, &status) != 0) {
    const int error_number = errno;
    if (descriptor != STDIN_FILENO) {
      ::close(descriptor);
    }
    return unreadable(error_number);
  }
  return std::unique_ptr<FileSource>(new FileSource(descriptor, status));
}

Result<std::unique_ptr<FileSource>> FileSource::copy_of(ByteSource& source) {
  const int descriptor = open_nameless();
  if (descriptor < 0) {
    return Error{"input.no-copy", "needs a temporary file: " + writing_failed(errno), ""};
  }
  std::unique_ptr<FileSource> copy(new FileSource(descriptor, {}));
  std::string buffer(std::size_t{256} << 10U, '\0');
  while (true) {
    const auto count = source.read(buffer.data(), buffer.size());
    if (!count) {
      return count.error();
    }
    if (*count == 0) {
      break;
    }
    if (!write_all(descriptor, std::string_view(buffer).substr(0, *count))) {
      return Error{"input.no-copy", "needs a temporary file: " + writing_failed(errno), ""};
    }
  }
  if (::fstat(descriptor, &copy->status_) != 0 || !copy->seek(0)) {
    return unreadable(errno);
  }
  return copy;
}

FileSource::~FileSource() {
  if (descriptor_ != STDIN_FILENO) {
    ::close(descriptor_);
  }
}

Result<std::size_t> FileSource::read(char* to, std::size_t size) {
  while (true) {
    const ssize_t count = ::read(descriptor_, to, size);
    if (count >= 0) {
      read_ += static_cast<std::uint64_t>(count);
      return static_cast<std::size_t>(count);
    }
    if (errno != EINTR) {
      return unreadable(errno);
    }
  }
}

bool FileSource::seek(std::uint64_t offset) {
  return S_ISREG(status_.st_mode) &&
         ::lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) >= 0;
}

std::optional<std::uint64_t> FileSource::size() const {
  // Files that the system makes up as they are read say that they are empty.
  const bool has_size = S_ISREG(status_.st_mode) && status_.st_size > 0;
  return has_size ? std::optional(static_cast<std::uint64_t>(status_.st_size)) : std::nullopt;
}

Result<std::string_view> PeekedSource::peek(std::size_t size) {
  while (head_.size() < size) {
    const std::size_t used = head_.size();
    head_.resize(size);
    const auto count = source_.read(head_.data() + used, size - used);
    head_.resize(used + (count ? *count : 0));
    if (!count) {
      return count.error();
    }
    if (*count == 0) {
      break;
    }
  }
  return std::string_view(head_).substr(0, size);
}

Result<std::size_t> PeekedSource::read(char* to, std::size_t size) {
  if (given_ == head_.size()) {
    return source_.read(to, size);
  }
  const std::size_t count = std::min(size, head_.size() - given_);
  std::memcpy(to, head_.data() + given_, count);
  given_ += count;
  if (given_ == head_.size()) {
    std::string().swap(head_);
    given_ = 0;
  }
  return count;
}

bool PeekedSource::seek(std::uint64_t offset) {
  if (!source_.seek(offset)) {
    return false;
  }
  head_.clear();
  given_ = 0;
  return true;
}

}  // namespace letterkit::cli
