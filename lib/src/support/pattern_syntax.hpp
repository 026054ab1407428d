// A pattern written so that every engine reads it alike, and that costs little.
//
// In: a pattern with the classes of letters \pL, \p{Lu} and \p{Ll}. Out: the same with ranges of
// code points instead: the blocks of scripts for \pL; Latin, Greek, Cyrillic and Armenian for the
// two cases. Unicode's own classes have over six hundred ranges each, and a profile's patterns name
// them a hundred times: they were half of its compilation.
//
//   ^\p{Lu}\pL+  ->  ^[A-ZÀ-Ö...][A-Za-zª...]+
//
// \s and $ are written out with RE2's meaning: to Hyperscan, as to Perl, a vertical tab is a blank,
// and $ finds the place before a line feed that ends the text, too.
#pragma once

#include <string>
#include <string_view>

namespace letterkit {

std::string as_engines_agree(std::string_view pattern);

}  // namespace letterkit
