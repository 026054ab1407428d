#include "cli/streams.hpp"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <initializer_list>
#include <unistd.h>

namespace letterkit::cli {

namespace {

constexpr int kPipeBytes = 1 << 20;  // the most that Linux lets everybody ask for

}  // namespace

void prepare_streams() {
  // A file opened later must not take the number of a standard stream that is closed, or data would
  // go into it. A stream opened here can only be read, so that writing to it fails as it should.
  for (int number = STDIN_FILENO; number <= STDERR_FILENO; ++number) {
    if (::fcntl(number, F_GETFD) < 0 && errno == EBADF) {
      static_cast<void>(::open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY));
    }
  }
  // Even where the parent ignores the signal.
  static_cast<void>(std::signal(SIGPIPE, SIG_DFL));
  // A file that meets the limit of its size (ulimit -f) is a failed write like any other.
  static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
  // Pipes as wide as users may have them: the program before has room to go on while letters are
  // read. Whatever is no pipe, or may not be widened, stays as it is.
  for (const int number : {STDIN_FILENO, STDOUT_FILENO}) {
    static_cast<void>(::fcntl(number, F_SETPIPE_SZ, kPipeBytes));
  }
}

}  // namespace letterkit::cli
