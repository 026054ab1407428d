#include "cli/read_input.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <new>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/system_error.hpp"

namespace letterkit::cli {
namespace {

/// A file descriptor that is closed at the end, unless it is standard input.
class Descriptor {
 public:
  explicit Descriptor(const std::string& name)
      : number_(name == "-" ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC)) {}

  ~Descriptor() {
    if (number_ > STDIN_FILENO) {
      ::close(number_);
    }
  }

  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

Error unreadable(int error_number) {
  return {"input.unreadable", reading_failed(error_number), ""};
}

/// Reads to the end. `expected` is the size that a file says it has; a pipe has none.
Status read_all(int descriptor, std::size_t expected, std::string& bytes) {
  constexpr std::size_t kChunk = 64 * 1024;
  std::size_t used = 0;
  // One byte more than expected, so that the end is met without growing.
  bytes.resize(std::max(expected + 1, kChunk));
  while (true) {
    if (used == bytes.size()) {
      bytes.resize(bytes.size() * 2);
    }
    const ssize_t count = ::read(descriptor, bytes.data() + used, bytes.size() - used);
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count < 0) {
      return unreadable(errno);
    }
    if (count == 0) {
      bytes.resize(used);
      return ok();
    }
    used += static_cast<std::size_t>(count);
  }
}

}  // namespace

Status read_input(const std::string& name, const OutputFile& output, std::string& bytes) {
  const Descriptor input(name);
  struct stat status = {};
  if (input.number() < 0 || ::fstat(input.number(), &status) != 0) {
    return unreadable(errno);
  }
  if (output.is_same_file(status)) {
    return Error{"input.is-output", "is the output as well; write to another file", ""};
  }
  const bool has_size = S_ISREG(status.st_mode) && status.st_size > 0;
  try {
    return read_all(input.number(), has_size ? static_cast<std::size_t>(status.st_size) : 0, bytes);
  } catch (const std::bad_alloc&) {
    return unreadable(ENOMEM);
  } catch (const std::length_error&) {
    return unreadable(ENOMEM);
  }
}

}  // namespace letterkit::cli
