// What the operating system's refusals mean to a user, in one line that ends with what to do.
#pragma once

#include <string>

namespace letterkit::cli {

/// "permission denied; make it readable" for an errno met while reading.
std::string reading_failed(int error_number);

/// "no space left on device; free some space or write elsewhere" for one met while writing.
std::string writing_failed(int error_number);

}  // namespace letterkit::cli
