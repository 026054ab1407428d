// A pattern with its classes of letters written as ranges of code points, so that it costs little.
//
// In: a pattern with the classes \pL, \p{Lu} and \p{Ll}. Out: the same with the blocks of scripts
// for \pL; Latin, Greek, Cyrillic and Armenian for the two cases. Unicode's own classes have over
// six hundred ranges each, and a profile's patterns name them a hundred times: they were half of
// its compilation. Automata made with the library and RE2 both read patterns so.
//
//   ^\p{Lu}\pL+  ->  ^[A-ZÀ-Ö...][A-Za-zª...]+
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace letterkit {

std::string with_letters_as_ranges(std::string_view pattern);

/// How a group begins.
struct GroupStart {
  std::size_t size = 1;          ///< bytes, the bracket's among them
  bool flag_alone = false;       ///< "(?i)", which holds until the group around it ends
  std::optional<bool> any_case;  ///< what it says of the case of letters
};

/// What opens at the start of `rest`, a bracket; none when it is not understood: "(?P<name>".
std::optional<GroupStart> group_start(std::string_view rest);

}  // namespace letterkit
