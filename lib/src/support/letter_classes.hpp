// The classes of letters that patterns are written with, put in a form that costs little.
//
// In: a pattern with \pL, \p{Lu} or \p{Ll}. Out: the same with ranges of code points instead: the
// blocks of scripts for \pL; Latin, Greek, Cyrillic and Armenian for the two cases. Unicode's own
// classes have over six hundred ranges each, and a profile's patterns name them a hundred times:
// they were half of its compilation.
//
//   ^\p{Lu}\pL+  ->  ^[A-ZÀ-Ö...][A-Za-zª...]+
#pragma once

#include <string>
#include <string_view>

namespace letterkit {

std::string with_letter_ranges(std::string_view pattern);

}  // namespace letterkit
