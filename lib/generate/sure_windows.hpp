// Windows that a pattern cannot but occur in.
//
// A gate tells that a text may hold a pattern; where the pattern is no more than its window, as
// three digits are, it tells that the text does.
#pragma once

#include "byte_windows.hpp"
#include "determinise.hpp"

namespace letterkit {

/// Whether some pattern of the table occurs in every text that holds the window. False is always
/// safe.
bool is_sure(const StateTable& table, const ByteWindow& window);

}  // namespace letterkit
