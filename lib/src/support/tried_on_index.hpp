// Which of many automata a text is tried on, by a bit each.
//
// A set has some fifty automata, of which a line is tried on a fifth, gates apart: to ask each of
// them whether it is took more instructions than to follow the line through those that are. The
// indices of sets are made with the automata, and lie before them in memory.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "support/automaton_format.hpp"
#include "support/unicode.hpp"

namespace letterkit {

/// Whether an automaton is tried on a text, its gate apart.
inline bool is_tried_on(std::string_view text, const TriedOn& on) {
  return on.edges.allow(text) &&
         (text.size() <= on.longest || length_in_code_points(text) <= on.longest);
}

class TriedOnIndex {
 public:
  static constexpr std::size_t kMost = 64;

  /// Adds the next automaton, its gate apart. False when there is no room for it: there are kMost,
  /// or as many lengths that automata are bound to as an index tells apart.
  bool add(const TriedOn& on);

  /// How many there are.
  [[nodiscard]] std::size_t size() const { return size_; }

  /// A bit for each that is tried on the text.
  [[nodiscard]] std::uint64_t of(std::string_view text) const;

 private:
  using Bits = std::uint64_t;
  using ByByte = std::array<Bits, TextEdges::kNone + 1>;

  /// Automata that are tried on texts of at most so many characters.
  struct Bound {
    std::uint32_t longest = 0;
    Bits bits = 0;
  };

  std::uint64_t size_ = 0;
  std::array<ByByte, TextEdges::kPlaces> at_{};
  std::array<Bound, 4> bounds_{};  // the last of them without bits: unused
};

}  // namespace letterkit
