// A text of many letters to the letters, cut at its form feeds.
//
// In: UTF-8. Out: the byte span of each piece that holds text; split_letters.hpp says more.
#pragma once

#include <string_view>
#include <vector>

#include "split/split_letters.hpp"

namespace letterkit {

std::vector<LetterSpan> split_at_form_feeds(std::string_view text, bool complete);

}  // namespace letterkit
