// Puts together what stands on two printed lines.
//
//   "de samen-" "werking" -> "de samenwerking";  "draag-" "en wensouders" -> "draag- en wensouders"
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "fields/word_table.hpp"

namespace letterkit {

/// Joins two pieces of running text: a space between, unless the first ends in a hyphen that breaks
/// a word or the second starts inside a web address. `ands` are words before which a hyphen stands
/// for a word left out. The first piece is what `text` has from byte `from` on.
void join_text(std::string& text, std::string_view piece, const WordTable& ands,
               std::size_t from = 0);

}  // namespace letterkit
