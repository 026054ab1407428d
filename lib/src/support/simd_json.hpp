// What simdjson does for the library. The only file that knows it.
#pragma once

#include <string_view>

namespace letterkit {

/// Whether the bytes are valid UTF-8 as a whole (no overlong forms, no surrogates). About 20 GB/s.
bool is_valid_utf8(std::string_view bytes);

}  // namespace letterkit
