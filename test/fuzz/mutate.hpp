// Makes new inputs out of seeds: same seeds and same random numbers, same inputs.
#pragma once

#include <random>
#include <span>
#include <string>

namespace letterkit::fuzz {

/// A variation of a seed: one to eight edits (bytes flipped, spans deleted, doubled, moved or taken
/// from another seed, lines joined, letters' own words and bad UTF-8 inserted, the end cut off). At
/// most 64 KiB.
std::string mutate(std::span<const std::string> seeds, std::mt19937& random);

}  // namespace letterkit::fuzz
