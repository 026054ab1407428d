// A small letter around a bare signature block, so that a letter parser can be asked about it.
//
// In: the block's lines and the wrapper's text. Out: a whole letter. A line {{block}} of the
// wrapper stands for the block; a wrapper without one is what comes before the block.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace letterkit::eval {

/// The wrapper used when none is given, block_letter.txt: addressee, place and date, two
/// paragraphs, one of which names another minister.
std::string_view default_block_letter();

/// The wrapper with the block in its place.
std::string letter_around(std::string_view wrapper, const std::vector<std::string>& block);

}  // namespace letterkit::eval
