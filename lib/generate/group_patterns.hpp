// Which patterns of a set share an automaton, and which automata stand behind a gate.
//
// In: patterns; lines of sample texts. Out: automata, as they lie in memory
// (support/automaton_format.hpp).
//
// Patterns that go on beside each other need states for all pairs of their ways: those share
// automata that grow little by it. Most patterns are given up behind a few characters of most
// lines. Those that are not stand behind gates: a line is followed for them only when it holds some
// bytes that they cannot occur without. And a line is followed only for patterns that may occur in
// one so long that ends as it does. Both together spare nine of ten steps.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/automaton_format.hpp"

namespace letterkit {

/// Lines of texts that are like those to be matched. What is found hangs on them in no way, what it
/// costs does; with none, nothing stands behind gates.
using SampleLines = std::vector<std::string_view>;

/// A pattern of a set.
struct SetSource {
  std::string source;
  std::uint32_t longest = TriedOn::kAnyLength;  ///< characters of texts that it is looked for in
};

/// The automata of a set, numbered as they stand; empty when one pattern cannot be made to one.
std::string automata_of(const std::vector<SetSource>& sources, const SampleLines& lines);

/// A single pattern's automaton; empty when there is none.
std::string automaton_of(const std::string& source, const SampleLines& lines);

}  // namespace letterkit
