// Sets of code points.
#pragma once

#include <utility>
#include <vector>

namespace letterkit {

/// Ranges, both ends included, ascending and apart.
using CodePoints = std::vector<std::pair<char32_t, char32_t>>;

inline constexpr char32_t kLastCodePoint = 0x10FFFF;

/// Those that \b and \w ask for.
extern const CodePoints kWordCharacters;

/// Sorts ranges and joins those that touch.
CodePoints in_order(CodePoints ranges);

/// What is in none of the ranges.
CodePoints others(const CodePoints& ranges);

/// With the other cases of each letter.
CodePoints in_any_case(const CodePoints& ranges);

bool contains(const CodePoints& set, char32_t c);

}  // namespace letterkit
