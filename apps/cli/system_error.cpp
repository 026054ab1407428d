#include "cli/system_error.hpp"

#include <cctype>
#include <cerrno>
#include <cstring>

namespace letterkit::cli {
namespace {

/// The system's own words, without their capital.
std::string system_words(int error_number) {
  std::string words = std::strerror(error_number);
  words[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(words[0])));
  return words;
}

}  // namespace

std::string reading_failed(int error_number) {
  switch (error_number) {
    case ENOENT:
    case ENOTDIR:
      return "no such file; check the name";
    case EACCES:
    case EPERM:
      return "permission denied; make it readable";
    case ELOOP:
      return "a symbolic link that leads to itself; mend the link";
    case ENOMEM:
      return "too large for the memory there is; split it into smaller files";
    default:
      return "cannot be read: " + system_words(error_number) + "; check the file";
  }
}

std::string writing_failed(int error_number) {
  switch (error_number) {
    case ENOENT:
    case ENOTDIR:
      return "cannot be written: there is no such folder; create it first";
    case EISDIR:
      return "cannot be written: it is a folder; give the name of a file";
    case EACCES:
    case EPERM:
    case EROFS:
      return "cannot be written: " + system_words(error_number) + "; choose another place";
    case ENOSPC:
    case EDQUOT:
      return "cannot be written: " + system_words(error_number) +
             "; free some space or choose another place";
    case EBADF:
      return "cannot be written: it is closed; open it or use -o FILE";
    default:
      return "cannot be written: " + system_words(error_number) + "; choose another place";
  }
}

}  // namespace letterkit::cli
