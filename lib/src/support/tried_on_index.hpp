// Which of many automata a text is tried on, by a bit each.
//
// A set has some thirty automata, of which a line is tried on a third: to ask each of them whether
// it is took more instructions than to follow the line through those that are.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "support/automaton_format.hpp"
#include "support/unicode.hpp"

namespace letterkit {

/// Whether an automaton is tried on a text, its gate apart.
inline bool is_tried_on(std::string_view text, const TriedOn& on) {
  return on.ends.allow(TextEnd(text)) &&
         (text.size() <= on.longest || length_in_code_points(text) <= on.longest);
}

class TriedOnIndex {
 public:
  static constexpr std::size_t kMost = 64;

  /// Adds the next automaton, its gate apart.
  void add(const TriedOn& on);

  /// A bit for each that is tried on the text.
  [[nodiscard]] std::uint64_t of(std::string_view text) const;

 private:
  using Bits = std::uint64_t;
  using ByByte = std::array<Bits, TextEnd::kNone + 1>;

  /// Sets the bit of those bytes.
  static void add_bit(Bits bit, const TextEnds::Bytes& bytes, ByByte& all);

  std::size_t size_ = 0;
  ByByte last_{};
  ByByte before_{};
  std::vector<std::pair<std::uint32_t, Bits>> at_most_;  // characters, and those bound to so many
};

}  // namespace letterkit
