// Which encoding an input's bytes are in, by the bytes alone.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "input/encodings.hpp"

namespace letterkit {

/// As many bytes that are not ASCII as are looked at: a text's encoding does not change, and this
/// decides it many times over.
inline constexpr std::size_t kHighBytes = 4096;

/// Offset of the first byte from `at` on that is not ASCII, or the size.
std::size_t next_high(std::string_view bytes, std::size_t at);

/// The encoding of bytes that hold NULs if they are UTF-16 or UTF-32 without a byte order mark:
/// Latin text then has its NULs in one place of each unit. Null when it is neither.
std::optional<Encoding> detect_wide(std::string_view bytes);

/// The encoding of bytes that are not valid UTF-8: a single-byte encoding, or UTF-8 when most of
/// what is not ASCII is valid UTF-8 after all.
Encoding detect_not_utf8(std::string_view bytes);

}  // namespace letterkit
