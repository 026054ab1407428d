// Programs of patterns to automata that know all their states, and those to bytes.
//
// In: a program (pattern_program.hpp). Out: states and where each class of code points leads from
// them; a state's patterns have been found when it is entered. The bytes have the form that
// support/automaton_format.hpp describes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "pattern_program.hpp"
#include "support/automaton_format.hpp"
#include "support/byte_gate.hpp"
#include "support/tried_on_index.hpp"

namespace letterkit {

struct StateTable {
  static constexpr std::uint32_t kDead = 0;
  static constexpr std::uint32_t kStart = 1;  ///< as determinise() numbers it

  /// Where ranges of code points start, and their classes; ascending, all code points.
  std::vector<std::pair<char32_t, unsigned>> classes;
  std::uint32_t start = kStart;
  std::size_t class_count = 0;      ///< the text's end, which is the last one, among them
  std::vector<std::uint32_t> next;  ///< by state, by class
  std::vector<std::vector<std::uint16_t>> found;  ///< by state: patterns, each once on a way

  [[nodiscard]] std::size_t size() const { return found.size(); }

  /// Where one state leads, by class.
  [[nodiscard]] std::span<const std::uint32_t> ways(std::size_t state) const {
    return std::span(next).subspan(state * class_count, class_count);
  }

  /// Where it leads on a character.
  [[nodiscard]] std::uint32_t next_state(std::size_t state, char32_t c) const {
    const auto behind =
        std::upper_bound(classes.begin(), classes.end(), c,
                         [](char32_t value, const auto& range) { return value < range.first; });
    return ways(state)[std::prev(behind)->second];
  }
};

/// None when there would be more states, or more classes than a byte can tell apart.
std::optional<StateTable> determinise(const PatternProgram& program, std::size_t most_states);

/// The smallest table that finds the same.
StateTable minimised(const StateTable& table);

/// What automata that lie one behind the other start with.
std::string as_bytes(std::span<const ByteGate> gates, std::span<const TriedOnIndex> indices = {});

/// An automaton's bytes. `often`: by state, whether texts lead there so often that a step from it
/// is to cost little even when the bytes are many.
std::string as_bytes(const StateTable& table, const std::vector<bool>& often,
                     const TriedOn& on = {});

}  // namespace letterkit
