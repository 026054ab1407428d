// Names from the command line and the file system are bytes; what we print is UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace letterkit::cli {

/// `bytes` as valid UTF-8: each byte that is part of no character becomes U+FFFD.
std::string to_utf8(std::string_view bytes);

/// `text` fit for one line of a terminal: control characters are spelled \n, \t or \x1b.
std::string on_one_line(std::string_view text);

}  // namespace letterkit::cli
