// Which windows a pattern cannot occur without.
//
// In: a pattern as steps (pattern_program.hpp); how often texts hold a window. Out: windows, one of
// which every text holds that the pattern occurs in; of all such sets the one that texts hold most
// seldom.
//
//   (?i)(?:geachte|beste) .*,   ->   [Gg][Ee][Aa][Cc][Hh][Tt][Ee][ ] and [Bb][Ee][Ss][Tt][Ee][ ]..
#pragma once

#include <vector>

#include "byte_windows.hpp"
#include "pattern_program.hpp"

namespace letterkit {

/// Of the program's only pattern; empty when it may occur in an empty text.
std::vector<ByteWindow> needed_windows(const PatternProgram& program, const WindowChances& chances);

}  // namespace letterkit
